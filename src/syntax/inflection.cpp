// SPDX-License-Identifier: ISC
#include "syntax/inflection.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <span>

namespace entente {

namespace {

struct Inflected {
  std::string_view form, base;
};

// The strong and irregular verbs of English: past forms that differ from the base, sorted.
constexpr Inflected kPastForms[] = {
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

// Irregular plurals, plurals whose ending could be another word's ("calories", "aches"), and, with
// an empty second column, plurals without a singular; sorted.
constexpr Inflected kPlurals[] = {
    {"aches", "ache"},
    {"addenda", "addendum"},
    {"aeries", "aerie"},
    {"afterlives", "afterlife"},
    {"algae", "alga"},
    {"alms", ""},
    {"alumni", "alumnus"},
    {"amends", ""},
    {"analyses", "analysis"},
    {"annals", ""},
    {"antennae", "antenna"},
    {"antitheses", "antithesis"},
    {"appendices", "appendix"},
    {"arrears", ""},
    {"auspices", ""},
    {"avalanches", "avalanche"},
    {"axes", "axis"},
    {"bacilli", "bacillus"},
    {"backaches", "backache"},
    {"bacteria", "bacterium"},
    {"barracks", ""},
    {"bases", "basis"},
    {"belongings", ""},
    {"billiards", ""},

    {"birdies", "birdie"},
    {"bogies", "bogie"},
    {"boogies", "boogie"},
    {"bookies", "bookie"},
    {"bookshelves", "bookshelf"},
    {"bourgeoisies", "bourgeoisie"},
    {"bowties", "bowtie"},
    {"breeches", ""},
    {"brioches", "brioche"},
    {"brownies", "brownie"},
    {"budgies", "budgie"},
    {"bureaux", "bureau"},
    {"buses", "bus"},
    {"caches", "cache"},
    {"cacti", "cactus"},
    {"caddies", "caddie"},
    {"calories", "calorie"},
    {"calves", "calf"},
    {"camaraderies", "camaraderie"},
    {"catharses", "catharsis"},
    {"chaos", ""},
    {"chateaux", "chateau"},
    {"children", "child"},
    {"cliches", "cliche"},
    {"clothes", ""},
    {"codices", "codex"},
    {"collies", "collie"},
    {"confines", ""},
    {"congratulations", ""},
    {"contents", ""},
    {"cookies", "cookie"},
    {"coolies", "coolie"},
    {"cosmos", ""},
    {"cowries", "cowrie"},
    {"creches", "creche"},
    {"crises", "crisis"},
    {"criteria", "criterion"},
    {"crossroads", ""},
    {"curricula", "curriculum"},
    {"dearies", "dearie"},
    {"debris", ""},
    {"diagnoses", "diagnosis"},
    {"dixies", "dixie"},
    {"doldrums", ""},
    {"dormice", "dormouse"},
    {"dregs", ""},
    {"dwarves", "dwarf"},
    {"earnings", ""},
    {"economics", ""},
    {"electronics", ""},
    {"ellipses", "ellipsis"},
    {"elves", "elf"},
    {"emphases", "emphasis"},
    {"entrails", ""},
    {"errata", "erratum"},
    {"ethics", ""},
    {"eyries", "eyrie"},
    {"faeces", ""},
    {"feces", ""},
    {"feet", "foot"},
    {"fezzes", "fez"},
    {"finances", ""},
    {"foci", "focus"},
    {"foodies", "foodie"},
    {"formulae", "formula"},
    {"freebies", "freebie"},
    {"fungi", "fungus"},
    {"furnishings", ""},
    {"gallows", ""},
    {"gases", "gas"},
    {"geese", "goose"},
    {"geneses", "genesis"},
    {"genetics", ""},
    {"genies", "genie"},
    {"genitals", ""},
    {"geopolitics", ""},
    {"glasses", ""},
    {"goalies", "goalie"},

    {"goods", ""},
    {"grandchildren", "grandchild"},
    {"groupies", "groupie"},
    {"halves", "half"},
    {"headaches", "headache"},
    {"headquarters", ""},
    {"heartaches", "heartache"},
    {"hippies", "hippie"},
    {"hoodies", "hoodie"},
    {"hooves", "hoof"},
    {"housewives", "housewife"},
    {"hrs", "hour"},
    {"hustings", ""},
    {"hypotheses", "hypothesis"},
    {"indices", "index"},
    {"indies", "indie"},
    {"jeans", ""},
    {"junkies", "junkie"},
    {"kiddies", "kiddie"},
    {"knives", "knife"},
    {"kudos", ""},
    {"laddies", "laddie"},
    {"larvae", "larva"},
    {"lassies", "lassie"},
    {"leaves", "leaf"},

    {"lice", "louse"},
    {"lies", "lie"},
    {"lives", "life"},
    {"loaves", "loaf"},
    {"loci", "locus"},
    {"logistics", ""},
    {"magpies", "magpie"},
    {"manners", ""},
    {"mathematics", ""},
    {"matrices", "matrix"},
    {"means", ""},
    {"mechanics", ""},
    {"memoranda", "memorandum"},
    {"menageries", "menagerie"},
    {"metamorphoses", "metamorphosis"},
    {"mice", "mouse"},
    {"midwives", "midwife"},
    {"mins", "minute"},
    {"moustaches", "moustache"},
    {"movies", "movie"},
    {"mustaches", "mustache"},
    {"neckties", "necktie"},
    {"nemeses", "nemesis"},
    {"neuroses", "neurosis"},
    {"newbies", "newbie"},
    {"news", ""},
    {"niches", "niche"},
    {"nuclei", "nucleus"},
    {"oases", "oasis"},
    {"odds", ""},
    {"oldies", "oldie"},
    {"outskirts", ""},
    {"oxen", "ox"},
    {"pajamas", ""},
    {"panties", ""},
    {"pants", ""},
    {"paralyses", "paralysis"},
    {"parentheses", "parenthesis"},
    {"passersby", "passerby"},
    {"pastiches", "pastiche"},
    {"penknives", "penknife"},
    {"phenomena", "phenomenon"},
    {"physics", ""},
    {"pies", "pie"},
    {"pinkies", "pinkie"},
    {"pixies", "pixie"},
    {"plateaux", "plateau"},
    {"pliers", ""},
    {"politics", ""},
    {"potpies", "potpie"},
    {"prairies", "prairie"},
    {"premises", ""},
    {"proceedings", ""},
    {"proceeds", ""},
    {"prognoses", "prognosis"},
    {"psyches", "psyche"},
    {"psychoses", "psychosis"},
    {"pyjamas", ""},
    {"quiches", "quiche"},
    {"quickies", "quickie"},
    {"quizzes", "quiz"},
    {"radii", "radius"},
    {"referenda", "referendum"},
    {"regards", ""},
    {"remains", ""},
    {"reveries", "reverie"},
    {"riches", ""},
    {"robotics", ""},
    {"rookies", "rookie"},
    {"roomies", "roomie"},
    {"savings", ""},
    {"scarves", "scarf"},
    {"schoolchildren", "schoolchild"},
    {"scissors", ""},
    {"selfies", "selfie"},
    {"selves", "self"},
    {"semantics", ""},
    {"series", ""},
    {"sheaves", "sheaf"},
    {"shelves", "shelf"},
    {"shenanigans", ""},
    {"smoothies", "smoothie"},
    {"sorties", "sortie"},
    {"species", ""},
    {"spectacles", ""},
    {"statistics", ""},
    {"stimuli", "stimulus"},
    {"stomachaches", "stomachache"},
    {"strata", "stratum"},
    {"suds", ""},
    {"summons", ""},
    {"sunglasses", ""},
    {"surroundings", ""},
    {"syllabi", "syllabus"},
    {"synopses", "synopsis"},
    {"syntheses", "synthesis"},
    {"tableaux", "tableau"},
    {"talkies", "talkie"},
    {"techies", "techie"},
    {"teeth", "tooth"},
    {"testes", "testis"},
    {"thanks", ""},
    {"theses", "thesis"},
    {"thieves", "thief"},
    {"tidings", ""},
    {"ties", "tie"},

    {"tongs", ""},
    {"toothaches", "toothache"},
    {"townies", "townie"},
    {"trousers", ""},
    {"tweezers", ""},
    {"undies", ""},
    {"valuables", ""},
    {"veggies", "veggie"},
    {"vertebrae", "vertebra"},
    {"vertices", "vertex"},
    {"vespers", ""},
    {"victuals", ""},
    {"vortices", "vortex"},
    {"walkie-talkies", "walkie-talkie"},
    {"werewolves", "werewolf"},
    {"wharves", "wharf"},
    {"whereabouts", ""},
    {"winnings", ""},
    {"wives", "wife"},
    {"wolves", "wolf"},
    {"yrs", "year"},
    {"yuppies", "yuppie"},
    {"zombies", "zombie"},
};

constexpr std::string_view kPrefixes[] = {"",    "over", "under", "out",   "with", "mis", "fore",
                                          "for", "re",   "un",    "inter", "be",   "up",  "down"};

// Null if `form` is not in the sorted `table`.
const Inflected* find(std::span<const Inflected> table, std::string_view form) {
  const auto found = std::lower_bound(table.begin(), table.end(), form,
                                      [](const Inflected& a, auto b) { return a.form < b; });
  return found == table.end() || found->form != form ? nullptr : &*found;
}

bool is_in(char letter, std::string_view letters) {
  return letters.find(letter) != std::string_view::npos;
}

// Groups of vowels: about one a syllable.
std::size_t count_syllables(std::string_view stem) {
  std::size_t count = 0;
  bool in_vowels = false;
  for (const char letter : stem) {
    const bool vowel = is_in(letter, "aeiouy");
    count += vowel && !in_vowels ? 1 : 0;
    in_vowels = vowel;
  }
  return count;
}

// The stem without -ed or -ing; empty if `form` has neither.
std::string_view participle_stem(std::string_view form) {
  for (const std::string_view ending : {"ing", "ed"}) {
    if (!form.ends_with(ending)) continue;
    const std::string_view stem = form.substr(0, form.size() - ending.size());
    return stem.size() < 2 || count_syllables(stem) == 0 ? std::string_view() : stem;
  }
  return {};
}

// "greet", "shout": two vowels before one consonant, which make an e at the end needless.
bool has_long_vowel(std::string_view stem) {
  if (stem.size() < 4 || stem.ends_with("creat") || stem.ends_with("rout")) return false;
  const std::string_view vowels = stem.substr(stem.size() - 3, 2);
  return vowels == "ee" || vowels == "ea" || vowels == "oo" || vowels == "oa" || vowels == "ai" ||
         vowels == "ou";
}

enum class Spelling { Whole, Unclear, LacksE, Doubled };

// How a stem of -ed and -ing is spelled: by its last letters, and for one syllable by its only
// vowel, since "star" would have doubled its r.
Spelling spelling_of(std::string_view stem) {
  const std::size_t size = stem.size();
  const char last = stem[size - 1], before = stem[size - 2];
  const std::size_t syllables = count_syllables(stem);
  const char third = size > 2 ? stem[size - 3] : 'x';
  if (last == 'e') return Spelling::Unclear;
  if (last == before && is_in(last, "bdgmnprt"))
    return size > 3 ? Spelling::Doubled : Spelling::Whole;
  if (is_in(last, "vuc")) return Spelling::LacksE;
  if (last == 'z' && !is_in(before, "zt")) return Spelling::LacksE;
  if (last == 'l' && is_in(before, "bcdfgkptz")) return Spelling::LacksE;
  if (last == 's' && is_in(before, "ianrl") && !stem.ends_with("ias")) return Spelling::LacksE;
  if (last == 'g' && is_in(before, "dl")) return Spelling::LacksE;
  if (stem.ends_with("at") && syllables > 1 && !is_in(third, "eo")) return Spelling::LacksE;
  if (is_in(last, "dfklmnprt") && has_long_vowel(stem)) return Spelling::Whole;
  if (last == 'd' && is_in(before, "iea") && syllables > 1 && !is_in(third, "aeiou"))
    return Spelling::LacksE;
  if (stem.ends_with("ut") && syllables > 2) return Spelling::LacksE;
  if (stem.ends_with("ick") && syllables > 1) return Spelling::Doubled;
  if (syllables == 1 && is_in(before, "aeiou") && !is_in(third, "aeiou") &&
      !is_in(last, "aeiouwxy"))
    return Spelling::LacksE;
  if (is_in(last, "hwyx") && !stem.ends_with("th")) return Spelling::Whole;
  if (last == 'k' && is_in(before, "cnrs")) return Spelling::Whole;
  if (is_in(last, "dfmpt") && is_in(before, "nlrfm")) return Spelling::Whole;
  return Spelling::Unclear;
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
    if (const Inflected* past = find(kPastForms, rest))
      return std::string(prefix).append(past->base);
  }
  return {};
}

std::string regular_verb(std::string_view form) {
  const std::string_view stem = participle_stem(form);
  if (stem.empty()) return {};
  const std::string whole(stem);
  const bool is_past = form.ends_with("ed");
  if (stem.ends_with("ee")) return is_past ? std::string() : whole;  // "freeing"
  if (is_past && stem.back() == 'e') return whole + "e";             // "freed"
  if (is_past && stem.back() == 'i')
    return whole.substr(0, whole.size() - 1) + (whole.size() == 2 ? "ie" : "y");
  switch (spelling_of(stem)) {
    case Spelling::Whole:
      return whole;
    case Spelling::LacksE:
      return whole + "e";
    case Spelling::Doubled:
      return whole.substr(0, whole.size() - 1);
    default:
      return {};
  }
}

std::string irregular_noun(std::string_view form) {
  const Inflected* plural = find(kPlurals, form);
  return std::string(plural == nullptr      ? std::string_view()
                     : plural->base.empty() ? form
                                            : plural->base);
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
