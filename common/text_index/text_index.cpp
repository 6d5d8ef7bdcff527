#include "common/text_index/text_index.h"

#include <cstring>
#include <string>
#include <vector>

#include "common/text_index/posting_cursor.h"

namespace dateline {
namespace {

// Walks over a list to its end, so that every decoder has seen it.
void check_list(const TextIndex& index, const Term& term, bool with_positions) {
  PostingCursor cursor(index, term);
  std::vector<std::uint32_t> positions;
  std::uint32_t articles = 0;
  std::uint64_t occurrences = 0;
  for (std::uint32_t last = 0; cursor.next() != kNoMoreArticles; last = cursor.article()) {
    if (cursor.article() <= last || cursor.article() > index.articles()) {
      index.file().fail("a posting list is out of order");
    }
    ++articles;
    occurrences += cursor.occurrences();
    if (with_positions) cursor.positions(positions);
  }
  if (articles != term.articles || occurrences != term.occurrences) {
    index.file().fail("a posting list does not hold what the dictionary says");
  }
}

}  // namespace

TextIndex::TextIndex(const std::filesystem::path& path)
    : file_(path), words_(file_, DictionaryKind::kWords), stems_(file_, DictionaryKind::kStems) {
  const std::uint8_t* settings = file_.read(Section::kSettings, 0, 12);
  std::memcpy(&articles_, settings, 4);
  std::memcpy(&total_words_, settings + 4, 8);
  check_columns();
}

// Checked once here, because columns are then indexed by article number in the innermost loops.
void TextIndex::check_columns() const {
  const std::pair<Section, std::uint64_t> widths[] = {
      {Section::kLengths, 2},  {Section::kHeadlines, 2},  {Section::kDates, 4},
      {Section::kContents, 4}, {Section::kIdentities, 8},
  };
  for (const auto& [section, width] : widths) {
    if (file_.place(section).bytes != width * articles_) file_.fail("a column is cut");
  }
  const std::uint64_t blocks = (articles_ + kBlockPostings - 1) / kBlockPostings;
  if (file_.place(Section::kDateBounds).bytes != 8 * blocks) file_.fail("a column is cut");
}

std::optional<Term> TextIndex::find_stem(std::string_view key) const {
  const std::optional<Term> stem = stems_.find(key);
  if (stem && stem->only_word) return words_.at(*stem->only_word);
  return stem;
}

std::vector<Term> TextIndex::find_forms(std::string_view stem_key) const {
  std::vector<Term> forms;
  const DictionaryCursor stem = stems_.at_or_after(stem_key);
  if (stem.done() || stem.text() != stem_key) return forms;
  for (const std::uint32_t word : stem.forms()) forms.push_back(words_.at(word));
  return forms;
}

// Pages, then terms, then the lists of each: what comes later rests on what came before, and would
// be blamed for damage that lies there.
void TextIndex::check() const {
  file_.check_all();
  std::string last;
  for (auto word = words_.begin(); !word.done(); word.next()) {
    if (word.text() <= last) file_.fail("its words are out of order");
    last = word.text();
    check_list(*this, word.term(), has_positions(word.text()));
  }
  last.clear();
  for (auto stem = stems_.begin(); !stem.done(); stem.next()) {
    if (stem.text() <= last) file_.fail("its stems are out of order");
    last = stem.text();
    for (const std::uint32_t word : stem.forms()) words_.at(word);
    if (!stem.term().only_word) check_list(*this, stem.term(), false);
  }
}

}  // namespace dateline
