#include <algorithm>
#include <array>
#include <string>

#include "common/month_names.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/enrich.h"

namespace dateline::indexer {
namespace {

using std::chrono::year_month_day;

constexpr std::chrono::year kFirstYear{1700};
constexpr std::chrono::year kLastYear{2099};

constexpr std::size_t kCompactBytes = 8;  // 20061020
constexpr std::size_t kDashedBytes = 10;  // 2006-10-20

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

std::optional<PublicationTime> to_time(std::string_view digits) {
  return to_time(parse_day(digits), Precision::kDay);
}

// "20061020" and "2006-10-20" at the beginning, "2006_10_20" too.
std::optional<PublicationTime> read_beginning(std::string_view text) {
  if (text.size() >= kDashedBytes && (text[4] == '-' || text[4] == '_') && text[7] == text[4]) {
    std::string dashed(text.substr(0, kDashedBytes));
    dashed[4] = dashed[7] = '-';
    if (auto time = to_time(dashed)) return time;
  }
  return text.size() >= kCompactBytes ? to_time(text.substr(0, kCompactBytes)) : std::nullopt;
}

std::size_t beginning_bytes(std::string_view text) {
  return text.size() > 4 && is_digit(text[4]) ? kCompactBytes : kDashedBytes;
}

// "1999101501": the folder of an issue in the National Digital Newspaper Program, which ends in the
// number of the edition.
std::optional<PublicationTime> read_issue(std::string_view component) {
  constexpr std::size_t kBytes = 10;
  const bool is_issue = is_number(component, kBytes) && component[kCompactBytes] == '0' &&
                        component[kCompactBytes + 1] != '0';
  return is_issue ? to_time(component.substr(0, kCompactBytes)) : std::nullopt;
}

// "0002244_18550922_0001.txt": a day between two underscores.
std::optional<PublicationTime> read_between_underscores(std::string_view component) {
  for (std::size_t at = component.find('_'); at != std::string_view::npos;
       at = component.find('_', at + 1)) {
    const std::string_view rest = component.substr(at + 1);
    if (rest.size() <= kCompactBytes || rest[kCompactBytes] != '_') continue;
    if (auto time = to_time(rest.substr(0, kCompactBytes))) return time;
  }
  return std::nullopt;
}

// "20061020", "20230113-story", "2023-01-13_story".
std::optional<PublicationTime> read_component(std::string_view component) {
  if (component.empty()) return std::nullopt;
  const std::size_t size = beginning_bytes(component);
  const bool goes_on = component.size() > size && is_digit(component[size]);
  if (!goes_on && is_digit(component.front())) {
    if (auto time = read_beginning(component)) return time;
  }
  if (auto time = read_issue(component)) return time;
  return read_between_underscores(component);
}

// A month as a folder: "04", "4", "apr", "april".
struct Month {
  std::string digits;
  bool is_sure = false;  // even where no day follows: "2014/4" may be an issue
};

Month read_month(std::string_view component) {
  constexpr std::size_t kMostLetters = 12;
  if (is_number(component, 2)) return {std::string(component), true};
  if (is_number(component, 1)) return {"0" + std::string(component), false};
  if (component.size() < 3 || component.size() > kMostLetters) return {};
  std::string folded(component);
  std::ranges::transform(folded, folded.begin(), to_lower);
  const auto month = find_month(folded);
  if (!month) return {};
  const unsigned number = unsigned{*month};
  return {std::string(number < 10 ? "0" : "") + std::to_string(number), true};
}

std::string two_digits(std::string_view component) {
  if (is_number(component, 2)) return std::string(component);
  return is_number(component, 1) ? "0" + std::string(component) : std::string();
}

// The last three components: the third is being read, those before it may be its year and month.
class Components {
 public:
  void push(std::string_view component) { last_ = {last_[1], last_[2], component}; }

  std::optional<PublicationTime> read() const {
    const auto [first, second, third] = last_;
    if (is_number(second, 4) && is_number(third, 4)) {  // 1855/0922
      return to_time(std::string(second).append(third));
    }
    if (is_number(second, 6) && is_number(third, 2)) {  // 201404/02
      return to_time(std::string(second).append(third));
    }
    if (!is_number(first, 4)) return std::nullopt;
    const Month month = read_month(second);
    if (month.digits.empty()) return std::nullopt;
    const std::string start = std::string(first) + month.digits;
    const std::string day = two_digits(third);
    if (!day.empty()) return to_time(start + day);
    return month.is_sure ? to_time(parse_day(start + "01"), Precision::kMonth) : std::nullopt;
  }

 private:
  std::array<std::string_view, 3> last_;
};

template <typename ReadComponent>
std::optional<PublicationTime> read_path(std::string_view path, ReadComponent read_one) {
  std::optional<PublicationTime> found;
  Components components;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view component = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    components.push(component);
    auto time = read_one(component);
    if (!time) time = components.read();
    if (time) found = time;
  }
  return found;
}

bool is_word_byte(char c) {
  return is_digit(c) || ascii::is_letter(c);
}

// "market-2014-04-02", "market-20140402.html": a day at the end of a slug, or with its hyphens
// anywhere in it. Other numbers of eight digits are ids.
std::optional<PublicationTime> read_slug(std::string_view component) {
  if (auto time = read_component(component)) return time;
  const std::string_view stem = component.substr(0, component.rfind('.'));
  for (std::size_t at = 1; at + kCompactBytes <= stem.size(); ++at) {
    if (!is_digit(stem[at]) || is_word_byte(stem[at - 1])) continue;
    const std::string_view rest = stem.substr(at);
    const std::size_t size = beginning_bytes(rest);
    if (rest.size() < size || (size == kCompactBytes && rest.size() > size)) continue;
    if (rest.size() > size && is_word_byte(rest[size])) continue;
    if (auto time = read_beginning(rest)) return time;
  }
  return std::nullopt;
}

// Where the path begins: behind the host. Without a scheme the first part is the host if it has a
// dot, as exports write it.
std::string_view url_path(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  std::size_t host = url.find("://");
  host = host != std::string_view::npos ? host + 3 : url.starts_with("//") ? 2 : 0;
  const std::size_t slash = url.find('/', host);
  if (slash == std::string_view::npos) return {};
  const bool has_host =
      host > 0 || url.substr(0, slash).find('.') != std::string_view::npos || slash == 0;
  return has_host ? url.substr(slash) : url;
}

}  // namespace

std::optional<PublicationTime> parse_path_date(std::string_view path) {
  return read_path(path, read_component);
}

std::optional<PublicationTime> parse_url_date(std::string_view url) {
  return read_path(url_path(url), read_slug);
}

}  // namespace dateline::indexer
