#include "corpus/generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace dateline::corpus {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::size_t kTopics = 400;
constexpr std::size_t kTopicWords = 600;
constexpr std::size_t kTopicNames = 40;
constexpr std::size_t kPhrases = 1'500;
constexpr std::size_t kSources = 24;
constexpr std::size_t kPlaces = 300;
constexpr std::size_t kHotTopics = 12;              // that a week talks about most
constexpr std::size_t kCopiedWithin = 64;           // stories
constexpr std::size_t kDrawnAsFunctionWords = 100;  // that are drawn as such
constexpr std::uint64_t kMinutesPerWeek = 7 * 24 * 60;

constexpr std::chrono::sys_days kFirstDay = std::chrono::year{2000} / 1 / 1;
constexpr std::chrono::sys_days kEndDay = std::chrono::year{2020} / 1 / 1;

constexpr auto kSections = std::to_array<std::string_view>(
    {"World", "Business", "Politics", "Sport", "Science", "Local", "Arts", "Opinion"});
constexpr auto kAgencies = std::to_array<std::string_view>({"Meridian", "NordPress", "APN"});
constexpr auto kPaperWords =
    std::to_array<std::string_view>({"Courier", "Ledger", "Sentinel", "Star", "Tribune", "Echo"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"});

std::vector<double> harmonic(std::size_t size, double shift) {
  std::vector<double> weights;
  for (std::size_t i = 0; i < size; ++i) weights.push_back(1 / (static_cast<double>(i) + shift));
  return weights;
}

void capitalise(std::string& text, std::size_t at) {
  if (at < text.size() && text[at] >= 'a' && text[at] <= 'z') {
    text[at] = static_cast<char>(text[at] - 'a' + 'A');
  }
}

std::string upper(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) capitalise(text, i);
  return text;
}

// e^x for small x, to about 1e-3, by multiplication alone (see random.h).
double exponential(double x) {
  double power = 1 + x / 1'024;
  for (int i = 0; i < 10; ++i) power *= power;
  return power;
}

}  // namespace

Generator::Generator(const GeneratorOptions& options)
    : options_(options),
      random_(options.seed),
      function_words_(harmonic(kDrawnAsFunctionWords, 3.7)),
      topic_words_(harmonic(kTopicWords, 6)),
      phrase_draw_(harmonic(kPhrases, 10)),
      topic_draw_(harmonic(kTopics, 20)),
      source_draw_(harmonic(kSources, 3)) {
  for (std::size_t i = 0; i < kTopics; ++i) topics_.push_back(invent_topic());
  for (std::size_t i = 0; i < kPhrases; ++i) phrases_.push_back(invent_phrase());
  for (std::size_t i = 0; i < kPlaces; ++i) places_.push_back(invent_name(1));
  for (std::size_t i = 0; i < kSources; ++i) {
    sources_.push_back(invent_name(1) + " " + std::string(kPaperWords[i % kPaperWords.size()]));
  }
}

std::optional<Story> Generator::next() {
  if (written_ == options_.articles) return std::nullopt;
  const std::uint64_t number = written_++;
  if (!recent_.empty() && random_.chance(options_.copies_per_mille)) {
    return abridge(recent_[random_.below(static_cast<std::uint32_t>(recent_.size()))], number);
  }
  return write(number);
}

Generator::Topic Generator::invent_topic() {
  Topic topic;
  topic.section = kSections[random_.below(kSections.size())];
  for (std::size_t i = 0; i < kTopicWords; ++i) {
    topic.words.push_back(vocabulary_.draw_content(random_));
  }
  for (std::size_t i = 0; i < kTopicNames; ++i) topic.names.push_back(invent_name(2));
  return topic;
}

std::string Generator::invent_name(unsigned words) {
  std::string name;
  for (unsigned i = 0; i < words; ++i) {
    if (i > 0) name += ' ';
    const std::size_t begin = name.size();
    Vocabulary::append_rare(random_.below(100'000), name);
    capitalise(name, begin);
  }
  return name;
}

std::string Generator::invent_phrase() {
  std::string phrase;
  const std::uint32_t words = random_.between(2, 5);
  for (std::uint32_t i = 0; i < words; ++i) {
    if (i > 0) phrase += ' ';
    const bool is_edge = i == 0 || i + 1 == words;
    vocabulary_.append(is_edge ? vocabulary_.draw_content(random_) : vocabulary_.draw(random_),
                       phrase);
  }
  return phrase;
}

// Half of a week's stories are about what the week talks about, some of which the weeks before and
// after talk about too.
std::size_t Generator::choose_topic(std::uint64_t week) {
  if (random_.chance(500)) {
    const std::uint64_t slot = random_.below(kHotTopics);
    const std::uint64_t lasts_weeks = 1 + slot / 2;
    return mix(options_.seed ^ mix((week + slot) / lasts_weeks * kHotTopics + slot)) % kTopics;
  }
  return topic_draw_.draw(random_);
}

// Log-normal, as lengths of news stories are: half of them under 350 words, few beyond 1,500. Names
// and set phrases count once here though they are several words.
std::uint32_t Generator::choose_length() {
  const double words = 310 * exponential(0.65 * random_.bell());
  return static_cast<std::uint32_t>(std::clamp(words, 25.0, 6'000.0));
}

std::chrono::sys_time<minutes> Generator::time_of(std::uint64_t number) {
  const auto span = static_cast<std::uint64_t>(minutes(kEndDay - kFirstDay).count());
  const auto step = static_cast<double>(span) / static_cast<double>(options_.articles);
  const auto even = static_cast<std::uint64_t>(static_cast<double>(number) * step);
  const std::uint64_t jittered = std::min(even + random_.below(24 * 60), span - 1);
  return kFirstDay + minutes(static_cast<std::int64_t>(jittered));
}

Generator::Draft Generator::begin_draft(std::size_t topic) {
  Draft draft{&topics_[topic], {}, {}};
  const std::uint32_t names = random_.between(2, 5);
  for (std::uint32_t i = 0; i < names; ++i) {
    // The lower of two draws: some names of a topic are on everybody's lips.
    const std::uint32_t name = std::min(random_.below(kTopicNames), random_.below(kTopicNames));
    draft.cast.push_back(draft.topic->names[name]);
  }
  return draft;
}

Story Generator::write(std::uint64_t number) {
  Story story;
  story.number = number;
  const auto when = time_of(number);
  const auto since = static_cast<std::uint64_t>((when - kFirstDay).count());
  const std::size_t topic = choose_topic(since / kMinutesPerWeek);
  if (!random_.chance(options_.undated_per_mille)) story.published = when;
  story.source = sources_[source_draw_.draw(random_)];
  story.section = topics_[topic].section;
  if (random_.chance(700)) story.byline = invent_name(2);

  Draft draft = begin_draft(topic);
  story.headline = headline(draft);
  std::string paragraph = dateline(story);
  const std::uint32_t length = choose_length();
  for (std::uint32_t words = 0; words < length;) {
    const std::uint32_t sentences = random_.between(1, 4);
    for (std::uint32_t i = 0; i < sentences && words < length; ++i) {
      if (i > 0) paragraph += ' ';
      words += append_sentence(draft, paragraph);
    }
    story.paragraphs.push_back(std::exchange(paragraph, {}));
  }
  recent_.push_back({story, topic});
  if (recent_.size() > kCopiedWithin) recent_.pop_front();
  return story;
}

Story Generator::abridge(const Printed& original, std::uint64_t number) {
  Story copy = original.story;
  copy.number = number;
  copy.copy_of = original.story.number;
  copy.source = sources_[source_draw_.draw(random_)];
  copy.byline.clear();
  if (copy.published) *copy.published += minutes(random_.between(20, 18 * 60));
  Draft draft = begin_draft(original.topic);
  copy.headline = headline(draft);
  std::vector<std::string> kept;
  for (std::string& paragraph : copy.paragraphs) {
    if (kept.empty() || random_.chance(700)) kept.push_back(std::move(paragraph));
  }
  copy.paragraphs = std::move(kept);
  return copy;
}

void Generator::append_content_word(Draft& draft, Rank rank, std::string& out) {
  vocabulary_.append(rank, out);
  if (!Vocabulary::is_function_word(rank)) draft.used.push_back(rank);
}

// A word of the language, of the topic, of this story again, a name, a set phrase, a figure. The
// shares make function words about two fifths of the text.
void Generator::append_word(Draft& draft, std::string& out) {
  const std::uint32_t kind = random_.below(100);
  if (kind < 28) {
    vocabulary_.append(function_words_.draw(random_), out);
  } else if (kind < 64) {
    append_content_word(draft, vocabulary_.draw(random_), out);
  } else if (kind < 84) {
    append_content_word(draft, draft.topic->words[topic_words_.draw(random_)], out);
  } else if (kind < 92 && !draft.used.empty()) {
    vocabulary_.append(draft.used[random_.below(static_cast<std::uint32_t>(draft.used.size()))],
                       out);
  } else if (kind < 95) {
    out += draft.cast[random_.below(static_cast<std::uint32_t>(draft.cast.size()))];
  } else if (kind < 98) {
    out += phrases_[phrase_draw_.draw(random_)];
  } else {
    append_number(out);
  }
}

// One draw a statement: compilers differ in which argument of a call they evaluate first.
void Generator::append_number(std::string& out) {
  auto to = std::back_inserter(out);
  const auto with_rest = [&](auto format, std::uint32_t rest, std::uint32_t first,
                             std::uint32_t last) {
    const std::uint32_t behind = random_.below(rest);
    fmt::format_to(to, format, random_.between(first, last), behind);
  };
  switch (random_.below(5)) {
    case 0:
      fmt::format_to(to, "{}", random_.between(2, 99));
      break;
    case 1:
      with_rest(FMT_STRING("{},{:03}"), 1'000, 1, 99);
      break;
    case 2:
      fmt::format_to(to, "{}", random_.between(1950, 2019));
      break;
    case 3:
      with_rest(FMT_STRING("{}.{}%"), 10, 0, 19);
      break;
    default:
      with_rest(FMT_STRING("${}.{}m"), 10, 1, 90);
      break;
  }
}

std::uint32_t Generator::append_sentence(Draft& draft, std::string& out) {
  const std::uint32_t words = random_.between(7, 30);
  const bool is_quoted = random_.chance(120);
  if (is_quoted) out += '"';
  const std::size_t begin = out.size();
  for (std::uint32_t i = 0; i < words; ++i) {
    if (i > 0) out += random_.chance(60) ? ", " : " ";
    append_word(draft, out);
  }
  capitalise(out, begin);
  if (is_quoted) {
    out += ",\" said ";
    out += draft.cast.front();
  }
  out += '.';
  return words;
}

std::string Generator::headline(Draft& draft) {
  std::string line;
  const std::uint32_t words = random_.between(4, 9);
  for (std::uint32_t i = 0; i < words; ++i) {
    if (i > 0) line += ' ';
    if (random_.chance(150)) {
      line += draft.cast.front();
    } else if (random_.chance(250)) {
      vocabulary_.append(function_words_.draw(random_), line);
    } else {
      append_content_word(draft, draft.topic->words[topic_words_.draw(random_)], line);
    }
  }
  capitalise(line, 0);
  return line;
}

// "TRAMOL, March 3 (Meridian) - "; an undated story says nothing of the day.
std::string Generator::dateline(const Story& story) {
  std::string line = upper(places_[random_.below(kPlaces)]);
  if (story.published) {
    const std::chrono::year_month_day day(std::chrono::floor<days>(*story.published));
    line += fmt::format(", {} {}", kMonths[static_cast<unsigned>(day.month()) - 1],
                        static_cast<unsigned>(day.day()));
  }
  if (random_.chance(600)) {
    line += fmt::format(" ({})", kAgencies[random_.below(kAgencies.size())]);
  }
  return line + " - ";
}

}  // namespace dateline::corpus
