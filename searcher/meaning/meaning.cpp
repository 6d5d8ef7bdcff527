#include "searcher/meaning/meaning.h"

#include <utility>

namespace dateline::searcher {
namespace {

// Puts "undated" where the query wants a date. Returns whether it did.
bool ask_for_undated(MeaningNode& node) {
  if (std::holds_alternative<AskedDays>(node.value)) {
    node.value = AskedUndated{};
    return true;
  }
  const bool joins =
      std::holds_alternative<AllOf>(node.value) || std::holds_alternative<AnyOf>(node.value);
  bool asked = false;
  for (MeaningNode& part : parts_of(node)) asked |= joins && ask_for_undated(part);
  return asked;
}

}  // namespace

std::span<MeaningNode> parts_of(MeaningNode& node) {
  if (auto* all = std::get_if<AllOf>(&node.value)) return all->parts;
  if (auto* any = std::get_if<AnyOf>(&node.value)) return any->parts;
  if (auto* none = std::get_if<NoneOf>(&node.value)) return none->part;
  if (auto* alike = std::get_if<SynonymsOf>(&node.value)) return alike->parts;
  if (auto* near = std::get_if<NearOf>(&node.value)) return near->sides;
  if (auto* some = std::get_if<AtLeastOf>(&node.value)) return some->part;
  return {};
}

std::span<const MeaningNode> parts_of(const MeaningNode& node) {
  return parts_of(const_cast<MeaningNode&>(node));
}

MeaningNode both_of(const MeaningNode& some, MeaningNode others) {
  AllOf both;
  both.parts.push_back(some);
  both.parts.push_back(std::move(others));
  return {std::move(both)};
}

std::optional<MeaningNode> left_out_as_undated(const MeaningNode& node) {
  MeaningNode relaxed = node;
  if (!ask_for_undated(relaxed)) return std::nullopt;
  AllOf left_out;
  left_out.parts.push_back(std::move(relaxed));
  left_out.parts.push_back({AskedUndated{}});
  left_out.parts.push_back({NoneOf{{node}}});
  return MeaningNode{std::move(left_out)};
}

}  // namespace dateline::searcher
