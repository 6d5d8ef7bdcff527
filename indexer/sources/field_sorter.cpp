#include "indexer/sources/field_sorter.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <utility>

#include "common/text/language_codes.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_text.h"
#include "indexer/enrichment/paragraphs.h"
#include "indexer/sources/date_columns.h"
#include "indexer/sources/encoding.h"
#include "indexer/sources/field_value.h"
#include "indexer/sources/html_text.h"
#include "indexer/sources/kept_fields.h"

namespace dateline::indexer {
namespace {

bool names_something(Role role) {
  return role == Role::kByline || role == Role::kSource || role == Role::kSection ||
         role == Role::kPlace || role == Role::kAgency;
}

// Names under which other things than a page are found too.
bool may_be_an_id(std::string_view key) {
  return key == "uri" || key == "guid";
}

// "uri" of "_source.uri".
std::string_view last_step(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}

std::string squeezed(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  std::ranges::copy_if(text, std::back_inserter(words), [](char c) { return !is_blank(c); });
  return words;
}

// In time that grows with both and not with their product, whatever they are.
bool holds(const std::string& text, const std::string& part) {
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

std::string body_of(std::string text) {
  unify_line_ends(text);
  return to_paragraphs(text);
}

// "... but the harbour stays [+678 chars]" is how some interfaces say that they give a beginning.
bool cut_mark(std::string& text) {
  constexpr std::string_view kEnd = " chars]";
  const auto trimmed = trim(text);
  if (!trimmed.ends_with(kEnd)) return false;
  const std::size_t open = trimmed.rfind('[');
  if (open == std::string_view::npos) return false;
  auto count = trimmed.substr(open + 1, trimmed.size() - kEnd.size() - open - 1);
  if (count.starts_with('+')) count.remove_prefix(1);
  if (!is_number(count)) return false;
  text = std::string(trim(trimmed.substr(0, open)));
  return true;
}

// RealNews writes "04-13-2019", month first; no other date of it has this shape.
std::string date_of_real_news(std::string_view text) {
  const bool fits = text.size() == 10 && text[2] == '-' && text[5] == '-' &&
                    is_number(text.substr(0, 2)) && is_number(text.substr(3, 2)) &&
                    is_number(text.substr(6));
  if (!fits) return std::string(text);
  return std::string(text.substr(6)).append("-").append(text.substr(0, 5));
}

}  // namespace

void FieldSorter::offer(const FieldMap::Match& match, std::string_view path, std::string text) {
  if (is_nothing(text)) return;
  if (names_something(match.role) && is_number(text)) return keep(path, std::move(text));
  Candidate candidate{match.role, match, std::string(path), std::move(text), false};
  if (!match.mapped && is_url(candidate.text) && is_media(name_key(last_step(path)))) {
    return keep(path, std::move(candidate.text));
  }
  if (match.role == Role::kUrl && !match.mapped && !is_url(candidate.text)) {
    const std::string key = name_key(last_step(path));
    if (may_be_an_id(key)) {
      candidate.role = Role::kId;
      candidate.match.rank += 1'000;
    } else if (key != "url") {
      return keep(path, std::move(candidate.text));
    }
  }
  if (match.stays_own) keep(path, candidate.text);
  candidates_.push_back(std::move(candidate));
}

void FieldSorter::keep(std::string_view path, std::string value) {
  if (path.empty() || trim(value).empty()) return;
  const bool fits = path.size() <= kMaxFieldNameBytes && value.size() <= kMaxFieldBytes &&
                    own_.size() < kMaxFieldValues;
  if (!fits) return note_beyond(path, value);
  if (looks_like_html(value)) value = std::string(trim(html_text(value)));
  own_.push_back({std::string(path), std::move(value)});
}

void FieldSorter::note_beyond(std::string_view path, std::string_view value) {
  constexpr std::size_t kMostNoted = 100;
  constexpr std::size_t kLongestName = 200;
  if (beyond_.size() == kMostNoted) return;
  beyond_.push_back({std::string(path.substr(0, kLongestName)), shortened(value), value.size()});
}

bool FieldSorter::has_text() const {
  return std::ranges::any_of(candidates_,
                             [](const Candidate& one) { return one.role == Role::kBody; });
}

bool FieldSorter::has(std::string_view key) const {
  return std::ranges::any_of(candidates_,
                             [key](const Candidate& one) { return name_key(one.path) == key; });
}

// The candidate of lowest rank that is not used; unsure names come last.
FieldSorter::Candidate* FieldSorter::best(Role role) {
  Candidate* found = nullptr;
  const auto place = [](const Candidate& one) {
    return std::make_tuple(!one.match.mapped, one.match.surety, one.match.rank);
  };
  for (Candidate& one : candidates_) {
    if (one.role != role || one.used) continue;
    if (found == nullptr || place(one) < place(*found)) found = &one;
  }
  return found;
}

FieldSorter::Candidate* FieldSorter::choose_body() {
  Candidate* found = nullptr;
  for (Candidate& one : candidates_) {
    if (one.role != Role::kBody) continue;
    if (one.match.mapped) return best(Role::kBody);
    if (found == nullptr) {
      found = &one;
      continue;
    }
    // By surety first; of equals the one that stands first in the table.
    if (one.match.surety != found->match.surety) {
      if (one.match.surety < found->match.surety) found = &one;
      continue;
    }
    const std::size_t mine = one.text.size(), best_yet = found->text.size();
    const bool alike = mine <= best_yet + best_yet / 50 && best_yet <= mine + mine / 50;
    if (alike ? one.match.rank < found->match.rank : mine > best_yet) found = &one;
  }
  return found;
}

std::string FieldSorter::use(Candidate* candidate) {
  if (candidate == nullptr) return {};
  candidate->used = true;
  if (notes_.survey) notes_.survey->note_part(candidate->role, candidate->path, candidate->text);
  return std::move(candidate->text);
}

std::string FieldSorter::take_line(Role role) {
  return collapse_blanks(use(best(role)));
}

// A site is the URL of no article, whatever its name; "url" is taken at its word.
std::string FieldSorter::take_url() {
  while (Candidate* candidate = best(Role::kUrl)) {
    const bool at_its_word =
        candidate->match.mapped || name_key(last_step(candidate->path)) == "url";
    if (!identifies_nothing(candidate->text) && (at_its_word || !is_home_page(candidate->text))) {
      return std::string(trim(use(candidate)));
    }
    candidate->used = identifies_nothing(candidate->text);
    if (!candidate->used) candidate->role = Role::kSource;
  }
  for (Candidate& source : candidates_) {
    if (source.role == Role::kSource && is_url(source.text) && !is_home_page(source.text)) {
      if (notes_.survey) notes_.survey->note_part(Role::kUrl, source.path, source.text);
      return std::string(trim(source.text));
    }
  }
  return {};
}

void FieldSorter::take_sites_for_sources() {
  for (Candidate& one : candidates_) {
    if (one.role == Role::kUrl && !one.used && is_home_page(one.text)) one.role = Role::kSource;
  }
}

// Names come before hosts.
std::string FieldSorter::take_source() {
  Candidate* host = nullptr;
  while (Candidate* candidate = best(Role::kSource)) {
    if (!is_url(candidate->text)) return collapse_blanks(use(candidate));
    if (host == nullptr) host = candidate;
    candidate->used = true;
  }
  return host == nullptr ? std::string() : std::string(host_of(use(host)));
}

std::string FieldSorter::take_id() {
  while (Candidate* candidate = best(Role::kId)) {
    if (!is_no_id(candidate->text)) return std::string(trim(use(candidate)));
    candidate->used = true;
  }
  return {};
}

PublicationTime FieldSorter::take_date() {
  bool is_unread = false;
  std::vector<Candidate*> read;
  while (Candidate* candidate = best(Role::kDate)) {
    candidate->used = true;
    std::string text(trim(prose(candidate->text)));
    if (std::ranges::any_of(own_, [](const OwnField& own) { return own.path == "warc_date"; })) {
      text = date_of_real_news(text);
    }
    if (auto published = parse_date_field(text)) {
      published->origin = DateOrigin::kField;
      use(candidate);
      for (Candidate* passed : read) passed->used = false;
      return *published;
    }
    is_unread = true;
    read.push_back(candidate);
  }
  for (Candidate* passed : read) passed->used = false;
  if (is_unread) ++notes_.unread_dates;
  return take_date_of_columns();
}

PublicationTime FieldSorter::take_date_of_columns() {
  // A day in Italian and Portuguese, and anything at all in other languages.
  const auto named_data = std::ranges::find(own_, "data", &OwnField::path);
  if (named_data != own_.end()) {
    if (auto published = parse_date_field(named_data->value)) {
      published->origin = DateOrigin::kField;
      if (notes_.survey) notes_.survey->note_part(Role::kDate, "data", named_data->value);
      return *published;
    }
  }
  DateColumns columns;
  for (const OwnField& own : own_) columns.take(own.path, own.value);
  const std::string text = columns.date();
  auto published = text.empty() ? std::nullopt : parse_date_field(text);
  if (!published) return {};
  published->origin = DateOrigin::kField;
  if (notes_.survey) notes_.survey->note_part(Role::kDate, columns.names(), text);
  return *published;
}

// Chronicling America and Trove have the newspaper under "title", and Trove the headline under
// "heading".
void FieldSorter::settle_newspaper_titles() {
  const bool is_page = std::ranges::any_of(
      candidates_, [](const Candidate& one) { return one.path.starts_with("ocr_"); });
  const bool is_trove = has("heading") && has("articletext");
  if (!is_page && !is_trove) return;
  for (Candidate& one : candidates_) {
    if (one.role != Role::kHeadline || one.path != "title") continue;
    one.role = Role::kSource;
    one.match.rank = 0;
  }
}

// A summary that is the beginning of the text, the same text in HTML: said once.
// Short ones are kept: a summary of a line is looked for by its name.
void FieldSorter::drop_repeats(const Candidate& body) {
  constexpr std::size_t kShortBytes = 256;
  std::string words;
  for (Candidate& one : candidates_) {
    if (one.role != Role::kBody || &one == &body || one.text.size() <= kShortBytes) continue;
    if (words.empty()) words = squeezed(body.text);
    if (holds(words, squeezed(one.text))) one.used = true;
  }
}

// What serves for no part stays findable, but not under the name of the part that another took.
void FieldSorter::keep_unused() {
  for (Candidate& one : candidates_) {
    if (one.used || one.match.stays_own) continue;
    if (!is_role_name(field_name(one.path))) keep(one.path, std::move(one.text));
  }
}

void FieldSorter::note(const Article& article) {
  if (!beyond_.empty()) {
    ++notes_.beyond.articles;
    for (const BeyondField& field : beyond_) {
      note_unused(notes_.beyond.unused, field.path, field.example, field.bytes);
    }
  }
  const bool is_textless = article.body.empty() && !article.headline.empty();
  if (is_textless) {
    ++notes_.textless.articles;
    for (const OwnField& field : own_) {
      note_unused(notes_.textless.unused, field.path, field.value, field.value.size());
    }
    for (const BeyondField& field : beyond_) {
      note_unused(notes_.textless.unused, field.path, field.example, field.bytes);
    }
  }
  if (!notes_.survey) return;
  for (const OwnField& field : own_) {
    note_unused(notes_.survey->unused, field.path, field.value, field.value.size());
  }
}

Article FieldSorter::finish() {
  settle_newspaper_titles();
  Article article;
  if (Candidate* body = choose_body()) {
    drop_repeats(*body);
    std::string text = use(body);
    if (cut_mark(text)) ++notes_.cut_short;
    article.body = body_of(std::move(text));
  }
  article.headline = take_line(Role::kHeadline);
  article.id = take_id();
  article.url = take_url();
  take_sites_for_sources();
  article.source = take_source();
  article.byline = names_once(take_line(Role::kByline));
  article.agency = take_line(Role::kAgency);
  article.place = take_line(Role::kPlace);
  article.section = take_line(Role::kSection);
  article.language = dateline::language_code(trim(use(best(Role::kLanguage))));
  article.published = take_date();
  keep_unused();
  note(article);
  article.fields.reserve(own_.size());
  for (OwnField& field : own_) {
    article.fields.push_back({field_name(field.path), std::move(field.value)});
  }
  return article;
}

}  // namespace dateline::indexer
