// An invented news archive of any size, story by story, the same for the same seed on every
// machine.
//
// What makes searching real archives what it is, is here: words that cluster by topic, topics that
// cluster in time, names and set phrases that recur, stories of very different lengths, agency copy
// that several papers print, some of it abridged, and some stories without a date.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "corpus/random.h"
#include "corpus/vocabulary.h"

namespace dateline::corpus {

struct Story {
  std::uint64_t number = 0;  // from 0
  std::string headline;
  std::vector<std::string> paragraphs;  // the first begins with the dateline
  std::string byline;                   // may be empty
  std::string source;
  std::string section;
  std::optional<std::chrono::sys_time<std::chrono::minutes>> published;
  std::optional<std::uint64_t> copy_of;  // the story that this one abridges
};

struct GeneratorOptions {
  std::uint64_t articles = 1'000;  // how many there will be: they spread evenly over 2000 to 2019
  std::uint64_t seed = 1;
  std::uint32_t copies_per_mille = 40;
  std::uint32_t undated_per_mille = 20;
};

class Generator {
 public:
  explicit Generator(const GeneratorOptions& options);

  // The next story, or nothing after `options.articles` of them. Not thread-safe.
  std::optional<Story> next();

 private:
  struct Topic {
    std::string section;
    std::vector<Rank> words;         // commonest first
    std::vector<std::string> names;  // of people, companies, places: "Tramol Keanut"
  };

  // A story in the making: what it is about and which words it has used.
  struct Draft {
    const Topic* topic = nullptr;
    std::vector<Rank> used;
    std::vector<std::string> cast;  // the few names that this story is about
  };

  struct Printed {
    Story story;
    std::size_t topic = 0;
  };

  Topic invent_topic();
  std::string invent_name(unsigned words);
  std::string invent_phrase();

  std::size_t choose_topic(std::uint64_t week);
  std::uint32_t choose_length();  // in words
  Story write(std::uint64_t number);
  Story abridge(const Printed& original, std::uint64_t number);
  std::chrono::sys_time<std::chrono::minutes> time_of(std::uint64_t number);

  Draft begin_draft(std::size_t topic);
  void append_word(Draft& draft, std::string& out);
  void append_content_word(Draft& draft, Rank rank, std::string& out);
  void append_number(std::string& out);
  std::uint32_t append_sentence(Draft& draft, std::string& out);  // how many words
  std::string headline(Draft& draft);
  std::string dateline(const Story& story);

  GeneratorOptions options_;
  Random random_;
  Vocabulary vocabulary_;
  WeightedDraw function_words_;
  WeightedDraw topic_words_;
  WeightedDraw phrase_draw_;
  WeightedDraw topic_draw_;
  WeightedDraw source_draw_;
  std::vector<Topic> topics_;
  std::vector<std::string> phrases_;
  std::vector<std::string> sources_;
  std::vector<std::string> places_;
  std::deque<Printed> recent_;  // what may still be copied
  std::uint64_t written_ = 0;
};

}  // namespace dateline::corpus
