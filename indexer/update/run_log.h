// What a run says on its log: what it did not take in, and what it had to do to articles.
//
// Lines that a run before has said are left out (told.h), unless all is to be told. What decides
// over the status to exit with is whether anything was said that somebody has to look after.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/sources/archive_record.h"
#include "indexer/sources/exclusions.h"
#include "indexer/sources/source_notes.h"
#include "indexer/update/told.h"

namespace dateline::indexer {

enum class Tell : std::uint8_t { kNew, kAll };

// Not thread-safe. `log` outlives it.
class RunLog {
 public:
  RunLog(std::ostream& log, Told told, Tell tell)
      : log_(log), told_(std::move(told)), tell_(tell) {}

  // Before all else: what the run reads.
  void begin(const std::vector<std::string>& inputs) { told_.begin(inputs); }

  void skipped(const BadArticle& bad);
  void no_article(const Companion& companion);
  void passed_over(const PassedOver& files);

  // An article took the place of an earlier one of the same run that has the same id.
  struct InPlaceOf {
    std::string id;
    std::string later;    // where it stands, "wire.jsonl:7"
    std::string earlier;  // and the other; "" where that is not known
  };
  void replaced_in_run(const InPlaceOf& replaced, bool are_versions);

  // A line about the whole archive, without its end: such as how its dates are read.
  void say(const std::string& line);

  // What was noted of `articles` articles. Call it at the end, after all of the above.
  void end(const SourceNotes& notes, std::uint64_t articles);

  // Of the skipped records those that a run before has told.
  std::uint64_t skipped_before() const { return skipped_before_; }

  // Whether there is something new that somebody has to look after: a record that was skipped, a
  // text that was not found, an article that another one replaced.
  bool has_complaint() const { return has_complaint_; }

  const Told& told() const { return told_; }

 private:
  struct Replaced {
    std::uint64_t articles = 0;
    InPlaceOf example;
  };

  bool is_to_tell(std::string_view what, std::string_view where, std::string_view why);
  void name(std::string_view what, const Origin& origin, std::string_view reason);
  void tell_encodings(const SourceNotes& notes);
  void tell_replaced();
  void tell_textless(const Textless& textless, std::uint64_t articles);

  std::ostream& log_;
  Told told_;
  Tell tell_;
  Replaced versions_;
  Replaced others_;
  std::uint64_t skipped_before_ = 0;
  bool has_complaint_ = false;
};

// "27 of 27 articles have a headline and no text; fields not used: `body_text` (longest 4,012
// bytes), ..."; the longest fields first.
std::string to_text(const Textless& textless, std::uint64_t articles);

}  // namespace dateline::indexer
