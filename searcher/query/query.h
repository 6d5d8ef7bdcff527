// A query as a value, as it was typed: what the parser reads, what is printed, cited and corrected.
// What it asks of an index is its Meaning, see searcher/meaning/meaning.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/publication_time.h"
#include "searcher/query/field.h"

namespace dateline::searcher {

// How much of a word's family counts as the word.
enum class Form : std::uint8_t {
  kStem,      // any inflection, any spelling: the default for a word
  kSpelling,  // as written, British and American spelling alike: the default inside quotes
  kExact,     // as written
};

struct Node;

struct WordNode {
  std::string typed;        // as typed, not yet analysed: "U.S.", "e-mail", "missil*", "blinkn~"
  Form form = Form::kStem;  // matters in the text only: other fields are matched without stems
  Field field;
};

struct PhraseNode {
  std::string typed;  // the text between the quotes
  Form form = Form::kSpelling;
  Field field;
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

// Words and phrases that count as one word.
struct SynonymNode {
  std::vector<Node> children;  // WordNodes and PhraseNodes, at least one
};

// How far two sides of a NearNode may lie apart.
enum class Reach : std::uint8_t { kWords, kSentence, kParagraph };

enum class NearOrder : std::uint8_t { kEither, kInOrder };

// How near the spots of two sides have to be; see NearNode.
struct Nearness {
  Reach reach = Reach::kWords;
  std::uint32_t distance = 1;  // of kWords; up to kMaxNearDistance
  NearOrder order = NearOrder::kEither;
  bool negated = false;
};

// Spots of the left side near spots of the right. Each side has spots: it is a WordNode, a
// PhraseNode, a SynonymNode, a NearNode or an OrNode of such, all on fields of the text.
//
// A spot is a range of positions: a word's is its position, a phrase's all its words, that of an
// OrNode or SynonymNode any of its children's. Two spots are near when they do not overlap, stand
// both in the headline or both in the body, and
//   kWords      the one begins at most `distance` positions after the last of the other (1: they
//               are neighbours),
//   kSentence   all of both stands in one sentence,
//   kParagraph  all of both stands in one paragraph;
// kInOrder asks also that the left one is the first. Then the range from the first of both to the
// last is a spot of the NearNode. Where the NearNode is negated (NOT NEAR), its spots are those of
// the left side that are near no spot of the right side.
struct NearNode : Nearness {
  std::vector<Node> sides;  // exactly two
};

// Articles where the child, which has spots as a side of a NearNode has, stands at least so many
// times. Spots that overlap count once: from the left on, each that begins after the end of the
// last one counted, of several that do the one that ends first.
struct AtLeastNode {
  std::uint32_t times = 1;
  std::vector<Node> child;  // exactly one
};

struct DateNode {
  DayRange range;
};

struct UndatedNode {};

// A number that each article has.
enum class Quantity : std::uint8_t {
  kWords,   // of headline and body
  kCopies,  // how many others tell the same story
};

struct NumberNode {
  Quantity quantity = Quantity::kWords;
  std::uint64_t least = 0;
  std::optional<std::uint64_t> most;

  bool contains(std::uint64_t number) const {
    return least <= number && number <= most.value_or(number);
  }
};

// Every article. A query of nothing but limits (--since) ranks all articles alike.
struct AllNode {};

struct Node {
  std::variant<AllNode, WordNode, PhraseNode, AndNode, OrNode, NotNode, SynonymNode, NearNode,
               AtLeastNode, DateNode, UndatedNode, NumberNode>
      value;

  // Columns [begin, end) of the query text in code points, for messages; 0, 0 where not from text.
  std::size_t begin = 0;
  std::size_t end = 0;

  double weight = 1;  // what the node scores is multiplied by it; kLeastWeight to kMostWeight
};

// The nodes that a node is made of, in the order in which they were typed; null for one that has
// none. Valid as long as the node.
std::vector<Node>* children_of(Node& node);
const std::vector<Node>* children_of(const Node& node);

// The field of a word or phrase; null for other nodes.
const Field* field_of_text(const Node& node);

inline constexpr std::uint32_t kMaxNearDistance = 255;
inline constexpr double kLeastWeight = 0.01;
inline constexpr double kMostWeight = 100;

struct Query {
  Node root;

  // What a reader from another search tool may have meant otherwise, a sentence each. No part of
  // what is searched.
  std::vector<std::string> notes = {};
};

// The query in Dateline's own language, fully bracketed: `(kishida AND "white house") AND
// date:2023-01`. Parsing it again gives the same query, unless the fuller form is longer than
// kMaxQueryBytes.
std::string to_string(const Query& query);

// A part of a query in the same way.
std::string node_text(const Node& node);

}  // namespace dateline::searcher
