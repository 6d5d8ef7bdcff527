#include "tests/searcher/highlight/naive_lights.h"

#include <algorithm>
#include <map>
#include <set>

#include "searcher/query/interpretation.h"

namespace dateline::searcher {
namespace {

using Range = std::pair<std::uint32_t, std::uint32_t>;  // first and last position
using Reasons = std::set<Range>;                        // words and phrases
using Found = std::map<Range, Reasons>;                 // the places of a node, and what makes each

void add(const Found& more, Found& found) {
  for (const auto& [place, reasons] : more) found[place].insert(reasons.begin(), reasons.end());
}

class NaiveLights {
 public:
  NaiveLights(const std::vector<Token>& tokens, NaiveText text) : tokens_(tokens), text_(text) {}

  Found operator()(const WordNode& node) { return typed(node.typed, node.form, node.field.name()); }
  Found operator()(const PhraseNode& node) {
    return typed(node.typed, node.form, node.field.name());
  }
  Found operator()(const AndNode& node) { return any(node.children); }
  Found operator()(const OrNode& node) { return any(node.children); }
  Found operator()(const SynonymNode& node) { return any(node.children); }
  Found operator()(const AtLeastNode& node) { return any(node.child); }
  Found operator()(const NearNode& node);
  template <typename Unseen>
  Found operator()(const Unseen&) {
    return {};
  }

 private:
  Found any(const std::vector<Node>& nodes) {
    Found found;
    for (const Node& node : nodes) add(std::visit(*this, node.value), found);
    return found;
  }

  Found typed(std::string_view typed, Form form, std::string_view field);
  bool stands_at(const Reading& reading, std::uint32_t first) const;
  bool is_near(const Range& left, const Range& right, const NearNode& node) const;
  bool parts(const Range& range, bool Token::*start) const;

  const std::vector<Token>& tokens_;
  NaiveText text_;
};

bool NaiveLights::stands_at(const Reading& reading, std::uint32_t first) const {
  for (std::uint32_t i = 0; i < reading.size(); ++i) {
    if (reading[i].is_hole()) continue;
    const bool stands = std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
      const auto& terms = reading[i].terms;
      return token.position == first + i &&
             std::find(terms.begin(), terms.end(), token.term) != terms.end();
    });
    if (!stands) return false;
  }
  return true;
}

bool NaiveLights::parts(const Range& range, bool Token::*start) const {
  return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
    return token.*start && token.position > range.first && token.position <= range.second;
  });
}

Found NaiveLights::typed(std::string_view typed, Form form, std::string_view field) {
  if (field == "headline" && text_ != NaiveText::kHeadline) return {};
  if (!field.empty() && field != "headline" && field != "hlead") return {};
  Found found;
  const std::uint32_t words = tokens_.empty() ? 0 : tokens_.back().position + 1;
  for (const Reading& reading : interpret(typed, form).readings) {
    for (std::uint32_t first = 0; first < words; ++first) {
      const Range place(first, first + static_cast<std::uint32_t>(reading.size()) - 1);
      const bool out_of_lead = field == "hlead" && text_ == NaiveText::kBody &&
                               parts({0, place.second}, &Token::starts_paragraph);
      if (!out_of_lead && stands_at(reading, first)) found[place] = {place};
    }
  }
  return found;
}

bool NaiveLights::is_near(const Range& left, const Range& right, const NearNode& node) const {
  const bool before = left.second < right.first;
  const bool after = right.second < left.first;
  if (!before && !after) return false;
  if (node.order == NearOrder::kInOrder && after) return false;
  const Range both(std::min(left.first, right.first), std::max(left.second, right.second));
  if (node.reach == Reach::kSentence) return !parts(both, &Token::starts_sentence);
  if (node.reach == Reach::kParagraph) return !parts(both, &Token::starts_paragraph);
  return (before ? right.first - left.second : left.first - right.second) <= node.distance;
}

Found NaiveLights::operator()(const NearNode& node) {
  const Found lefts = std::visit(*this, node.sides[0].value);
  const Found rights = std::visit(*this, node.sides[1].value);
  Found found;
  for (const auto& [left, left_reasons] : lefts) {
    bool alone = true;
    for (const auto& [right, right_reasons] : rights) {
      if (!is_near(left, right, node)) continue;
      alone = false;
      if (node.negated) continue;
      const Range both(std::min(left.first, right.first), std::max(left.second, right.second));
      add({{both, left_reasons}}, found);
      add({{both, right_reasons}}, found);
    }
    if (node.negated && alone) found[left] = left_reasons;
  }
  return found;
}

}  // namespace

std::vector<bool> naive_lights(const Query& query, const std::vector<Token>& tokens,
                               NaiveText text) {
  std::vector<bool> lit(tokens.size());
  NaiveLights lights(tokens, text);
  for (const auto& [place, reasons] : std::visit(lights, query.root.value)) {
    for (const Range& reason : reasons) {
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::uint32_t position = tokens[i].position;
        if (position >= reason.first && position <= reason.second) lit[i] = true;
      }
    }
  }
  return lit;
}

}  // namespace dateline::searcher
