// SPDX-License-Identifier: ISC
#include "xml.h"

#include "text/utf8.h"

#include <stdexcept>

namespace entente::w3c {

namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Element document() {
    skip_misc();
    return element();
  }

 private:
  void skip_space() {
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
  }
  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  void skip_past(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) throw std::runtime_error("XML: no " + std::string(end));
    at_ = found + end.size();
  }
  void skip_misc() {
    for (skip_space(); starts("<?") || starts("<!"); skip_space()) {
      skip_past(starts("<!--") ? "-->" : starts("<?") ? "?>" : ">");
    }
  }
  std::string name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n=/>").find(text_[at_]) == std::string_view::npos)
      ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string unescaped(std::string_view raw) const {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] != '&') {
        out += raw[i];
        continue;
      }
      const std::size_t end = raw.find(';', i);
      const std::string_view entity = raw.substr(i + 1, end - i - 1);
      if (entity == "lt")
        out += '<';
      else if (entity == "gt")
        out += '>';
      else if (entity == "amp")
        out += '&';
      else if (entity == "quot")
        out += '"';
      else if (entity == "apos")
        out += '\'';
      else if (entity.starts_with("#x"))
        append_utf8(out,
                    static_cast<char32_t>(std::stoul(std::string(entity.substr(2)), nullptr, 16)));
      else
        append_utf8(out, static_cast<char32_t>(std::stoul(std::string(entity.substr(1)))));
      i = end;
    }
    return out;
  }

  Element element() {
    Element element;
    ++at_;
    element.name = name();
    for (skip_space(); !starts(">") && !starts("/>"); skip_space()) {
      const std::string key = name();
      skip_space();
      ++at_;  // =
      skip_space();
      const char quote = text_[at_++];
      const std::size_t end = text_.find(quote, at_);
      element.attributes[key] = unescaped(text_.substr(at_, end - at_));
      at_ = end + 1;
    }
    if (starts("/>")) {
      at_ += 2;
      return element;
    }
    ++at_;
    while (!starts("</")) {
      if (at_ >= text_.size()) throw std::runtime_error("XML: no end of " + element.name);
      if (starts("<!--")) {
        skip_past("-->");
      } else if (starts("<")) {
        element.children.push_back(this->element());
      } else {
        const std::size_t end = text_.find('<', at_);
        element.text += unescaped(text_.substr(at_, end - at_));
        at_ = end;
      }
    }
    skip_past(">");
    return element;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string_view Element::local_name() const {
  const std::size_t colon = name.find(':');
  return std::string_view(name).substr(colon == std::string::npos ? 0 : colon + 1);
}

Element parse_xml(std::string_view text) {
  return Reader(text).document();
}

}  // namespace entente::w3c
