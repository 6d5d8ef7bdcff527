#include "indexer/sources/code_pages.h"

#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <type_traits>

#include "indexer/sources/text_encoding.h"

namespace dateline::indexer {
namespace {

// clang-format off
constexpr auto kCodePages = std::to_array<CodePage>({
    {"WINDOWS-1250", "windows-1250", "windows-1250"},
    {"ISO-8859-2", "ISO-8859-2", "ISO-8859-2"},
    {"WINDOWS-1251", "windows-1251", "windows-1251"},
    {"KOI8-R", "KOI8-U", "KOI8-R"},  // uchardet knows no KOI8-U, which has four letters more
    {"ISO-8859-5", "ISO-8859-5", "ISO-8859-5"},
    {"IBM866", "IBM866", "IBM866"},
    {"IBM855", "IBM855", "IBM855"},
    {"MAC-CYRILLIC", "x-mac-cyrillic", "x-mac-cyrillic"},
    {"WINDOWS-1253", "windows-1253", "windows-1253"},
    {"ISO-8859-7", "ISO-8859-7", "ISO-8859-7"},
    {"ISO-8859-9", "windows-1254", "windows-1254"},
    {"WINDOWS-1254", "windows-1254", "windows-1254"},
    {"WINDOWS-1255", "windows-1255", "windows-1255"},
    {"ISO-8859-8", "windows-1255", "windows-1255"},
    {"WINDOWS-1256", "windows-1256", "windows-1256"},
    {"ISO-8859-6", "ISO-8859-6", "ISO-8859-6"},
    {"WINDOWS-1257", "windows-1257", "windows-1257"},
    {"ISO-8859-13", "windows-1257", "windows-1257"},
    {"ISO-8859-4", "ISO-8859-4", "ISO-8859-4"},
    {"ISO-8859-10", "ISO-8859-10", "ISO-8859-10"},
    {"ISO-8859-3", "ISO-8859-3", "ISO-8859-3"},
    {"ISO-8859-15", "ISO-8859-15", "ISO-8859-15"},
    {"ISO-8859-16", "ISO-8859-16", "ISO-8859-16"},
    {"WINDOWS-1258", "windows-1258", "windows-1258"},
    {"IBM850", "IBM850", "IBM850"},
    {"IBM852", "IBM852", "IBM852"},
    {"MAC-CENTRALEUROPE", "x-mac-centraleurroman", "x-mac-centraleurroman"},
    {"MACINTOSH", "macintosh", "macintosh"},
    {"TIS-620", "windows-874-2000", "windows-874"},
    {"ISO-8859-11", "windows-874-2000", "windows-874"},
    {"SHIFT_JIS", "windows-31j", "Shift_JIS"},
    {"EUC-JP", "EUC-JP", "EUC-JP"},
    {"ISO-2022-JP", "ISO-2022-JP", "ISO-2022-JP"},
    {"EUC-KR", "windows-949", "EUC-KR"},
    {"UHC", "windows-949", "EUC-KR"},
    {"ISO-2022-KR", "ISO-2022-KR", "ISO-2022-KR"},
    {"GB18030", "gb18030", "GB18030"},
    {"GB2312", "gb18030", "GB18030"},
    {"HZ-GB-2312", "HZ-GB-2312", "HZ-GB-2312"},
    {"BIG5", "windows-950-2000", "Big5"},
    {"EUC-TW", "EUC-TW", "EUC-TW"},
});
// clang-format on

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

struct CloseDetector {
  void operator()(uchardet_t detector) const noexcept { uchardet_delete(detector); }
};

}  // namespace

std::optional<std::string> convert(std::string_view bytes, const char* from) {
  const Converter converter = open_converter(from);
  if (!converter) return std::nullopt;
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::string utf8(bytes.size() * 2 + 16, '\0');
  for (;;) {
    UErrorCode error = U_ZERO_ERROR;
    ucnv_reset(converter.get());
    const auto needed =
        ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), utf8.data(),
                           static_cast<std::int32_t>(utf8.size()), bytes.data(), size, &error);
    const bool grows = error == U_BUFFER_OVERFLOW_ERROR;
    if (!grows && U_FAILURE(error)) return std::nullopt;
    utf8.resize(static_cast<std::size_t>(needed));
    if (!grows) return utf8;
  }
}

const CodePage* find_told(std::string_view told) {
  const auto* page = std::ranges::find(kCodePages, told, &CodePage::told);
  return page != kCodePages.end() ? page : nullptr;
}

const CodePage* ask_uchardet(std::string_view bytes) {
  const std::unique_ptr<std::remove_pointer_t<uchardet_t>, CloseDetector> detector(uchardet_new());
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) {
    return nullptr;
  }
  uchardet_data_end(detector.get());
  return find_told(uchardet_get_charset(detector.get()));
}

std::string_view encoding_name(const std::string& typed) {
  if (typed.empty() || !open_converter(typed.c_str())) return {};
  constexpr auto kWesternNames = std::to_array<std::string_view>({"ISO-8859-1", "US-ASCII"});
  UErrorCode error = U_ZERO_ERROR;
  for (const char* standard : {"MIME", "IANA"}) {
    error = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(typed.c_str(), standard, &error);
    if (U_FAILURE(error) || name == nullptr) continue;
    const bool western = std::ranges::find(kWesternNames, name) != kWesternNames.end();
    return western ? kWestern : name;
  }
  error = U_ZERO_ERROR;
  const char* own = ucnv_getAlias(typed.c_str(), 0, &error);
  return U_SUCCESS(error) && own != nullptr ? std::string_view(own) : std::string_view();
}

}  // namespace dateline::indexer
