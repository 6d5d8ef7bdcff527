#include "searcher/query/synonyms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/error.h"
#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "common/text/spelling.h"
#include "common/text/unicode.h"
#include "searcher/query/query.h"

namespace dateline::searcher {
namespace {

// Would be read as operators or be hard to tell from them, with a number behind them too.
constexpr std::array<std::string_view, 11> kReserved = {
    "and", "or", "not", "near", "adj", "pre", "syn", "atleast", "w", "n", "p"};

constexpr char32_t kByteOrderMark = 0xFEFF;  // within a word nothing, in a query a blank

constexpr std::string_view kSigns = " .,'-&+/%$";

bool is_blank_of_line(char c) {
  return c == ' ' || c == '\t';
}

// The words as they are compared, apart by blanks; "" where there is none.
std::string folded(std::string_view text) {
  Analyser analyser;
  std::string words;
  for (const Token& token : analyser.analyse(text)) {
    if (token.kind != TokenKind::kWord) continue;
    if (!words.empty()) words += ' ';
    words += american_spelling(token.term);
  }
  return words;
}

std::string with_single_blanks(std::string_view text) {
  std::string single;
  for (const char c : text) {
    if (!is_blank_of_line(c)) {
      single += c;
    } else if (!single.empty() && single.back() != ' ') {
      single += ' ';
    }
  }
  while (single.ends_with(' ')) single.pop_back();
  return single;
}

// The first character that the query language would not read as part of a word.
std::string_view foreign_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool is_sign = point.bytes == 1 && kSigns.find(text[at]) != std::string_view::npos;
    const bool is_foreign = classify(point.value) == CharacterClass::kOther && !is_sign &&
                            !is_currency_sign(point.value);
    if (is_foreign || point.value == kByteOrderMark) {
      return text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  return {};
}

std::string query_text(const std::string& text, bool was_quoted) {
  std::string lower = ascii::lower(text);
  while (!lower.empty() && ascii::is_digit(lower.back())) lower.pop_back();
  const bool is_plain = !was_quoted && text.find_first_of(" ,/") == std::string::npos &&
                        classify(decode(text, 0).value) != CharacterClass::kOther &&
                        std::find(kReserved.begin(), kReserved.end(), lower) == kReserved.end();
  return is_plain ? text : '"' + text + '"';
}

struct Item {
  std::string text;
  bool was_quoted = false;
};

struct SynonymLine {
  std::vector<Item> left;
  std::vector<Item> right;
  bool is_one_way = false;
};

// One line, cut apart. After a mistake, which is kept, the rest of the line is not read.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) {}

  // Nothing where the line holds no synonyms.
  std::optional<SynonymLine> read() {
    skip_blanks();
    if (at_end()) return std::nullopt;
    SynonymLine line;
    do {
      auto& side = line.is_one_way ? line.right : line.left;
      side.push_back(read_item());
      if (mistake_) return line;
    } while (accept_separator(line));
    if (!mistake_ && !line.is_one_way && line.left.size() < 2) {
      mistake_ = "a word alone has no alternative; write two, with a comma between";
    }
    return line;
  }

  const std::optional<std::string>& mistake() const { return mistake_; }

 private:
  Item read_item() {
    skip_blanks();
    Item item;
    if (rest_.starts_with('"')) {
      const std::size_t end = rest_.find('"', 1);
      if (end == std::string_view::npos) {
        mistake_ = "this quote is never closed";
        return item;
      }
      item = {with_single_blanks(rest_.substr(1, end - 1)), true};
      rest_.remove_prefix(end + 1);
    } else {
      item = {with_single_blanks(take_plain()), false};
    }
    check(item.text);
    return item;
  }

  std::string_view take_plain() {
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != ',' && rest_[end] != '"' &&
           !rest_.substr(end).starts_with("=>") && !starts_comment(end)) {
      ++end;
    }
    const std::string_view plain = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return plain;
  }

  void check(const std::string& text) {
    const std::string words = folded(text);
    const auto blanks = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
    if (const std::string_view sign = foreign_character(text); !sign.empty()) {
      mistake_ = fmt::format("'{}' cannot stand in a word", sign);
    } else if (words.empty()) {
      mistake_ = "there is no word where one should be";
    } else if (blanks >= kMaxSynonymWords) {
      mistake_ = fmt::format("'{}' has more than {} words", text, kMaxSynonymWords);
    }
  }

  bool accept_separator(SynonymLine& line) {
    skip_blanks();
    if (at_end()) return false;
    if (rest_.starts_with(',')) {
      rest_.remove_prefix(1);
      return true;
    }
    if (!rest_.starts_with("=>")) {
      mistake_ = "a comma is missing beside the quotes";
      return false;
    }
    if (line.is_one_way) {
      mistake_ = "'=>' stands twice in this line";
      return false;
    }
    line.is_one_way = true;
    rest_.remove_prefix(2);
    return true;
  }

  void skip_blanks() {
    while (!rest_.empty() && is_blank_of_line(rest_.front())) {
      rest_.remove_prefix(1);
      after_blank_ = true;
    }
  }

  bool at_end() const { return rest_.empty() || (after_blank_ && rest_.front() == '#'); }

  bool starts_comment(std::size_t at) const {
    return rest_[at] == '#' && at > 0 && is_blank_of_line(rest_[at - 1]);
  }

  std::string_view rest_;
  bool after_blank_ = true;  // or at the start of the line
  std::optional<std::string> mistake_;
};

bool is_plain(const WordNode& word) {
  return word.form == Form::kStem && word.field.is_text() &&
         word.typed.find_first_of("*?~") == std::string::npos;
}

// An alternative is a word, or a phrase in straight quotes.
Node node_of(const std::string& alternative, const Node& like) {
  const Field& field = std::get<WordNode>(like.value).field;
  Node node{AllNode{}, like.begin, like.end};
  if (alternative.starts_with('"')) {
    node.value = PhraseNode{alternative.substr(1, alternative.size() - 2), Form::kSpelling, field};
  } else {
    node.value = WordNode{alternative, Form::kStem, field};
  }
  return node;
}

std::vector<Node> alternatives(const Synonyms& synonyms, const Node& node) {
  std::vector<Node> found;
  const auto* word = std::get_if<WordNode>(&node.value);
  if (word == nullptr || !is_plain(*word)) return found;
  for (const std::string& text : synonyms.alternatives(word->typed)) {
    found.push_back(node_of(text, node));
  }
  return found;
}

std::size_t add_to_group(const Synonyms& synonyms, SynonymNode& group) {
  std::vector<Node> added;
  for (const Node& child : group.children) {
    std::ranges::move(alternatives(synonyms, child), std::back_inserter(added));
  }
  std::ranges::move(added, std::back_inserter(group.children));
  return added.size();
}

}  // namespace

// All lines of a file.
class SynonymReader {
 public:
  std::variant<Synonyms, SynonymMistake> read(std::string_view text) {
    constexpr std::string_view kMarkOfFile = "\xEF\xBB\xBF";
    if (text.size() > kMaxSynonymBytes) {
      return SynonymMistake{1, fmt::format("the file has more than {} bytes", kMaxSynonymBytes)};
    }
    if (text.starts_with(kMarkOfFile)) text.remove_prefix(kMarkOfFile.size());
    for (std::size_t number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      std::string_view line = text.substr(0, end);
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (auto mistake = add_line(line)) return SynonymMistake{number, *std::move(mistake)};
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(synonyms_);
  }

 private:
  using Synonym = Synonyms::Synonym;

  std::optional<std::string> add_line(std::string_view text) {
    if (!is_valid_utf8(text)) return "this is not UTF-8";
    LineReader reader(text);
    const auto line = reader.read();
    if (reader.mistake()) return reader.mistake();
    if (!line) return std::nullopt;
    const auto group = static_cast<std::uint32_t>(synonyms_.groups_.size());
    auto& meant = synonyms_.groups_.emplace_back();
    for (const Item& item : line->is_one_way ? line->right : line->left) {
      meant.push_back({query_text(item.text, item.was_quoted), folded(item.text)});
    }
    for (const Item& item : line->left) {
      if (auto mistake = add_word(item.text, group)) return mistake;
    }
    return std::nullopt;
  }

  std::optional<std::string> add_word(const std::string& text, std::uint32_t group) {
    auto& groups = synonyms_.groups_of_[folded(text)];
    if (!groups.empty() && groups.back() == group) return std::nullopt;
    groups.push_back(group);
    std::size_t alternatives = 0;
    for (const std::uint32_t of : groups) alternatives += synonyms_.groups_[of].size();
    if (alternatives <= kMaxAlternatives) return std::nullopt;
    return fmt::format("'{}' has more than {} alternatives", text, kMaxAlternatives);
  }

  Synonyms synonyms_;
};

std::vector<std::string> Synonyms::alternatives(std::string_view word) const {
  if (empty()) return {};
  const std::string typed = folded(word);
  const auto found = groups_of_.find(typed);
  if (found == groups_of_.end()) return {};
  std::vector<std::string> texts;
  std::vector<std::string_view> seen = {typed};
  for (const std::uint32_t group : found->second) {
    for (const Synonym& synonym : groups_[group]) {
      if (std::find(seen.begin(), seen.end(), synonym.folded) != seen.end()) continue;
      seen.push_back(synonym.folded);
      texts.push_back(synonym.text);
    }
  }
  return texts;
}

std::variant<Synonyms, SynonymMistake> read_synonyms(std::string_view text) {
  return SynonymReader().read(text);
}

Synonyms load_synonyms(const std::filesystem::path& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  std::string text(kMaxSynonymBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!in.eof() && in.fail()) {
    throw Error(ErrorKind::kInput, fmt::format("cannot read the synonyms in '{}': {}",
                                               file.string(), std::strerror(errno)));
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  auto read = read_synonyms(text);
  if (const auto* mistake = std::get_if<SynonymMistake>(&read)) {
    throw Error(ErrorKind::kUsage, fmt::format("synonyms '{}', line {}: {}", file.string(),
                                               mistake->line, mistake->message));
  }
  return std::get<Synonyms>(std::move(read));
}

std::size_t add_synonyms(const Synonyms& synonyms, Node& node) {
  if (auto* group = std::get_if<SynonymNode>(&node.value)) return add_to_group(synonyms, *group);
  std::size_t added = 0;
  if (auto* children = children_of(node)) {
    for (Node& child : *children) added += add_synonyms(synonyms, child);
    return added;
  }
  std::vector<Node> others = alternatives(synonyms, node);
  if (others.empty()) return 0;
  added = others.size();
  SynonymNode group;
  group.children.push_back(Node{node.value, node.begin, node.end});
  std::ranges::move(others, std::back_inserter(group.children));
  node.value = std::move(group);
  return added;
}

}  // namespace dateline::searcher
