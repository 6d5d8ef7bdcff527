#include "indexer/enrichment/enrich.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

using std::chrono::year_month_day;

constexpr std::chrono::year kFirstYear{1700};
constexpr std::chrono::year kLastYear{2099};

bool is_number(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::ranges::all_of(text, is_digit);
}

std::optional<PublicationTime> to_time(std::optional<year_month_day> day, Precision precision) {
  if (!day || day->year() < kFirstYear || day->year() > kLastYear) return std::nullopt;
  PublicationTime time;
  time.local = std::chrono::local_days{*day};
  time.precision = precision;
  time.origin = DateOrigin::kPath;
  return time;
}

// "20061020", "20230113-story", "2023-01-13_story".
std::optional<PublicationTime> read_component(std::string_view component) {
  for (const std::size_t size : {8U, 10U}) {
    if (component.size() < size) continue;
    if (component.size() > size && is_digit(component[size])) continue;
    if (auto time = to_time(parse_day(component.substr(0, size)), Precision::kDay)) return time;
  }
  return std::nullopt;
}

// The last three components: the third is being read, the two before it may be its year and month.
class Components {
 public:
  void push(std::string_view component) { last_ = {last_[1], last_[2], component}; }

  std::optional<PublicationTime> read() const {
    const auto [year, month, day] = last_;
    if (!is_number(year, 4) || !is_number(month, 2)) return std::nullopt;
    const bool has_day = is_number(day, 2);
    std::string digits(year);
    digits.append(month).append(has_day ? day : "01");
    return to_time(parse_day(digits), has_day ? Precision::kDay : Precision::kMonth);
  }

 private:
  std::array<std::string_view, 3> last_;
};

}  // namespace

std::optional<PublicationTime> parse_path_date(std::string_view path) {
  std::optional<PublicationTime> found;
  Components components;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view component = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    components.push(component);
    auto time = read_component(component);
    if (!time) time = components.read();
    if (time) found = time;
  }
  return found;
}

}  // namespace dateline::indexer
