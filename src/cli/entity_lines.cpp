// SPDX-License-Identifier: ISC
#include "cli/entity_lines.h"

#include "text/utf8.h"

#include <array>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 5> kKinds = {"Name", "Nominal", "Pronoun", "Adjective", "Place"};

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

class LineMaker {
 public:
  explicit LineMaker(const AnalyzedArticle& article)
      : article_(article), index_(article.document.text) {}

  Json line() const {
    Json out;
    out["article"] = article_.document.id;
    out["actors"] = actors();
    out["mentions"] = Json::array();
    for (const Mention& mention : article_.entities.mentions)
      out["mentions"].push_back(json_of(mention));
    out["chains"] = chains();
    out["posts"] = Json::array();
    for (const StatedPost& post : article_.entities.posts) out["posts"].push_back(json_of(post));
    return out;
  }

 private:
  Json actors() const {
    Json out = Json::array();
    for (const Actor& actor : article_.entities.actors) {
      out.push_back({{"id", actor.id},
                     {"label", actor.label},
                     {"type", to_string(actor.type)},
                     {"country", or_null(actor.country)},
                     {"sector", or_null(actor.sector)},
                     {"vetted", actor.vetted}});
    }
    return out;
  }

  Json ids(const std::vector<ActorIndex>& actors) const {
    Json out = Json::array();
    for (const ActorIndex actor : actors) out.push_back(article_.entities.actors[actor].id);
    return out;
  }

  ByteRange range(std::uint32_t sentence, std::uint32_t first, std::uint32_t last) const {
    const Sentence& words = article_.sentences[sentence];
    return {words.word(first).range.begin, words.word(last).range.end};
  }

  void put_range(Json& out, ByteRange range) const {
    out["start"] = index_.at_byte(range.begin);
    out["end"] = index_.at_byte(range.end);
    out["text"] = range.in(article_.document.text);
  }

  Json json_of(const Mention& mention) const {
    Json out;
    put_range(out, range(mention.sentence, mention.first, mention.last));
    out["kind"] = kKinds[static_cast<std::size_t>(mention.kind)];
    out["actors"] = ids(mention.actors);
    out["place"] = or_null(mention.place);
    out["confidence"] = mention.confidence;
    return out;
  }

  Json json_of(const StatedPost& post) const {
    const auto& actors = article_.entities.actors;
    Json out;
    out["person"] = actors[post.person].id;
    out["body"] = actors[post.body].id;
    out["role"] = or_null(post.role);
    out["leads"] = post.leads;
    out["former"] = post.former;
    put_range(out, range(post.sentence, post.first, post.last));
    return out;
  }

  Json chains() const {
    std::map<std::vector<ActorIndex>, std::vector<std::size_t>> mentions;
    for (std::size_t i = 0; i < article_.entities.mentions.size(); ++i) {
      const std::vector<ActorIndex>& actors = article_.entities.mentions[i].actors;
      if (!actors.empty()) mentions[actors].push_back(i);
    }
    Json out = Json::array();
    for (const auto& [actors, chain] : mentions)
      out.push_back({{"actors", ids(actors)}, {"mentions", chain}});
    return out;
  }

  const AnalyzedArticle& article_;
  CodePointIndex index_;
};

}  // namespace

std::string entity_line(const AnalyzedArticle& article) {
  return LineMaker(article).line().dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace entente::cli
