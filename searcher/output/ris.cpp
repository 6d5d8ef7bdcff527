// Hits as references for Reference Manager, EndNote, Zotero and their kin: the format "ris". Lines end
// in CR LF. A record ends with notes: where else the story is, and what the search was.
#include <fmt/format.h>

#include <string_view>

#include "common/terminal_text.h"
#include "searcher/output/reference.h"
#include "searcher/output/wording.h"
#include "searcher/output/writers.h"

namespace dateline::searcher {
namespace {

class Record {
 public:
  void add(std::string_view tag, std::string_view text) {
    if (text.empty()) return;
    text_ += fmt::format("{}  - {}\r\n", tag, printable(text, Breaks::kSpace));
  }

  std::string ended() { return text_ + "ER  - \r\n"; }

 private:
  std::string text_;
};

// A comma parts the family name, the given one and the suffix, so a name that is none has none.
std::string name_in_ris(const Author& author) {
  if (author.family.empty()) {
    std::string name = author.whole;
    std::erase(name, ',');
    return name;
  }
  const std::string suffix = author.suffix.empty() ? "" : ", " + author.suffix;
  return fmt::format("{}, {}{}", author.family, author.given, suffix);
}

// The specification wants all three slashes: "2023/01/13/", "2023/01//", "2023///".
std::string slashed(const ReferenceDate& date) {
  const auto& day = date.day;
  std::string text = fmt::format("{:04}/", static_cast<int>(day.year()));
  if (date.has_month) text += fmt::format("{:02}", static_cast<unsigned>(day.month()));
  text += '/';
  if (date.has_day) text += fmt::format("{:02}", static_cast<unsigned>(day.day()));
  return text + '/';
}

std::string record(const Hit& hit, const std::string& note) {
  const Article& article = hit.article;
  const Reference reference = reference_of(article);
  Record record;
  record.add("TY", "NEWS");
  record.add("TI", reference.title);
  for (const Author& author : reference.authors) record.add("AU", name_in_ris(author));
  if (reference.date) {
    record.add("PY", fmt::format("{:04}", static_cast<int>(reference.date->day.year())));
    record.add("DA", slashed(*reference.date));
  }
  record.add("T2", reference.publication);
  record.add("SE", article.section);
  record.add("SP", reference.pages.first);
  record.add("EP", reference.pages.last);
  record.add("LA", article.language);
  record.add("UR", reference.address);
  record.add("AB", hit.snippet.text);
  record.add("ID", article.id);
  for (const std::string& line : related_lines(hit)) record.add("N1", line);
  record.add("N1", fmt::format("Hit {}, found by {}", hit.rank, note));
  return record.ended();
}

}  // namespace

std::string to_ris(const SearchResult& result) {
  const std::string note = citation(result);
  std::string text;
  for (const Hit& hit : result.hits) {
    if (!text.empty()) text += "\r\n";
    text += record(hit, note);
  }
  return text;
}

}  // namespace dateline::searcher
