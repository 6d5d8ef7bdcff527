// The style sheet of the page: searcher/output/page.css, built into the program.
#pragma once

#include <string_view>

namespace dateline::searcher {

// Ends in a newline. Holds no '<', so that nothing in it can end the style element.
std::string_view html_style();

}  // namespace dateline::searcher
