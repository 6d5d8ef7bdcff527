// What the tests of text.index share: small and random articles, what an index of them must hold,
// and what it does hold.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/text/stemmer.h"
#include "common/text_index/paired_words.h"
#include "common/text_index/posting_cursor.h"
#include "common/text_index/text_index.h"
#include "common/text_index/url_terms.h"
#include "indexer/text_index/inverter.h"
#include "indexer/text_index/text_index_writer.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer {

struct SmallArticle {
  std::string headline;
  std::string body;
  std::string language = "en";
  std::string url{};
};

struct Posting {
  std::uint32_t article = 0;
  std::uint32_t occurrences = 0;
  bool in_headline = false;
  std::vector<std::uint32_t> positions;
  bool operator==(const Posting&) const = default;
};
using Lists = std::map<std::string, std::vector<Posting>>;

// What any text index of these articles must hold, worked out by going through them word by word.
inline Lists naive_words(const std::vector<SmallArticle>& articles) {
  Lists lists;
  Analyser analyser;
  for (std::uint32_t number = 1; number <= articles.size(); ++number) {
    const auto note = [&](std::string_view text, std::uint32_t first, bool headline) {
      for (const Token& token : analyser.analyse(text, first)) {
        auto& list = lists[std::string(token.term)];
        if (list.empty() || list.back().article != number) list.push_back({number, 0, false, {}});
        Posting& posting = list.back();
        if (!posting.positions.empty() && posting.positions.back() == token.position) continue;
        posting.positions.push_back(token.position);
        posting.in_headline |= headline;
        ++posting.occurrences;
      }
      return analyser.next_position();
    };
    const auto& article = articles[number - 1];
    note(article.body, note(article.headline, 0, true) + kHeadlineGap, false);
  }
  return lists;
}

// The kept pairs of words that stand one behind the other, without positions.
inline Lists naive_pairs(const std::vector<SmallArticle>& articles) {
  const Lists words = naive_words(articles);
  std::map<std::string, std::map<std::uint32_t, Posting>> pairs;
  for (const auto& [first, of_first] : words) {
    for (const auto& [second, of_second] : words) {
      const auto a = paired_word(first);
      const auto b = paired_word(second);
      if (!a || !b || !is_kept_pair(*a, *b)) continue;
      for (const Posting& left : of_first) {
        for (const Posting& right : of_second) {
          if (left.article != right.article) continue;
          Analyser analyser;
          analyser.analyse(articles[left.article - 1].headline);
          for (const std::uint32_t position : left.positions) {
            if (std::ranges::find(right.positions, position + 1) == right.positions.end()) continue;
            Posting& pair = pairs[pair_term(*a, *b)][left.article];
            pair.article = left.article;
            ++pair.occurrences;
            pair.in_headline |= position < analyser.next_position();
          }
        }
      }
    }
  }
  Lists lists;
  for (const auto& [pair, postings] : pairs) {
    for (const auto& [article, posting] : postings) lists[pair].push_back(posting);
  }
  return lists;
}

// The words of URLs: once each, in no headline, without positions.
inline Lists naive_urls(const std::vector<SmallArticle>& articles) {
  Lists lists;
  Analyser analyser;
  for (std::uint32_t number = 1; number <= articles.size(); ++number) {
    for (const Token& token : analyser.analyse(articles[number - 1].url)) {
      if (token.kind != TokenKind::kWord) continue;
      auto& list = lists[kUrlMark + std::string(token.term)];
      if (list.empty() || list.back().article != number) list.push_back({number, 1, false, {}});
    }
  }
  return lists;
}

inline Lists naive_stems(const std::vector<SmallArticle>& articles) {
  std::map<std::string, std::map<std::uint32_t, Posting>> stems;
  for (const auto& [word, list] : naive_words(articles)) {
    if (!is_stemmable(word)) continue;
    for (const Posting& posting : list) {
      Stemmer stemmer(articles[posting.article - 1].language);
      Posting& sum = stems[std::string(stemmer.key(word))][posting.article];
      sum.article = posting.article;
      sum.occurrences += posting.occurrences;
      sum.in_headline |= posting.in_headline;
    }
  }
  Lists lists;
  for (const auto& [stem, postings] : stems) {
    for (const auto& [article, posting] : postings) lists[stem].push_back(posting);
  }
  return lists;
}

// The words of each stem.
using Forms = std::map<std::string, std::set<std::string>>;

inline Forms naive_forms(const std::vector<SmallArticle>& articles) {
  Forms forms;
  for (const auto& [word, list] : naive_words(articles)) {
    if (!is_stemmable(word)) continue;
    for (const Posting& posting : list) {
      Stemmer stemmer(articles[posting.article - 1].language);
      forms[std::string(stemmer.key(word))].insert(word);
    }
  }
  return forms;
}

inline Forms read_forms(const TextIndex& index) {
  std::vector<std::string> words;
  for (auto word = index.words().begin(); !word.done(); word.next()) {
    words.emplace_back(word.text());
  }
  Forms forms;
  for (auto stem = index.stems().begin(); !stem.done(); stem.next()) {
    for (const std::uint32_t word : stem.forms()) {
      forms[std::string(stem.text())].insert(words.at(word));
    }
  }
  return forms;
}

inline std::vector<Posting> read_list(const TextIndex& index, const Term& term,
                                      bool with_positions) {
  std::vector<Posting> list;
  PostingCursor cursor(index, term);
  while (cursor.next() != kNoMoreArticles) {
    Posting& posting = list.emplace_back();
    posting = {cursor.article(), cursor.occurrences(), cursor.in_headline(), {}};
    if (with_positions) cursor.positions(posting.positions);
  }
  return list;
}

inline Lists read_words(const TextIndex& index) {
  Lists lists;
  for (auto word = index.words().begin(); !word.done(); word.next()) {
    if (word.text()[0] > '\x1f')
      lists[std::string(word.text())] = read_list(index, word.term(), true);
  }
  return lists;
}

inline Lists read_marked(const TextIndex& index, char mark) {
  Lists lists;
  for (auto word = index.words().begin(); !word.done(); word.next()) {
    if (word.text()[0] != mark) continue;
    EXPECT_EQ(word.term().positions_bytes, 0u);
    lists[std::string(word.text())] = read_list(index, word.term(), false);
  }
  return lists;
}

inline Lists read_pairs(const TextIndex& index) {
  return read_marked(index, kPairMark);
}

inline Lists read_urls(const TextIndex& index) {
  return read_marked(index, kUrlMark);
}

inline Lists read_stems(const TextIndex& index) {
  Lists lists;
  for (auto stem = index.stems().begin(); !stem.done(); stem.next()) {
    const Term term = *index.find_stem(stem.text());
    lists[std::string(stem.text())] = read_list(index, term, false);
  }
  return lists;
}

class TextIndexTest : public testing::Test {
 protected:
  static InvertedBatch invert(const std::vector<SmallArticle>& articles) {
    Inverter inverter;
    Analyser analyser;
    for (const SmallArticle& article : articles) {
      inverter.add({article.headline, article.body, article.url, article.language, 7, 1, 2},
                   analyser);
    }
    return std::move(inverter).seal();
  }

  std::filesystem::path write(const std::vector<const TextIndexInput*>& inputs) {
    const auto path = new_segment().text_index_path();
    write_text_index(path, inputs);
    return path;
  }

  std::filesystem::path write(const std::vector<SmallArticle>& articles) {
    const InvertedBatch batch = invert(articles);
    return write({&batch});
  }

  // A segment that has this file only.
  SegmentOnDisk segment(const std::vector<SmallArticle>& articles, DeletedArticles deleted = {}) {
    SegmentOnDisk segment{write(articles).parent_path(), {}, std::move(deleted)};
    return segment;
  }

  std::filesystem::path merge(const std::vector<SegmentOnDisk>& segments) {
    const auto path = new_segment().text_index_path();
    merge_text_indexes(segments, path);
    return path;
  }

  // Articles of common, middling and rare words, some in the headline, in two languages.
  static std::vector<SmallArticle> random_articles(std::size_t count, unsigned seed) {
    static const char* const kWords[] = {
        "the",    "of",     "minister", "ministers", "Talks",  "talk",    "defence", "defense",
        "e-mail", "US",     "us",       "9/11",      "$4.5m",  "stories", "story",   "organised",
        "haus",   "häuser", "berlin",   "C-130",     "treaty", "treaties"};
    std::minstd_rand random(seed);
    const auto text = [&](std::size_t words) {
      std::string made;
      for (std::size_t i = 0; i < words; ++i) {
        const auto pick = std::min<std::size_t>(random() % 22, random() % 22);
        made += random() % 40 == 0 ? "rare" + std::to_string(random() % 500) : kWords[pick];
        made += random() % 9 == 0 ? ". " : " ";
      }
      return made;
    };
    std::vector<SmallArticle> articles(count);
    for (SmallArticle& article : articles) {
      article.headline = text(random() % 4);
      article.body = text(random() % 60);
      article.language = random() % 4 == 0 ? "de" : "en";
      if (random() % 5 != 0) article.url = "https://talks.example/" + text(1 + random() % 6);
    }
    return articles;
  }

  SegmentOnDisk new_segment() {
    SegmentOnDisk segment{folder_.path() / std::to_string(++segments_), {}, {}};
    std::filesystem::create_directory(segment.folder);
    return segment;
  }

  test::TemporaryFolder folder_;
  int segments_ = 0;
};

}  // namespace dateline::indexer
