#include "indexer/enrichment/agencies.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

// clang-format off
constexpr auto kAgencies = std::to_array<std::string_view>(
    {"AAP", "ADN", "AFP", "AKI", "ANI", "ANP", "ANSA", "AP", "APA", "ATS", "Adnkronos", "Anadolu",
     "Antara", "Associated Press", "BNS", "BTA", "Belga", "Bernama", "Bloomberg", "CNN", "REUTERS",
     "CP", "CTK", "Canadian Press", "EFE", "Europa Press", "GNA", "IANS", "INA", "IPS", "IRNA",
     "ITAR-TASS", "Interfax", "KCNA", "KNA", "KUNA", "Kyodo", "Lusa", "MENA", "MTI", "NAN", "NTB",
     "Notimex", "PA", "PAP", "PNA", "PTI", "Press Association", "Press Trust of India", "RIA",
     "Reuters", "SANA", "SID", "SPA", "Sputnik", "TASS", "TT", "UNB", "UNI", "UPI", "UrduPoint",
     "VNA", "WAM", "Xinhua", "Yonhap", "afp", "dpa", "epd", "sda"});
// clang-format on

// What agencies append to their names for a desk or a service; "Reuters cuts jobs" is a headline.
constexpr auto kServices = std::to_array<std::string_view>(
    {"Agency", "Business", "Correspondent", "Domestic", "English",  "Health", "International",
     "Life!",  "News",     "Press",         "Service",  "Services", "Sport",  "Sports",
     "Staff",  "TV",       "Wire",          "World",    "Writer",   "Writers"});

std::string_view without_article(std::string_view text) {
  return starts_folded(text, "the ") ? text.substr(4) : text;
}

bool is_service(std::string_view words) {
  for (auto word = take_word(words); !word.empty(); word = take_word(words)) {
    if (word == "/") return true;  // a partner follows: "UrduPoint News / Sputnik"
    if (std::ranges::find(kServices, word) == kServices.end()) return false;
  }
  return true;
}

}  // namespace

bool is_agency(std::string_view text) {
  constexpr std::size_t kMaxBytes = 40;
  text = without_article(trim(text));
  if (text.empty() || text.size() > kMaxBytes) return false;
  return std::ranges::any_of(kAgencies, [&](std::string_view name) {
    if (!text.starts_with(name)) return false;
    const std::string_view rest = text.substr(name.size());
    if (rest.starts_with('/') || rest.empty()) return true;  // "dpa/lno"
    return is_blank(rest.front()) && is_service(rest);
  });
}

std::string_view closing_agency(std::string_view text) {
  const std::size_t mark = text.find_last_of(",|/");
  if (mark == std::string_view::npos) return {};
  const std::string_view last = trim(text.substr(mark + 1));
  return is_agency(last) ? last : std::string_view{};
}

}  // namespace dateline::indexer
