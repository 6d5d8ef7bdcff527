#include "searcher/query/foreign_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "common/text/ascii.h"
#include "searcher/query/foreign_names.h"

namespace dateline::searcher {
namespace {

using Told = std::optional<OperatorMistake>;

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
}

bool are_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_letter);
}

bool is_small_letter(char c) {
  return ascii::is_letter(c) && !ascii::is_upper(c);
}

Told told(std::string_view run, std::string_view remedy) {
  return OperatorMistake{
      fmt::format("'{}' is not understood; {}. In quotes it is text", run, remedy)};
}

// "hd=enron", "wc>500".
Told about_name(std::string_view run) {
  const std::size_t bytes = foreign_name_bytes(run);
  if (bytes == 0 || bytes == run.size()) return std::nullopt;
  const std::string_view name = run.substr(0, bytes);
  const std::string_view rest = run.substr(bytes);
  const std::size_t signs = std::min(rest.find_first_not_of("<>="), rest.size());
  const std::string_view sign = rest.substr(0, signs);
  const std::string_view value = rest.substr(signs);
  if (sign == "=") return OperatorMistake{instead_of(run.substr(0, bytes + 1), name, value)};
  const bool compares = sign == ">" || sign == "<" || sign == ">=" || sign == "<=";
  if (!compares || !(value.empty() || ascii::is_digit(value.front()))) return std::nullopt;
  return OperatorMistake{instead_of_comparison(run, name, sign, value)};
}

// Factiva's "/F50/" and "/N5/", also between two words without blanks.
Told about_slashes(std::string_view run) {
  for (std::size_t at = run.find('/'); at != std::string_view::npos; at = run.find('/', at + 1)) {
    const std::string_view rest = run.substr(at + 1);
    const std::size_t end = rest.find('/');
    if (end == std::string_view::npos || end < 2 || !are_digits(rest.substr(1, end - 1))) continue;
    const char letter = ascii::lower(rest.substr(0, 1)).front();
    const std::string_view number = rest.substr(1, end - 1);
    if (letter == 'n') return told(run, fmt::format("write a NEAR/{} b, with blanks", number));
    if (letter == 'f') return told(run, "for words near the beginning write hlead:word");
  }
  return std::nullopt;
}

// "compan$", "smok$3": Factiva's truncation.
Told about_dollar(std::string_view run) {
  const bool counted = run.size() > 1 && ascii::is_digit(run.back()) && run[run.size() - 2] == '$';
  const std::string_view word = run.substr(0, run.size() - (counted ? 2 : 1));
  const bool is_word = word.size() >= 3 && std::all_of(word.begin(), word.end(), is_small_letter);
  if (!is_word || !(counted || run.back() == '$')) return std::nullopt;
  return told(run, fmt::format("for all words that begin so write {}*", word));
}

bool is_plain_year(std::string_view text) {
  return text.size() == 4 && are_digits(text);
}

// "2008..2009", "$10..$50": Google's ranges.
Told about_range(std::string_view run) {
  const std::size_t dots = run.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  std::string_view from = run.substr(0, dots);
  std::string_view to = run.substr(dots + 2);
  if (is_plain_year(from) && (is_plain_year(to) || to.empty())) {
    return told(run, fmt::format("for a range of days write date:{}..{}", from, to));
  }
  if (from.empty() && is_plain_year(to)) return told(run, fmt::format("write date:..{}", to));
  if (from.starts_with('$')) from.remove_prefix(1);
  if (to.starts_with('$')) to.remove_prefix(1);
  if (!are_digits(from) || !are_digits(to)) return std::nullopt;
  return told(run, "numbers in a text have no ranges; words: and copies: have: words:200..500");
}

// "oil.*price", "\boil\b", "oil|gas", "^oil", "[Oo]il", "/oil/i".
Told about_expression(std::string_view run) {
  constexpr std::string_view kNone = "there are no regular expressions; ";
  const std::size_t slash = run.find('\\');
  if (slash != std::string_view::npos && slash + 1 < run.size() &&
      std::string_view("bwds|().+*?<>WBDS").find(run[slash + 1]) != std::string_view::npos) {
    return told(run, fmt::format("{}words are whole words: write oil OR gas, pric*", kNone));
  }
  const std::size_t any = std::min(run.find(".*"), run.find(".+"));
  if (any != std::string_view::npos) {
    return told(
        run, fmt::format("{}write pric* for a beginning, oil NEAR/5 price for two words", kNone));
  }
  if (run.size() > 1 && run.front() == '^' && ascii::is_letter(run[1])) {
    return told(
        run, fmt::format("{}write headline:{} for a word of the headline", kNone, run.substr(1)));
  }
  const std::size_t bar = run.find('|');
  if (bar != std::string_view::npos && bar > 0 && bar + 1 < run.size()) {
    return told(run, fmt::format("write {} OR {}", run.substr(0, bar),
                                 run.substr(run.find_first_not_of('|', bar) == run.npos
                                                ? bar + 1
                                                : run.find_first_not_of('|', bar))));
  }
  return std::nullopt;
}

// "[Oo]il", "farm[*5]", "/oil/", "/oil/i".
Told about_brackets(std::string_view run) {
  const std::size_t open = run.find('[');
  const std::size_t close = run.find(']', std::min(open, run.size()));
  if (open != std::string_view::npos && close != std::string_view::npos) {
    const std::string_view inside = run.substr(open + 1, close - open - 1);
    if (inside.starts_with('*')) {
      return told(run, fmt::format("for all words that begin so write {}*", run.substr(0, open)));
    }
    const bool joins = close + 1 < run.size() && ascii::is_letter(run[close + 1]);
    const bool is_set = inside.size() == 2 && are_letters(inside) &&
                        ascii::lower(inside.substr(0, 1)) == ascii::lower(inside.substr(1));
    if (joins && is_set) return told(run, "words match in any case: write them in small letters");
  }
  const std::size_t last = run.rfind('/');
  if (run.front() != '/' || last == 0) return std::nullopt;
  const std::string_view flags = run.substr(last + 1);
  const bool has_flags = flags.find_first_not_of("gimsx") == std::string_view::npos;
  const std::string_view word = run.substr(1, last - 1);
  if (word.size() < 2 || !are_letters(word) || !has_flags) return std::nullopt;
  return told(run, fmt::format("there are no regular expressions; write {}", word));
}

// "~oil", "~5", "oil~0.8", "%oil%", "<near/5>", "XOR".
Told about_signs(std::string_view run) {
  if (run.front() == '~' && run.size() > 1) {
    const std::string_view rest = run.substr(1);
    if (are_digits(rest)) {
      return told(run, fmt::format("for words so near to each other write a NEAR/{} b", rest));
    }
    return told(run, fmt::format("write {}~ for misspelt words, syn({} ...) for words that mean "
                                 "the same",
                                 rest, rest));
  }
  const std::size_t tilde = run.rfind("~0.");
  if (tilde != std::string_view::npos && tilde > 0) {
    return told(run,
                fmt::format("a fuzzy word has one or two edits: write {}~1", run.substr(0, tilde)));
  }
  if (run.front() == '%' && are_digits(run.substr(1))) {
    return told(run,
                fmt::format("for words so near to each other write a NEAR/{} b", run.substr(1)));
  }
  if (run.size() > 2 && run.front() == '%' && ascii::is_letter(run[1])) {
    const std::string_view word = run.substr(1, run.find('%', 1) - 1);
    return told(run, fmt::format("'*' stands for any letters: write *{}*", word));
  }
  if (run.size() > 2 && run.front() == '<' && run.back() == '>') {
    return told(run, "operators stand without such brackets: write NEAR/5, AND, OR, NOT");
  }
  if (run == "XOR") return told(run, "write (oil OR gas) NOT (oil gas)");
  return std::nullopt;
}

}  // namespace

std::size_t foreign_name_bytes(std::string_view run) {
  std::size_t end = 0;
  while (end < run.size() &&
         (ascii::is_letter(run[end]) || run[end] == '_' ||
          (end > 0 && (run[end] == '-' || run[end] == '.' || run[end] == ',')))) {
    ++end;
  }
  if (end < 2 || !ascii::is_letter(run.front()) || !ascii::is_letter(run[end - 1])) return 0;
  return end;
}

Told foreign_form(std::string_view run, Dialect dialect) {
  if (run.find("://") != std::string_view::npos || run.starts_with("www.")) return std::nullopt;
  for (const auto about :
       {about_name, about_slashes, about_range, about_expression, about_brackets, about_signs}) {
    if (Told found = about(run)) return found;
  }
  return dialect == Dialect::kFactiva ? std::nullopt : about_dollar(run);
}

}  // namespace dateline::searcher
