// SPDX-License-Identifier: ISC
#include "cli/progress.h"

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::milliseconds kRedrawAfter{100};

template <typename Items, typename Condition>
std::uint64_t count(const Items& items, Condition condition) {
  return static_cast<std::uint64_t>(std::count_if(items.begin(), items.end(), condition));
}

}  // namespace

ProgressBar::ProgressBar(std::uint64_t total, bool quiet)
    : total_(total),
      visible_(!quiet && isatty(STDERR_FILENO) == 1),
      started_(std::chrono::steady_clock::now()),
      last_(started_) {}

ProgressBar::~ProgressBar() {
  clear();
}

void ProgressBar::show(const Progress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!visible_ || now - last_ < kRedrawAfter) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  std::string bar;
  if (total_ > 0) {
    const double share =
        std::min(1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(total_));
    const int filled = static_cast<int>(share * kBarWidth);
    bar = fmt::format("[{}{}] {:3.0f} %  ", std::string(filled, '#'),
                      std::string(kBarWidth - filled, '.'), share * 100);
  }
  fmt::print(stderr, "\r\x1b[K{}{} articles, {} claims, {} words/s", bar,
             with_separators(progress.articles), with_separators(progress.claims),
             with_separators(static_cast<std::uint64_t>(static_cast<double>(progress.words) /
                                                        std::max(seconds, 1e-3))));
  std::fflush(stderr);
  drawn_ = true;
}

void ProgressBar::clear() {
  if (drawn_) fmt::print(stderr, "\r\x1b[K");
  drawn_ = false;
}

std::string with_separators(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += ',';
    grouped += digits[i];
  }
  return grouped;
}

std::string make_summary(const Progress& progress, const KnowledgeGraph& graph, double seconds) {
  const auto denied = count(
      graph.claims, [](const ClaimRecord& claim) { return claim.polarity == Polarity::Denied; });
  const auto contested = count(graph.situations, [](const SituationRecord& situation) {
    return situation.status == Status::Contested;
  });
  const double rate = static_cast<double>(progress.words) / std::max(seconds, 1e-3);
  const std::vector<std::pair<const char*, std::uint64_t>> rows = {
      {"articles", graph.articles.size()},
      {"sentences", progress.sentences},
      {"actors", graph.actors.size()},
      {"claims", graph.claims.size()},
      {"  denied", denied},
      {"situations", graph.situations.size()},
      {"  contested", contested},
      {"skipped inputs", progress.skipped},
      {"words per second", static_cast<std::uint64_t>(rate)},
  };
  std::string table;
  for (const auto& [name, value] : rows) {
    table += fmt::format("{:<18}{:>12}\n", name, with_separators(value));
  }
  return table;
}

}  // namespace entente::cli
