#include "indexer/update/namesakes.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/index/checksum.h"
#include "indexer/sources/identity.h"

namespace dateline::indexer {
namespace {

// From the most to the least wanted. A place names its file already.
std::array<std::string, 3> names_of(const Article& article, Identity identity, const Kin& kin,
                                    const std::string& place) {
  const std::string of_file =
      identity == Identity::kCounter ? fmt::format("{}@{}", article.id, place) : article.id;
  const std::string told = fmt::format("{} {} {}", kin.likeness.headline, kin.day,
                                       kin.likeness.headline == 0 ? kin.likeness.beginning : 0);
  return {article.id, of_file, fmt::format("{}~{:08x}", of_file, short_checksum(told))};
}

// Whether `id` is one that the article could have had in an earlier run.
bool is_of_family(const std::string& id, Identity identity, const std::string& place) {
  if (identity == Identity::kPlaceInFile) return id.starts_with(place + "#");
  return is_counter(id) || id.find("@" + place) != std::string::npos;
}

bool is_same_story(const Article& a, const Article& b) {
  return a.headline == b.headline && a.body == b.body && a.source == b.source && a.url == b.url;
}

}  // namespace

bool Namesakes::is_settled(const Article& article, std::uint32_t content, Identity identity) const {
  if (identity == Identity::kCertain) return true;
  const KnownArticle* known = known_.find(checksum(article.id));
  return known != nullptr && known->content == content;
}

// A name that is free in the run may belong to an article of the index, which was there first.
std::string Namesakes::name_of_counter(const Article& article, std::uint32_t content,
                                       const std::string& place) {
  const Claim claim{content, kin_of(article, place)};
  const Names names = names_of(article, Identity::kCounter, claim.kin, place);
  if (auto name = name_in_index(names, content)) return *std::move(name);
  if (known_.find(checksum(names.front())) != nullptr) {
    auto name = former_name(article, content, Identity::kCounter, place);
    if (name) return *std::move(name);
  }
  const auto is_free = [&](const std::string& name) {
    return is_free_in_run(name, claim) && is_free_in_index(name, claim.kin);
  };
  const auto free = std::ranges::find_if(names, is_free);
  const std::string& name = free != names.end() ? *free : names.back();
  claims_.insert_or_assign(checksum(name), claim);
  return name;
}

std::string Namesakes::name_of_place(const Article& article, std::uint32_t content,
                                     const std::string& place) const {
  const Kin kin = kin_of(article, place);
  const Names names = names_of(article, Identity::kPlaceInFile, kin, place);
  if (auto name = name_in_index(names, content)) return *std::move(name);
  if (auto name = former_name(article, content, Identity::kPlaceInFile, place)) {
    return *std::move(name);
  }
  return is_free_in_index(names.front(), kin) ? names.front() : names.back();
}

std::optional<std::string> Namesakes::name_in_index(const Names& names,
                                                    std::uint32_t content) const {
  for (const std::string& name : names) {
    const KnownArticle* known = known_.find(checksum(name));
    if (known != nullptr && known->content == content) return name;
  }
  return std::nullopt;
}

// Contents are short hashes: the article is read and compared.
std::optional<std::string> Namesakes::former_name(const Article& article, std::uint32_t content,
                                                  Identity identity,
                                                  const std::string& place) const {
  for (const KnownArticle* known : known_.with_content(content)) {
    const Article former = live_.read(known->article);
    if (is_of_family(former.id, identity, place) && is_same_story(former, article)) {
      return former.id;
    }
  }
  return std::nullopt;
}

bool Namesakes::is_free_in_index(const std::string& name, const Kin& kin) const {
  const KnownArticle* known = known_.find(checksum(name));
  return known == nullptr || are_versions(kin_of(live_.read(known->article), ""), kin);
}

bool Namesakes::is_free_in_run(const std::string& name, const Claim& claim) const {
  const auto found = claims_.find(checksum(name));
  return found == claims_.end() || found->second.content == claim.content ||
         are_versions(found->second.kin, claim.kin);
}

}  // namespace dateline::indexer
