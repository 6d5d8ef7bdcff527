// Fields and dates of one article against what a query asks of them; see catalogue_schema.h and
// query.h.
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/publication_time.h"
#include "searcher/query/interpretation.h"
#include "tests/oracle/naive_archive.h"

namespace dateline::oracle {

// A word or phrase in a field that is not of the text. A phrase is there where each two neighbours
// stand side by side in some value; a URL has all words anywhere; an id is met as a whole.
class FieldScan {
 public:
  FieldScan(const std::string& field, const std::string& typed);

  bool matches(const Article& article, const NaiveArticle& words) const;

 private:
  bool has_word(const NaiveArticle& article, const std::vector<std::string>& terms) const;
  bool has_pair(const NaiveArticle& article, const std::vector<std::string>& first,
                const std::vector<std::string>& second) const;
  bool has_reading(const NaiveArticle& article, const searcher::Reading& reading) const;

  std::string field_;
  std::string typed_;
  searcher::Interpretation meant_;
  std::vector<std::string> url_words_;
};

// Whether all days that the article may be from are in the range; undated is in none.
bool lies_in(const PublicationTime& published, const DayRange& range);

}  // namespace dateline::oracle
