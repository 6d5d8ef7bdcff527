#include "indexer/enrichment/calendar_words.h"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

struct NumberedWord {
  std::string_view word;
  int number;
};

// clang-format off
constexpr auto kMonths = std::to_array<NumberedWord>({
    {"abr", 4}, {"abril", 4}, {"ago", 8}, {"agosto", 8}, {"aout", 8}, {"apr", 4},
    {"april", 4}, {"aprile", 4}, {"aug", 8}, {"august", 8}, {"avr", 4}, {"avril", 4},
    {"dec", 12}, {"december", 12}, {"decembre", 12}, {"dez", 12}, {"dezember", 12},
    {"dezembro", 12},
    {"dic", 12}, {"dicembre", 12}, {"diciembre", 12}, {"ene", 1}, {"enero", 1}, {"feb", 2},
    {"febbraio", 2}, {"febr", 2}, {"febrero", 2}, {"februar", 2}, {"february", 2}, {"fev", 2},
    {"fevereiro", 2}, {"fevr", 2}, {"fevrier", 2}, {"gen", 1}, {"gennaio", 1}, {"giu", 6},
    {"giugno", 6}, {"jaenner", 1}, {"jan", 1}, {"janeiro", 1}, {"janner", 1}, {"januar", 1},
    {"january", 1}, {"janv", 1}, {"janvier", 1}, {"juil", 7}, {"juillet", 7}, {"juin", 6},
    {"jul", 7}, {"julho", 7}, {"juli", 7}, {"julio", 7}, {"july", 7}, {"jun", 6},
    {"june", 6}, {"junho", 6}, {"juni", 6}, {"junio", 6}, {"lug", 7}, {"luglio", 7},
    {"maerz", 3}, {"mag", 5}, {"maggio", 5}, {"mai", 5}, {"maio", 5}, {"mar", 3},
    {"march", 3}, {"marco", 3}, {"mars", 3}, {"marz", 3}, {"marzo", 3}, {"may", 5},
    {"mayo", 5}, {"mrz", 3}, {"nov", 11}, {"november", 11}, {"novembre", 11}, {"novembro", 11},
    {"noviembre", 11}, {"oct", 10}, {"october", 10}, {"octobre", 10}, {"octubre", 10}, {"okt", 10},
    {"oktober", 10}, {"ott", 10}, {"ottobre", 10}, {"out", 10}, {"outubro", 10}, {"sep", 9},
    {"sept", 9}, {"september", 9}, {"septembre", 9}, {"septiembre", 9}, {"set", 9}, {"setembro", 9},
    {"setiembre", 9}, {"sett", 9}, {"settembre", 9},
});

// Minutes east of UTC.
constexpr auto kZones = std::to_array<NumberedWord>({
    {"acdt", 10 * 60 + 30}, {"acst", 9 * 60 + 30}, {"adt", -3 * 60}, {"aedt", 11 * 60},
    {"aest", 10 * 60},
    {"akdt", -8 * 60}, {"akst", -9 * 60}, {"art", -3 * 60}, {"ast", -4 * 60}, {"awst", 8 * 60},
    {"brt", -3 * 60}, {"bst", 1 * 60}, {"cat", 2 * 60}, {"cdt", -5 * 60}, {"cest", 2 * 60},
    {"cet", 1 * 60}, {"clt", -4 * 60}, {"cot", -5 * 60}, {"cst", -6 * 60}, {"eat", 3 * 60},
    {"edt", -4 * 60}, {"eest", 3 * 60}, {"eet", 2 * 60}, {"est", -5 * 60}, {"gmt", 0 * 60},
    {"gst", 4 * 60}, {"hkt", 8 * 60}, {"hst", -10 * 60}, {"ict", 7 * 60}, {"irst", 3 * 60 + 30},
    {"ist", 5 * 60 + 30}, {"jst", 9 * 60}, {"kst", 9 * 60}, {"mdt", -6 * 60}, {"mesz", 2 * 60},
    {"mez", 1 * 60}, {"msk", 3 * 60}, {"mst", -7 * 60}, {"myt", 8 * 60}, {"ndt", -2 * 60 - 30},
    {"npt", 5 * 60 + 45}, {"nst", -3 * 60 - 30}, {"nzdt", 13 * 60}, {"nzst", 12 * 60},
    {"pdt", -7 * 60},
    {"pet", -5 * 60}, {"pht", 8 * 60}, {"pkt", 5 * 60}, {"pst", -8 * 60}, {"sast", 2 * 60},
    {"sgt", 8 * 60}, {"trt", 3 * 60}, {"utc", 0 * 60}, {"wat", 1 * 60}, {"west", 1 * 60},
    {"wet", 0 * 60}, {"wib", 7 * 60}, {"z", 0 * 60},
});

constexpr auto kWeekdays = std::to_array<std::string_view>({
    "di", "dienstag", "dim", "dimanche", "do", "dom", "domenica", "domingo",
    "donnerstag", "feira", "fr", "freitag", "fri", "friday", "gio", "giovedi",
    "jeu", "jeudi", "jue", "jueves", "lun", "lundi", "lunedi", "lunes",
    "mardi", "martedi", "martes", "mer", "mercoledi", "mercredi", "mi", "mie",
    "miercoles", "mittwoch", "mo", "mon", "monday", "montag", "qua", "quarta",
    "qui", "quinta", "sa", "sab", "sabado", "sam", "samedi", "samstag",
    "sat", "saturday", "seg", "segunda", "sex", "sexta", "so", "sonnabend",
    "sonntag", "sun", "sunday", "ter", "terca", "thu", "thur", "thurs",
    "thursday", "tue", "tues", "tuesday", "ven", "vendredi", "venerdi", "vie",
    "viernes", "wed", "wednesday", "weds",
});

constexpr auto kFillers = std::to_array<std::string_view>({
    "a", "alle", "am", "as", "at", "d", "de", "del", "dem", "den",
    "der", "el", "il", "las", "le", "of", "on", "ore", "os", "posted",
    "publicado", "published", "the", "uhr", "um", "updated",
});
// clang-format on

static_assert(std::ranges::is_sorted(kMonths, {}, &NumberedWord::word));
static_assert(std::ranges::is_sorted(kZones, {}, &NumberedWord::word));
static_assert(std::ranges::is_sorted(kWeekdays));
static_assert(std::ranges::is_sorted(kFillers));

template <typename Table>
std::optional<int> find_number(const Table& table, std::string_view word) {
  const auto found = std::ranges::lower_bound(table, word, {}, &NumberedWord::word);
  if (found == table.end() || found->word != word) return std::nullopt;
  return found->number;
}

}  // namespace

std::optional<std::chrono::month> find_month(std::string_view folded) {
  const auto number = find_number(kMonths, folded);
  if (!number) return std::nullopt;
  return std::chrono::month{static_cast<unsigned>(*number)};
}

bool is_weekday_word(std::string_view folded) {
  return std::ranges::binary_search(kWeekdays, folded);
}

bool is_date_filler(std::string_view folded) {
  return std::ranges::binary_search(kFillers, folded);
}

std::optional<std::chrono::minutes> find_zone(std::string_view folded) {
  const auto offset = find_number(kZones, folded);
  if (!offset) return std::nullopt;
  return std::chrono::minutes{*offset};
}

}  // namespace dateline::indexer
