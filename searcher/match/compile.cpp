#include "searcher/match/compile.h"

#include <utility>

#include "common/index/checksum.h"
#include "searcher/match/field_query.h"
#include "searcher/match/plan_places.h"
#include "searcher/match/text_source.h"

namespace dateline::searcher {

using XapianQuery = Xapian::Query;

// A part of the query: a plan, or a Xapian query where the catalogue is asked.
struct CompiledQuery::Part {
  std::optional<PlanNode> plan;
  XapianQuery query;
  bool is_filter = false;  // catalogue terms alone: weigh nothing, and see deleted articles too
};

namespace {

const Expansions& no_expansions() {
  static const Expansions none;
  return none;
}

}  // namespace

CompiledQuery::CompiledQuery(const Query& query, const Purpose& purpose,
                             const std::vector<SourceSegment>& segments, WordLists& lists)
    : order_(purpose.order),
      segments_(segments),
      context_{lists, purpose.expansions != nullptr ? *purpose.expansions : no_expansions(),
               purpose.order == Order::kScore} {
  Part part = compile(query.root, 1);
  if (part.plan) {
    query_ = leaf(*std::move(part.plan));
    // Not with the catalogue asked too: there a leaf's best may not be a hit.
    plans_.back().wanted = purpose.wanted;
    only_plan_ = &plans_.back();
    return;
  }
  query_ = as_query(std::move(part));
  const bool by_date = order_ == Order::kNewest || order_ == Order::kOldest;
  if (!by_date) return;
  query_ = XapianQuery(XapianQuery::OP_SCALE_WEIGHT, query_, 0);
  query_ = XapianQuery(XapianQuery::OP_FILTER, leaf(PlanNode{AllPlan{}}), query_);
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
  return XapianQuery(XapianQuery::OP_FILTER, leaf(PlanNode{AllPlan{}}), part.query);
}

struct CompiledQuery::Visitor {
  CompiledQuery& self;
  const Node& node;
  double weight;

  Part operator()(const AllNode&) { return plan(AllPlan{}); }
  Part operator()(const UndatedNode&) { return plan(UndatedPlan{}); }
  Part operator()(const DateNode& date) { return plan(DatePlan{date.range}); }
  Part operator()(const NumberNode& number) {
    if (number.quantity == Quantity::kWords) return plan(LengthPlan{number.least, number.most});
    return plan(CopiesPlan{number.least, number.most});
  }
  Part operator()(const WordNode& word) { return text(word); }
  Part operator()(const PhraseNode& phrase) { return text(phrase); }
  Part operator()(const SynonymNode&) { return {plan_synonyms(node, weight, self.context_), {}}; }
  Part operator()(const NearNode&) { return {plan_places(node, 1, weight, self.context_), {}}; }
  Part operator()(const AtLeastNode& some) {
    const Node& child = some.child.front();
    return {plan_places(child, some.times, weight * child.weight, self.context_), {}};
  }
  Part operator()(const AndNode& all) { return self.compile_and(all, weight); }
  Part operator()(const OrNode& any) { return self.compile_or(any, weight); }
  Part operator()(const NotNode& none) {
    AndNode only;
    only.children.push_back(Node{none});
    return self.compile_and(only, weight);
  }

  template <typename Plan>
  static Part plan(Plan plan) {
    return {PlanNode{std::move(plan)}, {}};
  }
  template <typename Text>
  Part text(const Text& text) {
    if (text.field.part() == TextPart::kLead)
      return {plan_places(node, 1, weight, self.context_), {}};
    return self.compile_text(text.typed, text.form, text.field, weight);
  }
};

CompiledQuery::Part CompiledQuery::compile(const Node& node, double outer_weight) {
  return std::visit(Visitor{*this, node, outer_weight * node.weight}, node.value);
}

CompiledQuery::Part CompiledQuery::compile_text(const std::string& typed, Form form,
                                                const Field& field, double weight) {
  switch (field.kind()) {
    case FieldKind::kText:
      return {plan_text(context_.interpret(typed, form), field.part(), weight, context_), {}};
    case FieldKind::kIdentity:
      return {PlanNode{IdentityPlan{checksum(typed)}}, {}};
    case FieldKind::kUrl:
      return {plan_url(typed, context_.lists), {}};
    default:
      return {std::nullopt, field_query(field.name(), typed), true};
  }
}

CompiledQuery::Part CompiledQuery::compile_and(const AndNode& node, double weight) {
  std::vector<PlanNode> wanted;
  std::vector<PlanNode> unwanted;
  std::vector<Part> also;
  std::vector<Part> neither;
  for (const Node& child : node.children) {
    const auto* negated = std::get_if<NotNode>(&child.value);
    Part part = compile(negated != nullptr ? negated->child.front() : child, weight);
    if (part.plan) {
      (negated != nullptr ? unwanted : wanted).push_back(*std::move(part.plan));
    } else {
      (negated != nullptr ? neither : also).push_back(std::move(part));
    }
  }
  PlanNode plan = all_of(std::move(wanted));
  if (!unwanted.empty()) plan = all_but(std::move(plan), any_of(std::move(unwanted)));
  if (also.empty() && neither.empty()) return {std::move(plan), {}};

  Xapian::Query query = leaf(std::move(plan));
  for (Part& part : also) {
    query = XapianQuery(part.is_filter ? XapianQuery::OP_FILTER : XapianQuery::OP_AND, query,
                        part.query);
  }
  for (Part& part : neither) query = XapianQuery(XapianQuery::OP_AND_NOT, query, part.query);
  return {std::nullopt, query};
}

CompiledQuery::Part CompiledQuery::compile_or(const OrNode& node, double weight) {
  std::vector<PlanNode> plans;
  std::vector<Part> others;
  for (const Node& child : node.children) {
    Part part = compile(child, weight);
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
