#include "indexer/sources/parse.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/enrichment/byline.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/dateline.h"
#include "indexer/enrichment/header_lines.h"
#include "indexer/enrichment/paragraphs.h"
#include "indexer/sources/character_references.h"
#include "indexer/sources/kept_fields.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kWrappedBytes = 120;  // a longer line is a paragraph, not wrapped by hand

// Whether the lines from here to the next empty one are all labelled, and one of them, or the line
// above, is one whose label says for certain that this is a header.
bool is_labelled_block(std::string_view text, bool known_above) {
  constexpr int kMaxLines = 40;
  bool known = known_above;
  for (int lines = 0; lines < kMaxLines && !text.empty(); ++lines) {
    const std::string_view line = trim(take_line(text));
    if (line.empty()) break;
    if (const auto header = parse_header_line(line)) {
      known = known || !header->label.empty();
    } else if (!parse_any_label(line)) {
      return known_above;
    }
  }
  return known;
}

bool is_followed_by_story(std::string_view line, std::string_view following) {
  const std::string_view below = following;
  const std::string_view next = trim(take_line(following));
  if (next.empty() || parse_header_line(next)) return true;
  if (parse_any_label(next) && is_labelled_block(below, false)) return true;
  return line.size() <= kWrappedBytes && next.size() > kWrappedBytes;
}

// A run of capitals and a dash alone may open a headline as well as a story.
bool opens_story(std::string_view line) {
  const auto dateline = parse_dateline(line);
  if (!dateline) return false;
  return !dateline->agency.empty() || dateline->published.dated() || dateline->yearless_day ||
         closes_sentence(line) || line.size() > kWrappedBytes;
}

bool is_headline(std::string_view line, std::string_view following) {
  constexpr std::size_t kMaxHeadlineBytes = 250;
  if (line.size() > kMaxHeadlineBytes || line.ends_with(',') || line.ends_with(':')) return false;
  if (closes_sentence(line) && line.ends_with('.')) return false;
  return !opens_story(line) && is_followed_by_story(line, following);
}

// "Talks open" above a line of "=====" or "-----"; or of "#####" and its like, which part sections
// of a story, too, and so must be as long as the title.
bool is_underline(std::string_view line, std::string_view title) {
  constexpr std::size_t kLeast = 3;
  if (line.size() < kLeast || line.find_first_not_of(line.front()) != std::string_view::npos) {
    return false;
  }
  if (line.front() == '=' || line.front() == '-') return true;
  return std::string_view("#*~^").find(line.front()) != std::string_view::npos &&
         line.size() >= title.size();
}

// The day of publication before that of an update; of two such the more precise; of equals, the
// first.
void take_date(const PublicationTime& found, Article& article) {
  PublicationTime& known = article.published;
  if (!found.dated()) return;
  const bool replaces = found.doubt.of_update == known.doubt.of_update
                            ? found.precision > known.precision
                            : known.doubt.of_update;
  if (!known.dated() || replaces) known = found;
}

// The fields that header lines of text go to.
constexpr std::array<std::pair<HeaderKind, std::string Article::*>, 8> kFields = {{
    {HeaderKind::kHeadline, &Article::headline},
    {HeaderKind::kByline, &Article::byline},
    {HeaderKind::kUrl, &Article::url},
    {HeaderKind::kSource, &Article::source},
    {HeaderKind::kAgency, &Article::agency},
    {HeaderKind::kSection, &Article::section},
    {HeaderKind::kPlace, &Article::place},
    {HeaderKind::kLanguage, &Article::language},
}};

// What the line is where it stands: the first marked line is the headline, whatever it says, and
// "-- By" below it needs no look at the names.
HeaderKind kind_in_place(const HeaderLine& header, const Article& article) {
  if (!header.marked) return header.kind;
  const bool titled = !article.headline.empty();
  const bool named = header.kind == HeaderKind::kByline || header.kind == HeaderKind::kAgency;
  if (!titled && named) return HeaderKind::kHeadline;
  const bool opens_with_by = !after_by(header.value).empty();
  if (titled && header.kind == HeaderKind::kHeadline && opens_with_by) return HeaderKind::kByline;
  return header.kind;
}

// Returns false where the line belongs to the story, as a second headline does.
bool take_header(const HeaderLine& header, Article& article) {
  const HeaderKind kind = kind_in_place(header, article);
  if (kind == HeaderKind::kHeadline && !article.headline.empty()) return false;
  take_date(header.published, article);
  if (kind == HeaderKind::kDate && !header.published.dated()) {
    article.fields.push_back({"date", collapse_blanks(header.value)});
  }
  for (const auto& [of_kind, field] : kFields) {
    if (of_kind == kind && (article.*field).empty()) article.*field = collapse_blanks(header.value);
  }
  return true;
}

constexpr std::array<std::pair<Role, HeaderKind>, 9> kKinds = {{
    {Role::kHeadline, HeaderKind::kHeadline},
    {Role::kByline, HeaderKind::kByline},
    {Role::kDate, HeaderKind::kDate},
    {Role::kUrl, HeaderKind::kUrl},
    {Role::kSource, HeaderKind::kSource},
    {Role::kAgency, HeaderKind::kAgency},
    {Role::kSection, HeaderKind::kSection},
    {Role::kPlace, HeaderKind::kPlace},
    {Role::kLanguage, HeaderKind::kLanguage},
}};

// By the names that JSON has for its fields; kNothing for a label that they do not hold.
HeaderKind kind_of_label(std::string_view label) {
  static const FieldMap names;
  const std::string name = field_name(label);
  const auto match = names.match(name);
  if (!match) return HeaderKind::kNothing;
  // "Subject: trade" above a story is a topic, however often it is the headline of JSON.
  const bool says_headline = name.find("title") != std::string::npos || name.find("head") == 0;
  if (match->role == Role::kHeadline && !says_headline) return HeaderKind::kNothing;
  const auto* kind = std::ranges::find(kKinds, match->role, &std::pair<Role, HeaderKind>::first);
  return kind != kKinds.end() ? kind->second : HeaderKind::kNothing;
}

// Whether a line of names ends as names of newspapers do.
bool names_paper(std::string_view line) {
  constexpr auto kPapers = std::to_array<std::string_view>(
      {"chronicle", "courier",  "daily",     "echo",        "examiner", "express", "gazette",
       "globe",     "guardian", "herald",    "independent", "journal",  "ledger",  "mail",
       "mirror",    "news",     "observer",  "post",        "press",    "record",  "review",
       "standard",  "star",     "sun",       "telegraph",   "times",    "tribune", "weekly",
       "zeitung",   "anzeiger", "tageblatt", "nachrichten"});
  const std::string_view last = line.substr(line.find_last_of(" -") + 1);
  return std::ranges::any_of(kPapers,
                             [&](std::string_view paper) { return equals_folded(last, paper); });
}

void note_part(Survey* survey, Role role, std::string_view from, std::string_view value) {
  if (survey != nullptr) survey->note_part(role, from, value);
}

// Reads what stands above the story. `survey` is told from where each part came, where it is there.
class HeaderReader {
 public:
  HeaderReader(Article& article, Survey* survey) : article_(article), survey_(survey) {}

  // Header lines are asked first: "By Jane Doe" is short and would pass for a headline.
  std::string_view read(std::string_view text) {
    constexpr int kMaxLines = 48;
    for (int lines = 0; lines < kMaxLines && !text.empty(); ++lines) {
      std::string_view below = text;
      const std::string_view line = trim(take_line(below));
      if (line.empty()) {
        labelled_above_ = false;
      } else if (!take(line, text, below)) {
        break;
      }
      text = below;
    }
    return text;
  }

 private:
  // `text` begins with the line, `below` behind it.
  bool take(std::string_view line, std::string_view text, std::string_view& below) {
    if (const auto header = parse_header_line(line)) {
      labelled_above_ = labelled_above_ || !header->label.empty();
      return repeats_headline(*header) || take_known(*header);
    }
    if (const auto labelled = parse_any_label(line);
        labelled && is_labelled_block(text, labelled_above_)) {
      labelled_above_ = true;
      take_labelled(*labelled);
      return true;
    }
    if (!article_.headline.empty()) return take_name_above_date(line, below);
    std::string_view rest = below;
    const bool underlined = is_underline(trim(take_line(rest)), line);
    if (!underlined && !is_headline(line, below)) return false;
    article_.headline = collapse_blanks(without_emphasis(line));
    note_part(survey_, Role::kHeadline, "the first line", line);
    if (underlined) below = rest;
    return true;
  }

  // "Ann Ode" below the headline is an author where a day stands below, "Northern Ledger" a paper.
  bool take_name_above_date(std::string_view line, std::string_view below) {
    std::string Article::*const field = names_paper(line) ? &Article::source : &Article::byline;
    if (!(article_.*field).empty() || !are_names(line)) return false;
    const auto next = parse_header_line(take_line(below));
    if (!next || next->kind != HeaderKind::kDate || !next->published.dated()) return false;
    article_.*field = collapse_blanks(line);
    const Role role = field == &Article::source ? Role::kSource : Role::kByline;
    note_part(survey_, role, "a line at the head", line);
    return true;
  }

  bool take_known(const HeaderLine& header) {
    const bool taken = take_header(header, article_);
    if (!taken || survey_ == nullptr) return taken;
    const auto* role = std::ranges::find(kKinds, kind_in_place(header, article_),
                                         &std::pair<Role, HeaderKind>::second);
    const std::string label(header.label);
    const std::string from = label.empty() ? "a line at the head" : label + ":";
    if (role != kKinds.end()) note_part(survey_, role->first, from, header.value);
    if (header.published.dated() && header.kind != HeaderKind::kDate) {
      note_part(survey_, Role::kDate, from, header.value);
    }
    return true;
  }

  // A heading below the front matter that says the title once more.
  bool repeats_headline(const HeaderLine& header) const {
    return header.kind == HeaderKind::kHeadline && header.marked &&
           collapse_blanks(header.value) == article_.headline;
  }

  // What serves for no part stays findable under the name of its label.
  void take_labelled(const LabelledLine& line) {
    const HeaderKind kind = kind_of_label(line.label);
    if (kind != HeaderKind::kNothing && take_if_empty(header_of(kind, line))) return;
    std::string name = field_name(line.label);
    const bool fits = !line.value.empty() && line.value.size() <= kMaxFieldBytes &&
                      name.size() <= kMaxFieldNameBytes && !is_role_name(name) &&
                      article_.fields.size() < kMaxFieldValues;
    if (fits) article_.fields.push_back({std::move(name), collapse_blanks(line.value)});
  }

  bool take_if_empty(const HeaderLine& header) {
    if (header.kind == HeaderKind::kDate) return header.published.dated() && take_known(header);
    for (const auto& [kind, field] : kFields) {
      if (kind == header.kind) return (article_.*field).empty() && take_known(header);
    }
    return true;
  }

  Article& article_;
  Survey* survey_;
  bool labelled_above_ = false;  // in this block of lines
};

}  // namespace

void read_sidecar(std::string_view text, Article& article, Survey* survey) {
  constexpr std::string_view kFrom = "the file beside it";
  while (!text.empty()) {
    const auto header = parse_header_line(take_line(text));
    const bool is_sure = header && (!header->label.empty() || header->kind == HeaderKind::kUrl ||
                                    header->kind == HeaderKind::kDate);
    if (!is_sure || !take_header(*header, article)) continue;
    const auto* role =
        std::ranges::find(kKinds, header->kind, &std::pair<Role, HeaderKind>::second);
    if (role != kKinds.end()) note_part(survey, role->first, kFrom, header->value);
  }
}

void read_story(std::string_view text, Article& article, Survey* survey) {
  article.body = to_paragraphs(HeaderReader(article, survey).read(text));
  if (!article.body.empty()) note_part(survey, Role::kBody, "the text", article.body);
}

Article read_plain_text(std::string_view text, Survey* survey, Article known) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  read_story(resolve_references(text), known, survey);
  return known;
}

}  // namespace dateline::indexer
