// Which of several earlier articles one is a copy of, or a version: looked for by the fingerprints
// that they share, decided by the texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/copies/fingerprints.h"
#include "common/index/format.h"
#include "indexer/copies/report_facts.h"

namespace dateline::indexer {

// Of the articles that have one fingerprint, only so many are looked at, the latest: a sentence
// that stands in thousands of articles tells nothing, and agencies' stories are copied soon.
inline constexpr std::size_t kMostSharing = 16;

// An earlier article that may be what a later one is a copy of.
struct Candidate {
  ArticleNumber article = 0;
  ArticleNumber earlier = 0;
  std::uint32_t shared = 0;  // fingerprints
};

// Counts pairs that are told one by one. Takes 8 bytes a pair. Not thread-safe.
class SharedFingerprints {
 public:
  void add(ArticleNumber article, ArticleNumber earlier) {
    pairs_.push_back(std::uint64_t{article} << 32 | earlier);
  }

  // Every pair once, ascending; nothing is left afterwards.
  std::vector<Candidate> take();

 private:
  std::vector<std::uint64_t> pairs_;
};

// How long the body of an article is, in shingles; repeated ones may count.
using BodyShingles = std::size_t;

// Whether articles that share so many fingerprints may be alike: whether those are `tenths` tenths
// or more of what two texts share of which the larger contains the smaller.
bool may_be_alike(BodyShingles size, BodyShingles other_size, std::uint32_t shared,
                  unsigned tenths);

// What is compared of an article.
struct ComparedText {
  ShingleSet shingles;
  std::string mark;   // see indexer/copies/version_mark.h
  ReportFacts facts;  // see indexer/copies/report_facts.h
};

enum class CopyKind : std::uint8_t { kCopy, kVersion };

// That an article is a copy or a version of an earlier one. There is a column of them, one for each
// article, so `earlier` says by 0 that there is none: 24 bytes, with optional it would be 32.
struct CopyLink {
  ArticleNumber article = 0;
  std::size_t segment = 0;  // of the earlier one; what the numbers mean is up to who looks
  ArticleNumber earlier = 0;
  CopyKind kind = CopyKind::kCopy;

  bool is_none() const { return earlier == 0; }
  bool operator==(const CopyLink&) const = default;
};

// A candidate in one of several segments.
struct PlacedCandidate {
  std::size_t segment = 0;
  Candidate candidate;
};

// What an article is of an earlier one whose text is alike, or nothing: reports of one template are
// neither copies nor versions. What was corrected or updated within a day or two may have any other
// number. The one definition, for the indexer and for what measures it.
std::optional<CopyKind> kind_of_alike(const ComparedText& text, const ComparedText& earlier);

// Where the texts come from.
class ComparedTexts {
 public:
  virtual ~ComparedTexts() = default;
  // Valid until the next call.
  virtual const ComparedText& text(std::size_t segment, ArticleNumber article) = 0;
};

// So many candidates of an article are read; one that shares most fingerprints is a copy as a rule.
inline constexpr std::size_t kMostCompared = 4;

// The first candidate that `text` is a copy of, those that share most fingerprints before others
// and late ones before early ones; else the first that it is a version of; nothing if there is
// neither. Brings the candidates, all of one article, in that order.
std::optional<CopyLink> choose_link(const ComparedText& text, std::span<PlacedCandidate> candidates,
                                    ComparedTexts& texts);

}  // namespace dateline::indexer
