#include "indexer/sources/field_value.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/character_references.h"
#include "indexer/sources/html_text.h"

namespace dateline::indexer {
namespace {

constexpr auto kNothing = std::to_array<std::string_view>(
    {"",       "-",      "--",        "n/a",    "na",   "nan", "nat", "nil",
     "none",   "null",   "undefined", "[]",     "{}",   "()",  "''",  "\"\"",
     "[none]", "[null]", "['']",      "[\"\"]", "<na>", "\\n", "#n/a"});

constexpr auto kNobody = std::to_array<std::string_view>({"unknown", "n.a", "false", "-1", "-1.0"});

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) c = to_lower(c);
  return folded;
}

template <typename Words>
bool among(const Words& words, std::string_view value) {
  constexpr std::size_t kLongest = 9;
  if (value.size() > kLongest) return false;
  return std::ranges::find(words, lower(value)) != words.end();
}

bool is_said(char c) {
  return ascii::is_alphanumeric(c) || ascii::is_high(c);
}

// "(null)", "<NA>", "#N/A" and "[]" are dressed up.
std::string_view undressed(std::string_view value) {
  while (!value.empty() && !is_said(value.front())) value.remove_prefix(1);
  while (!value.empty() && !is_said(value.back())) value.remove_suffix(1);
  return value;
}

// "0", "0.0", "0000-0000".
bool counts_nothing(std::string_view value) {
  constexpr std::size_t kLongest = 64;
  return value.size() <= kLongest &&
         std::ranges::all_of(value, [](char c) { return c == '0' || !is_said(c); });
}

bool is_escaped_html(std::string_view value, std::string_view resolved) {
  return value.find("&lt;") != std::string_view::npos && looks_like_html(resolved) &&
         (resolved.find("</") != std::string_view::npos ||
          resolved.find("<br") != std::string_view::npos ||
          resolved.find("<p>") != std::string_view::npos);
}

}  // namespace

bool is_nothing(std::string_view value) {
  return among(kNothing, trim(value));
}

bool identifies_nothing(std::string_view value) {
  value = trim(value);
  if (counts_nothing(value) || among(kNothing, value) || among(kNobody, value)) return true;
  const std::string_view word = undressed(value);
  return among(kNothing, word) || among(kNobody, word);
}

bool is_no_id(std::string_view id) {
  return trim(id) != "0" && identifies_nothing(id);
}

std::string prose(std::string_view value) {
  if (looks_like_html(value)) return resolve_references(html_text(value));
  if (value.find('&') == std::string_view::npos) return std::string(value);
  std::string resolved = resolve_references(value);
  if (is_escaped_html(value, resolved)) return resolve_references(html_text(resolved));
  return resolved;
}

bool is_url(std::string_view value) {
  value = trim(value);
  if (value.size() < 4 || std::ranges::any_of(value, is_blank)) return false;
  if (value.starts_with("//") || starts_folded(value, "www.")) {
    return value.find('.', 2) != std::string_view::npos;
  }
  const std::size_t colon = value.find("://");
  const auto is_letter = [](char c) { return ascii::is_alphanumeric(c); };
  return colon != std::string_view::npos && colon > 0 && colon + 3 < value.size() &&
         std::ranges::all_of(value.substr(0, colon), is_letter);
}

std::string_view host_of(std::string_view url) {
  url = trim(url);
  const std::size_t slashes = url.find("//");
  if (slashes != std::string_view::npos) url.remove_prefix(slashes + 2);
  url = url.substr(0, url.find_first_of("/?#"));
  url = url.substr(0, url.find(':'));
  if (starts_folded(url, "www.")) url.remove_prefix(4);
  return url;
}

bool is_home_page(std::string_view url) {
  url = trim(url);
  const std::size_t slashes = url.find("//");
  if (slashes != std::string_view::npos) url.remove_prefix(slashes + 2);
  const std::size_t path = url.find_first_of("/?#");
  return path == std::string_view::npos || path + 1 == url.size();
}

bool is_number(std::string_view value) {
  value = trim(value);
  if (value.starts_with('-')) value.remove_prefix(1);
  return !value.empty() && value.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string names_once(std::string_view names) {
  std::vector<std::string_view> met;
  bool has_comma = false;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(';'), names.size());
    const auto name = trim(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
    if (is_nothing(name) || std::ranges::find(met, name) != met.end()) continue;
    constexpr std::size_t kMostNames = 200;
    if (met.size() == kMostNames) break;
    met.push_back(name);
    has_comma = has_comma || name.find(',') != std::string_view::npos;
  }
  std::string text;
  for (const std::string_view name : met) {
    if (!text.empty()) text += has_comma ? "; " : ", ";
    text += name;
  }
  return text;
}

}  // namespace dateline::indexer
