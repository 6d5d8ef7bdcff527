#include "indexer/sources/identity.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "common/error.h"
#include "common/text/ascii.h"
#include "indexer/enrichment/characters.h"
#include "indexer/sources/encoding.h"
#include "indexer/sources/field_value.h"

namespace dateline::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";
constexpr std::size_t kMostCounterDigits = 9;

// FNV-1a. Must be the same in every version: identities are made of it.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t value = 0xcbf29ce484222325U;
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return value;
}

// The front page of a site, "http://" and "about:blank" are where many articles say that they are.
bool names_no_article(std::string_view url) {
  return (is_url(url) && is_home_page(url)) || url.ends_with("://") ||
         starts_folded(url, "about:") || starts_folded(url, "javascript:");
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
  if (identifies_nothing(article.url)) article.url.clear();
  if (is_no_id(article.id)) {
    article.id = names_no_article(article.url) ? std::string() : article.url;
  }
  if (article.id.empty()) article.id = identity_by_place(document, place, root);
  if (article.id.size() > kMaxIdBytes) article.id = shortened(article.id);
}

}  // namespace dateline::indexer
