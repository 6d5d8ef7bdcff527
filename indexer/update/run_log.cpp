#include "indexer/update/run_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "common/index/checksum.h"
#include "common/terminal_text.h"

namespace dateline::indexer {
namespace {

// A file that is skipped as a whole is told again when it has changed: by its size and its first
// bytes, because it may be a film.
std::string state_of(const Origin& origin) {
  if (origin.line != 0 || !origin.member.empty() || origin.file == "-") return {};
  std::error_code failed;
  const auto size = std::filesystem::file_size(origin.file, failed);
  if (failed) return {};
  char head[4096];
  std::ifstream file(origin.file, std::ios::binary);
  file.read(head, sizeof head);
  const auto read = static_cast<std::size_t>(file.gcount());
  return fmt::format("{} {}", size, to_hex(checksum({head, read})));
}

std::string with_commas(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace

bool RunLog::is_to_tell(std::string_view what, std::string_view where, std::string_view why) {
  const bool is_new = told_.note(what, where, why);
  return is_new || tell_ == Tell::kAll;
}

void RunLog::name(std::string_view what, const Origin& origin, std::string_view reason) {
  log_ << what << ' ' << printable(to_string(origin)) << ": " << printable(reason) << '\n';
}

void RunLog::skipped(const BadArticle& bad) {
  const std::string where = to_string(bad.origin);
  told_.list_skipped(where, bad.reason);
  if (!is_to_tell("skipped", where, bad.reason + state_of(bad.origin))) {
    ++skipped_before_;
    return;
  }
  has_complaint_ = true;
  name("skipped", bad.origin, bad.reason);
}

void RunLog::no_article(const Companion& companion) {
  if (!is_to_tell("no article", to_string(companion.origin), companion.reason)) return;
  name("no article", companion.origin, companion.reason);
}

void RunLog::passed_over(const PassedOver& files) {
  if (files.files == 0 || !is_to_tell("passed over", files.example, to_hex(files.hash))) return;
  log_ << fmt::format("passed over {} hidden or backup file{}, such as {}\n", files.files,
                      files.files == 1 ? "" : "s", printable(files.example));
}

void RunLog::say(const std::string& line) {
  if (is_to_tell("archive", line, "")) log_ << printable(line) << '\n';
}

void RunLog::replaced_in_run(const InPlaceOf& replaced, bool are_versions) {
  Replaced& all = are_versions ? versions_ : others_;
  if (!is_to_tell(are_versions ? "version" : "replaced", replaced.id, "")) return;
  if (all.articles++ == 0) all.example = replaced;
}

void RunLog::tell_replaced() {
  const auto tell = [this](const Replaced& replaced, std::string_view one, std::string_view more) {
    if (replaced.articles == 0) return;
    const auto& [id, later, earlier] = replaced.example;
    const std::string of = earlier.empty() ? "" : fmt::format(" in place of {}", earlier);
    log_ << fmt::format("{} {}, such as '{}': {}{}\n", replaced.articles,
                        replaced.articles == 1 ? one : more, printable(id), printable(later),
                        printable(of));
  };
  tell(versions_, "article was replaced by a later version of this run with its id",
       "articles were replaced by later versions of this run with their ids");
  tell(others_,
       "article was replaced by another one of this run that has its id and nothing of its text",
       "articles were replaced by others of this run that have their ids and nothing of their "
       "texts");
  if (others_.articles > 0) has_complaint_ = true;
}

// Only where there is a field that may hold the text it is a complaint: some stories are a headline.
void RunLog::tell_textless(const Textless& textless, std::uint64_t articles) {
  if (textless.articles == 0) return;
  log_ << printable(to_text(textless, articles)) << '\n';
  if (!textless.unused.empty()) has_complaint_ = true;
}

// "3 articles were not UTF-8: 2 read as windows-1251 (first a.txt), 1 as Big5 (b.txt)"
void RunLog::tell_encodings(const SourceNotes& notes) {
  std::uint64_t articles = 0;
  std::string list;
  for (const auto& [name, note] : notes.encodings) {
    articles += note.articles;
    list += fmt::format("{} {} {} ({}{})", list.empty() ? "" : ",", note.articles,
                        list.empty() ? "read as " + name : "as " + name,
                        note.articles > 1 ? "first " : "", printable(note.first));
  }
  if (articles == 0) return;
  log_ << articles << (articles == 1 ? " article was" : " articles were") << " not UTF-8:" << list
       << '\n';
}

void RunLog::end(const SourceNotes& notes, std::uint64_t articles) {
  const auto tell = [this](std::uint64_t count, std::string_view one, std::string_view several) {
    if (count > 0) log_ << count << ' ' << (count == 1 ? one : several) << '\n';
  };
  tell_encodings(notes);
  tell(notes.mended, "article had characters that were decoded twice and are mended",
       "articles had characters that were decoded twice and are mended");
  tell(notes.repaired, "article had bytes that had to be replaced",
       "articles had bytes that had to be replaced");
  tell(notes.unread_dates, "article has a date that cannot be read and counts as undated",
       "articles have a date that cannot be read and count as undated");
  tell(notes.cut_short, "article is given by its archive with the beginning of its text alone",
       "articles are given by their archive with the beginnings of their texts alone");
  tell(notes.described, "article has its day or URL from a file beside it that describes it",
       "articles have their days or URLs from files beside them that describe them");
  if (notes.beyond.articles > 0) log_ << printable(to_text(notes.beyond)) << '\n';
  tell_textless(notes.textless, articles);
  tell_replaced();
}

std::string to_text(const Textless& textless, std::uint64_t articles) {
  constexpr std::size_t kMostFields = 5;
  std::string text =
      fmt::format("{} of {} article{} {} a headline and no text", textless.articles, articles,
                  articles == 1 ? "" : "s", textless.articles == 1 ? "has" : "have");
  std::vector<std::pair<std::size_t, std::string>> fields;
  for (const auto& [name, field] : textless.unused) fields.emplace_back(field.longest, name);
  std::ranges::sort(fields, [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string_view before = "; fields not used: ";
  for (std::size_t i = 0; i < std::min(fields.size(), kMostFields); ++i) {
    text += fmt::format("{}`{}` (longest {} bytes)", before, fields[i].second,
                        with_commas(fields[i].first));
    before = ", ";
  }
  if (fields.size() > kMostFields) {
    text += fmt::format(" and {} more", fields.size() - kMostFields);
  }
  return text;
}

}  // namespace dateline::indexer
