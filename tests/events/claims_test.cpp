// SPDX-License-Identifier: ISC
#include "parsed.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("subject acts on object", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Russia Russia PROPN 2 nsubj  attacked attack VERB/VBD 0 root  Ukraine Ukraine PROPN 2 "
          "obj")
      .actor(1, "RUS")
      .actor(3, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR"});
}

TEST_CASE("passive subject is the recipient", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Ukraine Ukraine PROPN 3 nsubj:pass  was be AUX 3 aux:pass  attacked attack VERB/VBN 0 "
          "root "
          "by by ADP 5 case  Russia Russia PROPN 3 obl")
      .actor(1, "UKR")
      .actor(5, "RUS");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR"});
}

TEST_CASE("a light verb hands its subject to the event noun", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Russia Russia PROPN 2 nsubj  launched launch VERB/VBD 0 root  an a DET 4 det "
          "offensive offensive NOUN 2 obj  against against ADP 6 case  Ukraine Ukraine PROPN 4 "
          "nmod")
      .actor(1, "RUS")
      .actor(6, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR"});
}

TEST_CASE("an open complement's subject is the governor's", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Russia Russia PROPN 2 nsubj  plans plan VERB/VBZ 0 root  to to PART 4 mark "
          "attack attack VERB/VB 2 xcomp  Ukraine Ukraine PROPN 4 obj")
      .actor(1, "RUS")
      .actor(5, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR planned"});
}

TEST_CASE("who denies is the speaker of a denied event", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Putin Putin PROPN 2 nsubj  denied deny VERB/VBD 0 root  that that SCONJ 5 mark "
          "Russia Russia PROPN 5 nsubj  attacked attack VERB/VBD 2 ccomp  Ukraine Ukraine PROPN 5 "
          "obj")
      .actor(1, "putin")
      .actor(4, "RUS")
      .actor(6, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR denied by putin"});
}

TEST_CASE("a negated denial leaves it open", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Putin Putin PROPN 4 nsubj  did do AUX 4 aux  not not PART 4 advmod  deny deny VERB/VB 0 "
          "root "
          "that that SCONJ 7 mark  Russia Russia PROPN 7 nsubj  attacked attack VERB/VBD 4 ccomp "
          "Ukraine Ukraine PROPN 7 obj")
      .actor(1, "putin")
      .actor(6, "RUS")
      .actor(8, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR possible by putin"});
}

TEST_CASE("a definite event noun inside indirect speech is the article's", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Putin Putin PROPN 2 nsubj  said say VERB/VBD 0 root  that that SCONJ 9 mark "
          "the the DET 5 det  invasion invasion NOUN 9 nsubj  of of ADP 7 case  Ukraine Ukraine "
          "PROPN 5 nmod "
          "was be AUX 9 cop  right right ADJ 2 ccomp")
      .actor(1, "putin")
      .actor(7, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT - > UKR"});
}

TEST_CASE("a condition makes conditional", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "if if SCONJ 3 mark  Russia Russia PROPN 3 nsubj  attacks attack VERB/VBZ 5 advcl "
          "Poland Poland PROPN 3 obj  responds respond VERB/VBZ 0 root")
      .actor(2, "RUS")
      .actor(4, "POL");
  CHECK(article.claims() == Lines{"ASSAULT RUS > POL conditional"});
}

TEST_CASE("a relation holds for each pair", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Belarus Belarus PROPN 2 nsubj  borders border VERB/VBZ 0 root  Ukraine Ukraine PROPN 2 "
          "obj "
          "and and CCONJ 5 cc  Russia Russia PROPN 3 conj")
      .actor(1, "BLR")
      .actor(3, "UKR")
      .actor(5, "RUS");
  CHECK(article.claims() == Lines{"borders BLR > UKR", "borders BLR > RUS"});
}

TEST_CASE("reciprocal subjects act on each other", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Ukraine Ukraine PROPN 4 nsubj  and and CCONJ 3 cc  Russia Russia PROPN 1 conj "
          "met meet VERB/VBD 0 root")
      .actor(1, "UKR")
      .actor(3, "RUS");
  CHECK(article.claims() == Lines{"CONSULT UKR > RUS"});
}

TEST_CASE("relative clauses give their noun as an argument", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "the the DET 2 det  army army NOUN 0 root  which which PRON 4 nsubj "
          "invaded invade VERB/VBD 2 acl:relcl  Kuwait Kuwait PROPN 4 obj")
      .actor(2, "IRQ")
      .actor(5, "KWT");
  CHECK(article.claims() == Lines{"ASSAULT IRQ > KWT"});
}

TEST_CASE("an appositive noun names the ally", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "his his PRON 3 nmod:poss  closest close ADJ 3 amod  ally ally NOUN 0 root  , , PUNCT 5 "
          "punct "
          "Putin Putin PROPN 3 appos")
      .actor(1, "lukashenko", MentionKind::Pronoun)
      .actor(5, "putin");
  CHECK(article.claims() == Lines{"alliedWith putin > lukashenko"});
}

TEST_CASE("nature and sport attack nobody", "[events]") {
  ParsedArticle earthquake;
  earthquake
      .sentence(
          "An a DET 2 det  earthquake earthquake NOUN 3 nsubj  hit hit VERB/VBD 0 root  Iran Iran "
          "PROPN 3 obj")
      .actor(4, "IRN");
  CHECK(earthquake.claims() == Lines{});
  ParsedArticle match;
  match
      .sentence(
          "Japan Japan PROPN 2 nsubj  beat beat VERB/VBD 0 root  Brazil Brazil PROPN 2 obj  in in "
          "ADP 6 case  the the DET 6 det  final final NOUN 2 obl")
      .actor(1, "JPN")
      .actor(3, "BRA");
  CHECK(match.claims() == Lines{});
}
