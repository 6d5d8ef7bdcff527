#include "indexer/sources/head_tests.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> openings) {
  return std::ranges::any_of(
      openings, [&](std::string_view opening) { return starts_folded(line, opening); });
}

bool is_hexadecimal(char c) {
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// How many lines `fits` takes. The last line may be cut off by the end of the head and is not asked
// where others are.
template <typename Fits>
bool all_lines(const Head& head, Fits fits, std::size_t least = 1) {
  std::size_t count = head.lines.size();
  if (count > 1) --count;
  return count >= least &&
         std::all_of(head.lines.begin(), head.lines.begin() + static_cast<std::ptrdiff_t>(count),
                     fits);
}

bool has_line(const Head& head, bool (*fits)(std::string_view line)) {
  return std::ranges::any_of(head.lines, fits);
}

// --- Mail

// Cuts "Name:" off a line; empty where the line does not begin so.
std::string_view field_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view name = line.substr(0, colon);
  const auto fits = [](char c) { return ascii::is_alphanumeric(c) || c == '-'; };
  return std::ranges::all_of(name, fits) ? name : std::string_view{};
}

constexpr auto kMailFields = std::to_array<std::string_view>(
    {"received", "message-id", "mime-version", "return-path", "delivered-to", "content-type",
     "content-transfer-encoding", "x-mailer", "dkim-signature", "reply-to", "envelope-to",
     "nntp-posting-host", "newsgroups"});

bool is_mail_field(std::string_view name) {
  return std::ranges::any_of(kMailFields,
                             [&](std::string_view known) { return equals_folded(name, known); });
}

// --- Exports

// "1 of 161 DOCUMENTS", "Dokument 3 von 20", alone on a line.
bool counts_documents(std::string_view line) {
  if (line.size() > 60) return false;
  std::array<std::string_view, 4> words;
  for (std::string_view& word : words) word = take_word(line);
  if (!trim(line).empty()) return false;
  const bool english = are_digits(words[0]) && words[1] == "of" && are_digits(words[2]) &&
                       (words[3] == "DOCUMENTS" || words[3] == "DOCUMENT");
  const bool other = (words[0] == "Dokument" || words[0] == "Document" || words[0] == "DOCUMENT") &&
                     are_digits(words[1]) && are_digits(words[3]) &&
                     (words[2] == "von" || words[2] == "sur" || words[2] == "de" ||
                      words[2] == "van" || words[2] == "of");
  return english || other;
}

bool is_body_label(std::string_view line) {
  return line == "Body" || line == "BODY";
}

bool is_export_label(std::string_view line) {
  return starts_with_any(line, {"section:", "length:", "byline:", "dateline:", "highlight:",
                                "load-date:", "publication-type:"});
}

bool is_proquest_label(std::string_view line) {
  return starts_with_any(line,
                         {"proquest document id", "proquestdocument id", "publication info:"});
}

bool opens_full_text(std::string_view line) {
  return starts_with_any(line, {"full text:", "fulltext:"});
}

constexpr auto kFactivaLabels = std::to_array<std::string_view>(
    {"HD", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG",  "LA",  "CY", "LP",
     "TD", "SE", "CR", "AN", "CO", "IN", "NS", "RE", "PUB", "IPD", "IPC"});

// --- Lines

bool is_sum_of_file(std::string_view line) {
  const std::size_t tag = line.find(") = ");
  if (tag != std::string_view::npos &&
      starts_with_any(line, {"md5 (", "sha1 (", "sha256 (", "sha512 ("})) {
    return std::ranges::all_of(line.substr(tag + 4), is_hexadecimal);
  }
  constexpr auto kSizes = std::to_array<std::size_t>({32, 40, 56, 64, 96, 128});
  const std::string_view sum = take_word(line);
  return std::ranges::find(kSizes, sum.size()) != kSizes.end() &&
         std::ranges::all_of(sum, is_hexadecimal) && !trim(line).empty();
}

bool is_cue_time(std::string_view line) {
  return line.size() > 8 && is_digit(line[0]) && line.find(" --> ") != std::string_view::npos &&
         line.find(':') < 4;
}

bool is_ris_label(std::string_view line) {
  return line.starts_with("TY  - ");
}

bool is_bibtex_entry(std::string_view line) {
  if (!line.starts_with('@')) return false;
  const std::size_t brace = line.find('{');
  return brace != std::string_view::npos && brace > 2 &&
         std::ranges::all_of(line.substr(1, brace - 1), ascii::is_letter);
}

// "2020-01-02 10:11:12", "2020-01-02T10:11:12", also in brackets, then a message.
bool is_log_line(std::string_view line) {
  if (line.starts_with('[')) line.remove_prefix(1);
  constexpr std::string_view kForm = "dddd-dd-dd dd:dd:dd";
  if (line.size() < kForm.size() + 2) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const char c = line[i];
    const bool fits = kForm[i] == 'd'   ? is_digit(c)
                      : kForm[i] == ' ' ? c == ' ' || c == 'T'
                                        : c == kForm[i] || (kForm[i] == '-' && c == '/');
    if (!fits) return false;
  }
  return true;
}

// 192.0.2.1 - - [02/Jan/2020:03:04:05 +0000] "GET / HTTP/1.1"
bool is_web_log_line(std::string_view line) {
  const std::size_t bracket = line.find(" [");
  return bracket != std::string_view::npos && bracket < 120 &&
         line.find(" HTTP/", bracket) != std::string_view::npos && line.find("] \"") < 200;
}

bool is_setting(std::string_view line) {
  if (line.starts_with('#') || line.starts_with(';')) return true;
  if (line.starts_with('[')) return line.ends_with(']');
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos || equals == 0) return false;
  const std::string_view name = trim(line.substr(0, equals));
  return std::ranges::all_of(
      name, [](char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '.' || c == '-'; });
}

bool is_base64_line(std::string_view line) {
  const auto fits = [](char c) {
    return ascii::is_alphanumeric(c) || c == '+' || c == '/' || c == '=';
  };
  return std::ranges::all_of(line, fits);
}

}  // namespace

bool is_wire_text(const Head& head) {
  constexpr char kStartOfHeader = '\x01', kIdle = '\x16', kStartOfText = '\x02';
  const auto* begin = std::ranges::find_if_not(head.bytes, is_blank);
  const char first = begin == head.bytes.end() ? '\0' : *begin;
  if (first != kStartOfHeader && first != kIdle && first != kStartOfText) return false;
  return head.bytes.find(kStartOfText) != std::string_view::npos ||
         head.bytes.find('\x04') != std::string_view::npos;
}

bool is_arc(const Head& head) {
  if (head.lines.empty()) return false;
  std::string_view line = head.lines.front();
  const std::string_view url = take_word(line), ip = take_word(line), day = take_word(line);
  return url.find("://") != std::string_view::npos && ip.find('.') != std::string_view::npos &&
         day.size() == 14 && are_digits(day);
}

bool is_mailbox(const Head& head) {
  if (!head.text.starts_with("From ")) return false;
  std::string_view line = head.lines.front();
  std::array<std::string_view, 6> words;  // From, someone, weekday, month, day, time
  for (std::string_view& word : words) word = take_word(line);
  return words[2].size() == 3 && words[3].size() == 3 && are_digits(words[4]) &&
         words[5].size() >= 5 && words[5].find(':') == 2;
}

// Two fields at least, folded lines among them, up to an empty line: one that only mail has, or the
// address of a sender beside a subject.
bool is_mail(const Head& head) {
  constexpr int kMaxLines = 40;
  int fields = 0;
  bool mail = false, sender = false, subject = false;
  std::string_view rest = head.text;
  for (int i = 0; i < kMaxLines && !rest.empty(); ++i) {
    const std::string_view line = take_line(rest);
    if (trim(line).empty()) break;
    if (is_blank(line.front()) && fields > 0) continue;
    const std::string_view name = field_of(line);
    if (name.empty()) break;
    ++fields;
    mail = mail || is_mail_field(name);
    sender = sender || (equals_folded(name, "from") && line.find('@') != std::string_view::npos);
    subject = subject || equals_folded(name, "subject") || equals_folded(name, "to");
    if (fields > 1 && (mail || (sender && subject))) return true;
  }
  return false;
}

bool is_nexis(const Head& head) {
  if (has_line(head, counts_documents)) return true;
  const auto says = [&](std::string_view label) {
    return std::ranges::any_of(head.lines,
                               [&](std::string_view line) { return line.starts_with(label); });
  };
  const bool classic = says("Download Request:") && says("Time Of Request:");
  return classic || (says("User Name:") && says("Job Number:"));
}

bool is_nexis_page(const Head& head) {
  const auto body = std::ranges::find_if(head.lines, is_body_label);
  if (body == head.lines.end()) return false;
  return std::any_of(head.lines.begin(), body, is_export_label) ||
         std::ranges::find(head.lines, "End of Document") != head.lines.end();
}

bool is_proquest(const Head& head) {
  constexpr std::size_t kUnderscores = 40;
  if (head.lines.empty()) return false;
  const std::string_view first = head.lines.front();
  if (first.size() >= kUnderscores && first.find_first_not_of('_') == std::string_view::npos) {
    return true;
  }
  return has_line(head, is_proquest_label) && has_line(head, opens_full_text);
}

bool is_factiva(const Head& head) {
  constexpr std::ptrdiff_t kLeast = 3;
  const auto has = [&](std::string_view label) {
    return std::ranges::any_of(head.lines, [&](std::string_view line) {
      return line.starts_with(label) &&
             (line.size() == label.size() || is_blank(line[label.size()]));
    });
  };
  if (!has("HD") || !has("PD")) return false;
  return std::ranges::count_if(kFactivaLabels, has) >= kLeast;
}

bool is_checksums(const Head& head) {
  return all_lines(head, is_sum_of_file);
}

bool is_changes(const Head& head) {
  return head.lines.size() > 1 && head.lines[0].starts_with("--- ") &&
         head.lines[1].starts_with("+++ ");
}

bool is_references(const Head& head) {
  if (head.lines.empty()) return false;
  return is_ris_label(head.lines.front()) || is_bibtex_entry(head.lines.front());
}

bool is_subtitles(const Head& head) {
  return head.lines.size() > 1 && are_digits(head.lines[0]) && is_cue_time(head.lines[1]);
}

bool is_database_dump(const Head& head) {
  return has_line(head, [](std::string_view line) {
    return line.starts_with("INSERT INTO ") || line.starts_with("CREATE TABLE ") ||
           line.starts_with("DROP TABLE IF ") || line.starts_with("-- PostgreSQL database dump");
  });
}

bool is_latex(const Head& head) {
  return has_line(head, [](std::string_view line) {
    return line.starts_with("\\documentclass") || line.starts_with("\\begin{document}");
  });
}

bool is_base64(const Head& head) {
  constexpr std::size_t kOneLine = 200, kWrapped = 56;
  if (head.lines.empty() || head.lines.front().size() < kWrapped) return false;
  if (!all_lines(head, is_base64_line)) return false;
  const auto is_kind = [&](auto kind) { return std::ranges::any_of(head.lines.front(), kind); };
  return is_kind(is_digit) && is_kind(is_upper) && is_kind(is_lower) &&
         (head.lines.size() > 1 || head.lines.front().size() >= kOneLine);
}

bool is_log(const Head& head) {
  constexpr std::size_t kLeast = 4;
  return all_lines(head, is_log_line, kLeast) || all_lines(head, is_web_log_line, kLeast);
}

bool is_code(const Head& head) {
  return is_source_code(head.lines);
}

bool is_settings(const Head& head) {
  constexpr std::size_t kLeast = 2;
  return all_lines(head, is_setting, kLeast) && head.text.find('=') != std::string_view::npos;
}

}  // namespace dateline::indexer
