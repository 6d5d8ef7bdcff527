#include "indexer/sources/parse.h"

#include "indexer/sources/encoding.h"
#include "indexer/sources/identity.h"
#include "indexer/sources/text_encoding.h"
#include "indexer/sources/twice_decoded.h"

namespace dateline::indexer {
namespace {

ParsedArticle read_text(const RawDocument& document, const FieldMap& fields, SourceNotes& notes) {
  if (document.bytes.find('\0') != std::string::npos) {
    return BadArticle{document.origin, "not text: it holds NUL bytes"};
  }
  if (auto article = read_front_matter(document, fields, notes)) return *std::move(article);
  Survey* survey = notes.survey ? &*notes.survey : nullptr;
  Article known;
  if (!document.sidecar.empty()) {
    ++notes.described;
    read_sidecar(document.sidecar, known, survey);
  }
  return read_plain_text(document.bytes, survey, std::move(known));
}

std::vector<FoundArticle> one(ParsedArticle parsed) {
  std::vector<FoundArticle> found;
  found.push_back({std::move(parsed), {}, 0});
  return found;
}

std::vector<FoundArticle> read(const RawDocument& document, const ParseOptions& options,
                               SourceNotes& notes) {
  switch (document.format) {
    case Format::kJson:
      return read_json_articles(document, options.fields, notes);
    case Format::kTable:
      return read_table_articles(document, options.fields, notes);
    case Format::kReuters21578:
      return one(read_reuters_article(document, notes));
    case Format::kText:
      break;
  }
  return one(read_text(document, options.fields, notes));
}

// Noted of articles only: what is no article is told by name anyway.
void note(const Decoding& decoding, const Origin& origin, SourceNotes& notes) {
  if (decoding.encoding == Encoding::kBroken) ++notes.repaired;
  if (decoding.encoding != Encoding::kCp1252 && decoding.encoding != Encoding::kOther) return;
  std::string name(decoding.name);
  if (decoding.mixed) name = "UTF-8 and " + name;
  notes.note_encoding(name, to_string({origin.file, origin.member, 0}));
}

// Of what may hold many articles the values are looked at: in JSON characters stand as escapes, and
// of the rows of a table only those are mended that need it.
bool mend(Article& article) {
  bool mended = false;
  for (std::string* text : {&article.headline, &article.body, &article.byline, &article.place,
                            &article.section, &article.source}) {
    mended = mend_twice_decoded(*text) || mended;
  }
  for (ArchiveField& field : article.fields) mended = mend_twice_decoded(field.value) || mended;
  return mended;
}

// Bytes that are no text in any encoding: a third of what came of them says so.
bool is_rubbish(const RawDocument& document, const Decoding& decoding) {
  constexpr std::string_view kReplacement = "\uFFFD";
  constexpr std::size_t kLeast = 16;
  if (decoding.encoding != Encoding::kBroken || document.format != Format::kText) return false;
  std::size_t count = 0;
  for (std::size_t at = 0; (at = document.bytes.find(kReplacement, at)) != std::string::npos;) {
    ++count;
    at += kReplacement.size();
  }
  return count >= kLeast && count * kReplacement.size() * 3 > document.bytes.size();
}

}  // namespace

// JSON keeps its line ends, which mean nothing outside of strings and stand escaped inside.
std::vector<ParsedArticle> parse(RawDocument document, const ParseOptions& options,
                                 SourceNotes& notes) {
  const Decoding decoding = decode_text(document.bytes, options.encoding);
  std::vector<ParsedArticle> articles;
  if (!document.sidecar.empty()) decode_text(document.sidecar, options.encoding);
  if (is_rubbish(document, decoding)) {
    articles.emplace_back(
        BadArticle{document.origin, "not text: bytes in no encoding that is known"});
    return articles;
  }
  const bool holds_many = document.format == Format::kJson || document.format == Format::kTable;
  bool mended = !holds_many && mend_twice_decoded(document.bytes);
  if (document.format != Format::kJson) unify_line_ends(document.bytes);
  for (FoundArticle& found : read(document, options, notes)) {
    if (auto* article = std::get_if<Article>(&found.parsed)) {
      note(decoding, document.origin, notes);
      if (holds_many) mended = mend(*article);
      if (mended) ++notes.mended;
      identify(*article, document, {found.within, found.records_before}, options.root);
    }
    articles.push_back(std::move(found.parsed));
  }
  return articles;
}

}  // namespace dateline::indexer
