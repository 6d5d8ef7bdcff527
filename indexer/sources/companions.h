// Tells articles from the files that lie beside them in the Reuters-21578 distribution.
//
// That distribution is 22 SGML files and, in the same folder, a README, word lists, a DTD and a
// fact book. By their content these are text like any article. So: text files beside Reuters-21578
// files, in one folder or one container, are companions and no articles.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "indexer/sources/archive_record.h"

namespace dateline::indexer {

// Records go in and come out in the same order. Text that comes before the first SGML file of its
// group is held back until the group shows what it is: at most kMaxHeldFiles files and
// kMaxHeldBytes bytes, more than that distribution has. A group that is still open then is one of
// articles.
class Companions {
 public:
  static constexpr std::size_t kMaxHeldFiles = 64;
  static constexpr std::size_t kMaxHeldBytes = 4 << 20;

  // `group` is the folder or container that the record lies in; "" is a file that was named by
  // itself and is an article whatever lies beside it. A group whose records come in two runs is two
  // groups.
  void put(ArchiveRecord record, const std::string& group);

  // No more is to come.
  void finish() { release(); }

  // The next record of which the verdict is known.
  std::optional<ArchiveRecord> take();

 private:
  enum class Verdict { kOpen, kArticles, kReuters };

  void decide(const ArchiveRecord& record);
  void hold(ArchiveRecord record);
  void release();

  std::string group_;
  Verdict verdict_ = Verdict::kArticles;
  std::deque<ArchiveRecord> held_;
  std::size_t held_bytes_ = 0;
  std::deque<ArchiveRecord> ready_;
};

}  // namespace dateline::indexer
