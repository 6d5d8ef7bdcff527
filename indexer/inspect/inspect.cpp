#include "indexer/inspect/inspect.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/ascii.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/sources/day_orders.h"
#include "indexer/sources/parse.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kExamples = 3;
constexpr std::size_t kMostReasons = 1'000;
constexpr std::size_t kMostValues = 100'000;  // of places and of bylines that are counted

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

std::string_view name_of(Format format) {
  switch (format) {
    case Format::kText:
      return "text";
    case Format::kJson:
      return "json";
    case Format::kTable:
      return "table";
    case Format::kReuters21578:
      return "reuters21578";
  }
  return "other";
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    words += !inside && !ascii::is_space(c);
    inside = !ascii::is_space(c);
  }
  return words;
}

// A place is a name or two; a byline is names, which commas part.
bool looks_like_a_headline(Role role, std::string_view value) {
  constexpr std::string_view kSignsOfHeadlines = ":?!\"|";
  if (value.find_first_of(kSignsOfHeadlines) != std::string_view::npos) return true;
  if (role == Role::kPlace) return words_in(value) > 4;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    if (words_in(value.substr(0, comma)) > 5) return true;
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return false;
}

// One archive on its way to be known. Not thread-safe.
class Inspector {
 public:
  Inspector(const UpdateOptions& options, std::istream& standard_input);

  Inspection take();

 private:
  void read(const std::vector<std::string>& inputs, std::uint64_t most_bytes);
  void note(ArchiveRecord record);
  void note(RawDocument document);
  void note(Article article, const Origin& origin, std::size_t input);
  void settle_days();
  void note_enriched(const Article& before, const Article& after);
  void note_parts(const Article& article);
  void note_values(const Article& article);
  void note_form(const RawDocument& document);
  void add_headline_like(Role role, const Counts& values);

  const UpdateOptions& options_;
  std::istream& standard_input_;
  ReadOptions reading_;
  ParseOptions parsing_;
  EnrichOptions enriching_;
  DayOrders orders_;
  Inspection inspection_;
  Origin last_;  // whose form was counted last
  Counts places_;
  Counts bylines_;
};

Inspector::Inspector(const UpdateOptions& options, std::istream& standard_input)
    : options_(options), standard_input_(standard_input), orders_(options.day_order) {
  reading_.format = options.format;
  reading_.exclusions = Exclusions(options.exclude);
  parsing_.fields = options.fields;
  parsing_.encoding = options.encoding;
  if (options.root) parsing_.root = ArchiveRoot(*options.root, options.inputs);
  if (options.language) enriching_.language = *options.language;
  inspection_.notes.survey.emplace();
}

Inspection Inspector::take() {
  inspection_.sample = choose_sample(options_.inputs, reading_);
  if (inspection_.sample.is_whole()) {
    read(options_.inputs, kMostReadBytes);
  } else {
    for (const std::string& file : inspection_.sample.files) {
      read({file}, inspection_.sample.bytes_each);
    }
  }
  settle_days();
  add_headline_like(Role::kPlace, places_);
  add_headline_like(Role::kByline, bylines_);
  return std::move(inspection_);
}

void Inspector::read(const std::vector<std::string>& inputs, std::uint64_t most_bytes) {
  ArchiveReader reader(inputs, reading_, standard_input_);
  const std::uint64_t end = inspection_.bytes_read + most_bytes;
  while (auto record = reader.next()) {
    note(*std::move(record));
    if (inspection_.bytes_read < end) continue;
    inspection_.is_cut = true;
    break;
  }
  PassedOver& all = inspection_.passed_over;
  if (all.files == 0) all.example = reader.passed_over().example;
  all.files += reader.passed_over().files;
}

void Inspector::note(ArchiveRecord record) {
  const auto count = [](std::map<std::string, Met>& met, const auto& what) {
    if (met.size() == kMostReasons && !met.contains(what.reason)) return;
    Met& same = met[what.reason];
    if (same.times++ == 0) same.first = to_string(what.origin);
  };
  if (auto* document = std::get_if<RawDocument>(&record)) {
    note(std::move(*document));
  } else if (const auto* bad = std::get_if<BadArticle>(&record)) {
    count(inspection_.refused, *bad);
  } else {
    count(inspection_.no_articles, std::get<Companion>(record));
  }
}

void Inspector::note_form(const RawDocument& document) {
  const bool is_same = last_.file == document.origin.file && last_.member == document.origin.member;
  if (is_same) return;
  last_ = document.origin;
  ++inspection_.forms[std::string(name_of(document.format))];
}

void Inspector::note(RawDocument document) {
  note_form(document);
  inspection_.bytes_read += document.bytes.size();
  const Origin origin = document.origin;
  const std::size_t input = document.input;
  for (ParsedArticle& parsed : parse(std::move(document), parsing_, inspection_.notes)) {
    if (auto* article = std::get_if<Article>(&parsed)) {
      note(std::move(*article), origin, input);
    } else {
      note(ArchiveRecord(std::get<BadArticle>(std::move(parsed))));
    }
  }
}

void Inspector::note(Article article, const Origin& origin, std::size_t input) {
  Article before = article;
  enrich(article, origin, enriching_);
  const PublicationTime printed = article.published;
  orders_.settle(article, input, inspection_.notes.days);
  note_enriched(before, article);
  note_parts(article);
  note_values(article);
  ++inspection_.articles;
  if (article.headline.empty() && article.body.empty()) ++inspection_.empty;
  ++inspection_.languages[article.language];
  if (inspection_.examples.size() < kExamples) {
    article.published = printed;
    inspection_.examples.push_back({to_string(origin), std::move(article), input});
  }
}

// What the last article tells of day and month counts for the first, too.
void Inspector::settle_days() {
  orders_.learn(inspection_.notes.days);
  DayNotes unheeded;
  for (ExampleArticle& example : inspection_.examples) {
    orders_.settle(example.article, example.input, unheeded);
  }
  inspection_.day_orders = orders_.tell(inspection_.notes.days, options_.inputs);
}

// What the text, the path and the other parts told is no field of the archive.
void Inspector::note_enriched(const Article& before, const Article& after) {
  Survey& survey = *inspection_.notes.survey;
  const auto found = [&](Role role, std::string Article::*part, std::string_view from) {
    if ((before.*part).empty() && !(after.*part).empty()) survey.note_part(role, from, after.*part);
  };
  found(Role::kPlace, &Article::place, "the dateline");
  found(Role::kAgency, &Article::agency, "dateline, byline or source");
  found(Role::kByline, &Article::byline, "the line at the dateline");
  found(Role::kSource, &Article::source, before.url.empty() ? "the agency" : "the URL");
  found(Role::kLanguage, &Article::language, "guessed from the text");
  if (after.published.dated() && after.published.origin != before.published.origin) {
    const bool by_path = after.published.origin == DateOrigin::kPath;
    survey.parts[static_cast<std::size_t>(Role::kDate)]
        .try_emplace(by_path ? "the path" : "the dateline")
        .first->second.articles++;
  }
}

void Inspector::note_parts(const Article& article) {
  const std::array<bool, kRoles> has = {
      !article.headline.empty(), !article.body.empty(),    article.published.dated(),
      !article.source.empty(),   !article.agency.empty(),  !article.byline.empty(),
      !article.place.empty(),    !article.section.empty(), !article.url.empty(),
      !article.id.empty(),       !article.language.empty()};
  for (std::size_t role = 0; role < kRoles; ++role) inspection_.have[role] += has[role];
}

void Inspector::note_values(const Article& article) {
  const auto count = [](Counts& values, const std::string& value) {
    if (value.empty()) return;
    const auto found = values.find(value);
    if (found != values.end())
      ++found->second;
    else if (values.size() < kMostValues)
      values.emplace(value, 1);
  };
  count(places_, article.place);
  count(bylines_, article.byline);
}

void Inspector::add_headline_like(Role role, const Counts& values) {
  constexpr std::uint64_t kFewest = 2;
  for (const auto& [value, articles] : values) {
    if (articles < kFewest || articles * 100 < inspection_.articles) continue;
    if (looks_like_a_headline(role, value)) {
      inspection_.headline_like.push_back({role, value, articles});
    }
  }
}

}  // namespace

Inspection inspect(const UpdateOptions& options, std::istream& standard_input) {
  return Inspector(options, standard_input).take();
}

}  // namespace dateline::indexer
