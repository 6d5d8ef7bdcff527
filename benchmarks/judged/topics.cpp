#include "benchmarks/judged/topics.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

namespace dateline::bench {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f\v";

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// Takes topics one by one and refuses those that are of no use.
class TopicList {
 public:
  TopicList(std::string_view name, SkippedLines& skipped) : name_(name), skipped_(skipped) {}

  void add(std::string_view id, std::string_view text, std::size_t line) {
    const std::string topic(without_blanks(id));
    const std::string words(without_blanks(text));
    if (topic.empty()) return skipped_.add(name_, line, "a topic without an id");
    if (words.empty()) return skipped_.add(name_, line, "topic " + topic + " has no words");
    if (!ids_.insert(topic).second) {
      return skipped_.add(name_, line, "topic " + topic + " stands here once more");
    }
    topics_.push_back({topic, words});
  }

  void skip(std::size_t line, std::string_view reason) { skipped_.add(name_, line, reason); }
  std::vector<Topic> take() { return std::move(topics_); }

 private:
  std::string_view name_;
  SkippedLines& skipped_;
  std::set<std::string> ids_;
  std::vector<Topic> topics_;
};

void read_line(std::string_view line, std::size_t number, TopicList& list) {
  if (without_blanks(line).empty()) return;
  std::size_t end = line.find('\t');
  if (end == std::string_view::npos) end = line.find(':');
  if (end == std::string_view::npos) {
    list.skip(number, "no tab and no colon behind the id of a topic");
  } else {
    list.add(line.substr(0, end), line.substr(end + 1), number);
  }
}

// One topic of a TREC file, as its lines come.
class TrecTopic {
 public:
  explicit TrecTopic(const TopicParts& parts) : parts_(&parts) {}

  // Takes a line in and says whether the topic ended with it.
  bool take(std::string_view line) {
    bool ended = false;
    while (!line.empty()) {
      const std::size_t open = line.find('<');
      text(line.substr(0, open));
      if (open == std::string_view::npos) break;
      const std::size_t close = line.find('>', open);
      if (close == std::string_view::npos) {
        text(line.substr(open));
        break;
      }
      ended |= tag(line.substr(open + 1, close - open - 1));
      line.remove_prefix(close + 1);
    }
    return ended;
  }

  std::string id() const { return id_; }
  std::string words() const { return words_; }

 private:
  // Says whether it is the one that ends the topic.
  bool tag(std::string_view name) {
    element_.clear();
    std::ranges::transform(name, std::back_inserter(element_), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    is_first_ = true;
    return element_ == "/top";
  }

  void text(std::string_view piece) {
    piece = without_blanks(piece);
    if (piece.empty()) return;
    if (is_first_) piece = without_label(piece);
    is_first_ = false;
    if (piece.empty()) return;
    if (element_ == "num") {
      id_ += piece;
    } else if (std::ranges::find(*parts_, element_) != parts_->end()) {
      words_ += words_.empty() ? "" : " ";
      words_ += piece;
    }
  }

  // "Number: 301" -> "301": what TREC writes behind the tags is no word of the topic.
  static std::string_view without_label(std::string_view piece) {
    for (const std::string_view label : {"Number:", "Topic:", "Description:", "Narrative:"}) {
      if (piece.starts_with(label)) return without_blanks(piece.substr(label.size()));
    }
    return piece;
  }

  const TopicParts* parts_;
  std::string element_;
  bool is_first_ = true;  // nothing of the element has been read
  std::string id_;
  std::string words_;
};

}  // namespace

std::vector<Topic> read_topics(std::istream& in, std::string_view name, const TopicParts& parts,
                               SkippedLines& skipped) {
  TopicList list(name, skipped);
  bool is_trec = false;
  bool is_open = false;
  bool has_begun = false;
  TrecTopic topic(parts);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    const std::string_view text = without_blanks(line);
    if (!has_begun && !text.empty()) is_trec = text.front() == '<';
    has_begun |= !text.empty();
    if (!is_trec) {
      read_line(line, number, list);
      continue;
    }
    is_open |= !text.empty();
    if (!topic.take(line)) continue;
    list.add(topic.id(), topic.words(), number);
    topic = TrecTopic(parts);
    is_open = false;
  }
  if (is_open) list.skip(number, "the last topic has no </top>");
  return list.take();
}

std::vector<Topic> half_of(std::vector<Topic> topics, Half half) {
  if (half == Half::kAll) return topics;
  std::vector<Topic> chosen;
  for (std::size_t i = half == Half::kOdd ? 0 : 1; i < topics.size(); i += 2) {
    chosen.push_back(std::move(topics[i]));
  }
  return chosen;
}

}  // namespace dateline::bench
