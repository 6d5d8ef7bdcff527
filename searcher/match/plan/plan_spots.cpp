#include "searcher/match/plan/plan_spots.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace dateline::searcher {
namespace {

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

// Turns the words of a tree into those of the index, and leaves out of it what is found nowhere.
class SpotsPlanner {
 public:
  SpotsPlanner(SpotTree tree, const PlanContext& context)
      : tree_(std::move(tree)), context_(context) {
    for (const AcceptedWords& accepted : tree_.words) numbers_.push_back(add_word(accepted));
  }

  // What each spot of a node holds, one of each of the required; none: the node has no spots.
  struct Needs {
    std::vector<ListsBySegment> required;
    float idf = 0;
  };

  Needs plan(std::uint32_t node) {
    Needs needs = std::visit([&](auto& value) { return plan(value); }, tree_.nodes[node]);
    const auto* any = std::get_if<EitherSpots>(&tree_.nodes[node]);
    if (any != nullptr && any->nodes.size() == 1) {
      tree_.nodes[node] = SpotNode(tree_.nodes[any->nodes.front()]);
    }
    return needs;
  }

  SpotsPlan take(Needs needs, std::uint32_t root) && {
    SpotsPlan plan;
    plan.words = take_words(needs.required);
    plan.required = std::move(needs.required);
    plan.tree = std::move(tree_);
    plan.root = root;
    plan.idf = needs.idf;
    return plan;
  }

 private:
  struct Word {
    ListsBySegment lists;
    FormsBySegment forms;
    bool operator==(const Word&) const = default;
  };

  // Words that are accepted otherwise may be found in the same lists, which are read once.
  std::uint32_t add_word(const AcceptedWords& accepted) {
    Word word{context_.lists.find(accepted), context_.lists.find_forms(accepted)};
    const auto known = std::find(words_.begin(), words_.end(), word);
    const auto number = static_cast<std::uint32_t>(known - words_.begin());
    if (known == words_.end()) words_.push_back(std::move(word));
    return number;
  }

  // A word that is required knows its number among the required ones.
  std::vector<SpotsPlan::Word> take_words(const std::vector<ListsBySegment>& required) {
    std::vector<SpotsPlan::Word> words;
    for (auto& [lists, forms] : words_) {
      const auto same = std::find(required.begin(), required.end(), lists);
      words.push_back({std::move(forms), std::nullopt});
      if (same != required.end()) {
        words.back().required = static_cast<std::size_t>(same - required.begin());
      }
    }
    return words;
  }

  void require(std::uint32_t word, Needs& needs) const {
    const ListsBySegment& lists = words_[word].lists;
    needs.idf += context_.idf(lists);
    add_once(needs.required, lists);
  }

  Needs plan(WordSpots& word) {
    Needs needs;
    word.word = numbers_[word.word];
    require(word.word, needs);
    return needs;
  }

  Needs plan(PhraseSpots& phrase) {
    Needs needs;
    for (const PhraseSteps::Step& step : phrase.steps.steps()) require(numbers_[step.word], needs);
    require_pairs(phrase.steps.steps(), needs);
    phrase.steps.renumber(numbers_);
    phrase.steps.begin_with_rarest([this](std::uint32_t a, std::uint32_t b) {
      return articles_of(words_[a].lists) < articles_of(words_[b].lists);
    });
    return needs;
  }

  void require_pairs(const std::vector<PhraseSteps::Step>& steps, Needs& needs) const {
    for (std::size_t i = 1; i < steps.size(); ++i) {
      if (steps[i].offset != steps[i - 1].offset + 1) continue;  // a hole lies between
      const auto pairs = context_.lists.find_pairs(tree_.words[steps[i - 1].word].terms,
                                                   tree_.words[steps[i].word].terms);
      if (pairs) add_once(needs.required, *pairs);
    }
  }

  // One of the rarest lists of each part stands where any of them does.
  Needs plan(EitherSpots& any) {
    std::vector<std::uint32_t> found;
    Needs all;
    Needs of_one;
    all.idf = std::numeric_limits<float>::max();
    all.required.emplace_back();
    for (const std::uint32_t node : any.nodes) {
      Needs needs = plan(node);
      if (needs.required.empty() || articles_of(rarest(needs)) == 0) continue;
      add_lists(all.required[0], rarest(needs));
      all.idf = std::min(all.idf, needs.idf);
      found.push_back(node);
      of_one = std::move(needs);
    }
    any.nodes = std::move(found);
    return any.nodes.size() > 1 ? all : of_one;
  }

  static const ListsBySegment& rarest(const Needs& needs) {
    return *std::ranges::min_element(needs.required, {}, articles_of);
  }

  Needs plan(NearSpots& pair) {
    Needs needs = plan(pair.left);
    Needs right = plan(pair.right);
    if (needs.required.empty() || (right.required.empty() && !pair.how.negated)) return {};
    if (pair.how.negated) return needs;
    for (const ListsBySegment& lists : right.required) add_once(needs.required, lists);
    needs.idf += right.idf;
    return needs;
  }

  SpotTree tree_;
  const PlanContext& context_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> numbers_;  // in words_, of each word of the tree
};

// The lists of words that count as one, if none of their spots is in two of them. A stem's list has
// the spots of its words too.
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

// The words that the parts are, if all are single words anywhere in the text. Two words of a
// pattern may stand at one position.
std::vector<AcceptedWords> single_words(const SynonymsOf& alike) {
  std::vector<AcceptedWords> words;
  for (const MeaningNode& part : alike.parts) {
    const auto* text = std::get_if<AskedText>(&part.value);
    if (text == nullptr || text->part != TextPart::kAnywhere || text->has_pattern) return {};
    for (const Reading& reading : text->words.readings) {
      if (reading.size() > 1) return {};
      words.push_back(reading[0]);
    }
  }
  return words;
}

}  // namespace

PlanNode plan_spots(const MeaningNode& node, std::uint32_t least, const PlanContext& context) {
  SpotTree tree;
  const std::uint32_t root = add_spots(tree, node);
  SpotsPlanner planner(std::move(tree), context);
  SpotsPlanner::Needs needs = planner.plan(root);
  if (needs.required.empty()) return {NothingPlan{}};
  SpotsPlan plan = std::move(planner).take(std::move(needs), root);
  plan.least = least;
  plan.idf = static_cast<float>(plan.idf * node.weight);
  return {std::move(plan)};
}

PlanNode plan_synonyms(const MeaningNode& node, const PlanContext& context) {
  const auto words = single_words(std::get<SynonymsOf>(node.value));
  auto lists = lists_apart(words, context.lists);
  if (words.empty() || !lists) return plan_spots(node, 1, context);
  WordPlan plan;
  plan.lists = *std::move(lists);
  plan.idf = std::numeric_limits<float>::max();
  for (const AcceptedWords& word : words) {
    const ListsBySegment of_word = context.lists.find(word);
    if (articles_of(of_word) > 0) plan.idf = std::min(plan.idf, context.idf(of_word));
  }
  plan.idf = static_cast<float>(plan.idf * node.weight);
  return {std::move(plan)};
}

}  // namespace dateline::searcher
