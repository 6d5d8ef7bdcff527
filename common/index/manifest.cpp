#include "common/index/manifest.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "common/index/checksum.h"
#include "common/index/file.h"
#include "common/publication_time.h"

namespace dateline {
namespace {

using nlohmann::json;
using Day = std::optional<std::chrono::year_month_day>;

json day_to_json(const Day& day) {
  return day ? json(to_iso(*day)) : json();
}

json file_to_json(const FileEntry& file) {
  return {
      {"name", file.name}, {"size_bytes", file.size_bytes}, {"checksum", to_hex(file.checksum)}};
}

json segment_to_json(const SegmentEntry& segment) {
  json files = json::array();
  for (const FileEntry& file : segment.files) files.push_back(file_to_json(file));
  return {{"id", segment.id},
          {"articles", segment.articles},
          {"deleted", segment.deleted},
          {"text_bytes", segment.text_bytes},
          {"catalogue_uuid", segment.catalogue_uuid},
          {"first_day", day_to_json(segment.first_day)},
          {"last_day", day_to_json(segment.last_day)},
          {"undated", segment.undated},
          {"files", std::move(files)}};
}

nlohmann::ordered_json run_to_json(const RunSummary& run) {
  return {{"indexed", run.indexed}, {"replaced", run.replaced}, {"unchanged", run.unchanged},
          {"empty", run.empty},     {"skipped", run.skipped},   {"started", run.started},
          {"seconds", run.seconds}};
}

// The members of one JSON object, read strictly. nlohmann alone would turn 1.5 or true into a
// number.
class Members {
 public:
  Members(const json& object, std::string name, const std::filesystem::path& path)
      : object_(object), name_(std::move(name)), path_(path) {
    if (!object_.is_object()) throw damaged(path_, name_ + " is not an object");
  }

  template <typename Number>
  void read(const char* member, Number& number) const requires std::unsigned_integral<Number> {
    const json& value = at(member);
    if (!value.is_number_unsigned()) refuse(member, "a number");
    const auto wide = value.get<std::uint64_t>();
    if (wide > std::numeric_limits<Number>::max()) refuse(member, "a number of its size");
    number = static_cast<Number>(wide);
  }

  void read(const char* member, double& number) const {
    const json& value = at(member);
    if (!value.is_number()) refuse(member, "a number");
    number = value.get<double>();
  }

  void read(const char* member, std::string& text) const {
    const json& value = at(member);
    if (!value.is_string()) refuse(member, "a text");
    text = value.get<std::string>();
  }

  void read(const char* member, Day& day) const {
    const json& value = at(member);
    if (value.is_null()) return;
    if (value.is_string()) day = parse_day(value.get_ref<const std::string&>());
    if (!day) refuse(member, "a day");
  }

  void read_checksum(const char* member, std::uint64_t& number) const {
    const json& value = at(member);
    const auto read =
        value.is_string() ? parse_hex(value.get_ref<const std::string&>()) : std::nullopt;
    if (!read) refuse(member, "a checksum");
    number = *read;
  }

  bool has(const char* member) const { return !at(member).is_null(); }

  Members object(const char* member) const { return {at(member), member, path_}; }

  const json& list(const char* member) const {
    const json& value = at(member);
    if (!value.is_array()) refuse(member, "a list");
    return value;
  }

  [[noreturn]] void refuse(const char* member, std::string_view what) const {
    throw damaged(path_, fmt::format("'{}' of {} is not {}", member, name_, what));
  }

 private:
  const json& at(const char* member) const {
    const auto found = object_.find(member);
    if (found == object_.end()) throw damaged(path_, fmt::format("{} has no '{}'", name_, member));
    return *found;
  }

  const json& object_;
  std::string name_;
  const std::filesystem::path& path_;
};

FileEntry read_file_entry(const Members& members) {
  FileEntry file;
  members.read("name", file.name);
  members.read("size_bytes", file.size_bytes);
  members.read_checksum("checksum", file.checksum);
  return file;
}

SegmentEntry read_segment(const Members& members, const std::filesystem::path& path) {
  SegmentEntry segment;
  members.read("id", segment.id);
  members.read("articles", segment.articles);
  members.read("deleted", segment.deleted);
  members.read("text_bytes", segment.text_bytes);
  members.read("catalogue_uuid", segment.catalogue_uuid);
  members.read("first_day", segment.first_day);
  members.read("last_day", segment.last_day);
  members.read("undated", segment.undated);
  for (const json& file : members.list("files")) {
    segment.files.push_back(read_file_entry({file, "a file", path}));
    if (segment.files.back().name.find('/') != std::string::npos) members.refuse("files", "plain");
  }
  if (segment.deleted > segment.articles) members.refuse("deleted", "at most 'articles'");
  return segment;
}

json parse_json(std::string_view text, const std::filesystem::path& path) {
  json whole = json::parse(text, nullptr, false);
  if (whole.is_discarded()) throw damaged(path, "it is not JSON");
  return whole;
}

RunSummary read_run(const Members& members) {
  RunSummary run;
  members.read("indexed", run.indexed);
  members.read("replaced", run.replaced);
  members.read("unchanged", run.unchanged);
  members.read("empty", run.empty);
  members.read("skipped", run.skipped);
  members.read("started", run.started);
  members.read("seconds", run.seconds);
  return run;
}

void require_version(const Members& members, const std::filesystem::path& index) {
  std::uint64_t version = 0;
  members.read("format_version", version);
  if (version == kFormatVersion) return;
  throw Error(ErrorKind::kVersion,
              fmt::format("index '{}' was written by format version {}, this program reads version "
                          "{}: build it anew with 'dateline-index update --index NEW INPUT...'",
                          index.string(), version, kFormatVersion));
}

std::string read_text(const json& value, const Members& members, const char* member) {
  if (!value.is_string()) members.refuse(member, "a list of texts");
  return value.get<std::string>();
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  json segments = json::array();
  for (const SegmentEntry& segment : manifest.segments) {
    segments.push_back(segment_to_json(segment));
  }
  const json whole = {
      {"format_version", kFormatVersion},
      {"generation", manifest.generation},
      {"created", manifest.created},
      {"program_version", manifest.program_version},
      {"settings", {{"language", manifest.settings.language}}},
      {"next_segment", manifest.next_segment},
      {"segments", std::move(segments)},
      {"deletions", manifest.deletions ? file_to_json(*manifest.deletions) : json(nullptr)},
      {"archive_fields", manifest.archive_fields},
      {"last_run", json(run_to_json(manifest.last_run))}};
  // Names come from archives and file systems; what is not UTF-8 in them must not stop a run.
  return whole.dump(1, ' ', false, json::error_handler_t::replace) + '\n';
}

// The version comes first: another one may have other members.
Manifest parse_manifest(std::string_view text, const std::filesystem::path& index,
                        const std::filesystem::path& path) {
  const json whole = parse_json(text, path);
  const Members members(whole, "the manifest", path);
  require_version(members, index);
  Manifest manifest;
  members.read("generation", manifest.generation);
  members.read("created", manifest.created);
  members.read("program_version", manifest.program_version);
  members.object("settings").read("language", manifest.settings.language);
  members.read("next_segment", manifest.next_segment);
  for (const json& segment : members.list("segments")) {
    manifest.segments.push_back(read_segment({segment, "a segment", path}, path));
  }
  if (members.has("deletions")) manifest.deletions = read_file_entry(members.object("deletions"));
  for (const json& name : members.list("archive_fields")) {
    manifest.archive_fields.push_back(read_text(name, members, "archive_fields"));
  }
  manifest.last_run = read_run(members.object("last_run"));
  return manifest;
}

std::string to_json(const RunSummary& run) {
  return run_to_json(run).dump(2) + '\n';
}

RunSummary parse_run(std::string_view text, const std::filesystem::path& path) {
  const json whole = parse_json(text, path);
  return read_run({whole, "the run", path});
}

std::string to_utc_text(std::chrono::system_clock::time_point time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::hh_mm_ss clock(seconds - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace dateline
