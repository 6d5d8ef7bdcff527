#include "searcher/names/agency_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "common/text/ascii.h"
#include "common/text/unicode.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMaxNameBytes = 64;

struct AgencyNames {
  std::string_view agency;                // as it is shown
  std::array<std::string_view, 6> names;  // its others; neither case, accents nor signs count
};

// The names that agencies give themselves, in their own languages and in English.
// clang-format off
constexpr auto kAgencyNames = std::to_array<AgencyNames>({
    {"AAP", {"australian associated press"}},
    {"AFP", {"agence france presse", "afp news"}},
    {"ANI", {"asian news international"}},
    {"ANP", {"algemeen nederlands persbureau"}},
    {"ANSA", {"agenzia ansa", "agenzia nazionale stampa associata"}},
    {"AP", {"associated press"}},
    {"APA", {"austria presse agentur", "apa ots"}},
    {"Adnkronos", {"adn kronos", "adnkronos com"}},
    {"Ag\u00EAncia Brasil", {"agencia brasil"}},
    {"Anadolu", {"anadolu agency", "anadolu ajansi"}},
    {"Antara", {"antara news", "lkbn antara"}},
    {"Belga", {"agence belga", "belga news agency"}},
    {"BelTA", {"belta", "belarusian telegraph agency", "\u0431\u0435\u043B\u0442\u0430"}},
    {"Bernama", {"malaysian national news agency"}},
    {"Bloomberg", {"bloomberg news", "bloomberg l p", "bloomberg lp"}},
    {"BTA", {"bulgarian news agency", "\u0431\u0442\u0430"}},
    {"Business Wire", {"businesswire"}},
    {"Canadian Press", {"cp", "la presse canadienne", "presse canadienne"}},
    {"CTK", {"ceska tiskova kancelar", "czech news agency"}},
    {"dpa", {"deutsche presse agentur", "german press agency"}},
    {"dpa-AFX", {"dpa afx"}},
    {"Dow Jones", {"dow jones newswires", "dow jones news wires", "dj newswires"}},
    {"EFE", {"agencia efe", "efe news"}},
    {"epd", {"evangelischer pressedienst"}},
    {"Europa Press", {"europapress"}},
    {"GlobeNewswire", {"globe newswire"}},
    {"IANS", {"indo asian news service"}},
    {"Interfax", {"\u0438\u043D\u0442\u0435\u0440\u0444\u0430\u043A\u0441"}},
    {"IPS", {"inter press service"}},
    {"IRNA", {"islamic republic news agency"}},
    {"Jiji", {"jiji press"}},
    {"KCNA", {"korean central news agency"}},
    {"Keystone-SDA", {"keystone sda", "keystone ats", "sda", "schweizerische depeschenagentur",
                      "ats", "agence telegraphique suisse"}},
    {"KNA", {"katholische nachrichten agentur"}},
    {"KUNA", {"kuwait news agency"}},
    {"Kyodo", {"kyodo news"}},
    {"LUSA", {"lusa", "agencia lusa"}},
    {"MTI", {"magyar tavirati iroda"}},
    {"NTB", {"norsk telegrambyra"}},
    {"PA", {"press association", "pa media", "pa news"}},
    {"PAP", {"polska agencja prasowa", "polish press agency"}},
    {"PR Newswire", {"prnewswire", "pr newswire association"}},
    {"Prensa Latina", {"agencia prensa latina"}},
    {"PTI", {"press trust of india"}},
    {"Reuters", {"thomson reuters", "reuters com", "reuters news", "agence reuters",
                 "\u0440\u0435\u0439\u0442\u0435\u0440", "\u0440\u0435\u0439\u0442\u0435\u0440\u0441"}},
    {"RIA Novosti", {"ria", "\u0440\u0438\u0430 \u043D\u043E\u0432\u043E\u0441\u0442\u0438"}},
    {"Ritzau", {"ritzaus bureau"}},
    {"SANA", {"syrian arab news agency"}},
    {"SID", {"sport informations dienst"}},
    {"SPA", {"saudi press agency"}},
    {"Sputnik", {"sputnik news"}},
    {"STT", {"suomen tietotoimisto"}},
    {"Tanjug", {"tanjug news agency"}},
    {"TASS", {"itar tass", "\u0442\u0430\u0441\u0441"}},
    {"Telam", {"telam"}},
    {"TNS", {"tribune news service", "tribune content agency"}},
    {"TT", {"tidningarnas telegrambyra"}},
    {"Ukrinform", {"\u0443\u043A\u0440\u0438\u043D\u0444\u043E\u0440\u043C"}},
    {"UNIAN", {"\u0443\u043D\u0438\u0430\u043D"}},
    {"UPI", {"united press international"}},
    {"WAM", {"emirates news agency"}},
    {"Xinhua", {"xinhua news agency", "xinhuanet", "new china news agency"}},
    {"Yonhap", {"yonhap news", "yonhap news agency"}},
});

// What stands behind an agency's name for a desk or a service.
constexpr auto kDesks = std::to_array<std::string_view>(
    {"agency", "bureau", "business", "correspondent", "correspondents", "desk", "domestic",
     "editor", "english", "foundation", "health", "international", "life", "news", "newswire",
     "newswires", "press", "reporter", "reporters", "service", "services", "sport", "sports",
     "staff", "team", "tv", "wire", "world", "writer", "writers"});
// clang-format on

// "A.P." as "AP": without the points behind lone capitals.
std::string without_points(std::string_view name) {
  std::string text;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool after_capital = at > 0 && ascii::is_upper(name[at - 1]);
    const bool lone = at < 2 || !ascii::is_alphanumeric(name[at - 2]);
    if (name[at] != '.' || !after_capital || !lone) text += name[at];
  }
  return text;
}

// Small letters without accents, words parted by one blank, all signs but letters and digits gone.
std::string folded_agency_name(std::string_view printed) {
  const std::string name = without_points(printed);
  std::string folded;
  std::size_t begin = 0;
  const auto end_word = [&](std::size_t end) {
    if (end == begin) return;
    if (!folded.empty()) folded += ' ';
    append_folded(std::string_view(name).substr(begin, end - begin), folded.size() + kMaxNameBytes,
                  folded);
  };
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint character = decode(name, at);
    const bool parts = classify(character.value) == CharacterClass::kOther;
    if (parts) end_word(at);
    at += character.bytes;
    if (parts) begin = at;
  }
  end_word(name.size());
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

using AgenciesByName = std::unordered_map<std::string, std::string_view>;

const AgenciesByName& agencies_by_name() {
  static const AgenciesByName kAgencies = [] {
    AgenciesByName agencies;
    for (const auto& [agency, names] : kAgencyNames) {
      agencies.emplace(folded_agency_name(agency), agency);
      for (const std::string_view name : names) {
        if (!name.empty()) agencies.emplace(folded_agency_name(name), agency);
      }
    }
    return agencies;
  }();
  return kAgencies;
}

std::string_view known_agency(const std::string& folded) {
  const auto found = agencies_by_name().find(folded);
  return found == agencies_by_name().end() ? std::string_view{} : found->second;
}

}  // namespace

std::string_view agency_of(std::string_view name) {
  if (name.size() > kMaxNameBytes) return {};
  std::string folded = folded_agency_name(name);
  while (true) {
    if (const std::string_view agency = known_agency(folded); !agency.empty()) return agency;
    const std::size_t blank = folded.rfind(' ');
    if (blank == std::string::npos) return {};
    const std::string_view last = std::string_view(folded).substr(blank + 1);
    if (std::ranges::find(kDesks, last) == kDesks.end()) return {};
    folded.resize(blank);
  }
}

bool is_plain_agency_name(std::string_view name) {
  return name.size() <= kMaxNameBytes && !known_agency(folded_agency_name(name)).empty();
}

}  // namespace dateline::searcher
