#include "tests/searcher/meaning/meaning_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "searcher/query/day_range.h"

namespace dateline::searcher {
namespace {

std::string words_text(const Interpretation& words) {
  if (words.readings.empty()) return "nothing";
  std::vector<std::string> shown;
  for (const AcceptedWords& accepted : words.readings.front()) {
    if (accepted.is_hole()) {
      shown.emplace_back("*");
    } else if (accepted.terms.size() == 1) {
      shown.push_back(accepted.terms.front());
    } else {
      shown.push_back(fmt::format("({})", fmt::join(accepted.terms, "|")));
    }
  }
  return fmt::format("{}", fmt::join(shown, " "));
}

struct Writer {
  std::string operator()(const AskedAll&) const { return "*"; }
  std::string operator()(const AskedText& text) const { return words_text(text.words); }
  std::string operator()(const AskedField& field) const {
    return field.name + ":" + words_text(field.words);
  }
  std::string operator()(const AskedIdentity&) const { return "id"; }
  std::string operator()(const AskedUrl& url) const {
    std::vector<std::string> words;
    for (const std::string& term : url.terms) words.push_back(term.substr(1));  // behind the mark
    return fmt::format("url:{}", fmt::join(words, " "));
  }
  std::string operator()(const AskedDays& days) const {
    return "date:" + to_query_text(days.range);
  }
  std::string operator()(const AskedUndated&) const { return "undated:"; }
  std::string operator()(const AskedNumber& number) const {
    return fmt::format("{}:{}", number.quantity == Quantity::kWords ? "words" : "copies",
                       number.least);
  }
  std::string operator()(const NoneOf&) const { return "NOT " + parts().front(); }
  std::string operator()(const AllOf&) const { return joined(" AND "); }
  std::string operator()(const AnyOf&) const { return joined(" OR "); }
  std::string operator()(const SynonymsOf&) const { return fmt::format("syn({})", joined(" ")); }
  std::string operator()(const NearOf&) const { return joined(" NEAR "); }
  std::string operator()(const AtLeastOf& some) const {
    return fmt::format("atleast{}({})", some.times, joined(" "));
  }

  std::vector<std::string> parts() const {
    std::vector<std::string> texts;
    for (const MeaningNode& part : parts_of(node)) texts.push_back(meaning_text(part));
    return texts;
  }
  std::string joined(std::string_view sign) const {
    return fmt::format("{}", fmt::join(parts(), sign));
  }

  const MeaningNode& node;
};

}  // namespace

std::string meaning_text(const MeaningNode& node) {
  return std::visit(Writer{node}, node.value);
}

}  // namespace dateline::searcher
