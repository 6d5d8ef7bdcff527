#include "searcher/highlight/snippet.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

#include "common/text/analyser.h"
#include "common/utf8.h"
#include "searcher/highlight/match_finder.h"
#include "searcher/highlight/passage.h"

namespace dateline::searcher {
namespace {

// kJoin: each run of white space becomes one space.
enum class Lines : std::uint8_t { kKeep, kJoin };

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

// Lights the matches that lie in a passage as a whole; those that overlap, and touching ones of one
// part of the query, are lit as one. " … " stands between passages, of which there is at least one,
// in order of the text; "…" where the first begins and the last ends inside a sentence.
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

}  // namespace

struct Highlighter::Impl {
  explicit Impl(const Meaning& meaning) : finder(visible_spots(meaning.root)) {}

  HighlightedText highlight_all(const Article& article, TextKind kind) {
    const std::string& text = kind == TextKind::kHeadline ? article.headline : article.body;
    const auto matches = finder.find(analyser.analyse(text), article.language, kind);
    const Passage whole{0, text.size()};
    return highlighted(text, {&whole, 1}, matches, Lines::kKeep);
  }

  Analyser analyser;
  MatchFinder finder;
};

Highlighter::Highlighter(const Meaning& meaning) : impl_(std::make_unique<Impl>(meaning)) {}
Highlighter::~Highlighter() = default;

HighlightedText Highlighter::highlight_headline(const Article& article) {
  return impl_->highlight_all(article, TextKind::kHeadline);
}

HighlightedText Highlighter::highlight_body(const Article& article) {
  return impl_->highlight_all(article, TextKind::kBody);
}

HighlightedText Highlighter::snippet(const Article& article, const SnippetOptions& options) {
  const std::string& text = article.body;
  const auto& tokens = impl_->analyser.analyse(text);
  const auto matches = impl_->finder.find(tokens, article.language, TextKind::kBody);
  const PassageSize size{options.target_characters, options.max_fragments};
  return highlighted(text, best_passages(text, tokens, matches, size), matches, Lines::kJoin);
}

}  // namespace dateline::searcher
