// Words that hold sentences together and say nothing of what a text is about.
#pragma once

#include <string_view>

namespace dateline::searcher {

// Whether a term of the analyser is an article, a pronoun, a preposition, a conjunction, an
// auxiliary verb or a question word of English. "US", "WHO" and other terms with capitals are not.
bool is_function_word(std::string_view term);

}  // namespace dateline::searcher
