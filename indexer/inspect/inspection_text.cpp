#include <fmt/format.h>

#include <algorithm>

#include "common/publication_time.h"
#include "common/terminal_text.h"
#include "indexer/inspect/inspection.h"
#include "indexer/update/run_log.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostLines = 12;       // of one kind
constexpr std::size_t kMostTextBytes = 400;  // of a body

// The beginning of a text in one line.
std::string beginning(std::string_view text, std::size_t most_bytes) {
  std::size_t size = std::min(text.size(), most_bytes);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
    --size;
  std::string line(text.substr(0, size));
  std::ranges::replace(line, '\n', ' ');
  return printable(size < text.size() ? line + " ..." : line);
}

// Lines of text, the most frequent first.
class Report {
 public:
  void line(std::string_view name, const std::string& value) {
    text_ += fmt::format("{:<14} {}\n", name, value);
  }
  void heading(std::string_view name) { text_ += fmt::format("\n{}\n", name); }
  void entry(std::uint64_t count, const std::string& what) {
    text_ += fmt::format("  {:>9}  {}\n", count, what);
  }
  void raw(const std::string& text) { text_ += text; }

  // `count` and `tell` give the number and the words of an entry.
  template <typename Entries, typename Count, typename Tell>
  void list(std::string_view name, const Entries& entries, Count count, Tell tell) {
    if (entries.empty()) return;
    heading(name);
    std::vector<const typename Entries::value_type*> sorted;
    sorted.reserve(entries.size());
    for (const auto& each : entries) sorted.push_back(&each);
    std::ranges::stable_sort(sorted, std::greater(),
                             [&](const auto* each) { return count(*each); });
    for (std::size_t i = 0; i < std::min(sorted.size(), kMostLines); ++i) {
      entry(count(*sorted[i]), tell(*sorted[i]));
    }
    if (sorted.size() > kMostLines) {
      text_ += fmt::format("  and {} more\n", sorted.size() - kMostLines);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string date_of(const PublicationTime& time) {
  if (!time.dated()) return "none";
  constexpr std::string_view kOrigins[] = {"a field", "the dateline", "the path"};
  const std::string_view from = time.origin == DateOrigin::kPath       ? kOrigins[2]
                                : time.origin == DateOrigin::kDateline ? kOrigins[1]
                                                                       : kOrigins[0];
  return fmt::format("{}, from {}", to_iso(time), from);
}

void add_parts(const Inspection& inspection, Report& report) {
  report.heading("parts: how many articles have each, and from where");
  for (std::size_t role = 0; role < kRoles; ++role) {
    std::string from;
    std::vector<std::pair<std::uint64_t, std::string>> sources;
    for (const auto& [name, source] : inspection.notes.survey->parts[role]) {
      sources.emplace_back(source.articles, name);
    }
    std::ranges::sort(sources, std::greater());
    for (std::size_t i = 0; i < std::min(sources.size(), kMostLines); ++i) {
      from += fmt::format("{}{} {}", from.empty() ? "" : ", ", printable(sources[i].second),
                          sources[i].first);
    }
    report.raw(fmt::format("  {:<10} {:>9}  {}\n", kPartNames[role], inspection.have[role], from));
  }
}

void add_example(const ExampleArticle& example, Report& report) {
  const Article& article = example.article;
  report.heading(fmt::format("read from {}", printable(example.where)));
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) report.raw(fmt::format("  {:<10} {}\n", name, beginning(value, 200)));
  };
  line("id", article.id);
  line("headline", article.headline);
  line("date", date_of(article.published));
  line("source", article.source);
  line("agency", article.agency);
  line("byline", article.byline);
  line("place", article.place);
  line("section", article.section);
  line("url", article.url);
  line("language", article.language);
  for (std::size_t i = 0; i < std::min(article.fields.size(), kMostLines); ++i) {
    line(article.fields[i].name, article.fields[i].value);
  }
  report.raw(fmt::format("  {:<10} {}\n", "text", beginning(article.body, kMostTextBytes)));
}

void add_notes(const Inspection& inspection, Report& report) {
  const SourceNotes& notes = inspection.notes;
  const auto line = [&](std::uint64_t count, std::string_view what) {
    if (count > 0) report.entry(count, std::string(what));
  };
  report.heading("what would be told");
  for (const auto& [name, note] : notes.encodings) {
    line(note.articles, fmt::format("articles are not UTF-8 and are read as {}, such as {}", name,
                                    printable(note.first)));
  }
  line(notes.mended, "articles have characters that were decoded twice and are mended");
  line(notes.repaired, "articles have bytes that have to be replaced");
  line(notes.unread_dates, "articles have a date that cannot be read");
  line(inspection.articles - inspection.have[static_cast<std::size_t>(Role::kDate)],
       "articles are undated");
  line(inspection.empty, "articles have neither headline nor text");
  line(notes.cut_short, "articles are given by the archive with the beginning of their text alone");
  line(notes.described, "articles have their days or URLs from files beside them");
  if (notes.beyond.articles > 0) report.raw("  " + printable(to_text(notes.beyond)) + "\n");
  for (const std::string& told : inspection.day_orders) {
    report.raw("  " + printable(told) + "\n");
  }
  if (notes.textless.articles > 0) {
    report.raw("  " + printable(to_text(notes.textless, inspection.articles)) + "\n");
  }
  line(inspection.passed_over.files,
       fmt::format("hidden or backup files are passed over, such as {}",
                   printable(inspection.passed_over.example)));
}

}  // namespace

std::string to_text(const Inspection& inspection) {
  Report report;
  const auto count = [](const auto& each) { return each.second; };
  const auto times = [](const auto& each) { return each.second.times; };
  const auto articles = [](const auto& each) { return each.second.articles; };
  const auto name = [](const auto& each) { return printable(each.first); };
  const auto with_first = [](const auto& each) {
    return printable(fmt::format("{}: {}", each.second.first, each.first));
  };
  report.line("read", extent_of(inspection));
  report.line("articles", std::to_string(inspection.articles));
  report.list("files and members by their form", inspection.forms, count, name);
  report.list("refused, with the first of each kind", inspection.refused, times, with_first);
  report.list("no articles, with the first of each kind", inspection.no_articles, times,
              with_first);
  add_parts(inspection, report);
  report.list("forms of dates, with an example", inspection.notes.survey->dates, articles,
              [](const auto& each) {
                return printable(fmt::format("{:<28} {}", each.first, each.second.example));
              });
  report.list("languages", inspection.languages, count, name);
  report.list("fields not used, with an example", inspection.notes.survey->unused, articles,
              [](const auto& each) {
                return fmt::format("{} (longest {} bytes): {}", printable(each.first),
                                   each.second.longest, beginning(each.second.example, 60));
              });
  report.list(
      "look like a headline", inspection.headline_like,
      [](const auto& each) { return each.articles; },
      [](const auto& each) {
        const auto part = kPartNames[static_cast<std::size_t>(each.role)];
        return fmt::format("{} '{}'", part, printable(each.value));
      });
  add_notes(inspection, report);
  for (const ExampleArticle& example : inspection.examples) add_example(example, report);
  return report.take();
}

}  // namespace dateline::indexer
