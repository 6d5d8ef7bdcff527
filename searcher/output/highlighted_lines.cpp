#include "searcher/output/highlighted_lines.h"

#include "common/text/unicode.h"
#include "common/utf8.h"

namespace dateline::searcher {
namespace {

// Enough for any real character; beyond it a pile of combining marks is cut up.
constexpr std::size_t kMaxClusterBytes = 64;

// A character with what combines with it, ready to be shown.
struct Glyph {
  std::string shown;
  std::size_t columns = 0;
  bool lit = false;

  bool is_space() const { return shown == " "; }
  bool is_newline() const { return shown == "\n"; }
};

bool takes_more(const std::vector<Glyph>& glyphs, const std::string& cluster) {
  return !glyphs.empty() && !glyphs.back().is_space() && !glyphs.back().is_newline() &&
         cluster.size() < kMaxClusterBytes;
}

std::vector<Glyph> glyphs_of(const HighlightedText& text, Breaks breaks) {
  std::vector<Glyph> glyphs;
  auto range = text.highlights.begin();
  std::string cluster;
  std::string_view rest = text.text;
  for (std::size_t at = 0; !rest.empty(); ++at) {
    const Utf8Character c = first_character(rest);
    const std::string_view bytes = rest.substr(0, c.bytes);
    rest.remove_prefix(c.bytes);
    while (range != text.highlights.end() && at >= range->second) ++range;
    const bool lit = range != text.highlights.end() && at >= range->first;
    // What combines is shown, and lit, with the character before it: a colour between the two would
    // part them.
    const bool combines = c.valid && c.value >= 0x80 && column_width(c.value) == 0;
    if (!combines || !takes_more(glyphs, cluster)) {
      glyphs.emplace_back();
      cluster.clear();
    }
    cluster += bytes;
    glyphs.back().shown = printable(cluster, breaks);
    glyphs.back().lit = glyphs.back().lit || lit;
  }
  for (Glyph& glyph : glyphs) glyph.columns = display_width(glyph.shown);
  return glyphs;
}

std::string render(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end,
                   const Ink& ink) {
  while (end > begin && glyphs[end - 1].is_space()) --end;
  std::string line;
  std::string_view current;
  for (std::size_t at = begin; at < end; ++at) {
    const std::string_view next = glyphs[at].lit ? ink.lit : ink.plain;
    if (next != current) {
      if (!current.empty()) line += kInkOff;
      line += next;
      current = next;
    }
    line += glyphs[at].shown;
  }
  if (!current.empty()) line += kInkOff;
  return line;
}

// Where the line that begins at `begin` ends, and where the next one begins.
struct Cut {
  std::size_t end;
  std::size_t next;
};

Cut cut_line(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t width) {
  std::size_t columns = 0;
  std::size_t last_space = begin;
  for (std::size_t at = begin; at < glyphs.size(); ++at) {
    if (glyphs[at].is_newline()) return {at, at + 1};
    columns += glyphs[at].columns;
    if (glyphs[at].is_space()) {
      last_space = at;
    } else if (width > 0 && columns > width && at > begin) {
      if (last_space > begin) return {last_space, last_space + 1};
      return {at, at};
    }
  }
  return {glyphs.size(), glyphs.size()};
}

}  // namespace

std::vector<std::string> highlighted_lines(const HighlightedText& text, const LineStyle& style) {
  const std::vector<Glyph> glyphs = glyphs_of(text, style.breaks);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < glyphs.size();) {
    const Cut cut = cut_line(glyphs, begin, style.width);
    lines.push_back(render(glyphs, begin, cut.end, style.ink));
    begin = cut.next;
  }
  return lines;
}

}  // namespace dateline::searcher
