#include "searcher/match/plan/word_lists.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "common/text_index/paired_words.h"

namespace dateline::searcher {
namespace {

// The languages of a segment's stem keys ("en:elect"), by jumping from one prefix to the next.
void note_languages(const TextIndex& index, std::set<std::string>& languages) {
  for (auto stem = index.stems().begin(); !stem.done();) {
    const std::string language(stem.text().substr(0, stem.text().find(':')));
    languages.insert(language);
    stem = index.stems().at_or_after(language + ';');  // the byte after ':'
  }
}

}  // namespace

bool accepts_by_stem(const AcceptedWords& accepted) {
  return !accepted.same_stem_as.empty() && is_stemmable(accepted.same_stem_as);
}

std::uint64_t articles_of(const ListsBySegment& lists) {
  std::uint64_t articles = 0;
  for (const auto& segment : lists) {
    for (const Term& term : segment) articles += term.articles;
  }
  return articles;
}

WordLists::WordLists(std::vector<const TextIndex*> segments) : segments_(std::move(segments)) {
  std::uint64_t words = 0;
  std::set<std::string> languages;
  for (const TextIndex* segment : segments_) {
    articles_ += segment->articles();
    words += segment->total_words();
    note_languages(*segment, languages);
  }
  if (articles_ > 0 && words > 0) {
    average_length_ = static_cast<double>(words) / static_cast<double>(articles_);
  }
  for (const std::string& language : languages) stemmers_.emplace_back(language);
}

// The stem keys of the terms that are accepted by their stem, in every language of the index.
std::set<std::string> WordLists::stems_of(const AcceptedWords& accepted) {
  std::set<std::string> stems;
  if (!accepts_by_stem(accepted)) return stems;
  for (Stemmer& stemmer : stemmers_) {
    for (const std::string& word : accepted.terms) {
      if (is_stemmable(word)) stems.emplace(stemmer.key(word));
    }
  }
  return stems;
}

ListsBySegment WordLists::find(const AcceptedWords& accepted) {
  const std::set<std::string> stems = stems_of(accepted);
  ListsBySegment lists(segments_.size());
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    for (const std::string& stem : stems) {
      if (const auto term = segments_[i]->find_stem(stem)) lists[i].push_back(*term);
    }
    for (const std::string& word : accepted.terms) {
      if (!stems.empty() && is_stemmable(word)) continue;  // in the lists of its stem
      if (const auto term = segments_[i]->find_word(word)) lists[i].push_back(*term);
    }
  }
  return lists;
}

// A stem that points to its only word has that word's lists and needs no other.
FormsBySegment WordLists::find_forms(const AcceptedWords& accepted) {
  const std::set<std::string> stems = stems_of(accepted);
  FormsBySegment forms(segments_.size());
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    WordForms words;
    for (const std::string& word : accepted.terms) {
      if (!stems.empty() && is_stemmable(word)) continue;
      if (const auto term = segments_[i]->find_word(word)) words.lists.push_back(*term);
    }
    for (const std::string& stem : stems) {
      const auto term = segments_[i]->find_stem(stem);
      if (!term) continue;
      if (term->positions_bytes > 0) {
        words.lists.push_back(*term);
      } else {
        forms[i].push_back({term, segments_[i]->find_forms(stem)});
      }
    }
    if (!words.lists.empty()) forms[i].push_back(std::move(words));
  }
  return forms;
}

std::optional<ListsBySegment> WordLists::find_pairs(const std::vector<std::string>& first,
                                                    const std::vector<std::string>& second) const {
  const auto is_paired = [](const std::string& word) { return paired_word(word).has_value(); };
  if (!std::ranges::all_of(first, is_paired) || !std::ranges::all_of(second, is_paired)) {
    return std::nullopt;
  }
  ListsBySegment lists(segments_.size());
  for (const std::string& left : first) {
    for (const std::string& right : second) {
      const auto paired_left = paired_word(left);
      const auto paired_right = paired_word(right);
      if (!is_kept_pair(*paired_left, *paired_right)) return std::nullopt;
      const std::string pair = pair_term(*paired_left, *paired_right);
      for (std::size_t i = 0; i < segments_.size(); ++i) {
        if (const auto term = segments_[i]->find_word(pair)) lists[i].push_back(*term);
      }
    }
  }
  return lists;
}

bool WordLists::are_disjoint(const AcceptedWords& accepted) {
  const std::string& word = accepted.same_stem_as;
  if (word.empty()) return false;
  return std::all_of(stemmers_.begin(), stemmers_.end(), [&](Stemmer& stemmer) {
    const std::string key(stemmer.key(word));
    return std::all_of(accepted.terms.begin(), accepted.terms.end(), [&](const auto& term) {
      return is_stemmable(term) && stemmer.key(term) == key;
    });
  });
}

std::vector<CountedWord> WordLists::written_forms(const AcceptedWords& accepted) {
  const std::set<std::string> stems = stems_of(accepted);
  std::map<std::string, std::uint64_t> articles;
  for (const TextIndex* segment : segments_) {
    std::set<std::string> words(accepted.terms.begin(), accepted.terms.end());
    for (const std::string& key : stems) {
      const DictionaryCursor stem = segment->stems().at_or_after(key);
      if (stem.done() || stem.text() != key) continue;
      for (const std::uint32_t ordinal : stem.forms()) {
        words.emplace(segment->words().cursor_at(ordinal).text());
      }
    }
    for (const std::string& word : words) {
      if (const auto term = segment->find_word(word)) articles[word] += term->articles;
    }
  }
  std::vector<CountedWord> forms;
  forms.reserve(articles.size());
  for (const auto& [word, count] : articles) forms.push_back({word, count});
  std::ranges::stable_sort(forms, std::greater<>(), &CountedWord::articles);
  return forms;
}

float WordLists::idf(const ListsBySegment& lists) const {
  return inverse_document_frequency(articles_, std::min(articles_of(lists), articles_));
}

}  // namespace dateline::searcher
