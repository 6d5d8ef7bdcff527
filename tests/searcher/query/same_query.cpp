#include "tests/searcher/query/same_query.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace dateline::searcher {
namespace {

std::string name_of(Form form) {
  switch (form) {
    case Form::kStem:
      return "stem";
    case Form::kSpelling:
      return "spelling";
    case Form::kExact:
      return "exact";
  }
  return "?";
}

std::string dump_day(const std::optional<std::chrono::year_month_day>& day) {
  if (!day) return "open";
  return fmt::format("{}-{}-{}", int{day->year()}, unsigned{day->month()}, unsigned{day->day()});
}

std::string dump_text(std::string_view kind, Form form, const Field& field,
                      std::string_view typed) {
  return fmt::format("{}:{}{}{}({})", kind, name_of(form), field.name().empty() ? "" : ":",
                     field.name(), typed);
}

std::string dump_all(std::string_view kind, const std::vector<Node>& children) {
  std::string text = std::string(kind) + "(";
  for (const Node& child : children) {
    if (&child != &children.front()) text += ", ";
    text += dump(child);
  }
  return text + ")";
}

struct Dumper {
  std::string operator()(const AllNode&) const { return "all"; }
  std::string operator()(const WordNode& word) const {
    return dump_text("word", word.form, word.field, word.typed);
  }
  std::string operator()(const PhraseNode& phrase) const {
    return dump_text("phrase", phrase.form, phrase.field, phrase.typed);
  }
  std::string operator()(const AndNode& node) const { return dump_all("and", node.children); }
  std::string operator()(const OrNode& node) const { return dump_all("or", node.children); }
  std::string operator()(const NotNode& node) const { return dump_all("not", node.child); }
  std::string operator()(const DateNode& node) const {
    return fmt::format("date({} to {})", dump_day(node.range.first), dump_day(node.range.last));
  }
  std::string operator()(const UndatedNode&) const { return "undated"; }
  std::string operator()(const SynonymNode& node) const { return dump_all("syn", node.children); }
  std::string operator()(const NearNode& node) const {
    return dump_all(
        fmt::format("{}near-{}-{}-{}", node.negated ? "not-" : "", static_cast<int>(node.reach),
                    node.distance, node.order == NearOrder::kInOrder ? "in-order" : "either"),
        node.sides);
  }
  std::string operator()(const AtLeastNode& node) const {
    return dump_all(fmt::format("atleast-{}", node.times), node.child);
  }
  std::string operator()(const NumberNode& node) const {
    return fmt::format("{}({} to {})", node.quantity == Quantity::kWords ? "words" : "copies",
                       node.least, node.most ? std::to_string(*node.most) : "open");
  }
};

}  // namespace

std::string dump(const Node& node) {
  const std::string text = std::visit(Dumper{}, node.value);
  return node.weight == 1 ? text : fmt::format("{}^{}", text, node.weight);
}

}  // namespace dateline::searcher
