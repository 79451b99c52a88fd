// SPDX-License-Identifier: ISC
/// @file
/// Work that is done in parallel and delivered in order.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

namespace entente::rdf {

/// Calls make(0) ... make(count - 1) in parallel, and take() with each result in this order, never
/// twice at once. At most about two results a thread wait to be taken. Exceptions pass through.
template <typename Result, typename Make, typename Take>
void make_in_order(std::size_t count, const Make& make, const Take& take) {
  using Mode = tbb::filter_mode;
  using Held = std::shared_ptr<Result>;
  std::size_t next = 0;
  const auto number = [&](tbb::flow_control& control) {
    if (next == count) control.stop();
    return next++;
  };
  const auto make_one = [&](std::size_t i) { return std::make_shared<Result>(make(i)); };
  const auto take_one = [&](const Held& result) { take(*result); };
  const auto tokens = 2 * static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
  tbb::parallel_pipeline(tokens,
                         tbb::make_filter<void, std::size_t>(Mode::serial_in_order, number) &
                             tbb::make_filter<std::size_t, Held>(Mode::parallel, make_one) &
                             tbb::make_filter<Held, void>(Mode::serial_in_order, take_one));
}

}  // namespace entente::rdf
