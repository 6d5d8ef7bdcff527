#include "indexer/sources/html_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "common/text/ascii.h"
#include "indexer/enrichment/characters.h"
#include "indexer/sources/encoding.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kDeepestElement = 256;

// Sorted. What is not among them is no HTML to looks_like_html() and inline to html_text().
constexpr auto kInline = std::to_array<std::string_view>(
    {"a",      "abbr",    "acronym", "b",    "bdi",  "bdo",   "big",    "cite",  "code",
     "data",   "del",     "dfn",     "em",   "font", "i",     "img",    "ins",   "kbd",
     "mark",   "picture", "q",       "s",    "samp", "small", "source", "span",  "strike",
     "strong", "sub",     "sup",     "time", "tt",   "u",     "var",    "video", "wbr"});

// What stands on lines of its own.
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address", "article", "aside", "blockquote", "body", "br",      "caption",    "center",
     "dd",      "details", "div",   "dl",         "dt",   "embed",   "figcaption", "figure",
     "footer",  "form",    "h1",    "h2",         "h3",   "h4",      "h5",         "h6",
     "head",    "header",  "hr",    "html",       "li",   "link",    "main",       "meta",
     "nav",     "object",  "ol",    "p",          "pre",  "section", "summary",    "table",
     "tbody",   "tfoot",   "thead", "tr",         "ul"});

constexpr auto kCells = std::to_array<std::string_view>({"td", "th"});

// What is no text for a reader.
constexpr auto kHidden =
    std::to_array<std::string_view>({"button", "iframe", "noscript", "option", "script", "select",
                                     "style", "svg", "template", "textarea", "title"});

static_assert(std::ranges::is_sorted(kInline) && std::ranges::is_sorted(kBlocks) &&
              std::ranges::is_sorted(kCells) && std::ranges::is_sorted(kHidden));

template <typename Names>
bool among(const Names& names, std::string_view name) {
  return std::ranges::binary_search(names, name);
}

bool is_tag_name(std::string_view name) {
  return among(kInline, name) || among(kBlocks, name) || among(kCells, name) ||
         among(kHidden, name);
}

// Whether `text`, behind a '<', goes on as a tag does, up to its '>'.
bool is_tag(std::string_view text) {
  constexpr std::size_t kLongestName = 10, kLongestTag = 4'096;
  if (text.starts_with("!--")) return true;
  if (text.starts_with("/")) text.remove_prefix(1);
  std::string name;
  while (name.size() < text.size() && name.size() <= kLongestName &&
         ascii::is_alphanumeric(text[name.size()])) {
    name += ascii::to_lower(text[name.size()]);
  }
  if (name.size() == text.size() || !is_tag_name(name)) return false;
  const char next = text[name.size()];
  if (next == '>') return true;
  return (is_blank(next) || next == '/') &&
         text.substr(0, kLongestTag).find('>') != std::string_view::npos;
}

// Follows what the parser tells, and writes the text down.
class TextWriter {
 public:
  explicit TextWriter(bool lines_part) : lines_part_(lines_part) {}

  void open(std::string_view element) {
    ++depth_;
    if (among(kHidden, element)) ++hidden_;
    if (element == "pre") ++preformatted_;
    part(element);
  }

  void close(std::string_view element) {
    if (depth_ > 0) --depth_;
    if (among(kHidden, element) && hidden_ > 0) --hidden_;
    if (element == "pre" && preformatted_ > 0) --preformatted_;
    part(element);
  }

  void write(std::string_view characters) {
    if (hidden_ > 0) return;
    for (const char c : characters) {
      const bool is_line_end = c == '\n' || c == '\r';
      text_ += is_line_end && !lines_part_ && preformatted_ == 0 ? ' ' : c;
    }
  }

  std::size_t depth() const { return depth_; }
  std::string take() { return std::move(text_); }

 private:
  void part(std::string_view element) {
    if (hidden_ > 0) return;
    if (among(kBlocks, element)) {
      if (!text_.empty() && !text_.ends_with("\n\n")) text_ += "\n\n";
    } else if (among(kCells, element)) {
      text_ += ' ';
    }
  }

  bool lines_part_;
  std::string text_;
  std::size_t depth_ = 0;
  std::size_t hidden_ = 0;  // hidden elements that are open
  std::size_t preformatted_ = 0;
};

// Cuts the tags out of what is nested too deep to be parsed; `html` begins inside of a tag.
std::string without_tags(std::string_view html) {
  std::string text;
  while (!html.empty()) {
    html.remove_prefix(std::min(html.find('>'), html.size() - 1) + 1);
    const std::size_t tag = std::min(html.find('<'), html.size());
    text += html.substr(0, tag);
    html.remove_prefix(tag);
    if (tag > 0) text += '\n';
  }
  return text;
}

struct Parse {
  htmlParserCtxtPtr parser = nullptr;
  TextWriter writer;
  std::string too_deep;  // the rest of the text, where that is not parsed
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void on_open(void* data, const xmlChar* name, const xmlChar** /*attributes*/) {
  auto& parse = *static_cast<Parse*>(data);
  parse.writer.open(view(name));
  if (parse.writer.depth() <= kDeepestElement || !parse.too_deep.empty()) return;
  const xmlParserInput* input = parse.parser->input;
  parse.too_deep.assign(reinterpret_cast<const char*>(input->cur),
                        static_cast<std::size_t>(input->end - input->cur));
  if (parse.too_deep.empty()) parse.too_deep.push_back(' ');
  xmlStopParser(parse.parser);
}

void on_close(void* data, const xmlChar* name) {
  static_cast<Parse*>(data)->writer.close(view(name));
}

void on_characters(void* data, const xmlChar* text, int size) {
  static_cast<Parse*>(data)->writer.write(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

// Without handlers for comments, processing instructions and errors: they are passed over.
htmlSAXHandler handlers() {
  htmlSAXHandler sax{};
  sax.startElement = on_open;
  sax.endElement = on_close;
  sax.characters = on_characters;
  sax.ignorableWhitespace = on_characters;
  return sax;
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const noexcept { htmlFreeParserCtxt(parser); }
};

// A number of a control character stands for the sign that cp1252 has there, as in browsers.
std::string with_cp1252_numbers(std::string text) {
  if (text.find('\xc2') == std::string::npos) return text;
  std::string mended;
  mended.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    if (text[at] == '\xc2' && next >= 0x80 && next < 0xA0) {
      const char32_t meant = cp1252_character(static_cast<unsigned char>(next));
      if (meant != 0) append_utf8(mended, meant);
      ++at;
    } else {
      mended += text[at];
    }
  }
  return mended;
}

// A blank for each NUL, which would end the text for the parser.
std::string without_nul(std::string_view html) {
  std::string text(html);
  std::ranges::replace(text, '\0', ' ');
  return text;
}

bool has_tag(std::string_view html, std::string_view name) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const auto tag = html.substr(at + 1);
    if (starts_folded(tag, name) && tag.size() > name.size() &&
        !ascii::is_alphanumeric(tag[name.size()])) {
      return true;
    }
  }
  return false;
}

std::string parse_html(std::string_view html, bool lines_part) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  Parse parse{parser.get(), TextWriter(lines_part), {}};
  *parser->sax = handlers();
  parser->userData = &parse;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC;
  htmlCtxtReadMemory(parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     kOptions);
  std::string text = parse.writer.take();
  if (!parse.too_deep.empty()) text += "\n\n" + without_tags(parse.too_deep);
  return with_cp1252_numbers(std::move(text));
}

}  // namespace

bool looks_like_html(std::string_view text) {
  constexpr int kMostTries = 1'000;
  std::size_t at = text.find('<');
  for (int tries = 0; at != std::string_view::npos && tries < kMostTries; ++tries) {
    if (is_tag(text.substr(at + 1))) return true;
    at = text.find('<', at + 1);
  }
  return false;
}

std::string html_text(std::string_view html) {
  if (html.empty()) return {};
  const bool lines_part = !has_tag(html, "p") && !has_tag(html, "br");
  if (html.find('\0') != std::string_view::npos) return parse_html(without_nul(html), lines_part);
  return parse_html(html, lines_part);
}

}  // namespace dateline::indexer
