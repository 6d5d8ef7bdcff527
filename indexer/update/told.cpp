#include "indexer/update/told.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>

#include "common/error.h"
#include "common/index/checksum.h"
#include "common/index/file.h"
#include "common/index/format.h"

namespace dateline::indexer {
namespace {

using nlohmann::json;

constexpr std::size_t kHashBytes = sizeof(std::uint64_t);
constexpr std::size_t kMostHeaderBytes = 8 << 20;
constexpr std::size_t kMostWhereBytes = 1024;  // of what is kept in words

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data() + at, kHashBytes);
  return number;
}

void put(std::string& bytes, std::uint64_t number) {
  bytes.append(reinterpret_cast<const char*>(&number), kHashBytes);
}

std::string shortened(std::string text) {
  if (text.size() > kMostWhereBytes) text.resize(kMostWhereBytes);
  return text;
}

std::vector<SkippedRecord> read_skipped(const json& list) {
  std::vector<SkippedRecord> skipped;
  for (const json& record : list) {
    if (skipped.size() == kMostListedSkipped) break;
    skipped.push_back({record.at(0).get<std::string>(), record.at(1).get<std::string>()});
  }
  return skipped;
}

// The header of a file whose checksum is right; nothing where it is not.
std::optional<std::string_view> header_of(std::string_view bytes) {
  if (bytes.size() < kHashBytes) return std::nullopt;
  const std::size_t end = bytes.size() - kHashBytes;
  if (number_at(bytes, end) != checksum(bytes.substr(0, end))) return std::nullopt;
  const std::size_t line = bytes.substr(0, end).find('\n');
  if (line == std::string_view::npos) return std::nullopt;
  return bytes.substr(0, line);
}

}  // namespace

Told Told::read(const std::filesystem::path& index) try {
  Told told;
  const std::string bytes =
      read_small_file(index / kLastToldName, kMostHeaderBytes + (kMostTold + 1) * kHashBytes);
  const auto header = header_of(bytes);
  if (!header) return {};
  const json whole = json::parse(*header);
  if (whole.at("version") != 1) return {};
  std::size_t at = header->size() + 1;
  for (const json& stored : whole.at("groups")) {
    Group& group = told.groups_.emplace_back();
    group.inputs = parse_hex(stored.at("inputs").get<std::string>()).value_or(0);
    group.skipped = read_skipped(stored.at("skipped"));
    const auto hashes = stored.at("told").get<std::size_t>();
    if (hashes > (bytes.size() - kHashBytes - at) / kHashBytes) return {};
    for (std::size_t i = 0; i < hashes; ++i, at += kHashBytes) {
      group.hashes.push_back(number_at(bytes, at));
    }
  }
  return told;
} catch (const Error&) {
  return {};
} catch (const json::exception&) {
  return {};
}

void Told::begin(const std::vector<std::string>& inputs) {
  for (const Group& group : groups_) {
    before_.insert(before_.end(), group.hashes.begin(), group.hashes.end());
  }
  std::ranges::sort(before_);
  std::string named;
  for (const std::string& input : inputs) named += input + '\0';
  const std::uint64_t ours = checksum(named);
  std::erase_if(groups_, [&](const Group& group) { return group.inputs == ours; });
  groups_.insert(groups_.begin(), Group{ours, {}, {}});
  if (groups_.size() > kMostGroups) groups_.resize(kMostGroups);
}

bool Told::note(std::string_view what, std::string_view where, std::string_view why) {
  std::string told(what);
  told.append(1, '\0').append(where).append(1, '\0').append(why);
  const std::uint64_t hash = checksum(told);
  if (groups_.front().hashes.size() < kMostTold) groups_.front().hashes.push_back(hash);
  return !std::ranges::binary_search(before_, hash);
}

void Told::list_skipped(std::string where, std::string why) {
  std::vector<SkippedRecord>& skipped = groups_.front().skipped;
  if (skipped.size() == kMostListedSkipped) return;
  skipped.push_back({shortened(std::move(where)), shortened(std::move(why))});
}

const std::vector<SkippedRecord>& Told::skipped() const {
  static const std::vector<SkippedRecord> kNone;
  return groups_.empty() ? kNone : groups_.front().skipped;
}

bool Told::empty() const {
  const auto is_empty = [](const Group& group) { return group.hashes.empty(); };
  return std::ranges::all_of(groups_, is_empty);
}

// Groups that do not fit are forgotten, and so told again.
std::string Told::to_bytes() const {
  json groups = json::array();
  std::string hashes;
  for (const Group& group : groups_) {
    const bool fits = hashes.size() / kHashBytes + group.hashes.size() <= kMostTold;
    if (group.hashes.empty() || !fits) {
      if (&group != &groups_.front()) continue;
    }
    json skipped = json::array();
    for (const auto& [where, why] : group.skipped) skipped.push_back({where, why});
    groups.push_back({{"inputs", to_hex(group.inputs)},
                      {"told", group.hashes.size()},
                      {"skipped", std::move(skipped)}});
    for (const std::uint64_t hash : group.hashes) put(hashes, hash);
  }
  const json header = {{"version", 1}, {"groups", std::move(groups)}};
  std::string bytes = header.dump(-1, ' ', false, json::error_handler_t::replace) + '\n' + hashes;
  put(bytes, checksum(bytes));
  return bytes;
}

}  // namespace dateline::indexer
