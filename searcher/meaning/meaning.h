// What a query asks of an index: the tree of the query, with every word and field worked out.
//
// A Query is text with structure. It is resolved into a Meaning once (resolve.h), and all that
// follows takes the Meaning: the plans of the search, what is lit, the explanation, the speller. So
// none of them can take a word for something else than the others do.
//
// A value; thread-safe to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "common/publication_time.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

struct MeaningNode;

// Words one after the other in a part of the text. No readings: nothing is found.
struct AskedText {
  TextPart part = TextPart::kAnywhere;
  Interpretation words;      // where a pattern was typed, the words of the index it stands for
  bool has_pattern = false;  // a pattern was typed, of which two words may stand at one position
  bool is_cut = false;       // a pattern stands for more words than are searched for
};

// The same in a field of the catalogue, where words count as written and stand for themselves.
struct AskedField {
  std::string name;
  Interpretation words;
};

struct AskedIdentity {
  std::uint64_t identity = 0;  // see TextIndex::identities()
};

// All of these words in the URL; none: nothing is found.
struct AskedUrl {
  std::vector<std::string> terms;
};

struct AskedDays {
  DayRange range;
};

struct AskedUndated {};

using AskedNumber = NumberNode;

struct AskedAll {};

// What a NoneOf among the parts asks for excludes an article; all NoneOf: everything but.
struct AllOf {
  std::vector<MeaningNode> parts;
};

struct AnyOf {
  std::vector<MeaningNode> parts;
};

struct NoneOf {
  std::vector<MeaningNode> part;  // exactly one
};

// Words and phrases that count as one word.
struct SynonymsOf {
  std::vector<MeaningNode> parts;
};

// See NearNode.
struct NearOf {
  Nearness how;
  std::vector<MeaningNode> sides;  // exactly two
};

// See AtLeastNode.
struct AtLeastOf {
  std::uint32_t times = 1;
  std::vector<MeaningNode> part;  // exactly one
};

// A node of the query has one node here, with as many parts in the same order.
struct MeaningNode {
  std::variant<AskedAll, AskedText, AskedField, AskedIdentity, AskedUrl, AskedDays, AskedUndated,
               AskedNumber, AllOf, AnyOf, NoneOf, SynonymsOf, NearOf, AtLeastOf>
      value;

  double weight = 1;  // the node's own, times those of all nodes around it
};

struct Meaning {
  MeaningNode root;

  // What the limits on patterns left out, a sentence for each pattern concerned:
  // "climat* stands for 1,024 of 3,100 words; the rest was left out".
  std::vector<std::string> notes = {};
};

// The parts that a node is made of, in order; none of a leaf. Valid as long as the node.
std::span<MeaningNode> parts_of(MeaningNode& node);
std::span<const MeaningNode> parts_of(const MeaningNode& node);

// Both must match.
MeaningNode both_of(const MeaningNode& some, MeaningNode others);

// Finds the undated articles that would match if dates did not matter, and do not as it is; nothing
// where the query wants no date. A date under a NOT is not wanted.
std::optional<MeaningNode> left_out_as_undated(const MeaningNode& node);

}  // namespace dateline::searcher
