// A query as a value: what the parser reads, what every compiler, printer and highlighter takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "common/publication_time.h"

namespace dateline::searcher {

// How much of a word's family counts as the word.
enum class Form : std::uint8_t {
  kStem,      // any inflection, any spelling: the default for a word
  kSpelling,  // as written, British and American spelling alike: the default inside quotes
  kExact,     // as written
};

// Where a word or phrase is looked for.
//   ""          headline and body
//   "headline"  the headline only
//   any other   byline, source, agency, section, place, language, url, id or one of the archive's
//   own
// These are matched word by word without stems, whatever the form; id as a whole, url by all words
// anywhere in it.
using FieldName = std::string;

struct Node;

struct WordNode {
  std::string typed;  // as typed, not yet analysed: "U.S.", "e-mail"
  Form form = Form::kStem;
  FieldName field;
};

struct PhraseNode {
  std::string typed;  // the text between the quotes
  Form form = Form::kSpelling;
  FieldName field;
};

struct AndNode {
  std::vector<Node> children;  // a NotNode among them excludes; all NotNodes: everything but
};

struct OrNode {
  std::vector<Node> children;
};

struct NotNode {
  std::vector<Node> child;  // exactly one
};

struct DateNode {
  DayRange range;
};

struct UndatedNode {};

// Every article. A query of nothing but limits (--since) ranks all articles alike.
struct AllNode {};

struct Node {
  std::variant<AllNode, WordNode, PhraseNode, AndNode, OrNode, NotNode, DateNode, UndatedNode>
      value;

  // Columns [begin, end) of the query text in code points, for messages; 0, 0 where not from text.
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Query {
  Node root;
};

// The query in Dateline's own language, fully bracketed: `(kishida AND "white house") AND
// date:2023-01`. Parsing it again gives the same query, unless the fuller form is longer than
// kMaxQueryBytes.
std::string to_string(const Query& query);

}  // namespace dateline::searcher
