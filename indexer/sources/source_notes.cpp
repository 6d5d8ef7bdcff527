#include "indexer/sources/source_notes.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

// Names are the archive's, which may have as many as it likes.
constexpr std::size_t kMostNames = 1'000;

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

std::string shortened(std::string_view value) {
  constexpr std::size_t kMostBytes = 80;
  std::size_t size = std::min(value.size(), kMostBytes);
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  while (size < value.size() && size > 0 && continues(value[size])) --size;
  return std::string(value.substr(0, size));
}

void note_unused(UnusedFields& fields, std::string_view name, std::string_view value,
                 std::size_t bytes) {
  auto found = fields.find(name);
  if (found == fields.end()) {
    if (fields.size() >= kMostNames) return;
    found = fields.emplace(name, UnusedField{0, 0, shortened(value)}).first;
  }
  ++found->second.articles;
  found->second.longest = std::max(found->second.longest, bytes);
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

void SourceNotes::note_encoding(std::string_view name, std::string_view file) {
  auto found = encodings.find(name);
  if (found == encodings.end()) {
    found = encodings.emplace(name, EncodingNote{0, std::string(file)}).first;
  }
  ++found->second.articles;
}

std::string to_text(const BeyondBounds& beyond) {
  constexpr std::size_t kMostFields = 5;
  std::string text =
      fmt::format("{} {} fields beyond the bounds, which cannot be searched", beyond.articles,
                  beyond.articles == 1 ? "article has" : "articles have");
  std::size_t told = 0;
  for (const auto& [name, field] : beyond.unused) {
    if (told == kMostFields) break;
    text += fmt::format("{}`{}`", told++ == 0 ? ": " : ", ", name);
    if (field.longest > 0) text += fmt::format(" (longest {} bytes)", field.longest);
  }
  if (beyond.unused.size() > kMostFields) {
    text += fmt::format(" and {} more", beyond.unused.size() - kMostFields);
  }
  return text;
}

SourceNotes& SourceNotes::operator+=(const SourceNotes& other) {
  for (const auto& [name, note] : other.encodings) {
    encodings.try_emplace(name, EncodingNote{0, note.first}).first->second.articles +=
        note.articles;
  }
  mended += other.mended;
  repaired += other.repaired;
  unread_dates += other.unread_dates;
  cut_short += other.cut_short;
  described += other.described;
  beyond.articles += other.beyond.articles;
  add(beyond.unused, other.beyond.unused);
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
