// SPDX-License-Identifier: ISC
/// @file
/// Sending graphs to a SPARQL store: Graph Store HTTP Protocol and SPARQL Protocol (W3C, 21 March
/// 2013) through libcurl.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

struct ClientOptions {
  std::string user, password;  ///< basic or digest, as the server asks; empty: netrc or none
  std::string netrc_file;      ///< empty: ~/.netrc
  bool append = false;         ///< POST: add to a graph; else PUT: replace it
  int attempts = 5;            ///< for what may pass: no connection, 408, 429, 5xx
  std::chrono::milliseconds first_pause{1000};  ///< doubled after each attempt
  long timeout_s = 600;                         ///< of one request
};

/// What the server answered, or why there was no answer.
struct Response {
  long status = 0;  ///< HTTP status; 0: no answer
  std::string body;
  std::string error;  ///< for people; empty if the request went well
  int attempts = 0;   ///< made in all
  bool ok() const { return error.empty(); }
};

class GraphStoreClient {
 public:
  explicit GraphStoreClient(ClientOptions options);
  ~GraphStoreClient();
  GraphStoreClient(const GraphStoreClient&) = delete;
  GraphStoreClient& operator=(const GraphStoreClient&) = delete;

  /// Puts N-Triples into the graph of that IRI; empty: into the default graph. `waiting`, if given,
  /// is told of each failure that is tried again.
  Response send_graph(const std::string& endpoint, const std::string& graph,
                      const std::string& ntriples,
                      const std::function<void(const Response&)>& waiting = {});

  /// Triples in a graph, asked over SPARQL Protocol; nothing if the answer is none.
  std::optional<std::uint64_t> count_triples(const std::string& endpoint, const std::string& graph,
                                             Response& response);

 private:
  struct Request;
  Response once(const Request& request);
  Response with_retries(const Request& request,
                        const std::function<void(const Response&)>& waiting);

  ClientOptions options_;
  void* curl_ = nullptr;  // CURL*
};

}  // namespace entente::store
