// SPDX-License-Identifier: ISC
#include "syntax/inflection.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace entente {

namespace {

struct PastForm {
  std::string_view form, base;
};

// The strong and irregular verbs of English: past forms that differ from the base, sorted.
constexpr PastForm kPastForms[] = {
    {"arisen", "arise"},     {"arose", "arise"},      {"ate", "eat"},
    {"awoke", "awake"},      {"awoken", "awake"},     {"beaten", "beat"},
    {"became", "become"},    {"began", "begin"},      {"begun", "begin"},
    {"bent", "bend"},        {"bit", "bite"},         {"bitten", "bite"},
    {"bled", "bleed"},       {"blew", "blow"},        {"blown", "blow"},
    {"bore", "bear"},        {"born", "bear"},        {"borne", "bear"},
    {"bought", "buy"},       {"bound", "bind"},       {"bred", "breed"},
    {"broke", "break"},      {"broken", "break"},     {"brought", "bring"},
    {"built", "build"},      {"burnt", "burn"},       {"came", "come"},
    {"caught", "catch"},     {"chose", "choose"},     {"chosen", "choose"},
    {"clung", "cling"},      {"crept", "creep"},      {"dealt", "deal"},
    {"did", "do"},           {"done", "do"},          {"drank", "drink"},
    {"drawn", "draw"},       {"dreamt", "dream"},     {"drew", "draw"},
    {"driven", "drive"},     {"drove", "drive"},      {"drunk", "drink"},
    {"dug", "dig"},          {"dwelt", "dwell"},      {"eaten", "eat"},
    {"fallen", "fall"},      {"fed", "feed"},         {"fell", "fall"},
    {"felt", "feel"},        {"fled", "flee"},        {"flew", "fly"},
    {"flown", "fly"},        {"flung", "fling"},      {"forbade", "forbid"},
    {"forbidden", "forbid"}, {"forgave", "forgive"},  {"forgiven", "forgive"},
    {"forgot", "forget"},    {"forgotten", "forget"}, {"forsaken", "forsake"},
    {"forsook", "forsake"},  {"fought", "fight"},     {"found", "find"},
    {"froze", "freeze"},     {"frozen", "freeze"},    {"gave", "give"},
    {"given", "give"},       {"gone", "go"},          {"got", "get"},
    {"gotten", "get"},       {"grew", "grow"},        {"ground", "grind"},
    {"grown", "grow"},       {"had", "have"},         {"heard", "hear"},
    {"held", "hold"},        {"hid", "hide"},         {"hidden", "hide"},
    {"hung", "hang"},        {"kept", "keep"},        {"knelt", "kneel"},
    {"knew", "know"},        {"known", "know"},       {"laid", "lay"},
    {"lain", "lie"},         {"lay", "lie"},          {"leant", "lean"},
    {"leapt", "leap"},       {"learnt", "learn"},     {"led", "lead"},
    {"left", "leave"},       {"lent", "lend"},        {"lit", "light"},
    {"lost", "lose"},        {"made", "make"},        {"meant", "mean"},
    {"met", "meet"},         {"paid", "pay"},         {"pled", "plead"},
    {"proved", "prove"},     {"proven", "prove"},     {"ran", "run"},
    {"rang", "ring"},        {"rent", "rend"},        {"ridden", "ride"},
    {"risen", "rise"},       {"rode", "ride"},        {"rose", "rise"},
    {"rung", "ring"},        {"said", "say"},         {"sang", "sing"},
    {"sank", "sink"},        {"sat", "sit"},          {"saw", "see"},
    {"seen", "see"},         {"sent", "send"},        {"sewed", "sew"},
    {"sewn", "sew"},         {"shaken", "shake"},     {"shone", "shine"},
    {"shook", "shake"},      {"shot", "shoot"},       {"showed", "show"},
    {"shown", "show"},       {"shrank", "shrink"},    {"shrunk", "shrink"},
    {"slain", "slay"},       {"slept", "sleep"},      {"slew", "slay"},
    {"slid", "slide"},       {"slung", "sling"},      {"smelt", "smell"},
    {"sold", "sell"},        {"sought", "seek"},      {"sowed", "sow"},
    {"sown", "sow"},         {"spat", "spit"},        {"sped", "speed"},
    {"spelt", "spell"},      {"spent", "spend"},      {"spilt", "spill"},
    {"spoilt", "spoil"},     {"spoke", "speak"},      {"spoken", "speak"},
    {"sprang", "spring"},    {"sprung", "spring"},    {"spun", "spin"},
    {"stank", "stink"},      {"stole", "steal"},      {"stolen", "steal"},
    {"stood", "stand"},      {"stricken", "strike"},  {"stridden", "stride"},
    {"striven", "strive"},   {"strode", "stride"},    {"strove", "strive"},
    {"struck", "strike"},    {"strung", "string"},    {"stuck", "stick"},
    {"stung", "sting"},      {"stunk", "stink"},      {"sung", "sing"},
    {"sunk", "sink"},        {"swam", "swim"},        {"swelled", "swell"},
    {"swept", "sweep"},      {"swollen", "swell"},    {"swore", "swear"},
    {"sworn", "swear"},      {"swum", "swim"},        {"swung", "swing"},
    {"taken", "take"},       {"taught", "teach"},     {"thought", "think"},
    {"threw", "throw"},      {"thrown", "throw"},     {"told", "tell"},
    {"took", "take"},        {"tore", "tear"},        {"torn", "tear"},
    {"trod", "tread"},       {"trodden", "tread"},    {"went", "go"},
    {"wept", "weep"},        {"woke", "wake"},        {"woken", "wake"},
    {"won", "win"},          {"wore", "wear"},        {"worn", "wear"},
    {"wound", "wind"},       {"wove", "weave"},       {"woven", "weave"},
    {"written", "write"},    {"wrote", "write"},      {"wrung", "wring"},
};

// Past forms that are the base of another verb ("found a state", "fell trees").
constexpr std::string_view kAlsoBases[] = {"bore",   "bound", "fell", "felt",  "found",
                                           "ground", "lay",   "left", "lent",  "lit",
                                           "rent",   "rose",  "saw",  "wound", "wove"};

constexpr std::string_view kPrefixes[] = {"",    "over", "under", "out",   "with", "mis", "fore",
                                          "for", "re",   "un",    "inter", "be",   "up",  "down"};

std::string_view base_of_past(std::string_view form) {
  const auto* found = std::lower_bound(std::begin(kPastForms), std::end(kPastForms), form,
                                       [](const PastForm& a, auto b) { return a.form < b; });
  return found == std::end(kPastForms) || found->form != form ? std::string_view() : found->base;
}

bool is_also_base(std::string_view form) {
  return std::binary_search(std::begin(kAlsoBases), std::end(kAlsoBases), form);
}

}  // namespace

std::string irregular_verb(std::string_view form, bool is_past) {
  for (const std::string_view prefix : kPrefixes) {
    if (form.substr(0, prefix.size()) != prefix) continue;
    const std::string_view rest = form.substr(prefix.size());
    if (!is_past && is_also_base(rest)) continue;
    const std::string_view base = base_of_past(rest);
    if (!base.empty()) return std::string(prefix).append(base);
  }
  return {};
}

std::vector<std::string> stems_of(std::string_view form) {
  std::vector<std::string> out;
  for (const std::string_view ending : {"ed", "ing", "es", "s", "d"}) {
    if (!form.ends_with(ending) || form.size() < ending.size() + 3) continue;
    const std::string stem(form.substr(0, form.size() - ending.size()));
    const std::string shorter = stem.substr(0, stem.size() - 1);
    out.push_back(stem);
    out.push_back(stem + 'e');
    if (stem.back() == shorter.back() || stem.ends_with("ck")) out.push_back(shorter);
    if (stem.back() == 'i') out.push_back(shorter + 'y');
  }
  return out;
}

}  // namespace entente
