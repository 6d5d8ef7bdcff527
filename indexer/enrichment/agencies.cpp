#include "indexer/enrichment/agencies.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

// clang-format off
constexpr auto kAgencies = std::to_array<std::string_view>(
    {"AAP", "ACCESSWIRE", "ADN", "AFP", "AGERPRES", "AKI", "ANI", "ANP", "ANSA", "AP", "APA", "ATS",
     "AWP", "Adnkronos", "Agence France Presse", "Agence France-Presse", "Agencia EFE", "Agerpres",
     "Ag\u00EAncia Brasil", "Ag\u00EAncia Lusa", "Anadolu", "Antara", "Associated Press", "BELTA",
     "BNS", "BTA", "BUSINESS WIRE", "BelTA", "Belga", "Bernama", "Bloomberg", "Business Wire", "CNN",
     "REUTERS", "CP", "CTK", "\u010CTK", "Canadian Press", "Deutsche Presse-Agentur", "Dow Jones",
     "EFE", "ELTA", "Europa Press", "GLOBE NEWSWIRE", "GNA", "GlobeNewswire", "HINA", "Hina", "IANS",
     "INA", "IPS", "IRNA", "ISNA", "ITAR-TASS", "Interfax", "Jiji", "KCNA", "KNA", "KUNA",
     "Keystone-ATS", "Keystone-SDA", "Kyodo", "LETA", "LUSA", "Lusa", "MENA", "MTI", "NAN", "NTB",
     "NTB-AFP", "Newsfile", "Notimex", "PA", "PAP", "PNA", "PR Newswire", "PRNewswire", "PTI",
     "Prensa Latina", "Press Association", "Press Trust of India", "RIA", "RIA Novosti", "Reuters",
     "Ritzau", "SANA", "SDA", "SID", "SITA", "SPA", "STT", "Sputnik", "TASR", "TASS", "TNS", "TT",
     "Tanjug", "Tasnim", "Telam", "T\u00E9lam", "Thomson Reuters", "UKRINFORM", "UNB", "UNI",
     "UNIAN", "UPI", "Ukrinform", "UrduPoint", "VNA", "WAFA", "WAM", "Xinhua", "Yonhap", "afp",
     "apa", "awp", "dapd", "ddp", "dpa", "dpa-AFX", "epd", "sda", "sid",
     "\u0422\u0410\u0421\u0421",                          // TASS
     "\u0418\u043D\u0442\u0435\u0440\u0444\u0430\u043A\u0441",  // Interfax
     "\u0420\u0418\u0410 \u041D\u043E\u0432\u043E\u0441\u0442\u0438",  // RIA Novosti
     "\u0420\u0435\u0439\u0442\u0435\u0440", "\u0420\u0435\u0439\u0442\u0435\u0440\u0441",  // Reuters
     "\u0423\u041D\u0418\u0410\u041D",                    // UNIAN
     "\u0423\u043A\u0440\u0438\u043D\u0444\u043E\u0440\u043C",  // Ukrinform
     "\u0411\u0422\u0410", "\u0411\u0415\u041B\u0422\u0410"});  // BTA, BelTA
// clang-format on

// What agencies append to their names for a desk or a service; "Reuters cuts jobs" is a headline.
constexpr auto kServices = std::to_array<std::string_view>(
    {"Agency",   "Business",      "Correspondent", "Domestic", "English", "Foundation",
     "Health",   "International", "Life!",         "News",     "Press",   "Service",
     "Services", "Sport",         "Sports",        "Staff",    "TV",      "Wire",
     "World",    "Writer",        "Writers"});

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
    if (text.front() != name.front() || !text.starts_with(name)) return false;
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
