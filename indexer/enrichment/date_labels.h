// Words that say what a day beside them is: that of the publication or of a later version.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::indexer {

enum class DateLabel : std::uint8_t { kPublished, kUpdated };

// `word` is as fold_date() gives it; nothing where it is no label. English and the languages
// around; Chinese, Japanese and Korean by the beginning of the word. Thread-safe.
std::optional<DateLabel> label_kind(std::string_view word);

}  // namespace dateline::indexer
