#include "indexer/enrichment/date_scanner.h"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

struct Zone {
  std::string_view abbreviation;
  int minutes_east;
};

// clang-format off
constexpr auto kZones = std::to_array<Zone>({
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

static_assert(std::ranges::is_sorted(kZones, {}, &Zone::abbreviation));
static_assert(std::ranges::is_sorted(kWeekdays));
static_assert(std::ranges::is_sorted(kFillers));

}  // namespace

bool is_weekday_word(std::string_view folded) {
  return std::ranges::binary_search(kWeekdays, folded);
}

bool is_date_filler(std::string_view folded) {
  return std::ranges::binary_search(kFillers, folded);
}

bool announces_clock(std::string_view folded) {
  return folded == "kl" || folded == "klo" || folded == "klockan" || folded == "kello";
}

bool is_american_zone(std::string_view folded) {
  constexpr auto kAmerican =
      std::to_array<std::string_view>({"akdt", "akst", "cdt", "cst", "ct", "edt", "est", "et",
                                       "hst", "mdt", "mst", "mt", "pdt", "pst", "pt"});
  static_assert(std::ranges::is_sorted(kAmerican));
  return std::ranges::binary_search(kAmerican, folded);
}

std::optional<std::chrono::minutes> find_zone(std::string_view folded) {
  const auto found = std::ranges::lower_bound(kZones, folded, {}, &Zone::abbreviation);
  if (found == kZones.end() || found->abbreviation != folded) return std::nullopt;
  return std::chrono::minutes{found->minutes_east};
}

}  // namespace dateline::indexer
