// SPDX-License-Identifier: ISC
#include "render/graphviz.h"

#include <memory>
#include <mutex>
#include <stdexcept>

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

namespace entente {

namespace {

// Graphviz keeps its plugins, fonts and errors in globals and crashes if two threads use it at
// once, even with a context each.
std::mutex graphviz_mutex;

int stay_silent(char*) {
  return 0;
}  // the library does not print

// One context for the whole run: each costs plugin loading and leaks a little.
GVC_t* shared_context() {
  static GVC_t* const context = [] {
    agseterrf(stay_silent);
    return gvContext();
  }();
  return context;
}

const char* name_of(PictureFormat format) {
  switch (format) {
    case PictureFormat::Svg:
      return "svg";
    case PictureFormat::Png:
      return "png:cairo";
    case PictureFormat::Pdf:
      return "pdf";
    case PictureFormat::Dot:
      break;
  }
  return "dot";
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

// Layout data must go before the graph.
class Layout {
 public:
  Layout(GVC_t* context, Agraph_t* graph, const char* engine) : context_(context), graph_(graph) {
    if (gvLayout(context, graph, engine) != 0)
      throw std::runtime_error("Graphviz: no layout found");
  }
  ~Layout() { gvFreeLayout(context_, graph_); }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;

 private:
  GVC_t* context_;
  Agraph_t* graph_;
};

std::string render(GVC_t* context, Agraph_t* graph, PictureFormat format) {
  char* data = nullptr;
  unsigned int size = 0;
  if (gvRenderData(context, graph, name_of(format), &data, &size) != 0 || data == nullptr) {
    throw std::runtime_error(std::string("Graphviz: cannot draw ") + name_of(format));
  }
  std::string bytes(data, size);
  gvFreeRenderData(data);
  return bytes;
}

}  // namespace

std::optional<PictureFormat> picture_format_of(std::string_view path) {
  if (path.ends_with(".dot") || path.ends_with(".gv")) return PictureFormat::Dot;
  if (path.ends_with(".svg")) return PictureFormat::Svg;
  if (path.ends_with(".png")) return PictureFormat::Png;
  if (path.ends_with(".pdf")) return PictureFormat::Pdf;
  return std::nullopt;
}

std::string draw(const Picture& picture, PictureFormat format) {
  if (format == PictureFormat::Dot) return picture.dot;
  const std::lock_guard lock(graphviz_mutex);
  GVC_t* context = shared_context();
  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(picture.dot.c_str()));
  if (graph == nullptr) throw std::runtime_error("Graphviz: cannot read the picture");
  const Layout layout(context, graph.get(), picture.actors <= kMostForDot ? "dot" : "sfdp");
  return render(context, graph.get(), format);
}

}  // namespace entente
