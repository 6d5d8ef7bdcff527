#include "indexer/enrichment/date_phrases.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_grammar.h"
#include "indexer/enrichment/date_labels.h"
#include "indexer/enrichment/words_beside_dates.h"

namespace dateline::indexer {
namespace {

using Kind = DatePiece::Kind;
using Pieces = std::vector<DatePiece>;
using PieceSpan = std::span<const DatePiece>;
using Found = std::optional<PublicationTime>;

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_word(const DatePiece& piece) {
  return piece.kind == Kind::kWord || piece.kind == Kind::kUnknown;
}

bool is_sign(const DatePiece& piece, std::string_view sign) {
  return piece.kind == Kind::kSign && piece.text == sign;
}

bool is_short_number(const DatePiece& piece) {
  return piece.kind == Kind::kNumber && piece.text.size() <= 2;
}

// Words and numbers that touched stay so ("13th", "6pm"); all else is parted.
std::string compose(PieceSpan pieces) {
  std::string text;
  const DatePiece* before = nullptr;
  for (const DatePiece& piece : pieces) {
    const bool glued = before != nullptr && !piece.after_blank &&
                       (is_word(*before) ? piece.kind == Kind::kNumber : is_word(piece)) &&
                       before->kind != Kind::kMonth;
    const bool sign = piece.kind == Kind::kSign || (before && before->kind == Kind::kSign);
    if (before != nullptr && (sign ? piece.after_blank : !glued)) text += ' ';
    text += piece.text;
    before = &piece;
  }
  return text;
}

// Reads one date with its remainder.
class OneDate {
 public:
  OneDate(Remainder remainder, DayOrder order, bool has_weekday)
      : remainder_(remainder), order_(order), weekday_(has_weekday) {}

  unsigned lost() const { return lost_; }

  // `labelled`: "published" or the like stands before.
  Found read(PieceSpan pieces, bool labelled) {
    labelled_ = labelled;
    lost_ = 0;
    if (Found found = read_alone(pieces)) return found;
    if (Found found = read_span_of_days(pieces)) return found;
    return read_range(pieces);
  }

 private:
  bool takes_any() const { return remainder_ == Remainder::kAny; }

  Found read_alone(PieceSpan pieces, bool year_alone = true) {
    american_zone_ = false;
    unknown_ = false;
    lost_ = 0;
    const auto kept = without_remainders(pieces);
    if (!kept) return std::nullopt;
    const DateGrammar grammar{order_, takes_any() && year_alone && !unknown_ && !weekday_};
    Found found = read_plain_date(trim(compose(*kept)), grammar);
    if (!found && takes_any()) {
      found = read_plain_date(trim(compose(without_clock(*kept))), grammar);
      ++lost_;
    }
    if (found) found->doubt.american |= american_zone_;
    return found;
  }

  // Nothing where a word stands that no date line has.
  std::optional<Pieces> without_remainders(PieceSpan pieces);
  bool drop_word(PieceSpan pieces, std::size_t& i, Pieces& kept);
  bool drop_page(PieceSpan pieces, std::size_t& i) const;
  static void drop_number_behind(PieceSpan pieces, std::size_t& i);
  static Pieces without_clock(const Pieces& pieces);

  Found read_span_of_days(PieceSpan pieces);
  Found read_range(PieceSpan pieces);
  Found read_first_of(PieceSpan left, PieceSpan right, bool borrows_year);

  Remainder remainder_;
  DayOrder order_;
  bool weekday_;
  bool labelled_ = false;
  bool american_zone_ = false;
  bool unknown_ = false;
  unsigned lost_ = 0;
};

// i stands on a word; behind it may be a stop, one letter, and a number: "p. A16".
void OneDate::drop_number_behind(PieceSpan pieces, std::size_t& i) {
  std::size_t at = i + 1;
  while (at < pieces.size() && pieces[at].kind == Kind::kSign &&
         std::string_view(".:#-").find(pieces[at].text) != std::string_view::npos) {
    ++at;
  }
  if (at < pieces.size() && is_word(pieces[at]) && pieces[at].text.size() == 1) ++at;
  if (at < pieces.size() && pieces[at].kind == Kind::kNumber) i = at;
}

// "; A01", ", Page A1" at the end of a line.
bool OneDate::drop_page(PieceSpan pieces, std::size_t& i) const {
  const std::string& word = pieces[i].text;
  if (is_one_of(word, kPageWords)) {
    const std::size_t before = i;
    drop_number_behind(pieces, i);
    return i != before;
  }
  const bool is_page = word.size() == 1 && i > 0 && i + 2 == pieces.size() &&
                       (is_sign(pieces[i - 1], ";") || is_sign(pieces[i - 1], ",")) &&
                       pieces[i + 1].kind == Kind::kNumber && !pieces[i + 1].after_blank;
  if (is_page) ++i;
  return is_page;
}

// Returns whether the word at i is dropped; i moves on to the last piece that goes with it.
bool OneDate::drop_word(PieceSpan pieces, std::size_t& i, Pieces& kept) {
  const DatePiece& piece = pieces[i];
  const auto has = [&](const auto& words) {
    return std::ranges::any_of(pieces, [&](const DatePiece& other) {
      return is_word(other) && is_one_of(other.text, words);
    });
  };
  if (drop_page(pieces, i)) return true;
  const bool beside_label = labelled_ && is_one_of(piece.text, kBesideLabels);
  if (beside_label && piece.kind == Kind::kUnknown) return true;
  if (is_one_of(piece.text, kEditionWords) && has(kEditionNouns)) return true;
  constexpr std::array<std::string_view, 1> kTime = {"time"};
  if (is_one_of(piece.text, kZoneWords) && has(kTime)) {
    american_zone_ |= is_one_of(piece.text, kAmericanZones) && !has(kOtherContinents);
    return true;
  }
  if (piece.kind == Kind::kWord && !(takes_any() && is_one_of(piece.text, kBesideYears))) {
    return false;
  }
  if (!takes_any()) return false;
  if (is_one_of(piece.text, kNumberingWords)) {
    drop_number_behind(pieces, i);
  } else if (i + 1 < pieces.size() && pieces[i + 1].kind == Kind::kNumber &&
             !pieces[i + 1].after_blank) {
    ++i;  // "A01", "Q1"
  }
  const bool ordinal = !kept.empty() && is_short_number(kept.back()) && !piece.after_blank;
  if (!is_one_of(piece.text, kBesideYears) && !ordinal) unknown_ = true;
  ++lost_;
  return true;
}

std::optional<Pieces> OneDate::without_remainders(PieceSpan pieces) {
  Pieces kept;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const DatePiece& piece = pieces[i];
    if (is_word(piece)) {
      if (drop_word(pieces, i, kept)) continue;
      if (piece.kind == Kind::kUnknown) return std::nullopt;
    } else if (piece.kind == Kind::kSign) {
      const char sign = piece.text.front();
      constexpr std::string_view kAround = "[]\"";
      constexpr std::string_view kLoose = "~*#&<>{}?!=%$^\\";
      if (kAround.find(sign) != std::string_view::npos) continue;
      if (takes_any() && kLoose.find(sign) != std::string_view::npos) continue;
    }
    kept.push_back(piece);
  }
  return kept;
}

// Numbers beside a colon, and all words: what is left is the day.
Pieces OneDate::without_clock(const Pieces& pieces) {
  Pieces kept;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto is_colon = [&](std::size_t at) {
      return at < pieces.size() && is_sign(pieces[at], ":");
    };
    const bool of_clock = is_colon(i) || is_colon(i + 1) || (i > 0 && is_colon(i - 1));
    const bool of_zone = is_sign(pieces[i], "+") || (i > 0 && is_sign(pieces[i - 1], "+"));
    if (of_clock || of_zone || is_word(pieces[i])) continue;
    kept.push_back(pieces[i]);
    if (kept.size() > 1 && kept.back().kind != Kind::kSign) {
      kept.back().after_blank |= kept[kept.size() - 2].kind != Kind::kSign;
    }
  }
  return kept;
}

bool connects(const DatePiece& piece) {
  return piece.kind != Kind::kNumber && is_one_of(piece.text, kConnecting);
}

bool is_month_beside(PieceSpan pieces, std::size_t at, bool before) {
  for (;;) {
    if (before ? at == 0 : at + 1 >= pieces.size()) return false;
    at = before ? at - 1 : at + 1;
    if (pieces[at].kind == Kind::kMonth) return true;
    const bool skipped = is_sign(pieces[at], ".") || is_sign(pieces[at], ",") ||
                         pieces[at].text == "de" || pieces[at].text == "of";
    if (!skipped) return false;
  }
}

// "Jan. 2-3, 2020", "2/3 January 2020", "May/June 2020": what connects and the second go.
Found OneDate::read_span_of_days(PieceSpan pieces) {
  const auto has_short = std::ranges::any_of(pieces, is_short_number);
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!connects(pieces[i])) continue;
    std::size_t first = i - 1;
    if (is_sign(pieces[first], ".") && first > 0) --first;  // "2.-3. Januar", "Jan./Feb."
    const std::size_t second = i + 1;
    const bool days =
        is_short_number(pieces[first]) && is_short_number(pieces[second]) &&
        (is_month_beside(pieces, first, true) || is_month_beside(pieces, second, false)) &&
        !(first > 0 && is_sign(pieces[first - 1], ":")) &&
        !(second + 1 < pieces.size() && is_sign(pieces[second + 1], ":"));
    const bool months =
        pieces[first].kind == Kind::kMonth && pieces[second].kind == Kind::kMonth && !has_short;
    if (!days && !months) continue;
    Pieces shorter(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(i));
    shorter.insert(shorter.end(), pieces.begin() + static_cast<std::ptrdiff_t>(second) + 1,
                   pieces.end());
    if (i < shorter.size()) shorter[i].after_blank = true;
    return read_alone(shorter, false);
  }
  return std::nullopt;
}

Found OneDate::read_first_of(PieceSpan left, PieceSpan right, bool borrows_year) {
  const Found last = read_alone(right, false);
  if (!last) return std::nullopt;
  if (Found first = read_alone(left, false)) {
    // "2 January, 14 and 15 March 2020" has no year '14.
    return first->doubt.short_year == last->doubt.short_year ? first : std::nullopt;
  }
  if (!borrows_year) return std::nullopt;
  Pieces with_year(left.begin(), left.end());
  with_year.push_back({Kind::kNumber, std::to_string(int{last->day().year()}), true});
  Found first = read_alone(with_year, false);
  if (first && first->local > last->local) {
    with_year.back().text = std::to_string(int{last->day().year()} - 1);
    first = read_alone(with_year, false);
  }
  return first;
}

// "Jan. 30 - Feb. 2, 2020", "2020-01-02/2020-01-05", "2020-01-02, 2020-01-05": the first.
Found OneDate::read_range(PieceSpan pieces) {
  constexpr auto kListing = std::to_array<std::string_view>({",", ";", "|"});
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const bool range = connects(pieces[i]);
    if (!range && !(pieces[i].kind == Kind::kSign && is_one_of(pieces[i].text, kListing))) continue;
    if (Found found = read_first_of(pieces.first(i), pieces.subspan(i + 1), range)) return found;
  }
  return std::nullopt;
}

// A stretch of the text with what the words before it say of its day.
struct Labelled {
  std::optional<DateLabel> label;
  PieceSpan pieces;
};

bool has_number(PieceSpan pieces) {
  return std::ranges::any_of(pieces,
                             [](const DatePiece& piece) { return piece.kind == Kind::kNumber; });
}

// Signs at both ends belong to the labels.
PieceSpan trimmed(PieceSpan pieces) {
  constexpr std::string_view kBrackets = "()";
  while (!pieces.empty() && pieces.front().kind == Kind::kSign &&
         kBrackets.find(pieces.front().text) == std::string_view::npos) {
    pieces = pieces.subspan(1);
  }
  while (!pieces.empty() && pieces.back().kind == Kind::kSign && pieces.back().text != "\"" &&
         pieces.back().text != "]" && pieces.back().text != ".") {
    pieces = pieces.first(pieces.size() - 1);
  }
  return pieces;
}

bool is_prose(PieceSpan pieces) {
  return std::ranges::any_of(pieces, [](const DatePiece& piece) {
    return piece.kind == Kind::kUnknown && !is_one_of(piece.text, kBesideLabels);
  });
}

std::vector<Labelled> split_at_labels(PieceSpan pieces) {
  std::vector<Labelled> parts(1);
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= pieces.size(); ++i) {
    const auto label =
        i < pieces.size() && is_word(pieces[i]) ? label_kind(pieces[i].text) : std::nullopt;
    if (i < pieces.size() && !label) continue;
    parts.back().pieces = trimmed(pieces.subspan(begin, i - begin));
    if (i == pieces.size()) break;
    begin = i + 1;
    const bool weak = is_one_of(pieces[i].text, kWeakLabels);
    if (has_number(parts.back().pieces) || !parts.back().label) {
      parts.push_back({label, {}});
    } else if (!weak) {  // "date updated", "published/updated"
      const bool was_published = parts.back().label == DateLabel::kPublished;
      const bool explicitly = was_published && label == DateLabel::kUpdated &&
                              !is_one_of(pieces[i].text, kWeakLabels) && i >= 2 &&
                              is_sign(pieces[i - 1], "/");
      if (!explicitly) parts.back().label = label;
    }
  }
  return parts;
}

}  // namespace

std::optional<PhraseReading> read_phrases(const DateInLanguage& text, Remainder remainder,
                                          DayOrder order) {
  OneDate reader(remainder, order, text.weekday.has_value());
  std::optional<PhraseReading> published;
  std::optional<PhraseReading> updated;
  for (const Labelled& part : split_at_labels(text.pieces)) {
    if (!has_number(part.pieces)) {
      if (remainder == Remainder::kKnown && is_prose(part.pieces)) return std::nullopt;
      continue;
    }
    Found found = reader.read(part.pieces, part.label.has_value());
    const bool is_update = part.label == DateLabel::kUpdated;
    const bool same_day = is_update && published && !is_prose(part.pieces);  // "updated 12:00"
    if (!found && same_day) continue;
    if (!found && (remainder == Remainder::kKnown || !is_update)) return std::nullopt;
    if (!found) continue;
    found->doubt.of_update = is_update;
    auto& kept = is_update ? updated : published;
    if (!kept) kept = PhraseReading{*found, reader.lost()};
  }
  return published ? published : updated;
}

}  // namespace dateline::indexer
