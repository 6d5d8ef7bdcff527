#include "indexer/enrichment/enrich.h"

#include <algorithm>
#include <cstdlib>

#include "common/text/language_codes.h"
#include "indexer/enrichment/agencies.h"
#include "indexer/enrichment/byline.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/dateline.h"

namespace dateline::indexer {
namespace {

using std::chrono::local_days;
using std::chrono::year_month_day;

void fill(std::string& field, std::string_view value) {
  if (field.empty() && !value.empty()) field = collapse_blanks(value);
}

// The day in the year that brings it nearest to `known`: a dateline of December 31 above a story of
// January 2 is of the year before.
std::optional<year_month_day> nearest(std::chrono::month_day day, year_month_day known) {
  std::optional<year_month_day> best;
  for (const int step : {0, -1, 1}) {
    const year_month_day candidate = (known.year() + std::chrono::years{step}) / day;
    if (!candidate.ok()) continue;  // February 29
    const auto distance = [&](year_month_day from) {
      return std::chrono::abs(local_days{from} - local_days{known});
    };
    if (!best || distance(candidate) < distance(*best)) best = candidate;
  }
  return best;
}

std::optional<PublicationTime> date_of(const Dateline& dateline, const PublicationTime& known) {
  if (dateline.published.dated()) return dateline.published;
  if (!dateline.yearless_day || !known.dated()) return std::nullopt;
  const auto day = nearest(*dateline.yearless_day, known.day());
  if (!day) return std::nullopt;
  PublicationTime time;
  time.local = local_days{*day};
  time.precision = Precision::kDay;
  time.origin = DateOrigin::kDateline;
  return time;
}

// Takes `found` where nothing is known, or where it is a day or month of the month or year that is.
void add_date(PublicationTime& known, const std::optional<PublicationTime>& found) {
  if (!found || !found->dated()) return;
  const auto in_known = [&](const PublicationTime& time) {
    const bool same_year = time.day().year() == known.day().year();
    return same_year &&
           (known.precision == Precision::kYear || time.day().month() == known.day().month());
  };
  const bool refines =
      known.precision < Precision::kDay && found->precision > known.precision && in_known(*found);
  if (!known.dated() || refines) known = *found;
}

std::string_view url_host(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  std::string_view host = url.substr(0, url.find_first_of("/?#:"));
  if (starts_folded(host, "www.")) host.remove_prefix(4);
  return host;
}

std::optional<PublicationTime> date_of_paths(const Article& article, const Origin& origin) {
  if (auto time = parse_url_date(article.url)) return time;
  for (const std::string_view path :
       {std::string_view(origin.member), std::string_view(origin.file)}) {
    if (auto time = parse_path_date(path)) return time;
  }
  return std::nullopt;
}

// The path is asked before the dateline, because a dateline without a year needs a date near by;
// but it counts after it, because files are moved and copied.
void add_dates(Article& article, const std::optional<Dateline>& dateline, const Origin& origin) {
  const auto of_path = date_of_paths(article, origin);
  if (dateline) {
    const bool dated = article.published.dated();
    const PublicationTime known = dated ? article.published : of_path.value_or(PublicationTime{});
    add_date(article.published, date_of(*dateline, known));
  }
  add_date(article.published, of_path);
}

void clean_byline(Article& article) {
  if (article.byline.empty()) return;
  Byline byline = parse_byline(article.byline);
  article.byline = std::move(byline.names);
  fill(article.agency, byline.agency);
}

void add_byline_of_text(Article& article, const std::optional<Dateline>& dateline) {
  if (dateline) return fill(article.byline, dateline->byline);
  const std::string_view line = std::string_view(article.body).substr(0, article.body.find('\n'));
  if (line.size() < article.body.size() && is_byline_line(line)) fill(article.byline, line);
}

// The beginning alone: a story is in one language, and its end may be a list of names.
void set_language(Article& article, const EnrichOptions& options) {
  constexpr std::size_t kGuessBytes = 1024;  // some 170 words: longer texts tell no more
  std::string& language = article.language;
  if (!language.empty()) language = language_code(language);
  if (!language.empty()) return;
  language =
      guess_language(std::string_view(article.body).substr(0, kGuessBytes), options.language);
}

}  // namespace

// The byline comes before it is cleaned, the dateline before source and date: each step fills only
// what the one before, which knows better, left empty.
void enrich(Article& article, const Origin& origin, const EnrichOptions& options) {
  const auto dateline = parse_dateline(article.body, article.headline);
  add_byline_of_text(article, dateline);
  if (dateline) {
    fill(article.place, dateline->place);
    fill(article.agency, dateline->agency);
  }
  clean_byline(article);
  if (is_agency(article.source)) fill(article.agency, article.source);
  fill(article.source, url_host(article.url));
  fill(article.source, article.agency);
  add_dates(article, dateline, origin);
  set_language(article, options);
}

}  // namespace dateline::indexer
