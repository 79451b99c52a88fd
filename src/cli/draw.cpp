// SPDX-License-Identifier: ISC
#include "cli/graph_command.h"
#include "rdf/atomic_file.h"
#include "render/graphviz.h"

#include <fmt/format.h>

namespace entente::cli {

namespace {

struct DrawCommand {
  GraphOptions graph;
  std::string output, around, kind = "any";
  std::vector<std::string> between;
  std::size_t steps = 2, top = 30;
};

PictureOptions read_options(const KnowledgeGraph& graph, const DrawCommand& command) {
  PictureOptions options;
  if (!command.around.empty()) options.around = resolve_actor(graph, command.around);
  if (command.between.size() == 2) {
    options.between = {resolve_actor(graph, command.between[0]),
                       resolve_actor(graph, command.between[1])};
  }
  options.steps = command.steps;
  options.kind = *parse_kind(command.kind);
  options.as_of = parse_as_of(command.graph);
  options.top = command.top;
  return options;
}

int run(const DrawCommand& command) {
  const auto format = picture_format_of(command.output);
  if (!format) {
    throw ConfigError({.file = command.output,
                       .message = "expected a file name that ends in .svg .png .pdf .dot"});
  }
  const KnowledgeGraph graph = load_graph(command.graph.graph);
  const Picture picture =
      make_picture(graph, load_weights(command.graph), read_options(graph, command));
  AtomicFile file(command.output);
  file.write(draw(picture, *format));
  file.commit();
  fmt::print(stderr, "{}: {} actors, {} ties", command.output, picture.actors, picture.ties);
  const std::string left_out = describe_left_out(picture);
  if (!left_out.empty()) fmt::print(stderr, "; left out for room: {}", left_out);
  fmt::print(stderr, "\n");
  return kOk;
}

}  // namespace

void add_draw(CLI::App& app, Action& action) {
  auto command = std::make_shared<DrawCommand>();
  auto* draw_command = app.add_subcommand("draw", "Draw the network of actors");
  add_graph_options(*draw_command, command->graph, true);
  draw_command->add_option("-o,--output", command->output, "Picture: .svg .png .pdf .dot")
      ->required()
      ->type_name("FILE");
  auto* around =
      draw_command->add_option("--around", command->around, "Only what is near this actor");
  draw_command->add_option("--steps", command->steps, "How near: most steps from the actor")
      ->needs(around)
      ->capture_default_str();
  draw_command->add_option("--between", command->between, "Only paths between two actors")
      ->expected(2)
      ->type_name("A B")
      ->excludes(around);
  draw_command->add_option("--kind", command->kind, "dependence, cooperation, conflict, any")
      ->check(CLI::IsMember({"dependence", "cooperation", "conflict", "any"}))
      ->capture_default_str();
  draw_command->add_option("--top", command->top, "Most actors")
      ->check(CLI::Range(2, 2000))
      ->capture_default_str();
  draw_command->callback([command, &action] { action = [command] { return run(*command); }; });
}

}  // namespace entente::cli
