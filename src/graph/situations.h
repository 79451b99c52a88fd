// SPDX-License-Identifier: ISC
/// @file
/// Which claims are about the same thing.
///
/// A **relation** is its subject, predicate and object; symmetric ones have the subject that sorts
/// first.
///
/// **Events** meet if what their claims say agrees; what a claim leaves unsaid separates nothing:
/// - the PLOVER type is the same, and both tell of facts, or both of prospects (a strike that is
///   planned is not the strike that happened; "may have" joins facts if there are any to join);
/// - the sides are the same countries: "Russian troops", "Putin" and "Russia" are one side. A side
///   that one claim leaves out ("Kyiv was shelled") agrees if both name the same military action,
///   and prospects of two articles only if both also say when or where;
/// - the military action, the place (a country agrees with its towns) and the territory of launch
///   are equal or unsaid;
/// - the dates overlap, or are next to each other for one action at one named place. An event
///   without date agrees with one of the same military action ("the invasion"), else with what was
///   dated or reported within kReportWindowDays of its article.
/// Claims are taken from the most to the least specific. A claim that agrees with several events
/// joins the one in its own article, or if it is a denial the one most claimed, else it stands for
/// an event of its own.
#pragma once

#include "graph/knowledge_graph.h"

namespace entente {

inline constexpr int kReportWindowDays = 60;  ///< judgement: how long news of an act is news

/// True if "A r B" says the same as "B r A".
bool is_symmetric(std::string_view relation);

/// Replaces graph.situations and every claim's `situation`. Sides of a situation are the actors on
/// whom its claims agree: where some say "Russian troops" and others "Russia", Russia.
/// The id is a hash of the most specific claim's description, so that graphs built apart name an
/// event alike. Requires: actors, articles and claims are sorted by id.
void form_situations(KnowledgeGraph& graph);

}  // namespace entente
