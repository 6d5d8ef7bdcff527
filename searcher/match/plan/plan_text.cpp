#include "searcher/match/plan/plan_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace dateline::searcher {
namespace {

float weighted(float idf, double weight) {
  return static_cast<float>(idf * weight);
}

// Readings of the same words in another arrangement share their lists: one phrase with several
// patterns.
class PhrasePlanner {
 public:
  PhrasePlanner(const PlanContext& context, TextPart part, double weight)
      : context_(context), part_(part), weight_(weight) {}

  void add(const Reading& reading) {
    std::vector<std::vector<std::string>> words;
    PhrasePattern pattern;
    for (const AcceptedWords& accepted : reading) {
      if (accepted.is_hole()) {
        pattern.push_back(kHole);
        continue;
      }
      const auto known = std::find(words.begin(), words.end(), accepted.terms);
      pattern.push_back(static_cast<std::uint32_t>(known - words.begin()));
      if (known == words.end()) words.push_back(accepted.terms);
    }
    const auto [found, is_new] = phrases_.try_emplace(words);
    if (is_new) found->second = plan_words(reading, pattern);
    found->second.patterns.push_back(std::move(pattern));
  }

  void move_to(std::vector<PlanNode>& parts) {
    for (auto& [words, phrase] : phrases_) {
      add_pairs(words, phrase);
      parts.push_back({std::move(phrase)});
    }
  }

 private:
  PhrasePlan plan_words(const Reading& reading, const PhrasePattern& pattern) {
    PhrasePlan plan;
    plan.part = part_;
    float idf = 0;
    for (std::size_t i = 0; i < reading.size(); ++i) {
      if (pattern[i] == kHole) continue;
      if (pattern[i] == plan.words.size()) plan.words.push_back(context_.lists.find(reading[i]));
      idf += context_.idf(plan.words[pattern[i]]);
    }
    plan.idf = weighted(idf, weight_);
    return plan;
  }

  // Pairs stand in the article as often as the phrase does, or more, if they are in all patterns.
  void add_pairs(const std::vector<std::vector<std::string>>& words, PhrasePlan& plan) const {
    const PhrasePattern& pattern = plan.patterns.front();
    for (std::size_t i = 1; i < pattern.size(); ++i) {
      const std::array<std::uint32_t, 2> pair = {pattern[i - 1], pattern[i]};
      const bool in_all =
          std::all_of(plan.patterns.begin(), plan.patterns.end(), [&](const PhrasePattern& other) {
            return std::search(other.begin(), other.end(), pair.begin(), pair.end()) != other.end();
          });
      if (!in_all || pair[0] == kHole || pair[1] == kHole) continue;
      if (auto lists = context_.lists.find_pairs(words[pair[0]], words[pair[1]])) {
        plan.pairs.push_back(*std::move(lists));
      }
    }
    plan.is_pair = plan.patterns.size() == 1 && pattern.size() == 2 && !plan.pairs.empty() &&
                   part_ == TextPart::kAnywhere;
  }

  const PlanContext& context_;
  TextPart part_;
  double weight_;
  std::map<std::vector<std::vector<std::string>>, PhrasePlan> phrases_;
};

}  // namespace

PlanNode plan_text(const AskedText& text, double weight, const PlanContext& context) {
  std::vector<PlanNode> parts;
  PhrasePlanner phrases(context, text.part, weight);
  for (const Reading& reading : text.words.readings) {
    if (reading.size() > 1) {
      phrases.add(reading);
      continue;
    }
    WordPlan word;
    word.lists = context.lists.find(reading[0]);
    word.is_disjoint = context.lists.are_disjoint(reading[0]);
    word.idf = weighted(context.idf(word.lists), weight);
    word.part = text.part;
    parts.push_back({std::move(word)});
  }
  phrases.move_to(parts);
  return any_of(std::move(parts));
}

PlanNode plan_url(const AskedUrl& url, WordLists& lists) {
  std::vector<PlanNode> words;
  for (const std::string& term : url.terms) {
    WordPlan word;
    word.lists = lists.find({{term}, {}});
    words.push_back({std::move(word)});
  }
  if (words.empty()) return {NothingPlan{}};
  return all_of(std::move(words));
}

PlanNode all_of(std::vector<PlanNode> parts) {
  if (parts.empty()) return {AllPlan{}};
  if (parts.size() == 1) return std::move(parts[0]);
  return {AndPlan{std::move(parts)}};
}

PlanNode any_of(std::vector<PlanNode> parts) {
  if (parts.empty()) return {NothingPlan{}};
  if (parts.size() == 1) return std::move(parts[0]);
  return {OrPlan{std::move(parts)}};
}

PlanNode all_but(PlanNode all, PlanNode excluded) {
  NotPlan plan;
  plan.all_but.push_back(std::move(all));
  plan.all_but.push_back(std::move(excluded));
  return {std::move(plan)};
}

}  // namespace dateline::searcher
