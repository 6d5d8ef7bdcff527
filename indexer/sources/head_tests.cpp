#include "indexer/sources/head_tests.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

bool are_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
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

bool is_body_alone(std::string_view line) {
  return line == "BODY:" || line == "BODY";
}

bool is_rule(std::string_view line) {
  return line == "-----";
}

// "LENGTH: 120 words"
bool is_length_in_words(std::string_view line) {
  if (!line.starts_with("LENGTH:")) return false;
  take_word(line);
  return are_digits(take_word(line)) && trim(line) == "words";
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

// --- Programs

bool is_cue_time(std::string_view line) {
  return line.size() > 8 && is_digit(line[0]) && line.find(" --> ") != std::string_view::npos &&
         line.find(':') < 4;
}

// 0:00:00.599,0:00:04.160
bool is_cue_range(std::string_view line) {
  const std::size_t comma = line.find(',');
  const auto is_time = [](std::string_view text) {
    return std::ranges::count(text, ':') == 2 &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || c == ':' || c == '.'; });
  };
  return comma != std::string_view::npos && is_time(line.substr(0, comma)) &&
         is_time(line.substr(comma + 1));
}

constexpr std::string_view kRisType = "TY  - ";

bool is_ris_line(std::string_view line) {
  return line.size() >= 5 && is_upper(line[0]) && ascii::is_alphanumeric(line[1]) &&
         line.substr(2, 3) == "  -";
}

bool is_bibtex_entry(std::string_view line) {
  if (!line.starts_with('@')) return false;
  const std::size_t brace = line.find('{');
  return brace != std::string_view::npos && brace > 2 &&
         std::ranges::all_of(line.substr(1, brace - 1), ascii::is_letter);
}

bool is_commit(std::string_view line) {
  constexpr std::size_t kSumBytes = 40;
  if (take_word(line) != "commit") return false;
  const std::string_view sum = take_word(line);
  return sum.size() == kSumBytes && std::ranges::all_of(sum, ascii::is_alphanumeric);
}

// "3c3", "7a8,9"
bool is_changed_range(std::string_view line) {
  const std::size_t letter = line.find_first_of("acd");
  const auto is_range = [](std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return is_digit(c) || c == ','; });
  };
  return letter != std::string_view::npos && is_range(line.substr(0, letter)) &&
         is_range(line.substr(letter + 1));
}

// The first line that is no comment; empty where all are.
std::string_view first_behind(const Head& head, std::initializer_list<std::string_view> comments) {
  const auto is_comment = [&](std::string_view line) { return starts_with_any(line, comments); };
  const auto first = std::ranges::find_if_not(head.lines, is_comment);
  return first == head.lines.end() ? std::string_view{} : *first;
}

// "INSERT INTO history a new name" is a headline.
bool is_statement(std::string_view line) {
  if (line.size() < 2 || is_upper(line[0]) != is_upper(line[1])) return false;
  constexpr std::ptrdiff_t kBlanksOfName = 2;  // "CREATE TABLE story", the rest below
  const bool begins = starts_with_any(line, {"insert into ", "create table ", "create database ",
                                             "drop table ", "set names ", "begin transaction"});
  return begins && (line.find_first_of("(;") != std::string_view::npos ||
                    std::ranges::count(line, ' ') <= kBlanksOfName);
}

}  // namespace

bool starts_with_any(std::string_view line, std::initializer_list<std::string_view> openings) {
  return std::ranges::any_of(
      openings, [&](std::string_view opening) { return starts_folded(line, opening); });
}

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
  if (!head.lines.empty() && are_digits(head.lines.front())) take_line(rest);  // Apple's: its bytes
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
  if (has_line(head, is_length_in_words) && has_line(head, is_body_alone)) return true;
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

bool is_key(const Head& head) {
  return has_line(head, [](std::string_view line) {
    return line.starts_with("-----BEGIN ") && line.ends_with("-----");
  });
}

// "TITLE: ...", "-----", "BODY:", and so on for each story of a blog.
bool is_movable_type(const Head& head) {
  return has_line(head, is_body_alone) && has_line(head, is_rule) &&
         has_line(head, [](std::string_view line) { return line.starts_with("TITLE: "); });
}

bool is_changes(const Head& head) {
  if (head.lines.size() < 2) return false;
  const std::string_view first = head.lines[0], second = head.lines[1];
  if (first.starts_with("--- ")) return second.starts_with("+++ ");
  if (first.starts_with("*** ") && second.starts_with("--- ")) {
    return head.lines.size() > 2 && head.lines[2].starts_with("**********");
  }
  if (first.starts_with("Index: ")) return second.starts_with("==========");
  return is_commit(first) || (is_changed_range(first) && second.find_first_of("<>") == 0);
}

bool is_references(const Head& head) {
  constexpr std::ptrdiff_t kLeast = 3;
  const std::string_view first = first_behind(head, {"%"});
  if (is_bibtex_entry(first) || first.starts_with(kRisType)) return true;
  return has_line(head, [](std::string_view line) { return line.starts_with(kRisType); }) &&
         std::ranges::count_if(head.lines, is_ris_line) >= kLeast;
}

bool is_subtitles(const Head& head) {
  if (head.lines.size() < 2) return false;
  return (are_digits(head.lines[0]) && is_cue_time(head.lines[1])) || is_cue_range(head.lines[0]);
}

// A story may quote a statement; a dump begins with one.
bool is_database_dump(const Head& head) {
  if (has_line(head, [](std::string_view line) {
        return line.starts_with("-- PostgreSQL database dump");
      })) {
    return true;
  }
  return is_statement(first_behind(head, {"--", "/*", "*", "#"}));
}

// A story may quote a command; a document begins with one.
bool is_latex(const Head& head) {
  constexpr std::size_t kLeastLetters = 3;
  const std::string_view first = first_behind(head, {"%"});
  if (first.size() <= kLeastLetters || first.front() != '\\') return false;
  return std::ranges::all_of(first.substr(1, kLeastLetters), ascii::is_letter);
}

}  // namespace dateline::indexer
