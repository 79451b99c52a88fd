// SPDX-License-Identifier: ISC
#include "store/graph_store_client.h"

#include "rdf/characters.h"

#include <algorithm>
#include <charconv>
#include <thread>

#include <curl/curl.h>
#include <fmt/format.h>

namespace entente::store {

namespace {

constexpr std::size_t kMaxBody = 1 << 20;  // of an answer; the rest is not of interest

std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  const std::size_t room = kMaxBody - std::min(body.size(), kMaxBody);
  body.append(bytes, std::min(size * count, room));
  return size * count;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = rdf::is_ascii(c) && (rdf::is(c, rdf::kNameChar) || c == '.' || c == '~');
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string graph_url(const std::string& endpoint, const std::string& graph) {
  const char mark = endpoint.find('?') == std::string::npos ? '?' : '&';
  if (graph.empty()) return fmt::format("{}{}default", endpoint, mark);
  return fmt::format("{}{}graph={}", endpoint, mark, percent_encoded(graph));
}

bool may_pass(const Response& response) {
  return response.status == 0 || response.status == 408 || response.status == 429 ||
         response.status >= 500;
}

// The server's own words, on one line and not too many of them.
std::string first_words(std::string text) {
  constexpr std::size_t kMany = 200;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text.size() > kMany ? text.substr(0, kMany) + " ..." : text;
}

std::string who_is_asked(const ClientOptions& options) {
  if (!options.user.empty()) return " (user or password was not accepted)";
  return " (user and password are asked for: ENTENTE_USER and ENTENTE_PASSWORD, or a netrc file)";
}

}  // namespace

struct GraphStoreClient::Request {
  std::string url, method, content_type, accept;
  const std::string* body = nullptr;
};

GraphStoreClient::GraphStoreClient(ClientOptions options) : options_(std::move(options)) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  curl_ = curl_easy_init();
}

GraphStoreClient::~GraphStoreClient() {
  curl_easy_cleanup(static_cast<CURL*>(curl_));
  curl_global_cleanup();
}

Response GraphStoreClient::once(const Request& request) {
  Response response;
  CURL* const curl = static_cast<CURL*>(curl_);
  curl_easy_reset(curl);
  char error[CURL_ERROR_SIZE] = "";
  curl_slist* headers =
      curl_slist_append(nullptr, ("Content-Type: " + request.content_type).c_str());
  headers = curl_slist_append(headers, ("Accept: " + request.accept).c_str());
  headers = curl_slist_append(headers, "Expect:");
  curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body->data());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE,
                   static_cast<curl_off_t>(request.body->size()));
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &response.body);
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, options_.timeout_s);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 30L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST));
  if (options_.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_OPTIONAL));
    if (!options_.netrc_file.empty())
      curl_easy_setopt(curl, CURLOPT_NETRC_FILE, options_.netrc_file.c_str());
  } else {
    curl_easy_setopt(curl, CURLOPT_USERNAME, options_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, options_.password.c_str());
  }
  const CURLcode code = curl_easy_perform(curl);
  curl_slist_free_all(headers);
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &response.status);
  if (code != CURLE_OK) {
    response.status = 0;
    response.error = error[0] != '\0' ? error : curl_easy_strerror(code);
  } else if (response.status < 200 || response.status >= 300) {
    const std::string words = first_words(response.body);
    response.error = fmt::format("HTTP status {}{}{}{}", response.status,
                                 response.status == 401 ? who_is_asked(options_) : "",
                                 words.empty() ? "" : ": ", words);
  }
  return response;
}

Response GraphStoreClient::with_retries(const Request& request,
                                        const std::function<void(const Response&)>& waiting) {
  auto pause = options_.first_pause;
  for (int attempt = 1;; ++attempt) {
    Response response = once(request);
    response.attempts = attempt;
    if (response.ok() || attempt >= options_.attempts || !may_pass(response)) return response;
    if (waiting) waiting(response);
    std::this_thread::sleep_for(pause);
    pause *= 2;
  }
}

Response GraphStoreClient::send_graph(const std::string& endpoint, const std::string& graph,
                                      const std::string& ntriples,
                                      const std::function<void(const Response&)>& waiting) {
  return with_retries({graph_url(endpoint, graph), options_.append ? "POST" : "PUT",
                       "application/n-triples", "*/*", &ntriples},
                      waiting);
}

std::optional<std::uint64_t> GraphStoreClient::count_triples(const std::string& endpoint,
                                                             const std::string& graph,
                                                             Response& response) {
  const std::string pattern =
      graph.empty() ? "?s ?p ?o" : fmt::format("GRAPH <{}> {{ ?s ?p ?o }}", graph);
  // As a form: Virtuoso 7.2.5 never answers a query that is the body itself.
  const std::string form =
      "query=" + percent_encoded(fmt::format("SELECT (COUNT(*) AS ?n) WHERE {{ {} }}", pattern));
  response =
      with_retries({endpoint, "POST", "application/x-www-form-urlencoded", "text/csv", &form}, {});
  if (!response.ok()) return std::nullopt;
  // A line with the name, a line with the number.
  const std::size_t line = response.body.find('\n');
  std::string_view text = std::string_view(response.body)
                              .substr(line == std::string::npos ? response.body.size() : line + 1);
  while (text.starts_with('"')) text.remove_prefix(1);
  std::uint64_t count = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), count);
  return end.ec == std::errc{} ? std::optional(count) : std::nullopt;
}

}  // namespace entente::store
