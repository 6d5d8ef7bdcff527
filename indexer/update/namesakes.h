// Tells articles apart that have one weak identity (see indexer/sources/identity.h): counters that
// begin anew in each file, and places in a file that is rewritten every night.
//
// Two articles with one such identity are one where they are versions of one story (likeness.h);
// then the later replaces the earlier. Otherwise both stay, and the later gets a name of its own:
//
//   - "17@2006/march.jsonl" for the counter 17 in that file;
//   - "17@2006/march.jsonl~0a1b2c3d", "march.jsonl#3~0a1b2c3d" where that is taken by a third: the
//     hash is that of headline, day and beginning of the text.
//
// An article that the index has under one of these names, as it is, keeps that name, and so does one
// that has only moved to another place of its file. So a second run of the same inputs changes
// nothing, whatever was first.
//
// All other identities are taken at their word: a corrected story replaces the old one, whatever
// else has changed in it, in whatever file it comes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/article.h"
#include "indexer/sources/origin.h"
#include "indexer/update/likeness.h"
#include "indexer/update/live_articles.h"
#include "indexer/update/supersession.h"

namespace dateline::indexer {

// How weak an identity is.
enum class Identity : std::uint8_t { kCertain, kCounter, kPlaceInFile };

class Namesakes {
 public:
  // `known` outlives this; `live` are the same articles.
  Namesakes(const KnownArticles& known, LiveArticles& live) : known_(known), live_(live) {}

  // Whether the identity is certain or the index has the article under it as it is: then nothing is
  // to be decided. Thread-safe, also beside name_of_counter().
  bool is_settled(const Article& article, std::uint32_t content, Identity identity) const;

  // The id that a counter is to be. Must be called in the order of reading, for every article that
  // is not settled. `place` is that of its file or member, as ids say it.
  std::string name_of_counter(const Article& article, std::uint32_t content,
                              const std::string& place);

  // The id that an article with a place for its identity is to have, if it is not settled. In one
  // run no two articles have the same place, so this depends on the index alone. Thread-safe.
  std::string name_of_place(const Article& article, std::uint32_t content,
                            const std::string& place) const;

 private:
  struct Claim {
    std::uint32_t content = 0;
    Kin kin;
  };
  using Names = std::array<std::string, 3>;

  std::optional<std::string> name_in_index(const Names& names, std::uint32_t content) const;
  std::optional<std::string> former_name(const Article& article, std::uint32_t content,
                                         Identity identity, const std::string& place) const;
  bool is_free_in_index(const std::string& name, const Kin& kin) const;
  bool is_free_in_run(const std::string& name, const Claim& claim) const;

  const KnownArticles& known_;
  LiveArticles& live_;
  std::unordered_map<std::uint64_t, Claim> claims_;  // of this run, by identity
};

}  // namespace dateline::indexer
