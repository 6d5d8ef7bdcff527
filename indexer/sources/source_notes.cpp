#include "indexer/sources/source_notes.h"

#include <algorithm>

#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostNames = 10'000;  // of fields that are told apart

std::string shortened(std::string_view value) {
  constexpr std::size_t kMostBytes = 80;
  std::size_t size = std::min(value.size(), kMostBytes);
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  while (size < value.size() && size > 0 && continues(value[size])) --size;
  return std::string(value.substr(0, size));
}

void add(UnusedFields& fields, const UnusedFields& others) {
  for (const auto& [name, other] : others) {
    if (fields.size() >= kMostNames && !fields.contains(name)) continue;
    UnusedField& field = fields.try_emplace(name, UnusedField{0, 0, other.example}).first->second;
    field.articles += other.articles;
    field.longest = std::max(field.longest, other.longest);
  }
}

void add(Survey::Sources& sources, const Survey::Sources& others) {
  for (const auto& [name, from] : others) {
    if (sources.size() >= kMostNames && !sources.contains(name)) continue;
    sources.try_emplace(name, Survey::From{0, from.example}).first->second.articles +=
        from.articles;
  }
}

void note(Survey::Sources& sources, std::string_view from, std::string_view value) {
  auto found = sources.find(from);
  if (found == sources.end()) {
    if (sources.size() >= kMostNames) return;
    found = sources.emplace(from, Survey::From{0, shortened(value)}).first;
  }
  ++found->second.articles;
}

void add(Survey& survey, const Survey& other) {
  for (std::size_t role = 0; role < kRoles; ++role) add(survey.parts[role], other.parts[role]);
  add(survey.dates, other.dates);
  add(survey.unused, other.unused);
}

}  // namespace

void note_unused(UnusedFields& fields, std::string_view name, std::string_view value) {
  auto found = fields.find(name);
  if (found == fields.end()) {
    if (fields.size() >= kMostNames) return;
    found = fields.emplace(name, UnusedField{0, 0, shortened(value)}).first;
  }
  ++found->second.articles;
  found->second.longest = std::max(found->second.longest, value.size());
}

void Survey::note_part(Role role, std::string_view from, std::string_view value) {
  note(parts[static_cast<std::size_t>(role)], from, value);
  if (role == Role::kDate) note(dates, shape_of(value), value);
}

std::string shape_of(std::string_view date) {
  constexpr std::size_t kMostBytes = 48;
  std::string shape;
  bool in_word = false;
  for (const char c : date) {
    if (shape.size() >= kMostBytes) break;
    const bool is_letter = ascii::is_letter(c) || ascii::is_high(c);
    if (is_letter && !in_word) shape += "Aaa";
    if (!is_letter) shape += ascii::is_digit(c) ? '9' : c;
    in_word = is_letter;
  }
  return shape;
}

SourceNotes& SourceNotes::operator+=(const SourceNotes& other) {
  from_cp1252 += other.from_cp1252;
  repaired += other.repaired;
  unread_dates += other.unread_dates;
  textless.articles += other.textless.articles;
  add(textless.unused, other.textless.unused);
  if (other.survey) {
    if (!survey) survey.emplace();
    add(*survey, *other.survey);
  }
  return *this;
}

}  // namespace dateline::indexer
