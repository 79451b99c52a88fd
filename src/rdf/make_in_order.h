// SPDX-License-Identifier: ISC
/// @file
/// Work that is done in parallel and delivered in order.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace entente::rdf {

/// Calls make(0) ... make(count - 1) in parallel, and take() with each result in this order, never
/// twice at once. At most about two results a thread wait to be taken. Exceptions pass through.
template <typename Result, typename Make, typename Take>
void make_in_order(std::size_t count, const Make& make, const Take& take) {
  if (count == 1) {
    Result only = make(0);
    take(only);
    return;
  }
  using Mode = tbb::filter_mode;
  const auto most = 2 * static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
  std::vector<std::optional<Result>> held(most);  // ours, so that nothing is lost with an exception
  std::size_t next = 0;
  const auto number = [&](tbb::flow_control& control) {
    if (next == count) control.stop();
    return next++;
  };
  const auto make_one = [&](std::size_t i) {
    held[i % most].emplace(make(i));
    return i;
  };
  const auto take_one = [&](std::size_t i) {
    take(*held[i % most]);
    held[i % most].reset();
  };
  tbb::parallel_pipeline(most,
                         tbb::make_filter<void, std::size_t>(Mode::serial_in_order, number) &
                             tbb::make_filter<std::size_t, std::size_t>(Mode::parallel, make_one) &
                             tbb::make_filter<std::size_t, void>(Mode::serial_in_order, take_one));
}

}  // namespace entente::rdf
