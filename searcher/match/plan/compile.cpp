#include "searcher/match/plan/compile.h"

#include <optional>
#include <string_view>
#include <utility>

#include "common/index/catalogue_schema.h"
#include "searcher/match/plan/plan_spots.h"

namespace dateline::searcher {

using XapianQuery = Xapian::Query;

// A part of the query: a plan, or a Xapian query where the catalogue is asked.
struct CompiledQuery::CompiledPart {
  std::optional<PlanNode> plan;
  XapianQuery query;
  bool is_filter = false;  // catalogue terms alone: weigh nothing, and see deleted articles too
};

namespace {

XapianQuery any_query(const std::vector<XapianQuery>& queries) {
  return XapianQuery(XapianQuery::OP_OR, queries.begin(), queries.end());
}

XapianQuery word_query(std::string_view field, const AcceptedWords& accepted) {
  std::vector<XapianQuery> terms;
  for (const std::string& term : accepted.terms) terms.emplace_back(field_term(field, term));
  return any_query(terms);
}

XapianQuery pair_query(std::string_view field, const AcceptedWords& first,
                       const AcceptedWords& second) {
  std::vector<XapianQuery> terms;
  for (const std::string& a : first.terms) {
    for (const std::string& b : second.terms) terms.emplace_back(field_pair_term(field, a, b));
  }
  return any_query(terms);
}

XapianQuery reading_query(std::string_view field, const Reading& reading) {
  std::vector<XapianQuery> parts;
  if (reading.size() == 1) {
    parts.push_back(word_query(field, reading[0]));
  } else {
    for (std::size_t i = 0; i + 1 < reading.size(); ++i) {
      parts.push_back(pair_query(field, reading[i], reading[i + 1]));
    }
  }
  return XapianQuery(XapianQuery::OP_AND, parts.begin(), parts.end());
}

// Articles whose field holds the words next to each other, as pairs (see catalogue_schema.h).
XapianQuery field_query(const AskedField& field) {
  std::vector<XapianQuery> readings;
  for (const Reading& reading : field.words.readings) {
    readings.push_back(reading_query(field.name, reading));
  }
  return any_query(readings);
}

}  // namespace

CompiledQuery::CompiledQuery(const MeaningNode& meaning, const Purpose& purpose,
                             const std::vector<LeafSegment>& segments, WordLists& lists)
    : order_(purpose.order),
      segments_(segments),
      context_{lists, purpose.order == Order::kRelevance} {
  CompiledPart part = compile(meaning);
  if (part.plan) {
    query_ = leaf(*std::move(part.plan));
    // Not with the catalogue asked too: there a leaf's best may not be a hit.
    leaves_.back().hits_needed = purpose.hits_needed;
    only_leaf_ = &leaves_.back();
    return;
  }
  query_ = as_query(std::move(part));
  if (!is_by_date(order_)) return;
  query_ = XapianQuery(XapianQuery::OP_SCALE_WEIGHT, query_, 0);
  query_ = XapianQuery(XapianQuery::OP_FILTER, leaf(PlanNode{AllPlan{}}), query_);
}

Xapian::Query CompiledQuery::leaf(PlanNode plan) {
  leaves_.push_back({std::move(plan), segments_, order_});
  return XapianQuery(
      (new TextLeaf(leaves_.back()))->release());  // Xapian counts references from here on
}

Xapian::Query CompiledQuery::as_query(CompiledPart part) {
  if (part.plan) return leaf(*std::move(part.plan));
  if (!part.is_filter) return part.query;
  return XapianQuery(XapianQuery::OP_FILTER, leaf(PlanNode{AllPlan{}}), part.query);
}

struct CompiledQuery::Visitor {
  CompiledQuery& self;
  const MeaningNode& node;

  CompiledPart operator()(const AskedAll&) { return plan(AllPlan{}); }
  CompiledPart operator()(const AskedUndated&) { return plan(UndatedPlan{}); }
  CompiledPart operator()(const AskedDays& days) { return plan(DatePlan{days.range}); }
  CompiledPart operator()(const AskedIdentity& id) { return plan(IdentityPlan{id.identity}); }
  CompiledPart operator()(const AskedNumber& number) { return plan(NumberPlan{number}); }
  CompiledPart operator()(const AskedText& text) {
    if (text.part == TextPart::kLead) return {plan_spots(node, 1, self.context_), {}};
    return {plan_text(text, node.weight, self.context_), {}};
  }
  CompiledPart operator()(const AskedField& field) {
    return {std::nullopt, field_query(field), true};
  }
  CompiledPart operator()(const AskedUrl& url) { return {plan_url(url, self.context_.lists), {}}; }
  CompiledPart operator()(const SynonymsOf&) { return {plan_synonyms(node, self.context_), {}}; }
  CompiledPart operator()(const NearOf&) { return {plan_spots(node, 1, self.context_), {}}; }
  CompiledPart operator()(const AtLeastOf& some) {
    return {plan_spots(some.part.front(), some.times, self.context_), {}};
  }
  CompiledPart operator()(const AllOf& all) { return self.compile_all(all); }
  CompiledPart operator()(const AnyOf& any) { return self.compile_any(any); }
  CompiledPart operator()(const NoneOf&) { return self.compile_all(AllOf{{node}}); }

  template <typename Plan>
  static CompiledPart plan(Plan plan) {
    return {PlanNode{std::move(plan)}, {}};
  }
};

CompiledQuery::CompiledPart CompiledQuery::compile(const MeaningNode& node) {
  return std::visit(Visitor{*this, node}, node.value);
}

CompiledQuery::CompiledPart CompiledQuery::compile_all(const AllOf& all) {
  std::vector<PlanNode> plans;
  std::vector<PlanNode> excluded_plans;
  std::vector<CompiledPart> others;
  std::vector<CompiledPart> excluded_others;
  for (const MeaningNode& part : all.parts) {
    const auto* none = std::get_if<NoneOf>(&part.value);
    CompiledPart compiled = compile(none != nullptr ? none->part.front() : part);
    if (compiled.plan) {
      (none != nullptr ? excluded_plans : plans).push_back(*std::move(compiled.plan));
    } else {
      (none != nullptr ? excluded_others : others).push_back(std::move(compiled));
    }
  }
  PlanNode plan = all_of(std::move(plans));
  if (!excluded_plans.empty()) {
    plan = all_but(std::move(plan), any_of(std::move(excluded_plans)));
  }
  if (others.empty() && excluded_others.empty()) return {std::move(plan), {}};

  Xapian::Query query = leaf(std::move(plan));
  for (const CompiledPart& part : others) {
    query = XapianQuery(part.is_filter ? XapianQuery::OP_FILTER : XapianQuery::OP_AND, query,
                        part.query);
  }
  for (const CompiledPart& part : excluded_others) {
    query = XapianQuery(XapianQuery::OP_AND_NOT, query, part.query);
  }
  return {std::nullopt, query};
}

CompiledQuery::CompiledPart CompiledQuery::compile_any(const AnyOf& any) {
  std::vector<PlanNode> plans;
  std::vector<CompiledPart> others;
  for (const MeaningNode& part : any.parts) {
    CompiledPart compiled = compile(part);
    if (compiled.plan) {
      plans.push_back(*std::move(compiled.plan));
    } else {
      others.push_back(std::move(compiled));
    }
  }
  if (others.empty()) return {any_of(std::move(plans)), {}};
  std::vector<Xapian::Query> queries;
  if (!plans.empty()) queries.push_back(leaf(any_of(std::move(plans))));
  for (CompiledPart& part : others) queries.push_back(as_query(std::move(part)));
  return {std::nullopt, XapianQuery(XapianQuery::OP_OR, queries.begin(), queries.end())};
}

}  // namespace dateline::searcher
