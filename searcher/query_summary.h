// The query language in a few lines, as --help prints it; docs/query-language.md has all of it.
#pragma once

namespace dateline::searcher {

inline constexpr const char* kQuerySummary = R"(Query:
  kishida biden                both words, in any inflection
  "white house"                exactly this phrase
  kishida -japan               not japan; NOT and -"a phrase" serve too
  treaty OR (pact -warsaw)     either; brackets group
  oil NEAR/5 price, oil w/5 price, oil ADJ/5 price, oil /s price, oil /p price
                               within 5 words, in this order, in one sentence,
                               in one paragraph
  missil*  organi?ation  blinkn~  "climat* change"  "a * c"
                               patterns, misspellings, holes
  atleast3(oil)  syn(oil petroleum)  oil^2  hlead:oil  words:>1000  copies:>3
  headline:summit              in one field: headline, byline, source, agency,
                               section, place, language, url, id or one of the
                               archive's own
  =defence                     this spelling and form only
  date:2023-01                 published in a year, month or day, or in a range:
                               date:2023-01-11..2023-01-13, date:2001-09-11..;
                               also 1980s, 2008q3, today, yesterday
  since:2008 before:2009       from, until before
  undated:                     known to have no date
The whole language, with examples: dateline-search --help-query

Exit status: 0 articles found, 1 none, 2 error.)";

}  // namespace dateline::searcher
