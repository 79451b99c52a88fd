// SPDX-License-Identifier: ISC
#include "text/read.h"

#include <string>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// The page's blocks as "kind: text" lines; b body, h headline, c caption, m metadata, x other.
std::string blocks_of(const std::string& html) {
  const Record record = read_html(html, "page.html", "page.html", {});
  if (!record.document) return "refused";
  std::string result;
  for (const Block& block : record.document->blocks) {
    result += "hbcmxx"[static_cast<int>(block.kind)];
    result += ": " + std::string(block.range.in(record.document->text)) + "\n";
  }
  return result;
}

ArticleInfo info_of(const std::string& html) {
  const Record record = read_html(html, "page.html", "page.html", {});
  REQUIRE(record.document);
  return record.document->info;
}

const std::string kParagraph =
    "The ministry said on Monday that it had recalled its envoy from the city and that talks about "
    "the border would go on in the coming week.";

}  // namespace

TEST_CASE("menus, teasers and footers of a page are no article text", "[html]") {
  CHECK(blocks_of("<body><nav><a href='/'>Home</a></nav><main><h1>Minsk recalls its envoy</h1><p>" +
                  kParagraph + "</p><p>" + kParagraph + " Twice.</p></main><aside><p>" +
                  kParagraph + "</p></aside><footer>Imprint</footer></body>") ==
        "x: Home\nh: Minsk recalls its envoy\nb: " + kParagraph + "\nb: " + kParagraph +
            " Twice.\nx: " + kParagraph + "\nx: Imprint\n");
}

TEST_CASE("captions and credits of a page are known as such", "[html]") {
  CHECK(blocks_of("<article><p>" + kParagraph +
                  "</p><figure><figcaption>The embassy in the rain <span class='photo-credit'>J. "
                  "Doe</span></figcaption></figure><p>" +
                  kParagraph + " Twice.</p></article>") ==
        "b: " + kParagraph + "\nc: The embassy in the rain\nm: J. Doe\nb: " + kParagraph +
            " Twice.\n");
}

TEST_CASE("character references are decoded and scripts left out", "[html]") {
  CHECK(blocks_of("<p>Caf&eacute; &amp; &#8220;tea&#8221; were served.<script>x()</script>") ==
        "b: Café & “tea” were served.\n");
}

TEST_CASE("an article's data are read from JSON-LD", "[html]") {
  const ArticleInfo info = info_of(
      R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Talks fail",
      "datePublished":"2023-04-05T10:00:00Z","author":[{"name":"Jane Doe"},{"name":"John Roe"}],
      "publisher":{"name":"The Post"},"inLanguage":"en_GB"}]}</script><p>Some text.)");
  CHECK(info.title == "Talks fail");
  CHECK(info.date == Date{2023, 4, 5});
  CHECK(info.author == "Jane Doe, John Roe");
  CHECK(info.publisher == "The Post");
  CHECK(info.language == "en-gb");
}

TEST_CASE("an article's data are read from Open Graph and other elements", "[html]") {
  const ArticleInfo info = info_of(
      "<html lang=en><title>Talks fail at border | The Post</title>"
      "<meta property=og:site_name content='The Post'><meta name=author content='Jane Doe'>"
      "<meta property=article:published_time content='2023-04-05'>"
      "<link rel=canonical href='https://post.example/1'><p>Some text.");
  CHECK(info.title == "Talks fail at border");
  CHECK(info.date == Date{2023, 4, 5});
  CHECK(info.author == "Jane Doe");
  CHECK(info.publisher == "The Post");
  CHECK(info.url == "https://post.example/1");
  CHECK(info.language == "en");
}

TEST_CASE("broken JSON-LD does no harm", "[html]") {
  CHECK(info_of("<script type='application/ld+json'>{\"a\":[</script><p>Some text.").title.empty());
}

TEST_CASE("a page nested 100,000 deep is read", "[html]") {
  std::string html = "<body>";
  for (int i = 0; i < 100000; ++i) html += i % 2 == 0 ? "<div>" : "<b>";
  CHECK(blocks_of(html + "Russia attacked Ukraine.") == "b: Russia attacked Ukraine.\n");
}

TEST_CASE("a page that ends in a tag is read up to there", "[html]") {
  CHECK(blocks_of("<p>Russia attacked Ukraine.</p><p class=\"x") ==
        "b: Russia attacked Ukraine.\n");
}

TEST_CASE("a page without text is refused", "[html]") {
  const Record record = read_html("<html><script>x</script>", "page.html", "page.html", {});
  CHECK_FALSE(record.document);
  REQUIRE(record.diagnostics.size() == 1);
  CHECK(to_string(record.diagnostics[0]) ==
        "page.html: error: is a page without text, expected an article");
}

TEST_CASE("a page is decoded as it declares", "[html]") {
  CHECK(blocks_of("<meta charset=iso-8859-2><p>Wa\xB3\xEAsa met him in Gda\xF1sk.") ==
        "b: Wałęsa met him in Gdańsk.\n");
}
