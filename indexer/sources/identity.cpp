#include "indexer/sources/identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>

#include "common/error.h"
#include "common/text/ascii.h"
#include "indexer/sources/encoding.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";
constexpr std::size_t kMostCounterDigits = 9;

// In lower case, without the signs around them.
constexpr std::array<std::string_view, 10> kNothing = {
    "none", "null", "nil", "nan", "n/a", "n.a", "na", "nat", "unknown", "undefined"};

// FNV-1a. Must be the same in every version: identities are made of it.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325U;
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return value;
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

// "0", "0.0", "-1", "0000-0000": an id whose digits are all zero, or a -1.
bool counts_nothing(std::string_view value) {
  const auto is_zero_or_sign = [](char c) { return c == '0' || !is_said(c); };
  return std::ranges::all_of(value, is_zero_or_sign) || value == "-1" || value == "-1.0";
}

// Not in the middle of a character.
std::string shortened(const std::string& id) {
  std::size_t size = kMaxIdBytes / 8;
  while (size > 0 && (static_cast<unsigned char>(id[size]) & 0xC0) == 0x80) --size;
  return fmt::format("{}~{:016x}", id.substr(0, size), hash(id));
}

// Of an input without a slash at its end.
std::string below(const fs::path& root, const std::string& input) {
  for (const bool follow_links : {false, true}) {
    std::error_code failed;
    const auto from = follow_links ? fs::weakly_canonical(root, failed) : fs::absolute(root);
    const auto to = follow_links ? fs::weakly_canonical(input, failed) : fs::absolute(input);
    const auto relative = to.lexically_normal().lexically_relative(from.lexically_normal() / "");
    if (!relative.empty() && *relative.begin() != "..") return relative.lexically_normal().string();
  }
  throw Error(ErrorKind::kUsage,
              fmt::format("input '{}' does not lie below --root '{}'", input, root.string()));
}

std::string without_last_slash(std::string path) {
  if (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

bool is_placeholder(std::string_view value) {
  constexpr std::size_t kLongest = 64;
  if (value.size() > kLongest) return false;
  if (counts_nothing(value)) return true;
  std::string word(undressed(value));
  std::ranges::transform(word, word.begin(), ascii::to_lower);
  return std::ranges::find(kNothing, word) != kNothing.end();
}

bool is_counter(std::string_view id) {
  if (id.ends_with(".0")) id.remove_suffix(2);
  return !id.empty() && id.size() <= kMostCounterDigits && std::ranges::all_of(id, ascii::is_digit);
}

ArchiveRoot::ArchiveRoot(const std::string& root, const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    if (input == kStandardInput) continue;
    const std::string named = without_last_slash(fs::path(input).lexically_normal().string());
    const std::string relative = without_last_slash(below(root, named));
    inputs_.emplace_back(named == "." ? "" : named, relative == "." ? "" : relative);
  }
  std::ranges::sort(inputs_, std::greater());  // of "news" and "news/2006" the longer is first
}

std::string ArchiveRoot::relative(std::string_view file) const {
  for (const auto& [named, relative] : inputs_) {
    if (!file.starts_with(named)) continue;
    std::string_view rest = file.substr(named.size());
    const bool is_below = rest.empty() || named.empty() || named == "/" || rest.front() == '/';
    if (!is_below) continue;
    if (rest.starts_with('/')) rest.remove_prefix(1);
    if (relative.empty() || rest.empty()) return std::string(relative.empty() ? rest : relative);
    return fmt::format("{}/{}", relative, rest);
  }
  return std::string(file);
}

std::string identity_by_place(const RawDocument& document, const PlaceInDocument& place,
                              const ArchiveRoot& root) {
  const auto& [file, member, line] = document.origin;
  const std::uint64_t ordinal = document.ordinal + place.records_before;
  std::string identity;
  if (file == kStandardInput && member.empty()) {
    identity = fmt::format("-#{:016x}", hash(document.bytes));
    if (place.records_before != 0) identity += fmt::format("+{}", place.records_before);
  } else {
    identity = to_string({root.relative(file), member, 0});
    if (ordinal != 0) identity.append("#").append(std::to_string(ordinal));
  }
  if (!place.within.empty()) identity.append("/").append(place.within);
  to_utf8(identity);  // names of files are any bytes
  return identity;
}

void identify(Article& article, const RawDocument& document, const PlaceInDocument& place,
              const ArchiveRoot& root) {
  if (is_placeholder(article.url)) article.url.clear();
  const bool is_first_of_counter = article.id == "0";
  if (is_placeholder(article.id) && !is_first_of_counter) article.id = article.url;
  if (article.id.empty()) article.id = identity_by_place(document, place, root);
  if (article.id.size() > kMaxIdBytes) article.id = shortened(article.id);
}

}  // namespace dateline::indexer
