// SPDX-License-Identifier: ISC
/// @file
/// What words say about events and relations. Filled from ontology/lexicon/*.ttl by rdf/; this
/// folder knows no RDF.
#pragma once

namespace entente {

/// Frames of verbs, nouns and adjectives, cue words of speech, polarity and modality.
struct EventLexicon {};

}  // namespace entente
