// Lines set all in capitals, as old wires set their headlines: there a capital word means nothing.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

// Asked about places that ascend in one text, it reads each line at most once.
class CapitalLines {
 public:
  explicit CapitalLines(std::string_view text) : text_(text) {}

  // Whether the line around text[at] holds no lower-case letter, and at least one word of four or
  // more capitals that is not on the list of initialisms itself: "JAPAN, US AGREE" is such a line,
  // the lone "US" of a query or "US, UK, EU" is not.
  bool contains(std::size_t at);

 private:
  std::string_view text_;
  std::size_t line_end_ = 0;  // of the line last read; 0 before the first
  bool is_capital_line_ = false;
};

}  // namespace dateline
