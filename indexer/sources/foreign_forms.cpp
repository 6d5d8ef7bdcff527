#include "indexer/sources/foreign_forms.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"
#include "indexer/sources/head_tests.h"

namespace dateline::indexer {
namespace {

using std::string_view_literals::operator""sv;

struct Mark {
  std::string_view bytes;
  std::string_view name;
};

constexpr std::string_view kNoContainer = "a container of a form that is not read";

// The first bytes.
constexpr auto kBinaryMarks = std::to_array<Mark>({
    {"%PDF-"sv, "a PDF document"},
    {"{\\rtf"sv, "an RTF document"},
    {"%!PS"sv, "a PostScript document"},
    {"\xd0\xcf\x11\xe0"sv, "an Office document of the form before 2007"},
    {"\x89PNG"sv, "a PNG image"},
    {"\xff\xd8\xff"sv, "a JPEG image"},
    {"GIF8"sv, "a GIF image"},
    {"II*\0"sv, "a TIFF image"},
    {"MM\0*"sv, "a TIFF image"},
    {"7z\xbc\xaf"sv, "a 7z container, which is not read"},
    {"Rar!"sv, "a RAR container, which is not read"},
    {"LZIP"sv, kNoContainer},
    {"\x1f\x9d"sv, kNoContainer},
    {"\x04\x22\x4d\x18"sv, kNoContainer},
    {"\x7f"
     "ELF"sv,
     "a program"},
    {"SQLite format 3"sv, "an SQLite database"},
    {"PAR1"sv, "a Parquet file"},
    {"ARROW1"sv, "an Arrow file"},
    {"Obj\x01"sv, "an Avro file"},
    {"\x89HDF"sv, "an HDF5 file"},
    {"bplist00"sv, "a property list"},
    {"ID3"sv, "a sound file"},
    {"OggS"sv, "a sound file"},
    {"\xff\xfe\0\0"sv, "UTF-32"},
    {"\0\0\xfe\xff"sv, "UTF-32"},
});

// What text begins with, in any case of letters, behind blanks and control bytes.
constexpr auto kTextMarks = std::to_array<Mark>({
    {"#!", "a script"},
    {"<?php", "a PHP page"},
    {"warc/0.", "a WARC file: extract the text of its pages first"},
    {"warc/1.", "a WARC file: extract the text of its pages first"},
    {"filedesc://", "an ARC file: extract the text of its pages first"},
    {"http/1.", "an answer of a web server"},
    {"begin:vc", "a calendar or an address book"},
    {"%pdf-", "a PDF document"},
    {"{\\rtf", "an RTF document"},
    {"%!ps", "a PostScript document"},
    {"zczc", "wire text"},
    {"%0 ", "a list of references"},
    {"diff --git ", "a list of changes"},
    {"webvtt", "subtitles"},
    {"version https://git-lfs", "a pointer of Git LFS: fetch the file that it stands for first"},
    {"-- mysql dump", "a dump of a database"},
    {"-- mariadb dump", "a dump of a database"},
    {"pragma foreign_keys", "a dump of a database"},
    {"%yaml", "YAML"},
    {"traceback (most recent call", "a log"},
    {"begin 600 ", "an encoded file: decode it first"},
    {"begin 644 ", "an encoded file: decode it first"},
    {"begin 664 ", "an encoded file: decode it first"},
    {"begin 666 ", "an encoded file: decode it first"},
    {"begin 755 ", "an encoded file: decode it first"},
    {"=ybegin ", "an encoded file: decode it first"},
    {"[script info]", "subtitles"},
    {"[event \"", "a game of chess"},
    {"!<arch>", kNoContainer},
    {"#extm3u", "a list of sounds"},
    {"@relation ", "a table of Weka (ARFF)"},
    {"@prefix ", "RDF"},
    {"@echo off", "a script"},
    {"msgid \"", "a catalogue of translations"},
    {"user-agent: ", "rules for robots"},
    {"pmid- ", "a list of references"},
    {"fn clarivate", "a list of references"},
    {"fn thomson", "a list of references"},
    {"fn isi ", "a list of references"},
    {"=ldr ", "a list of references"},
    {"&lt;?xml", "markup with its signs escaped"},
    {"&lt;!doctype", "markup with its signs escaped"},
    {"&lt;html", "markup with its signs escaped"},
    {"cdx n b a", "a list of web pages (CDX)"},
    {"d8:announce", "a torrent"},
    {".th ", "a manual page"},
    {".\\\"", "a manual page"},
    {"{{", "a page of a wiki, or a template"},
});

struct Row {
  bool (*fits)(const Head& head);
  std::string_view name;
};

// What needs a look at more than the first bytes. From the surest and cheapest on.
constexpr auto kRows = std::to_array<Row>({
    {is_wire_text, "wire text with control bytes (ANPA or IPTC 7901)"},
    {is_arc, "an ARC file: extract the text of its pages first"},
    {is_mailbox, "a mailbox: save its stories as text first"},
    {is_mail, "a mail: save its story as text first"},
    {is_nexis, "an export of Nexis: convert it to JSON Lines or CSV first"},
    {is_nexis_page, "an article of Nexis: convert it to JSON Lines or CSV first"},
    {is_proquest, "an export of ProQuest: convert it to JSON Lines or CSV first"},
    {is_factiva, "an export of Factiva: convert it to JSON Lines or CSV first"},
    {is_movable_type, "an export of Movable Type: convert it to JSON Lines or CSV first"},
    {is_key, "a key or a signed message"},
    {is_checksums, "checksums"},
    {is_changes, "a list of changes"},
    {is_references, "a list of references"},
    {is_subtitles, "subtitles"},
    {is_database_dump, "a dump of a database"},
    {is_latex, "a LaTeX document"},
    {is_base64, "base64: decode it first"},
    {is_log, "a log"},
    {is_code, "source code"},
    {is_settings, "a file of settings"},
    {is_yaml, "YAML"},
    {is_addresses, "a list of addresses or files"},
    {is_dump_of_bytes, "a dump of bytes"},
    {is_minified, "source code"},
    {is_makefile, "a makefile"},
});

// The root of an XML document, or the first element of a page, without its prefix.
constexpr auto kRoots = std::to_array<Mark>({
    {"rss", "an XML document (RSS)"},
    {"feed", "an XML document (Atom)"},
    {"rdf", "an XML document (RDF)"},
    {"nitf", "an XML document (NITF)"},
    {"newsml", "an XML document (NewsML)"},
    {"newsitem", "an XML document (NewsML)"},
    {"newsmessage", "an XML document (NewsML)"},
    {"packageitem", "an XML document (NewsML)"},
    {"alto", "an XML document (ALTO)"},
    {"mets", "an XML document (METS)"},
    {"didl", "an XML document (DIDL)"},
    {"tei", "an XML document (TEI)"},
    {"mediawiki", "an XML document (MediaWiki)"},
    {"svg", "an SVG image"},
    {"doc", "TREC documents"},
});

constexpr auto kPageElements = std::to_array<std::string_view>(
    {"a",      "article", "b",     "base",  "body",  "br",     "center",  "div",  "em",
     "font",   "footer",  "form",  "frame", "h1",    "h2",     "h3",      "h4",   "head",
     "header", "hr",      "html",  "i",     "img",   "input",  "li",      "link", "main",
     "meta",   "nav",     "ol",    "p",     "pre",   "script", "section", "span", "strong",
     "style",  "table",   "tbody", "td",    "title", "tr",     "u",       "ul"});

bool is_known(std::string_view root) {
  return std::ranges::find(kRoots, root, &Mark::bytes) != kRoots.end() ||
         std::ranges::find(kPageElements, root) != kPageElements.end();
}

std::string form_of_markup(const Markup& markup) {
  const auto* root = std::ranges::find(kRoots, markup.root, &Mark::bytes);
  if (root != kRoots.end()) return std::string(root->name);
  if (std::ranges::find(kPageElements, markup.root) != kPageElements.end()) return "an HTML page";
  const std::string form = markup.declared ? "an XML document" : "markup";
  return markup.root.empty() ? form : form + " (<" + markup.root + ">)";
}

}  // namespace

// Control bytes are passed over as blanks are: what follows them is judged all the same.
Head::Head(std::string_view all) : bytes(all), text(all) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto opens = [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7f'; };
  text.remove_prefix(static_cast<std::size_t>(std::ranges::find_if(text, opens) - text.begin()));
  std::string_view rest = text;
  while (!rest.empty() && lines.size() < kMaxLines) {
    const std::string_view line = trim(take_line(rest));
    if (!line.empty()) lines.push_back(line);
  }
}

std::optional<std::string> binary_form(std::string_view bytes) {
  for (const Mark& mark : kBinaryMarks) {
    if (bytes.starts_with(mark.bytes)) return std::string(mark.name);
  }
  return std::nullopt;
}

std::optional<std::string> text_form(const Head& head) {
  for (const Mark& mark : kTextMarks) {
    if (starts_folded(head.text, mark.bytes)) return std::string(mark.name);
  }
  auto markup = markup_in(head);
  if (markup && !markup->declared && !is_known(markup->root) && !has_signs_of_markup(head)) {
    markup.reset();
  }
  if (markup && head.text.starts_with('<')) return form_of_markup(*markup);
  for (const Row& row : kRows) {  // a mail and an ARC file hold markup below their first lines
    if (row.fits(head)) return std::string(row.name);
  }
  return markup ? std::optional(form_of_markup(*markup)) : std::nullopt;
}

}  // namespace dateline::indexer
