#include "indexer/sources/source_notes.h"

#include <algorithm>

namespace dateline::indexer {
namespace {

std::string shortened(std::string_view value) {
  constexpr std::size_t kMostBytes = 80;
  std::size_t size = std::min(value.size(), kMostBytes);
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  while (size < value.size() && size > 0 && continues(value[size])) --size;
  return std::string(value.substr(0, size));
}

void add(UnusedFields& fields, const UnusedFields& others) {
  for (const auto& [name, other] : others) {
    UnusedField& field = fields.try_emplace(name, UnusedField{0, 0, other.example}).first->second;
    field.articles += other.articles;
    field.longest = std::max(field.longest, other.longest);
  }
}

void add(Survey& survey, const Survey& other) {
  for (std::size_t role = 0; role < kRoles; ++role) {
    for (const auto& [name, from] : other.parts[role]) {
      survey.parts[role].try_emplace(name, Survey::From{0, from.example}).first->second.articles +=
          from.articles;
    }
  }
  add(survey.unused, other.unused);
}

}  // namespace

void note_unused(UnusedFields& fields, std::string_view name, std::string_view value) {
  auto found = fields.find(name);
  if (found == fields.end()) {
    found = fields.emplace(name, UnusedField{0, 0, shortened(value)}).first;
  }
  ++found->second.articles;
  found->second.longest = std::max(found->second.longest, value.size());
}

void Survey::note_part(Role role, std::string_view from, std::string_view value) {
  auto& sources = parts[static_cast<std::size_t>(role)];
  auto found = sources.find(from);
  if (found == sources.end()) found = sources.emplace(from, From{0, shortened(value)}).first;
  ++found->second.articles;
}

SourceNotes& SourceNotes::operator+=(const SourceNotes& other) {
  from_cp1252 += other.from_cp1252;
  repaired += other.repaired;
  unread_dates += other.unread_dates;
  dateline::indexer::add(days, other.days);
  textless.articles += other.textless.articles;
  add(textless.unused, other.textless.unused);
  if (other.survey) {
    if (!survey) survey.emplace();
    add(*survey, *other.survey);
  }
  return *this;
}

}  // namespace dateline::indexer
