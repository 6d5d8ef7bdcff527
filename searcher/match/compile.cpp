#include "searcher/match/compile.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/index/checksum.h"
#include "common/text_index/url_terms.h"
#include "searcher/match/field_query.h"
#include "searcher/match/text_source.h"

namespace dateline::searcher {

using Where = PhraseCursor::Where;
using XapianQuery = Xapian::Query;

// A part of the query: a plan, or a Xapian query where the catalogue is asked.
struct CompiledQuery::Part {
  std::optional<PlanNode> plan;
  XapianQuery query;
  bool is_filter = false;  // catalogue terms alone: weigh nothing, and see deleted articles too
};

namespace {

template <typename Plan>
PlanNode plan_of(Plan plan) {
  return PlanNode{std::move(plan)};
}

PlanNode both(PlanNode wanted, PlanNode unwanted) {
  NotPlan plan;
  plan.wanted_unwanted.push_back(std::move(wanted));
  plan.wanted_unwanted.push_back(std::move(unwanted));
  return plan_of(std::move(plan));
}

PlanNode all_of(std::vector<PlanNode> parts) {
  if (parts.empty()) return plan_of(AllPlan{});
  if (parts.size() == 1) return std::move(parts[0]);
  return plan_of(AndPlan{std::move(parts)});
}

PlanNode any_of(std::vector<PlanNode> parts) {
  if (parts.empty()) return plan_of(NothingPlan{});
  if (parts.size() == 1) return std::move(parts[0]);
  return plan_of(OrPlan{std::move(parts)});
}

// Readings of the same words in another arrangement share their lists: one phrase with several
// patterns.
class PhrasePlanner {
 public:
  PhrasePlanner(WordLists& lists, Where where, bool scored)
      : lists_(lists), where_(where), scored_(scored) {}

  void add(const Reading& reading) {
    std::vector<std::vector<std::string>> words;
    PhrasePattern pattern;
    for (const AcceptedWords& accepted : reading) {
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
      parts.push_back(plan_of(std::move(phrase)));
    }
  }

 private:
  PhrasePlan plan_words(const Reading& reading, const PhrasePattern& pattern) {
    PhrasePlan plan;
    plan.where = where_;
    for (std::size_t i = 0; i < reading.size(); ++i) {
      if (pattern[i] == plan.words.size()) plan.words.push_back(lists_.find(reading[i]));
      if (scored_) plan.idf += lists_.idf(plan.words[pattern[i]]);
    }
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
      if (!in_all) continue;
      if (auto lists = lists_.find_pairs(words[pair[0]], words[pair[1]])) {
        plan.pairs.push_back(*std::move(lists));
      }
    }
    plan.is_pair = plan.patterns.size() == 1 && pattern.size() == 2 && !plan.pairs.empty() &&
                   where_ == Where::kAnywhere;
  }

  WordLists& lists_;
  Where where_;
  bool scored_;
  std::map<std::vector<std::vector<std::string>>, PhrasePlan> phrases_;
};

// Unscored words weigh nothing, which makes walking over them cheaper.
PlanNode plan_text(const Interpretation& meant, Where where, WordLists& lists, bool scored) {
  std::vector<PlanNode> parts;
  PhrasePlanner phrases(lists, where, scored);
  for (const Reading& reading : meant.readings) {
    if (reading.size() > 1) {
      phrases.add(reading);
      continue;
    }
    WordPlan word;
    word.lists = lists.find(reading[0]);
    word.disjoint = lists.are_disjoint(reading[0]);
    if (scored) word.idf = lists.idf(word.lists);
    word.where = where;
    parts.push_back(plan_of(std::move(word)));
  }
  phrases.move_to(parts);
  return any_of(std::move(parts));
}

// The words of a URL, wherever they stand in it.
PlanNode plan_url(const std::string& typed, WordLists& lists) {
  Analyser analyser;
  std::vector<PlanNode> words;
  for (const std::string& term : url_terms(typed, analyser)) {
    WordPlan word;
    word.lists = lists.find({{term}, {}});
    words.push_back(plan_of(std::move(word)));
  }
  if (words.empty()) return plan_of(NothingPlan{});
  return all_of(std::move(words));
}

bool is_of_text(const FieldName& field) {
  return field.empty() || field == "headline";
}

}  // namespace

CompiledQuery::CompiledQuery(const Query& query, Order order, std::size_t wanted,
                             const std::vector<SourceSegment>& segments, WordLists& lists,
                             const Expansions& expansions)
    : order_(order), segments_(segments), lists_(lists), expansions_(&expansions) {
  Part part = compile(query.root);
  if (part.plan) {
    query_ = leaf(*std::move(part.plan));
    plans_.back().wanted = wanted;  // with the catalogue asked too, a leaf's best may not be a hit
    only_plan_ = &plans_.back();
    return;
  }
  query_ = as_query(std::move(part));
  const bool by_date = order == Order::kNewest || order == Order::kOldest;
  if (!by_date) return;
  query_ = XapianQuery(XapianQuery::OP_SCALE_WEIGHT, query_, 0);
  query_ = XapianQuery(XapianQuery::OP_FILTER, leaf(plan_of(AllPlan{})), query_);
}

Xapian::Query CompiledQuery::leaf(PlanNode plan) {
  SourcePlan& source = plans_.emplace_back();
  source.plan = std::move(plan);
  source.segments = segments_;
  source.scored = order_ != Order::kUnscored;
  if (order_ == Order::kNewest) source.order = DateOrder::kNewestFirst;
  if (order_ == Order::kOldest) source.order = DateOrder::kOldestFirst;
  return XapianQuery((new TextSource(source))->release());  // Xapian counts references from here on
}

Xapian::Query CompiledQuery::as_query(Part part) {
  if (part.plan) return leaf(*std::move(part.plan));
  if (!part.is_filter) return part.query;
  return XapianQuery(XapianQuery::OP_FILTER, leaf(plan_of(AllPlan{})), part.query);
}

CompiledQuery::Part CompiledQuery::compile(const Node& node) {
  struct Visitor {
    CompiledQuery& self;
    Part operator()(const AllNode&) { return {plan_of(AllPlan{}), {}}; }
    Part operator()(const UndatedNode&) { return {plan_of(UndatedPlan{}), {}}; }
    Part operator()(const DateNode& date) { return {plan_of(DatePlan{date.range}), {}}; }
    Part operator()(const WordNode& word) {
      return self.compile_text(word.typed, word.form, word.field);
    }
    Part operator()(const PhraseNode& phrase) {
      return self.compile_text(phrase.typed, phrase.form, phrase.field);
    }
    Part operator()(const AndNode& all) { return self.compile_and(all); }
    Part operator()(const OrNode& any) { return self.compile_or(any); }
    Part operator()(const SynonymNode&) { return {plan_of(NothingPlan{}), {}}; }
    Part operator()(const NearNode&) { return {plan_of(NothingPlan{}), {}}; }
    Part operator()(const AtLeastNode&) { return {plan_of(NothingPlan{}), {}}; }
    Part operator()(const NumberNode&) { return {plan_of(NothingPlan{}), {}}; }
    Part operator()(const NotNode& none) {
      AndNode only;
      only.children.push_back(Node{none});
      return self.compile_and(only);
    }
  };
  return std::visit(Visitor{*this}, node.value);
}

CompiledQuery::Part CompiledQuery::compile_text(const std::string& typed, Form form,
                                                const FieldName& field) {
  if (field == "id") return {plan_of(IdentityPlan{checksum(typed)}), {}};
  if (field == "url") return {plan_url(typed, lists_), {}};
  if (!is_of_text(field)) return {std::nullopt, field_query(field, typed), true};
  const Where where = field.empty() ? Where::kAnywhere : Where::kHeadline;
  Interpretation meant = interpret(typed, form);
  expand(meant, *expansions_);
  return {plan_text(meant, where, lists_, order_ == Order::kScore), {}};
}

CompiledQuery::Part CompiledQuery::compile_and(const AndNode& node) {
  std::vector<PlanNode> wanted;
  std::vector<PlanNode> unwanted;
  std::vector<Part> also;
  std::vector<Part> neither;
  for (const Node& child : node.children) {
    const auto* negated = std::get_if<NotNode>(&child.value);
    Part part = compile(negated != nullptr ? negated->child.front() : child);
    if (part.plan) {
      (negated != nullptr ? unwanted : wanted).push_back(*std::move(part.plan));
    } else {
      (negated != nullptr ? neither : also).push_back(std::move(part));
    }
  }
  PlanNode plan = all_of(std::move(wanted));
  if (!unwanted.empty()) plan = both(std::move(plan), any_of(std::move(unwanted)));
  if (also.empty() && neither.empty()) return {std::move(plan), {}};

  Xapian::Query query = leaf(std::move(plan));
  for (Part& part : also) {
    query = XapianQuery(part.is_filter ? XapianQuery::OP_FILTER : XapianQuery::OP_AND, query,
                        part.query);
  }
  for (Part& part : neither) query = XapianQuery(XapianQuery::OP_AND_NOT, query, part.query);
  return {std::nullopt, query};
}

CompiledQuery::Part CompiledQuery::compile_or(const OrNode& node) {
  std::vector<PlanNode> plans;
  std::vector<Part> others;
  for (const Node& child : node.children) {
    Part part = compile(child);
    if (part.plan) {
      plans.push_back(*std::move(part.plan));
    } else {
      others.push_back(std::move(part));
    }
  }
  if (others.empty()) return {any_of(std::move(plans)), {}};
  std::vector<Xapian::Query> queries;
  if (!plans.empty()) queries.push_back(leaf(any_of(std::move(plans))));
  for (Part& part : others) queries.push_back(as_query(std::move(part)));
  return {std::nullopt, XapianQuery(XapianQuery::OP_OR, queries.begin(), queries.end())};
}

}  // namespace dateline::searcher
