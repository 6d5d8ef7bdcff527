// A text index of a few articles, and cursors over it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/text/analyser.h"
#include "common/text_index/text_index.h"
#include "indexer/text_index/inverter.h"
#include "indexer/text_index/text_index_writer.h"
#include "searcher/match/cursor/match_cursor.h"
#include "searcher/match/cursor/occurrence_cursor.h"
#include "searcher/match/cursor/word_cursor.h"
#include "tests/temporary_folder.h"

namespace dateline::searcher {

struct SmallArticle {
  std::string headline;
  std::string body;
  DateCode date = kUndated;
  std::string language = "en";
};

class SmallSegment {
 public:
  explicit SmallSegment(const std::vector<SmallArticle>& articles) {
    indexer::Inverter inverter;
    Analyser analyser;
    for (const SmallArticle& article : articles) {
      inverter.add({article.headline, article.body, "", article.language, article.date}, analyser);
    }
    const indexer::InvertedBatch batch = std::move(inverter).seal();
    const indexer::TextIndexInput* const inputs[] = {&batch};
    const auto path = folder_.path() / "text.index";
    indexer::write_text_index(path, inputs);
    index_ = std::make_unique<TextIndex>(path);
  }

  const TextIndex& index() const { return *index_; }
  Scoring scoring() const { return {index_->lengths(), LengthNorm(20)}; }

  // Of a word that some article holds.
  Term term(const std::string& word) const { return index_->find_word(word).value(); }

  MatchCursorPtr word(const std::string& word, float idf = 1) const {
    return std::make_unique<WordCursor>(*index_, term(word), scoring(), idf);
  }

  // Any of several words, as one.
  OccurrenceCursorPtr any_form(const std::vector<std::string>& words) const {
    std::vector<Term> terms;
    for (const std::string& word : words) terms.push_back(term(word));
    return open_forms(*index_, terms, scoring(), 1.0F);
  }

 private:
  test::TemporaryFolder folder_;
  std::unique_ptr<TextIndex> index_;
};

// All articles that match, in the order in which they come.
inline std::vector<std::uint32_t> walk(MatchCursor& cursor) {
  std::vector<std::uint32_t> articles;
  while (cursor.next() != kNoMoreArticles) {
    if (cursor.confirm()) articles.push_back(cursor.article());
  }
  return articles;
}

template <typename... Cursors>
std::vector<MatchCursorPtr> parts(Cursors... cursors) {
  std::vector<MatchCursorPtr> together;
  (together.push_back(std::move(cursors)), ...);
  return together;
}

}  // namespace dateline::searcher
