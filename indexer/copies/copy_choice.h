// Which of several earlier articles one is a copy of, or a version: decided by the texts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "common/copies/shingles.h"
#include "indexer/copies/shared_fingerprints.h"

namespace dateline::indexer {

// What is compared of an article.
struct ComparedText {
  ShingleSet shingles;
  std::string mark;  // see indexer/copies/version_mark.h
};

enum class CopyKind : std::uint8_t { kCopy, kVersion };

// That an article is a copy or a version of an earlier one.
struct CopyLink {
  ArticleNumber article = 0;
  std::size_t segment = 0;  // of the earlier one; what the numbers mean is up to who looks
  ArticleNumber earlier = 0;
  CopyKind kind = CopyKind::kCopy;
  bool operator==(const CopyLink&) const = default;
};

// A candidate in one of several segments.
struct PlacedCandidate {
  std::size_t segment = 0;
  Candidate candidate;
};

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
