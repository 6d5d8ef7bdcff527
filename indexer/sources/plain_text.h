// STUB until the plain text branch lands.
#pragma once
#include <string_view>
#include "indexer/sources/article_source.h"
namespace dateline::indexer {
Article parse_plain_text(std::string_view text, const Place& place);
}
