#include "searcher/query/foreign_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/ascii.h"
#include "searcher/query/field.h"

namespace dateline::searcher {
namespace {

constexpr std::string_view kAnywhere =
    "words without a field are looked for in headline and text: write the words alone";
constexpr std::string_view kFirstWords =
    "Dateline knows the first paragraph only: write hlead:word";
constexpr std::string_view kNoCapitals =
    "for this form in this spelling; capitals alone cannot be asked for";
constexpr std::string_view kNumberOfWord =
    "write =word for this form only, or word for all its inflections";
constexpr std::string_view kNearby = "write NEAR/5 between the two, as in oil NEAR/5 price";

// By what they mean, nearly as often as they are typed.
constexpr ForeignName kForeignNames[] = {
    {"allintitle", "headline"},
    {"hd", "headline"},
    {"head", "headline"},
    {"heading", "headline"},
    {"headlines", "headline"},
    {"hed", "headline"},
    {"hl", "headline"},
    {"intitle", "headline"},
    {"ti", "headline"},
    {"tit", "headline"},
    {"tit_head", "headline"},
    {"titel", "headline"},
    {"title", "headline"},
    {"titre", "headline"},
    {"ttl", "headline"},

    {"ab", "hlead"},
    {"abs", "hlead"},
    {"abstract", "hlead"},
    {"hlp", "hlead"},
    {"ld", "hlead"},
    {"lead", "hlead"},
    {"lede", "hlead"},
    {"lp", "hlead"},
    {"summary", "hlead"},
    {"chapo", "hlead"},

    {"au", "byline"},
    {"aut", "byline"},
    {"aut_by", "byline"},
    {"auteur", "byline"},
    {"author", "byline"},
    {"by", "byline"},
    {"reporter", "byline"},
    {"writer", "byline"},

    {"jn", "source"},
    {"journal", "source"},
    {"newspaper", "source"},
    {"outlet", "source"},
    {"pub", "source"},
    {"publication", "source"},
    {"publication-name", "source"},
    {"publisher", "source"},
    {"pubname", "source"},
    {"pubtitle", "source"},
    {"rst", "source"},
    {"sc", "source"},
    {"site", "source", "or url:word for a word of the address"},
    {"sn", "source"},
    {"so", "source"},
    {"source-name", "source"},
    {"src", "source"},

    {"cr", "agency"},
    {"credit", "agency"},
    {"wire", "agency"},

    {"category", "section"},
    {"department", "section"},
    {"desk", "section"},
    {"rubrique", "section"},
    {"se", "section"},
    {"sec", "section"},

    {"la", "language"},
    {"lan", "language"},
    {"lang", "language"},
    {"langue", "language"},
    {"lg", "language"},
    {"ln", "language"},
    {"lng", "language"},
    {"lr", "language"},

    {"city", "place"},
    {"country", "place"},
    {"dateline", "place"},
    {"geo", "place"},
    {"geographic", "place"},
    {"loc", "place"},
    {"location", "place"},
    {"re", "place"},
    {"region", "place"},
    {"state", "place"},

    {"da", "date"},
    {"date-published", "date"},
    {"daterange", "date"},
    {"dt", "date"},
    {"ld-date", "date"},
    {"load-date", "date"},
    {"pd", "date"},
    {"pubdate", "date"},
    {"publication-date", "date"},
    {"published", "date"},
    {"timestamp", "date"},
    {"when", "since", "days are told as in since:\"last 7 days\""},
    {"year", "date"},
    {"yr", "date"},

    {"le", "words"},
    {"length", "words"},
    {"wc", "words"},
    {"wordcount", "words"},
    {"word-count", "words"},
    {"copies_count", "copies"},

    {"allinurl", "url"},
    {"inurl", "url"},
    {"link", "url"},

    {"acc", "id"},
    {"acc-no", "id"},
    {"accno", "id"},
    {"accession", "id"},
    {"accession-no", "id"},
    {"accession-number", "id"},
    {"an", "id"},
    {"docid", "id"},
    {"document-id", "id"},

    {"allintext", "", kAnywhere},
    {"article", "", kAnywhere},
    {"body", "", kAnywhere},
    {"content", "", kAnywhere},
    {"ft", "", kAnywhere},
    {"full-text", "", kAnywhere},
    {"fulltext", "", kAnywhere},
    {"intext", "", kAnywhere},
    {"noft", "", kAnywhere},
    {"snippet", "", kAnywhere},
    {"story", "", kAnywhere},
    {"td", "", kAnywhere},
    {"te", "", kAnywhere},
    {"text", "", kAnywhere},
    {"texte", "", kAnywhere},

    {"allcaps", "", kNoCapitals},
    {"caps", "", kNoCapitals},
    {"nocaps", "", kNoCapitals},
    {"exact", "", "write =word, or ='...' around a phrase in double quotes"},
    {"plural", "", kNumberOfWord},
    {"singular", "", kNumberOfWord},
    {"stem", "", "a word finds all its inflections as it stands: write the word alone"},
    {"around", "", kNearby},
    {"near", "", kNearby},
    {"within", "", kNearby},
    {"first", "", kFirstWords},
    {"cache", "", "the whole article is printed by dateline-search --show ID"},
    {"related", "", "articles like another one are found by dateline-search --similar ID"},
    {"define", "", "write the word alone"},
    {"filetype", "", "articles have no types of files: leave it out"},
    {"ext", "", "articles have no types of files: leave it out"},
    {"inanchor", "", "articles have no links: write the words alone"},
    {"allinanchor", "", "articles have no links: write the words alone"},
    {"score", "", "hits come best first; --limit says how many"},
    {"rank", "", "hits come best first; --limit and --offset say which"},
};

struct DateRelation {
  std::string_view typed;
  std::string_view field;
};

constexpr DateRelation kDateRelations[] = {
    {"after", "after"},   {"aft", "after"},     {">", "after"},    {"gtr", "after"},
    {"since", "since"},   {"geq", "since"},     {">=", "since"},   {"from", "since"},
    {"between", "since"}, {"before", "before"}, {"bef", "before"}, {"<", "before"},
    {"lss", "before"},    {"until", "until"},   {"leq", "until"},  {"<=", "until"},
    {"is", "date"},       {"=", "date"},        {"on", "date"},    {"in", "date"},
};

// A word, or a number or day: nothing that would need quotes.
bool is_plain_value(std::string_view value) {
  return !value.empty() && value.find_first_of("=<>()\":^~") == std::string_view::npos;
}

std::string_view example_of(const Field& field) {
  switch (field.kind()) {
    case FieldKind::kDate:
      return "2008-03-16";
    case FieldKind::kNumber:
      return ">500";
    default:
      return "word";
  }
}

bool is_date_or_number(std::string_view value) {
  return !value.empty() && ascii::is_digit(value.front());
}

std::string written_as(std::string_view field, std::string_view value) {
  const Field known(field);
  if (known.kind() == FieldKind::kUndated) return fmt::format("{}:", field);
  const bool is_limit = known.kind() == FieldKind::kDate || known.kind() == FieldKind::kNumber;
  const bool fits = is_plain_value(value) && (!is_limit || is_date_or_number(value));
  return fmt::format("{}:{}", field, fits ? value : example_of(known));
}

}  // namespace

const ForeignName* find_foreign_name(std::string_view name) {
  const std::string small = ascii::lower(name);
  const auto* found = std::ranges::find(kForeignNames, small, &ForeignName::name);
  return found == std::end(kForeignNames) ? nullptr : found;
}

std::string instead_of(std::string_view typed, std::string_view name, std::string_view value) {
  const std::string small = ascii::lower(name);
  if (built_in_fields().contains(small)) {
    return fmt::format("'{}' is not understood; write {}", typed, written_as(small, value));
  }
  const ForeignName* known = find_foreign_name(name);
  if (known == nullptr) {
    return fmt::format(
        "'{}' is not understood; where the archive has such a field (dateline-index info names "
        "them) write {}:{}",
        typed, small, is_plain_value(value) ? value : "word");
  }
  if (known->advice == kNoCapitals) {
    std::string capitals(is_plain_value(value) ? value : "TARP");
    std::ranges::transform(capitals, capitals.begin(), ascii::to_upper);
    return fmt::format("'{}' is not understood; write ={} {}", typed, capitals, kNoCapitals);
  }
  if (known->field.empty()) return fmt::format("'{}' is not understood; {}", typed, known->advice);
  return fmt::format("'{}' is not understood; write {}{}{}", typed, written_as(known->field, value),
                     known->advice.empty() ? "" : "; ", known->advice);
}

std::string instead_of_comparison(std::string_view typed, std::string_view name,
                                  std::string_view sign, std::string_view value) {
  const std::string small = ascii::lower(name);
  const ForeignName* known = find_foreign_name(name);
  const std::string_view field = known != nullptr ? known->field : std::string_view(small);
  if (field == "date") {
    return fmt::format("'{}' is not understood; write {}", typed,
                       written_as(*date_field_of(sign), value));
  }
  if (field == "words" || field == "copies") {
    const std::string_view number = is_date_or_number(value) ? value : "500";
    return fmt::format("'{}' is not understood; write {}:{}{}", typed, field,
                       sign == "=" ? "" : sign, number);
  }
  return fmt::format(
      "'{}' is not understood; words: and copies: compare, as in words:>500, and dates are "
      "after:2008 or before:2008; in quotes it is text",
      typed);
}

std::optional<std::string_view> date_field_of(std::string_view relation) {
  const std::string small = ascii::lower(relation);
  const auto* found = std::ranges::find(kDateRelations, small, &DateRelation::typed);
  if (found == std::end(kDateRelations)) return std::nullopt;
  return found->field;
}

}  // namespace dateline::searcher
