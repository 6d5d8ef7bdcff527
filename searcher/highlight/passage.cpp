#include "searcher/highlight/passage.h"

#include <algorithm>
#include <numeric>

namespace dateline::searcher {
namespace {

// A sentence up to this many times the target is shown whole.
constexpr std::size_t kFarBeyond = 2;

// Shorter fragments tell nothing.
constexpr std::size_t kLeastFragmentCharacters = 40;

// A set of parts of a query, to be filled and emptied over and over.
class PartSet {
 public:
  bool contains(std::size_t part) const { return part < held_.size() && held_[part] != 0; }
  std::size_t size() const { return size_; }

  void add(std::size_t part) {
    if (contains(part)) return;
    if (part >= held_.size()) held_.resize(part + 1);
    held_[part] = 1;
    ++size_;
  }

  void clear() {
    std::fill(held_.begin(), held_.end(), 0);
    size_ = 0;
  }

 private:
  std::vector<unsigned char> held_;
  std::size_t size_ = 0;
};

// Chooses one piece: the run of whole sentences, or what is cut out of one that is far too long.
class PassageChooser {
 public:
  PassageChooser(const Cuts& cuts, const std::vector<TextMatch>& matches, std::size_t target)
      : cuts_(cuts), matches_(matches), target_(std::max<std::size_t>(target, 1)) {}

  Passage choose() {
    const auto& sentences = cuts_.sentences();
    std::size_t best_first = 0;
    std::size_t best_last = last_sentence_from(0, 0);
    std::size_t best_parts = 0;
    std::size_t match = 0;
    for (std::size_t first = 0; first < sentences.size() && match < matches_.size(); ++first) {
      if (matches_[match].begin >= sentences[first].end) continue;
      const std::size_t last = last_sentence_from(first, matches_[match].end);
      const std::size_t parts = parts_in(sentences[first].begin, sentences[last].end, match);
      if (parts > best_parts) {
        best_parts = parts;
        best_first = first;
        best_last = last;
      }
      while (match < matches_.size() && matches_[match].begin < sentences[first].end) ++match;
    }
    const Sentence& sentence = sentences[best_first];
    if (sentence.characters > kFarBeyond * target_) return cut_out_of(sentence);
    return {sentence.begin, sentences[best_last].end};
  }

  std::size_t parts_shown(const Passage& passage) {
    return parts_in(passage.begin, passage.end, 0);
  }

 private:
  std::size_t last_sentence_from(std::size_t first, std::size_t must_reach) const {
    const auto& sentences = cuts_.sentences();
    std::size_t last = first;
    std::size_t characters = sentences[first].characters;
    while (last + 1 < sentences.size()) {
      characters += 1 + sentences[last + 1].characters;
      if (characters > target_ && sentences[last].end >= must_reach) break;
      ++last;
    }
    return last;
  }

  std::size_t parts_in(std::size_t begin, std::size_t end, std::size_t first_match) {
    parts_.clear();
    for (std::size_t i = first_match; i < matches_.size() && matches_[i].begin < end; ++i) {
      if (matches_[i].begin >= begin && matches_[i].end <= end) parts_.add(matches_[i].part);
    }
    return parts_.size();
  }

  // Around the matches of the sentence with most parts.
  Passage cut_out_of(const Sentence& sentence) {
    Passage core{sentence.begin, sentence.begin};
    std::size_t best_parts = 0;
    for (std::size_t i = 0; i < matches_.size() && matches_[i].begin < sentence.end; ++i) {
      const TextMatch& match = matches_[i];
      if (match.begin < sentence.begin) continue;
      const std::size_t reach = std::max(cuts_.forward(match.begin, target_), match.end);
      const std::size_t parts = parts_in(match.begin, reach, i);
      if (parts <= best_parts) continue;
      best_parts = parts;
      core = {match.begin, match.end};
      for (std::size_t j = i; j < matches_.size() && matches_[j].begin < reach; ++j) {
        if (matches_[j].end <= reach) core.end = std::max(core.end, matches_[j].end);
      }
    }
    return cuts_.around(core, {sentence.begin, std::max(sentence.end, core.end)}, target_);
  }

  const Cuts& cuts_;
  const std::vector<TextMatch>& matches_;
  std::size_t target_;
  PartSet parts_;  // used over again
};

// What a fragment has to show, and the whole sentences that it stands in.
struct Core {
  Passage matches;
  Passage sentences;
  std::size_t sentence_characters = 0;
};

struct Fragments {
  std::vector<Passage> passages;  // in order of the text, with at least a word between them
  std::size_t parts = 0;          // that they are chosen for; more may be seen
};

struct FragmentsSize {
  std::size_t target_characters;  // of all together with what stands between
  std::size_t count;              // at most; at least 1
};

// Each piece in turn is the first stretch of matches, no longer than its share of the target, with
// most parts of the query that no other piece has. Around it the whole sentence is shown where it
// fits, else as much of it as does, cut between words; what is left of the target goes to sentences
// that follow. There has to be a match.
class FragmentChooser {
 public:
  FragmentChooser(const Cuts& cuts, const std::vector<TextMatch>& matches,
                  const FragmentsSize& size)
      : cuts_(cuts), matches_(matches), count_(size.count) {
    const std::size_t between = kBetweenFragmentsCharacters * (count_ - 1);
    budget_ = size.target_characters > between ? size.target_characters - between : 0;
    measure();
  }

  Fragments choose() {
    PartSet shown;
    std::vector<Core> cores;
    for (const Passage& stretch : best_stretches(shown)) cores.push_back(core_of(stretch));
    join_in_sentences(cores);
    const std::vector<std::size_t> room = shares(cores);
    std::vector<Passage> passages;
    for (std::size_t i = 0; i < cores.size(); ++i) {
      const bool fits = cores[i].sentence_characters <= room[i];
      passages.push_back(fits ? cores[i].sentences
                              : cuts_.around(cores[i].matches, cores[i].sentences, room[i]));
    }
    join_neighbours(passages);
    fill_up(passages);
    join_neighbours(passages);
    return {std::move(passages), shown.size()};
  }

 private:
  void measure() {
    std::size_t from = matches_.front().begin;
    std::size_t characters = 0;
    for (const TextMatch& match : matches_) {
      characters += cuts_.characters(from, match.begin);
      from = match.begin;
      begins_.push_back(characters);
      ends_.push_back(characters + cuts_.characters(match.begin, match.end));
    }
  }

  // Empty where everything is shown.
  Passage best_stretch(const PartSet& shown) const {
    const std::size_t share = budget_ / count_;
    Passage best;
    std::size_t best_parts = 0;
    PartSet parts;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
      if (shown.contains(matches_[i].part)) continue;
      Passage stretch{matches_[i].begin, matches_[i].end};
      parts.clear();
      for (std::size_t j = i; j < matches_.size(); ++j) {
        if (begins_[j] - begins_[i] > share) break;
        const bool fits = j == i || ends_[j] - begins_[i] <= share;
        if (!fits || shown.contains(matches_[j].part) || parts.contains(matches_[j].part)) continue;
        parts.add(matches_[j].part);
        stretch.end = std::max(stretch.end, matches_[j].end);
      }
      if (parts.size() <= best_parts) continue;
      best_parts = parts.size();
      best = stretch;
    }
    return best;
  }

  std::vector<Passage> best_stretches(PartSet& shown) const {
    std::vector<Passage> stretches;
    while (stretches.size() < count_) {
      const Passage stretch = best_stretch(shown);
      if (stretch.end == 0) break;
      stretches.push_back(stretch);
      for (const TextMatch& match : matches_) {
        if (match.begin >= stretch.begin && match.end <= stretch.end) shown.add(match.part);
      }
    }
    std::sort(stretches.begin(), stretches.end(),
              [](const Passage& a, const Passage& b) { return a.begin < b.begin; });
    return stretches;
  }

  Core core_of(const Passage& matches) const {
    const auto& sentences = cuts_.sentences();
    const std::size_t first = cuts_.sentence_at(matches.begin);
    std::size_t last = first;
    std::size_t characters = sentences[first].characters;
    while (last + 1 < sentences.size() && sentences[last].end < matches.end) {
      characters += 1 + sentences[++last].characters;
    }
    const std::size_t end = std::max(sentences[last].end, matches.end);
    return {matches, {sentences[first].begin, end}, characters};
  }

  // Two that stand in one sentence are one where there is room for what lies between.
  void join_in_sentences(std::vector<Core>& cores) const {
    for (std::size_t i = 1; i < cores.size();) {
      const Passage joined{cores[i - 1].matches.begin,
                           std::max(cores[i - 1].matches.end, cores[i].matches.end)};
      const bool meet = cores[i].sentences.begin < cores[i - 1].sentences.end;
      const std::size_t share = budget_ / (cores.size() - 1);
      if (meet && cuts_.characters(joined.begin, joined.end) <= share) {
        cores[i - 1] = core_of(joined);
        cores.erase(cores.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }

  // The shortest take what they need; what they leave goes to the others alike.
  std::vector<std::size_t> shares(const std::vector<Core>& cores) const {
    std::vector<std::size_t> order(cores.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return cores[a].sentence_characters < cores[b].sentence_characters;
    });
    std::vector<std::size_t> shares(cores.size());
    std::size_t left = budget_;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const std::size_t fair = left / (order.size() - i);
      shares[order[i]] = std::min(fair, cores[order[i]].sentence_characters);
      left -= shares[order[i]];
    }
    return shares;
  }

  void join_neighbours(std::vector<Passage>& passages) const {
    std::vector<Passage> joined;
    for (const Passage& passage : passages) {
      if (joined.empty() || !cuts_.is_gap(joined.back().end, passage.begin)) {
        joined.push_back(passage);
      } else if (passage.end > joined.back().end) {
        joined.back().end = passage.end;
        joined.back().cut_after = passage.cut_after;
      }
    }
    passages = std::move(joined);
  }

  // With the sentence after each, in turn.
  void fill_up(std::vector<Passage>& passages) const {
    std::size_t left = budget_ + kBetweenFragmentsCharacters * (count_ - passages.size());
    for (const Passage& passage : passages) {
      left -= std::min(left, cuts_.characters(passage.begin, passage.end));
    }
    const auto& sentences = cuts_.sentences();
    for (bool grew = true; grew;) {
      grew = false;
      for (std::size_t i = 0; i < passages.size(); ++i) {
        const bool is_last = i + 1 == passages.size();
        const std::size_t stop = is_last ? sentences.back().end : passages[i + 1].begin;
        const std::size_t next = cuts_.sentence_at(passages[i].end - 1) + 1;
        if (passages[i].cut_after || next >= sentences.size()) continue;
        if (sentences[next].end > stop || sentences[next].characters >= left) continue;
        left -= 1 + sentences[next].characters;
        passages[i].end = sentences[next].end;
        grew = true;
      }
    }
  }

  const Cuts& cuts_;
  const std::vector<TextMatch>& matches_;
  std::size_t count_;
  std::size_t budget_;
  std::vector<std::size_t> begins_;  // of the matches, in characters from the first one
  std::vector<std::size_t> ends_;
};

}  // namespace

std::vector<Passage> best_passages(std::string_view text, const std::vector<Token>& tokens,
                                   const std::vector<TextMatch>& matches, const PassageSize& size) {
  const Cuts cuts(text, tokens);
  PassageChooser chooser(cuts, matches, size.target_characters);
  std::vector<Passage> best = {chooser.choose()};
  std::size_t shown = chooser.parts_shown(best.front());
  const std::size_t all = chooser.parts_shown({0, text.size()});
  const std::size_t most_fragments =
      std::min(size.max_fragments, size.target_characters / kLeastFragmentCharacters);
  for (std::size_t count = 2; count <= most_fragments && count <= all && shown < all; ++count) {
    Fragments fragments = FragmentChooser(cuts, matches, {size.target_characters, count}).choose();
    if (fragments.parts <= shown) continue;
    shown = fragments.parts;
    best = std::move(fragments.passages);
  }
  return best;
}

}  // namespace dateline::searcher
