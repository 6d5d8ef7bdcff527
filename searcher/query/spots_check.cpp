#include "searcher/query/spots_check.h"

#include <fmt/format.h>

#include <variant>
#include <vector>

namespace dateline::searcher {
namespace {

class SpotsCheck {
 public:
  explicit SpotsCheck(std::string_view asked_by) : asked_by_(asked_by) {}

  std::optional<std::string> of(const Node& node) const {
    if (node.weight != 1) {
      return fmt::format("a weight inside of {0} says nothing; weigh it as a whole: (... )^2",
                         asked_by_);
    }
    return std::visit(*this, node.value);
  }

  std::optional<std::string> operator()(const WordNode& word) const { return of_field(word.field); }
  std::optional<std::string> operator()(const PhraseNode& phrase) const {
    return of_field(phrase.field);
  }
  std::optional<std::string> operator()(const OrNode& any) const { return of_all(any.children); }
  std::optional<std::string> operator()(const SynonymNode& any) const {
    return of_all(any.children);
  }
  std::optional<std::string> operator()(const NearNode& near) const { return of_all(near.sides); }
  std::optional<std::string> operator()(const AndNode&) const {
    return fmt::format(
        "words that stand anywhere have no one place, as {} wants it; put a phrase in "
        "quotes, or write it once for each word",
        asked_by_);
  }
  std::optional<std::string> operator()(const NotNode&) const {
    return fmt::format(
        "what is left out has no place, as {0} wants it; put brackets around what "
        "NOT is about, or write 'a NOT NEAR/5 b'",
        asked_by_);
  }
  template <typename Other>
  std::optional<std::string> operator()(const Other&) const {
    return fmt::format("{} wants words, phrases or alternatives of them, and this is none",
                       asked_by_);
  }

 private:
  std::optional<std::string> of_field(const Field& field) const {
    if (field.is_text()) return std::nullopt;
    return fmt::format("{} works in the text only, not in '{}:'", asked_by_, field.name());
  }

  std::optional<std::string> of_all(const std::vector<Node>& nodes) const {
    for (const Node& node : nodes) {
      if (auto reason = of(node)) return reason;
    }
    return std::nullopt;
  }

  std::string_view asked_by_;
};

}  // namespace

std::optional<std::string> why_no_spots(const Node& node, std::string_view asked_by) {
  return SpotsCheck(asked_by).of(node);
}

}  // namespace dateline::searcher
