#include "searcher/match/plan_places.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "searcher/query/pattern_reader.h"

namespace dateline::searcher {
namespace {

// A part of the tree. Each of its places holds one of each of the required; none: it has no places.
struct Part {
  PlacesNode tree;
  std::vector<ListsBySegment> required;
  float idf = 0;
};

std::uint64_t articles_of(const ListsBySegment& lists) {
  std::uint64_t articles = 0;
  for (const auto& segment : lists) {
    for (const Term& term : segment) articles += term.articles;
  }
  return articles;
}

const ListsBySegment& rarest(const Part& part) {
  return *std::min_element(
      part.required.begin(), part.required.end(),
      [](const auto& a, const auto& b) { return articles_of(a) < articles_of(b); });
}

template <typename Value>
void add_once(std::vector<Value>& values, const Value& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

void add_lists(ListsBySegment& lists, const ListsBySegment& more) {
  lists.resize(std::max(lists.size(), more.size()));
  for (std::size_t segment = 0; segment < more.size(); ++segment) {
    for (const Term& term : more[segment]) add_once(lists[segment], term);
  }
}

class PlacesPlanner {
 public:
  explicit PlacesPlanner(const PlanContext& context) : context_(context) {}

  Part plan(const Node& node) {
    if (const auto* word = std::get_if<WordNode>(&node.value)) {
      return plan_typed(word->typed, word->form, word->field);
    }
    if (const auto* phrase = std::get_if<PhraseNode>(&node.value)) {
      return plan_typed(phrase->typed, phrase->form, phrase->field);
    }
    if (const auto* near = std::get_if<NearNode>(&node.value)) return plan_near(*near);
    if (const auto* any = std::get_if<OrNode>(&node.value)) return plan_children(any->children);
    if (const auto* any = std::get_if<SynonymNode>(&node.value)) {
      return plan_children(any->children);
    }
    return {};
  }

  // The words of the tree; those that are required know it.
  std::vector<PlacesPlan::Word> take_words(const std::vector<ListsBySegment>& required) {
    std::vector<PlacesPlan::Word> words;
    for (auto& [lists, forms] : words_) {
      const auto same = std::find(required.begin(), required.end(), lists);
      words.push_back({std::move(forms), std::nullopt});
      if (same != required.end()) {
        words.back().required = static_cast<std::size_t>(same - required.begin());
      }
    }
    return words;
  }

 private:
  struct Word {
    ListsBySegment lists;
    FormsBySegment forms;
    bool operator==(const Word&) const = default;
  };

  std::uint32_t add_word(const AcceptedWords& accepted) {
    Word word{context_.lists.find(accepted), context_.lists.find_forms(accepted)};
    const auto known = std::find(words_.begin(), words_.end(), word);
    const auto number = static_cast<std::uint32_t>(known - words_.begin());
    if (known == words_.end()) words_.push_back(std::move(word));
    return number;
  }

  Part plan_typed(const std::string& typed, Form form, const Field& field) {
    if (!field.is_text()) return {};
    std::vector<Part> readings;
    for (const Reading& reading : context_.interpret(typed, form).readings) {
      readings.push_back(plan_reading(reading, field.part()));
    }
    return either(std::move(readings));
  }

  Part plan_reading(const Reading& reading, TextPart where) {
    Part part;
    PhrasePattern pattern;
    for (const AcceptedWords& accepted : reading) {
      if (accepted.is_hole()) {
        pattern.push_back(kHole);
        continue;
      }
      pattern.push_back(add_word(accepted));
      const ListsBySegment& lists = words_[pattern.back()].lists;
      part.idf += context_.idf(lists);
      add_once(part.required, lists);
    }
    add_pairs(reading, part);
    if (pattern.size() == 1) {
      part.tree = {WordPlaces{pattern[0], where}};
      return part;
    }
    const auto is_rarer = [this](std::uint32_t a, std::uint32_t b) {
      return articles_of(words_[a].lists) < articles_of(words_[b].lists);
    };
    part.tree = {PhrasePlaces{PhraseSteps(pattern, is_rarer), where}};
    return part;
  }

  void add_pairs(const Reading& reading, Part& part) const {
    for (std::size_t i = 1; i < reading.size(); ++i) {
      if (reading[i - 1].is_hole() || reading[i].is_hole()) continue;
      if (auto pairs = context_.lists.find_pairs(reading[i - 1].terms, reading[i].terms)) {
        add_once(part.required, *pairs);
      }
    }
  }

  Part plan_children(const std::vector<Node>& children) {
    std::vector<Part> parts;
    for (const Node& child : children) parts.push_back(plan(child));
    return either(std::move(parts));
  }

  // One of the rarest lists of each stands where any of them does.
  static Part either(std::vector<Part> parts) {
    std::erase_if(parts, [](const Part& part) {
      return part.required.empty() || articles_of(rarest(part)) == 0;
    });
    if (parts.empty()) return {};
    if (parts.size() == 1) return std::move(parts[0]);
    Part any;
    any.idf = std::numeric_limits<float>::max();
    any.required.emplace_back();
    EitherPlaces sides;
    for (Part& part : parts) {
      add_lists(any.required[0], rarest(part));
      any.idf = std::min(any.idf, part.idf);
      sides.sides.push_back(std::move(part.tree));
    }
    any.tree = {std::move(sides)};
    return any;
  }

  Part plan_near(const NearNode& near) {
    Part part = plan(near.sides[0]);
    Part right = plan(near.sides[1]);
    if (part.required.empty() || (right.required.empty() && !near.negated)) return {};
    if (!near.negated) {
      for (const ListsBySegment& lists : right.required) add_once(part.required, lists);
      part.idf += right.idf;
    }
    NearPlaces tree{Nearness(near), {}};
    tree.sides.push_back(std::move(part.tree));
    tree.sides.push_back(std::move(right.tree));
    part.tree = {std::move(tree)};
    return part;
  }

  const PlanContext& context_;
  std::vector<Word> words_;
};

// The lists of words that count as one, if none of their places is in two of them. A stem's list
// has the places of its words too.
std::optional<ListsBySegment> lists_apart(const std::vector<AcceptedWords>& words,
                                          WordLists& lists) {
  const auto has_stemmable = [](const AcceptedWords& accepted) {
    return std::any_of(accepted.terms.begin(), accepted.terms.end(), is_stemmable);
  };
  const bool by_stem = std::any_of(words.begin(), words.end(), accepts_by_stem);
  ListsBySegment together;
  for (const AcceptedWords& accepted : words) {
    if (by_stem && !accepts_by_stem(accepted) && has_stemmable(accepted)) return std::nullopt;
    add_lists(together, lists.find(accepted));
  }
  return together;
}

// The words that are the children, if all are single words of one part of the text.
std::vector<AcceptedWords> single_words(const SynonymNode& node, const PlanContext& context) {
  std::vector<AcceptedWords> words;
  for (const Node& child : node.children) {
    const auto* word = std::get_if<WordNode>(&child.value);
    if (word == nullptr || word->field != Field()) return {};
    if (may_hold_pattern(word->typed)) return {};  // two of its words may stand at one place
    for (Reading& reading : context.interpret(word->typed, word->form).readings) {
      if (reading.size() > 1) return {};
      words.push_back(std::move(reading[0]));
    }
  }
  return words;
}

}  // namespace

PlanNode plan_places(const Node& node, std::uint32_t least, double weight,
                     const PlanContext& context) {
  PlacesPlanner planner(context);
  Part part = planner.plan(node);
  if (part.required.empty()) return {NothingPlan{}};
  PlacesPlan plan;
  plan.words = planner.take_words(part.required);
  plan.required = std::move(part.required);
  plan.tree = std::move(part.tree);
  plan.least = least;
  plan.idf = static_cast<float>(part.idf * weight);
  return {std::move(plan)};
}

PlanNode plan_synonyms(const Node& node, double weight, const PlanContext& context) {
  const auto words = single_words(std::get<SynonymNode>(node.value), context);
  auto lists = lists_apart(words, context.lists);
  if (words.empty() || !lists) return plan_places(node, 1, weight, context);
  WordPlan plan;
  plan.lists = *std::move(lists);
  plan.idf = std::numeric_limits<float>::max();
  for (const AcceptedWords& word : words) {
    const ListsBySegment of_word = context.lists.find(word);
    if (articles_of(of_word) > 0) plan.idf = std::min(plan.idf, context.idf(of_word));
  }
  plan.idf = static_cast<float>(plan.idf * weight);
  return {std::move(plan)};
}

}  // namespace dateline::searcher
