// Which parts of a query have spots in a text, as NEAR/5, atleast3() and syn() ask for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace dateline::searcher {

// Why the node has no spots in the text, and what to write, naming the operator that asks for
// them; nothing where it has. See NearNode in query.h.
std::optional<std::string> why_no_spots(const Node& node, std::string_view asked_by);

}  // namespace dateline::searcher
