#include "searcher/highlight/highlighted_passage.h"

#include <algorithm>

#include "common/utf8.h"
#include "searcher/highlight/passage.h"

namespace dateline::searcher {
namespace {

constexpr std::string_view kEllipsis = "…";

// Adds those in the passage, ascending and apart. `matches` are sorted by place.
void add_merged(const std::vector<TextMatch>& matches, const Passage& passage,
                std::vector<TextMatch>& lit) {
  for (const TextMatch& match : matches) {
    if (match.begin < passage.begin || match.end > passage.end) continue;
    const bool joins =
        !lit.empty() && (match.begin < lit.back().end ||
                         (match.begin == lit.back().end && match.part == lit.back().part));
    if (joins) {
      lit.back().end = std::max(lit.back().end, match.end);
    } else {
      lit.push_back(match);
    }
  }
}

bool is_space(char32_t c) {
  return c == ' ' || ('\t' <= c && c <= '\r') || c == 0x2028 || c == 0x2029;
}

// Copies characters and counts them, noting where the next highlight begins and ends.
class PassageWriter {
 public:
  PassageWriter(std::string_view text, std::vector<TextMatch> lit, Lines lines)
      : text_(text), lit_(std::move(lit)), lines_(lines) {}

  void write_ellipsis() {
    shown_.text += kEllipsis;
    ++written_;
  }

  void write_between() {
    shown_.text += kBetweenFragments;
    written_ += kBetweenFragmentsCharacters;
  }

  void write(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      note_edges(at);
      const Utf8Character character = first_character(text_.substr(at));
      write(text_.substr(at, character.bytes), character);
      at += character.bytes;
    }
    note_edges(end);
  }

  HighlightedText take() { return std::move(shown_); }

 private:
  void note_edges(std::size_t at) {
    if (next_ < lit_.size() && open_ && at >= lit_[next_].end) {
      shown_.highlights.emplace_back(start_, written_);
      open_ = false;
      ++next_;
    }
    if (next_ < lit_.size() && !open_ && at == lit_[next_].begin) {
      start_ = written_;
      open_ = true;
    }
  }

  void write(std::string_view bytes, const Utf8Character& character) {
    if (lines_ == Lines::kJoin && character.valid && is_space(character.value)) {
      if (shown_.text.empty() || shown_.text.back() == ' ') return;
      bytes = " ";
    }
    shown_.text += bytes;
    ++written_;
  }

  std::string_view text_;
  std::vector<TextMatch> lit_;
  Lines lines_;
  HighlightedText shown_;
  std::size_t written_ = 0;  // code points
  std::size_t next_ = 0;     // in lit_
  std::size_t start_ = 0;    // of the open highlight
  bool open_ = false;
};

}  // namespace

HighlightedText highlighted(std::string_view text, std::span<const Passage> passages,
                            const std::vector<TextMatch>& matches, Lines lines) {
  std::vector<TextMatch> lit;
  for (const Passage& passage : passages) add_merged(matches, passage, lit);
  PassageWriter writer(text, std::move(lit), lines);
  if (passages.front().cut_before) writer.write_ellipsis();
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (i > 0) writer.write_between();
    writer.write(passages[i].begin, passages[i].end);
  }
  if (passages.back().cut_after) writer.write_ellipsis();
  return writer.take();
}

}  // namespace dateline::searcher
