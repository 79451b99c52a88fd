// SPDX-License-Identifier: ISC
#include "entities/link.h"

#include "article.h"

#include <catch2/catch.hpp>

using namespace entente;
using entente::test::ArticleBuilder;
using entente::test::kind;
using entente::test::posts;
using entente::test::small_world;
using entente::test::who;

using Lines = std::vector<std::string>;

TEST_CASE("a full name is its actor, and the surname after it too", "[entities]") {
  ArticleBuilder article;
  article.sentence("Vladimir|PROPN|3|nsubj|B-PER Putin|PROPN|1|flat|I-PER spoke|VERB|0|root")
      .sentence("Putin|PROPN|2|nsubj left|VERB|0|root");
  const Entities found = article.find(small_world());
  CHECK(who(found, 0, 1) == "vladimir-putin");
  CHECK(who(found, 1, 1) == "vladimir-putin");
}

TEST_CASE("an unknown person gets an id from the full name and the country of the title",
          "[entities]") {
  ArticleBuilder article;
  article
      .sentence(
          "Estonian|ADJ|2|amod official|NOUN|3|nmod:desc|Number=Sing Mart|PROPN|5|nsubj|B-PER "
          "Kask|PROPN|3|flat|I-PER spoke|VERB|0|root")
      .sentence("Kask|PROPN|2|nsubj|B-PER left|VERB|0|root");
  const Entities found = article.find(small_world());
  CHECK(who(found, 0, 3) == "mart-kask");
  CHECK(who(found, 1, 1) == "mart-kask");
  const Actor& kask = found.actors.at(found.mentions.at(1).actors.at(0));
  CHECK(kask.id == "mart-kask");
  CHECK(kask.country == "EST");
  CHECK(kask.sector == "GOV");
  CHECK_FALSE(kask.vetted);
}

TEST_CASE("another bearer of a known surname is somebody else", "[entities]") {
  ArticleBuilder article;
  article.sentence("Masha|PROPN|3|nsubj Putin|PROPN|1|flat sang|VERB|0|root");
  CHECK(who(article.find(small_world()), 0, 1) == "masha-putin");
}

TEST_CASE("an initial fits a known given name", "[entities]") {
  ArticleBuilder article;
  article.sentence("A.|PROPN|3|nsubj|B-PER Lukashenka|PROPN|1|flat|I-PER spoke|VERB|0|root");
  CHECK(who(article.find(small_world()), 0, 1) == "alexander-lukashenko");
}

TEST_CASE("an adjective and a noun of force are the armed forces", "[entities]") {
  ArticleBuilder article;
  article.sentence("Russian|ADJ|2|amod troops|NOUN|3|nsubj|Number=Plur left|VERB|0|root");
  const Entities found = article.find(small_world());
  CHECK(who(found, 0, 2) == "russian-armed-forces");
  CHECK(who(found, 0, 1) == "RUS");
  CHECK(kind(found, 0, 1) == MentionKind::Adjective);
}

TEST_CASE("forces deployed elsewhere stay those of their own state", "[entities]") {
  ArticleBuilder article;
  article.sentence(
      "Belarus|PROPN|3|obl -|PUNCT|3|punct deployed|VERB|5|amod|VerbForm=Part "
      "Russian|ADJ|5|amod units|NOUN|6|nsubj|Number=Plur fired|VERB|0|root");
  CHECK(who(article.find(small_world()), 0, 5) == "russian-armed-forces");
}

TEST_CASE("a leader's forces are those of the state", "[entities]") {
  ArticleBuilder article;
  article
      .sentence(
          "Vladimir|PROPN|6|nmod:poss Putin|PROPN|1|flat 's|PART|1|case "
          "military|NOUN|5|nsubj|Number=Sing "
          "used|VERB|0|root it|PRON|5|obj")
      .sentence("his|PRON|2|nmod:poss|Poss=Yes troops|NOUN|3|nsubj|Number=Plur left|VERB|0|root");
  const Entities found = article.find(small_world());
  CHECK(who(found, 0, 4) == "russian-armed-forces");
  CHECK(who(found, 1, 1) == "vladimir-putin");
  CHECK(who(found, 1, 2) == "russian-armed-forces");
}

TEST_CASE("a post is read by the article's date", "[entities]") {
  const std::string_view words =
      "the|DET|3|det|Definite=Def US|PROPN|3|compound president|NOUN|4|nsubj|Number=Sing "
      "spoke|VERB|0|root";
  CHECK(who(ArticleBuilder().date(1991, 1, 1).sentence(words).find(small_world()), 0, 3) ==
        "george-h-w-bush");
  CHECK(who(ArticleBuilder().date(2003, 1, 1).sentence(words).find(small_world()), 0, 3) ==
        "george-w-bush");
  CHECK(who(ArticleBuilder().sentence(words).find(small_world()), 0, 3) == "USA");
}

TEST_CASE("a capital acts for its state, and is a place behind a preposition of place",
          "[entities]") {
  ArticleBuilder article;
  article.sentence(
      "Minsk|PROPN|2|nsubj denied|VERB|0|root it|PRON|2|obj in|ADP|5|case Moscow|PROPN|2|obl");
  const Entities found = article.find(small_world());
  CHECK(who(found, 0, 1) == "BLR");
  CHECK(kind(found, 0, 1) == MentionKind::Name);
  CHECK(who(found, 0, 5) == "RUS");
  CHECK(kind(found, 0, 5) == MentionKind::Place);
}

TEST_CASE("coordinated adjectives are both meant", "[entities]") {
  ArticleBuilder article;
  article.sentence(
      "Russian|ADJ|4|amod and|CCONJ|3|cc Belarusian|ADJ|1|conj officials|NOUN|5|nsubj|Number=Plur "
      "met|VERB|0|root");
  CHECK(who(article.find(small_world()), 0, 4) == "BLR+RUS");
}

TEST_CASE("titles and appositions state posts", "[entities]") {
  ArticleBuilder article;
  article
      .sentence(
          "Belarusian|ADJ|2|amod President|PROPN|3|nmod:desc|Number=Sing "
          "Alexander|PROPN|5|nsubj|B-PER "
          "Lukashenko|PROPN|3|flat|I-PER spoke|VERB|0|root")
      .sentence(
          "Ivan|PROPN|9|nsubj|B-PER Petrov|PROPN|1|flat|I-PER ,|PUNCT|7|punct "
          "a|DET|7|det|Definite=Ind "
          "former|ADJ|7|amod Russian|ADJ|7|amod diplomat|NOUN|1|appos|Number=Sing ,|PUNCT|7|punct "
          "left|VERB|0|root");
  const Entities found = article.find(small_world());
  CHECK(posts(found) ==
        Lines{"alexander-lukashenko leads BLR (president)", "ivan-petrov ex-of RUS (diplomat)"});
  CHECK(who(found, 1, 7) == "ivan-petrov");
}

TEST_CASE("who serves as a director of a body states a post", "[entities]") {
  ArticleBuilder article;
  article.sentence(
      "Mart|PROPN|13|nsubj|B-PER Kask|PROPN|1|flat|I-PER ,|PUNCT|5|punct "
      "who|PRON|5|nsubj|PronType=Rel "
      "serves|VERB|1|acl:relcl|serve as|ADP|8|case the|DET|8|det|Definite=Def "
      "director|NOUN|5|obl|Number=Sing "
      "of|ADP|10|case NATO|PROPN|8|nmod ,|PUNCT|5|punct too|ADV|13|advmod spoke|VERB|0|root");
  CHECK(posts(article.find(small_world())) == Lines{"mart-kask leads NATO (director)"});
}

TEST_CASE("a pronoun is the last fitting subject, not the object of its own clause", "[entities]") {
  ArticleBuilder article;
  article
      .sentence(
          "Alexander|PROPN|3|nsubj|B-PER Lukashenko|PROPN|1|flat|I-PER praised|VERB|0|root "
          "Vladimir|PROPN|3|obj|B-PER Putin|PROPN|4|flat|I-PER")
      .sentence("He|PRON|2|nsubj|PronType=Prs left|VERB|0|root")
      .sentence("Putin|PROPN|2|nsubj thanked|VERB|0|root him|PRON|2|obj|PronType=Prs");
  const Entities found = article.find(small_world());
  CHECK(who(found, 1, 1) == "alexander-lukashenko");
  CHECK(who(found, 2, 3) == "alexander-lukashenko");
}

TEST_CASE("his country and his regime are his state", "[entities]") {
  ArticleBuilder article;
  article.sentence("Lukashenko|PROPN|2|nsubj|B-PER left|VERB|0|root Belarus|PROPN|2|obj")
      .sentence(
          "his|PRON|2|nmod:poss|Poss=Yes country|NOUN|3|nsubj|Number=Sing suffers|VERB|0|root")
      .sentence(
          "His|PRON|2|nmod:poss|Poss=Yes regime|NOUN|3|nsubj|Number=Sing suffers|VERB|0|root");
  const Entities found = article.find(small_world());
  CHECK(who(found, 1, 2) == "BLR");
  CHECK(who(found, 2, 2) == "BLR");
}

TEST_CASE("in a quotation I is the speaker and we what he stands for", "[entities]") {
  ArticleBuilder article;
  article.sentence("Vladimir|PROPN|3|nsubj|B-PER Putin|PROPN|1|flat|I-PER spoke|VERB|0|root")
      .sentence(
          "“|PUNCT|3|punct We|PRON|3|nsubj fight|VERB|6|ccomp ”|PUNCT|3|punct "
          "Putin|PROPN|6|nsubj|B-PER "
          "said|VERB|0|root")
      .sentence("“|PUNCT|3|punct I|PRON|3|nsubj hope|VERB|0|root ”|PUNCT|3|punct");
  const Entities found = article.find(small_world());
  CHECK(who(found, 1, 2) == "RUS");
  CHECK(who(found, 2, 2) == "vladimir-putin");
}

TEST_CASE("both sides are the two states spoken of, without the one who calls on them",
          "[entities]") {
  ArticleBuilder article;
  article.sentence("Russia|PROPN|2|nsubj attacked|VERB|0|root Ukraine|PROPN|2|obj")
      .sentence(
          "Alexander|PROPN|3|nsubj|B-PER Lukashenko|PROPN|1|flat|I-PER urged|VERB|0|root "
          "both|DET|5|det "
          "sides|NOUN|3|obj|side|Number=Plur");
  CHECK(who(article.find(small_world()), 1, 5) == "RUS+UKR");
}

TEST_CASE("Georgia is the state or the US state by its company", "[entities]") {
  const std::string_view words = "Georgia|PROPN|2|nsubj voted|VERB|0|root";
  ArticleBuilder caucasus, america, alone;
  caucasus.sentence(words).sentence("Tbilisi|PROPN|2|nsubj waits|VERB|0|root");
  america.sentence("in|ADP|2|case Georgia|PROPN|3|obl voted|VERB|0|root")
      .sentence("US|PROPN|2|compound voters|NOUN|3|nsubj wait|VERB|0|root");
  alone.sentence(words);
  CHECK(who(caucasus.find(small_world()), 0, 1) == "GEO");
  CHECK(who(america.find(small_world()), 0, 2) == "USA");
  CHECK(who(alone.find(small_world()), 0, 1) == "-");
}

TEST_CASE("an analyst's ruling wins", "[entities]") {
  ActorKnowledge world = small_world();
  world.rulings = {{"masha-putin", "vladimir-putin", true}};
  ArticleBuilder article;
  article.sentence("Masha|PROPN|3|nsubj Putin|PROPN|1|flat sang|VERB|0|root");
  CHECK(who(article.find(world), 0, 1) == "vladimir-putin");
}

TEST_CASE("the object of a verb of urging is who shall act, that of allowing is not",
          "[entities]") {
  const std::string_view troops =
      "to|PART|6|mark withdraw|VERB|3|xcomp his|PRON|8|nmod:poss|Poss=Yes "
      "troops|NOUN|6|obj|Number=Plur";
  ArticleBuilder urged, allowed;
  urged.sentence(
      std::string(
          "Alexander|PROPN|3|nsubj|B-PER Lukashenko|PROPN|1|flat|I-PER urged|VERB|0|root|urge "
          "Putin|PROPN|3|obj|B-PER ") +
      std::string(troops));
  allowed.sentence(
      std::string(
          "Alexander|PROPN|3|nsubj|B-PER Lukashenko|PROPN|1|flat|I-PER allowed|VERB|0|root|allow "
          "Putin|PROPN|3|obj|B-PER ") +
      std::string(troops));
  CHECK(who(urged.find(small_world()), urged, 0, "troops") == "russian-armed-forces");
  CHECK(who(allowed.find(small_world()), allowed, 0, "troops") == "belarusian-armed-forces");
}

TEST_CASE("a name in brackets says who is meant", "[entities]") {
  ArticleBuilder article;
  article.sentence(
      "They|PRON|5|nsubj (|PUNCT|3|punct Ukraine|PROPN|1|appos )|PUNCT|3|punct closed|VERB|0|root "
      "the|DET|7|det|Definite=Def border|NOUN|5|obj");
  CHECK(who(article.find(small_world()), 0, 1) == "UKR");
}

TEST_CASE("a thing that is called after a state is not the state", "[entities]") {
  ArticleBuilder article;
  article.sentence(
      "Belarus|PROPN|2|compound Airlines|PROPN|3|nsubj flew|VERB|0|root to|ADP|5|case "
      "Russia|PROPN|3|obl "
      "yesterday|ADV|3|advmod without|ADP|8|case passengers|NOUN|3|obl");
  const Entities found = article.find(small_world());
  CHECK(who(found, 0, 1) == "-");
  CHECK(who(found, 0, 5) == "RUS");
}
