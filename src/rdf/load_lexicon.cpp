// SPDX-License-Identifier: ISC
#include "rdf/load_lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

namespace entente::rdf {

namespace {

const std::string kLex = "https://w3id.org/entente/lexicon#";

std::string lex(std::string_view name) {
  return kLex + std::string(name);
}

struct EntryClass {
  std::string_view type;
  WordClass word_class;
  std::string_view prefix;  // of ids
};

constexpr std::array<EntryClass, 3> kFrameClasses = {{
    {"Verb", WordClass::Verb, "verb:"},
    {"Noun", WordClass::Noun, "noun:"},
    {"Adjective", WordClass::Adjective, "adjective:"},
}};

constexpr std::array<EntryClass, 8> kCueClasses = {{
    {"VerbCue", WordClass::Verb, "verb-cue:"},
    {"NounCue", WordClass::Noun, "noun-cue:"},
    {"AdjectiveCue", WordClass::Adjective, "adjective-cue:"},
    {"AdverbCue", WordClass::Adverb, "adverb-cue:"},
    {"AuxiliaryCue", WordClass::Auxiliary, "auxiliary-cue:"},
    {"DeterminerCue", WordClass::Determiner, "determiner-cue:"},
    {"AdpositionCue", WordClass::Adposition, "adposition-cue:"},
    {"ConjunctionCue", WordClass::Conjunction, "conjunction-cue:"},
}};

constexpr std::array<std::string_view, 16> kEventTypes = {
    "Agree",  "Consult", "Support",  "Concede", "Cooperate", "Aid",      "Retreat", "Request",
    "Accuse", "Reject",  "Threaten", "Protest", "Sanction",  "Mobilize", "Coerce",  "Assault"};

std::vector<std::string> split(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::vector<Path> paths_of(std::string_view text) {
  std::vector<Path> out;
  for (std::string step : split(text)) {
    // "out_of" is one preposition of two words.
    std::replace(step.begin(), step.end(), '_', ' ');
    out.push_back(parse_path(step));
  }
  return out;
}

bool is_true(std::string_view text) {
  return text == "true" || text == "1";
}

/// A property of an entry, or else of its syntactic frame.
std::string_view inherited(const TripleTable& table, Node entry, Node frame,
                           std::string_view property) {
  const std::string_view own = table.text_of(entry, lex(property));
  if (!own.empty() || frame == kNoTerm) return own;
  return table.text_of(frame, lex(property));
}

struct Words {
  std::string head;
  std::vector<std::string> fixed;
};

Words words_of(const TripleTable& table, Node entry) {
  const Node word = table.required(entry, lex("word"));
  std::vector<std::string> all = split(table.text(word));
  if (all.empty()) table.fail(entry, "empty lex:word, expected the lemma of a word");
  Words out{all.front(), {}};
  out.fixed.assign(all.begin() + 1, all.end());
  return out;
}

Polarity polarity_of(const TripleTable& table, Node entry, std::string_view name) {
  if (name.empty() || name == "Affirmed") return Polarity::Affirmed;
  if (name == "Denied") return Polarity::Denied;
  table.fail(entry, "unknown polarity '" + std::string(name) + "', expected Affirmed or Denied");
}

std::optional<Modality> parse_modality(std::string_view name) {
  for (const Modality m : {Modality::Actual, Modality::Probable, Modality::Possible,
                           Modality::Planned, Modality::Conditional, Modality::Demanded}) {
    if (to_string(m) == name) return m;
  }
  return {};
}

std::string_view local_of(const TripleTable& table, Node entry, std::string_view property) {
  const Node object = table.object(entry, lex(property));
  return object == kNoTerm ? std::string_view() : table.local_name(object);
}

Modality modality_of(const TripleTable& table, Node entry, std::string_view property = "modality") {
  const std::string_view name = local_of(table, entry, property);
  if (name.empty()) return Modality::Actual;
  if (const auto m = parse_modality(name)) return *m;
  table.fail(entry, "unknown modality '" + std::string(name) +
                        "', expected Actual, Probable, Possible, Planned, Conditional or Demanded");
}

/// PLOVER types are the sixteen names, relations begin with a small letter, others are actions.
/// An entry that evokes an event and a relation tells of both.
Sense sense_of(const TripleTable& table, Node entry) {
  Sense sense;
  for (const Node node : table.objects(entry, lex("evokes"))) {
    const std::string_view name = table.local_name(node);
    if (std::find(kEventTypes.begin(), kEventTypes.end(), name) != kEventTypes.end()) {
      sense.type = upper(name);
    } else if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
      sense.relation = std::string(name);
    } else {
      sense.action = std::string(name);
    }
  }
  if (sense.type.empty()) {
    sense.is_relation = true;
    sense.type = std::move(sense.relation);
    sense.relation.clear();
  }
  if (sense.type.empty()) {
    table.fail(entry, "lex:evokes names no PLOVER type and no relation");
  }
  sense.mode = std::string(table.text_of(entry, lex("mode")));
  for (const Node node : table.objects(entry, lex("context"))) {
    sense.contexts.emplace_back(table.text(node));
  }
  std::sort(sense.contexts.begin(), sense.contexts.end());
  return sense;
}

std::vector<std::string> members_of(const TripleTable& table, Node entry, Node noun_class) {
  std::vector<std::string> out;
  for (const Node member : table.objects(noun_class, lex("member"))) {
    for (const std::string& lemma : split(table.text(member))) out.push_back(lemma);
  }
  if (out.empty()) {
    table.fail(entry,
               "noun class '" + std::string(table.local_name(noun_class)) + "' has no lex:member");
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<ActorType> types_of(const TripleTable& table, Node entry, std::string_view property) {
  std::vector<ActorType> out;
  for (const Node node : table.objects(entry, lex(property))) {
    const std::string_view name = table.local_name(node);
    const std::optional<ActorType> type = parse_actor_type(name);
    if (!type) table.fail(entry, "unknown class of actors '" + std::string(name) + "'");
    out.push_back(*type);
  }
  return out;
}

void read_conditions(const TripleTable& table, Node entry, Frame& frame) {
  const auto read = [&](std::string_view property, Path at) {
    std::vector<std::string> lemmas;
    for (const Node noun_class : table.objects(entry, lex(property))) {
      const std::vector<std::string> more = members_of(table, entry, noun_class);
      lemmas.insert(lemmas.end(), more.begin(), more.end());
    }
    if (lemmas.empty()) return;
    std::sort(lemmas.begin(), lemmas.end());
    frame.conditions.push_back({std::move(at), std::move(lemmas)});
  };
  read("object", {"obj"});
  read("subject", {"nsubj"});
  for (const Node node : table.objects(entry, lex("requires"))) {
    std::vector<std::string> lemmas = members_of(table, entry, table.required(node, lex("oneOf")));
    frame.conditions.push_back({parse_path(table.text_of(node, lex("at"))), std::move(lemmas)});
  }
  for (const Node node : table.objects(entry, lex("unless"))) {
    const std::vector<std::string> lemmas =
        members_of(table, entry, table.required(node, lex("oneOf")));
    for (const Path& path : paths_of(table.text(table.required(node, lex("at")))))
      frame.exclusions.push_back({path, lemmas});
  }
}

Node syntactic_frame(const TripleTable& table, Node entry) {
  const Node frame = table.object(entry, lex("frame"));
  if (frame != kNoTerm && table.statements(frame).empty()) {
    table.fail(entry, "unknown frame '" + std::string(table.local_name(frame)) + "'");
  }
  return frame;
}

Frame read_frame(const TripleTable& table, Node entry, const EntryClass& entry_class) {
  const Node syntax = syntactic_frame(table, entry);
  Frame frame;
  const Words words = words_of(table, entry);
  frame.id = std::string(entry_class.prefix) + std::string(table.text_of(entry, lex("word")));
  frame.word_class = entry_class.word_class;
  frame.head = words.head;
  frame.fixed = words.fixed;
  frame.sense = sense_of(table, entry);
  frame.initiator = paths_of(inherited(table, entry, syntax, "initiator"));
  frame.recipient = paths_of(inherited(table, entry, syntax, "recipient"));
  for (const std::string& role : split(inherited(table, entry, syntax, "needs"))) {
    if (role == "initiator")
      frame.needs_initiator = true;
    else if (role == "recipient")
      frame.needs_recipient = true;
    else if (role != "nobody")
      table.fail(entry, "lex:needs has '" + role + "', expected initiator, recipient or nobody");
  }
  frame.direct_recipient = is_true(inherited(table, entry, syntax, "direct"));
  frame.initiator_types = types_of(table, entry, "initiatorType");
  frame.recipient_types = types_of(table, entry, "recipientType");
  frame.of_people = upper(local_of(table, entry, "ofPeople"));
  if (frame.of_people == "NOTHING") frame.of_people = "-";
  frame.joins = is_true(inherited(table, entry, syntax, "joins"));
  frame.reciprocal = is_true(inherited(table, entry, syntax, "reciprocal"));
  frame.polarity = polarity_of(table, entry, local_of(table, entry, "polarity"));
  frame.modality = modality_of(table, entry);
  read_conditions(table, entry, frame);
  frame.absent = paths_of(table.text_of(entry, lex("without")));
  return frame;
}

/// "An earthquake hit Iran" tells of no attack: what holds for all frames of an event type.
void read_exclusions(const TripleTable& table, EventLexicon& lexicon) {
  for (const Node node : table.subjects_of_type(lex("Exclusion"))) {
    const Sense sense = sense_of(table, node);
    const std::vector<std::string> lemmas =
        members_of(table, node, table.required(node, lex("oneOf")));
    for (const Path& path : paths_of(table.text(table.required(node, lex("at"))))) {
      for (Frame& frame : lexicon.frames) {
        if (frame.sense.type == sense.type) frame.exclusions.push_back({path, lemmas});
      }
    }
  }
}

Effect effect_of(const TripleTable& table, Node entry, char sign, Modality modality) {
  switch (sign) {
    case '+':
      return {false, modality};
    case '-':
      return {true, modality};
    case '?':
      return {false, modality == Modality::Actual ? Modality::Possible : modality};
    default:
      break;
  }
  table.fail(entry, "lex:signature must be two of + - ? with | between them, like \"+|-\"");
}

Cue read_cue(const TripleTable& table, Node entry, const EntryClass& entry_class) {
  Cue cue;
  const Words words = words_of(table, entry);
  cue.id = std::string(entry_class.prefix) + std::string(table.text_of(entry, lex("word")));
  cue.word_class = entry_class.word_class;
  cue.head = words.head;
  cue.fixed = words.fixed;
  cue.reports = is_true(table.text_of(entry, lex("reports")));
  cue.light = is_true(table.text_of(entry, lex("light")));
  cue.subject_control = is_true(table.text_of(entry, lex("subjectControl")));
  cue.keeps_nouns = is_true(table.text_of(entry, lex("keepsNouns")));
  cue.hearsay = is_true(table.text_of(entry, lex("hearsay")));
  cue.factive = is_true(table.text_of(entry, lex("factive")));
  cue.content = paths_of(table.text_of(entry, lex("content")));
  cue.speaker = paths_of(table.text_of(entry, lex("speaker")));
  cue.doer = paths_of(table.text_of(entry, lex("doer")));
  cue.of_clauses = modality_of(table, entry, "ofClauses");
  std::string_view signature = table.text_of(entry, lex("signature"));
  if (signature.empty()) signature = "+|-";
  if (signature.size() != 3 || signature[1] != '|') signature = "xxx";
  const Modality modality = modality_of(table, entry);
  cue.affirmed = effect_of(table, entry, signature[0], modality);
  cue.denied = effect_of(table, entry, signature[2], modality);
  return cue;
}

void read_units(const TripleTable& table, EventLexicon& lexicon) {
  for (const Node unit : table.subjects_of_type(lex("Unit"))) {
    const std::string name(table.text(table.required(unit, lex("name"))));
    for (const Node node : table.objects(unit, lex("member"))) {
      for (const std::string& lemma : split(table.text(node))) lexicon.unit_of_noun[lemma] = name;
    }
    for (const Node node : table.objects(unit, lex("madeBy"))) {
      for (const std::string& lemma : split(table.text(node))) lexicon.unit_of_verb[lemma] = name;
    }
  }
}

/// The members of all lists of that kind.
void read_list(const TripleTable& table, std::string_view kind,
               std::unordered_set<std::string>& lemmas) {
  for (const Node node : table.subjects_of_type(lex(kind))) {
    for (std::string& lemma : members_of(table, node, node)) lemmas.insert(std::move(lemma));
  }
}

void read_irregular_verbs(const TripleTable& table, EventLexicon& lexicon) {
  for (const Node verb : table.subjects_of_type(lex("IrregularVerb"))) {
    const std::string lemma(table.text(table.required(verb, lex("word"))));
    for (const std::string& form : split(table.text(table.required(verb, lex("forms"))))) {
      lexicon.lemma_of_form[form] = lemma;
    }
  }
}

template <typename Visit>
void each_frame_entry(const TripleTable& table, const Visit& visit) {
  for (const EntryClass& entry_class : kFrameClasses) {
    for (const Node entry : table.subjects_of_type(lex(entry_class.type)))
      visit(entry, entry_class);
  }
}

template <typename Visit>
void each_cue_entry(const TripleTable& table, const Visit& visit) {
  for (const EntryClass& entry_class : kCueClasses) {
    for (const Node entry : table.subjects_of_type(lex(entry_class.type)))
      visit(entry, entry_class);
  }
}

/// "ASSAULT denied planned", in any order.
void read_expectation(const TripleTable& table, Node entry, LexiconExample& example) {
  for (const std::string& word : split(table.text_of(entry, lex("gives")))) {
    if (word == "denied" || word == "affirmed")
      example.polarity = word;
    else if (word == "actual" || word == "probable" || word == "possible" || word == "planned" ||
             word == "conditional" || word == "demanded") {
      example.modality = word;
    } else {
      example.type = word;
    }
  }
}

}  // namespace

EventLexicon load_lexicon(const TripleTable& table) {
  EventLexicon lexicon;
  each_frame_entry(table, [&](Node entry, const EntryClass& entry_class) {
    lexicon.frames.push_back(read_frame(table, entry, entry_class));
  });
  read_exclusions(table, lexicon);
  each_cue_entry(table, [&](Node entry, const EntryClass& entry_class) {
    lexicon.cues.push_back(read_cue(table, entry, entry_class));
  });
  read_units(table, lexicon);
  read_list(table, "Locals", lexicon.locals);
  read_list(table, "Others", lexicon.others);
  read_list(table, "Parts", lexicon.parts);
  read_list(table, "Targets", lexicon.targets);
  read_list(table, "Things", lexicon.things);
  read_irregular_verbs(table, lexicon);
  index_lexicon(lexicon);
  return lexicon;
}

EventLexicon load_lexicon(const std::filesystem::path& folder) {
  const std::filesystem::path below = folder / "lexicon";
  return load_lexicon(
      read_triple_table_folder(std::filesystem::is_directory(below) ? below : folder));
}

std::vector<LexiconExample> load_lexicon_examples(const TripleTable& table) {
  std::vector<LexiconExample> out;
  const auto add = [&](Node entry, const EntryClass& entry_class, std::string type) {
    for (const Node text : table.objects(entry, lex("example"))) {
      LexiconExample example;
      example.entry =
          std::string(entry_class.prefix) + std::string(table.text_of(entry, lex("word")));
      example.text = std::string(table.text(text));
      example.type = type;
      read_expectation(table, entry, example);
      out.push_back(std::move(example));
    }
  };
  each_frame_entry(table, [&](Node entry, const EntryClass& entry_class) {
    add(entry, entry_class, sense_of(table, entry).type);
  });
  each_cue_entry(table,
                 [&](Node entry, const EntryClass& entry_class) { add(entry, entry_class, {}); });
  return out;
}

}  // namespace entente::rdf
