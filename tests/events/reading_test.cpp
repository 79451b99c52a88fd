// SPDX-License-Identifier: ISC
// Constructions beyond the plain clause: speech, repairs, what readers know.
#include "parsed.h"

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("a quotation over two sentences has one speaker", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "“ “ PUNCT 3 punct  Russia Russia PROPN 3 nsubj  attacked attack VERB/VBD 6 ccomp  us we "
          "PRON 3 obj "
          "” ” PUNCT 3 punct  said say VERB/VBD 0 root  Zelensky Zelensky PROPN 6 nsubj")
      .actor(2, "RUS")
      .actor(4, "UKR", MentionKind::Pronoun)
      .actor(7, "zelensky");
  article
      .sentence(
          "“ “ PUNCT 3 punct  Belarus Belarus PROPN 3 nsubj  helped help VERB/VBD 0 root "
          "Russia Russia PROPN 3 obj  with with ADP 6 case  bases base NOUN 3 obl  again again ADV "
          "3 advmod "
          "” ” PUNCT 3 punct")
      .actor(2, "BLR")
      .actor(4, "RUS");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR by zelensky", "AID BLR > RUS by zelensky"});
}

TEST_CASE("according to covers the sentence", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Russia Russia PROPN 2 nsubj  attacked attack VERB/VBD 0 root  Ukraine Ukraine PROPN 2 "
          "obj "
          ", , PUNCT 2 punct  according accord VERB/VBG 7 case  to to ADP 5 fixed  Poland Poland "
          "PROPN 2 obl")
      .actor(1, "RUS")
      .actor(3, "UKR")
      .actor(7, "POL");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR by POL"});
}

TEST_CASE("that before a subject and an object opens a complement", "[events]") {
  ParsedArticle article;  // "on Tuesday that ..." parsed as a relative clause
  article
      .sentence(
          "Putin Putin PROPN 2 nsubj  denied deny VERB/VBD 0 root  on on ADP 4 case  Tuesday "
          "Tuesday PROPN 2 obl "
          "that that PRON 7 obj  Russia Russia PROPN 7 nsubj  attacked attack VERB/VBD 4 acl:relcl "
          "Ukraine Ukraine PROPN 7 obj")
      .actor(1, "putin")
      .actor(6, "RUS")
      .actor(8, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR denied by putin"});
}

TEST_CASE("rejected allegations without an owner are denied by whoever rejects them", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "allegations allegation NOUN 7 nsubj:pass  that that SCONJ 4 mark  Russia Russia PROPN 4 "
          "nsubj "
          "attacked attack VERB/VBD 1 acl  Poland Poland PROPN 4 obj  were be AUX 7 aux:pass "
          "rejected reject VERB/VBN 0 root  by by ADP 9 case  Putin Putin PROPN 7 obl")
      .actor(3, "RUS")
      .actor(5, "POL")
      .actor(9, "putin");
  CHECK(article.claims().front() == "ASSAULT RUS > POL denied by putin");
}

TEST_CASE("whoever is quoted as saying it is the speaker", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Belta Belta PROPN 2 nsubj  quoted quote VERB/VBD 0 root  Lukashenko Lukashenko PROPN 2 "
          "obj "
          "as as SCONJ 5 mark  saying say VERB/VBG 2 advcl  that that SCONJ 8 mark  NATO NATO "
          "PROPN 8 nsubj "
          "attacked attack VERB/VBD 5 ccomp  Belarus Belarus PROPN 8 obj")
      .actor(1, "belta")
      .actor(3, "lukashenko")
      .actor(7, "NATO")
      .actor(9, "BLR");
  CHECK(article.claims() == Lines{"ASSAULT NATO > BLR by lukashenko"});
}

TEST_CASE("who must do something is asked for it", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Putin Putin PROPN 2 nsubj  said say VERB/VBD 0 root  Poland Poland PROPN 5 nsubj "
          "must must AUX/MD 5 aux  help help VERB/VB 2 ccomp  Belarus Belarus PROPN 5 obj")
      .actor(1, "putin")
      .actor(3, "POL")
      .actor(6, "BLR");
  CHECK(article.claims() == Lines{"AID POL > BLR demanded by putin", "REQUEST putin > POL"});
}

TEST_CASE("the attack said again takes the side that was named before", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Russia Russia PROPN 2 nsubj  attacked attack VERB/VBD 0 root  Ukraine Ukraine PROPN 2 "
          "obj")
      .actor(1, "RUS")
      .actor(3, "UKR");
  article
      .sentence(
          "Russia Russia PROPN 3 nmod:poss  's 's PART/POS 1 case  attack attack NOUN 4 nsubj "
          "continued continue VERB/VBD 0 root")
      .actor(1, "RUS");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR", "ASSAULT RUS > UKR"});
}

TEST_CASE("a sentence read as a noun phrase is a sentence", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Germany Germany PROPN 3 amod  halted halt VERB/VBN 3 amod  aid aid NOUN 0 root  to to "
          "ADP 5 case "
          "Serbia Serbia PROPN 3 nmod")
      .actor(1, "DEU")
      .actor(5, "SRB");
  CHECK(article.claims() == Lines{"SANCTION DEU > SRB"});
}

TEST_CASE("an ended war was a war", "[events]") {
  ParsedArticle article;
  article
      .sentence(
          "Russia Russia PROPN 2 nsubj  ended end VERB/VBD 0 root  its its PRON 4 nmod:poss  war "
          "war NOUN 2 obj "
          "against against ADP 6 case  Ukraine Ukraine PROPN 4 nmod")
      .actor(1, "RUS")
      .actor(3, "RUS", MentionKind::Pronoun)
      .actor(6, "UKR");
  CHECK(article.claims() == Lines{"ASSAULT RUS > UKR"});
}
