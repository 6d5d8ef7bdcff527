#include "common/text/language_codes.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"

namespace dateline {
namespace {

struct Language {
  std::string_view code;
  std::string_view names;  // in lower case, each with a blank on either side; '_' is a blank
};

// ISO 639-1, with the codes of 639-2 (both where there are two) and the names of the standard, as
// Debian's iso-codes 4.13 has them, and some common ones.
constexpr std::array<Language, 184> kLanguages = {{
    {"aa", " aar afar "},
    {"ab", " abk abkhazian "},
    {"ae", " ave avestan "},
    {"af", " afr afrikaans "},
    {"ak", " aka akan "},
    {"am", " amh amharic "},
    {"an", " arg aragonese "},
    {"ar", " ara arabic العربية "},
    {"as", " asm assamese "},
    {"av", " ava avaric "},
    {"ay", " aym aymara "},
    {"az", " aze azerbaijani "},
    {"ba", " bak bashkir "},
    {"be", " bel belarusian "},
    {"bg", " bul bulgarian български "},
    {"bh", " bih bihari_languages "},
    {"bi", " bis bislama "},
    {"bm", " bam bambara "},
    {"bn", " ben bengali bangla "},
    {"bo", " bod tib tibetan "},
    {"br", " bre breton "},
    {"bs", " bos bosnian "},
    {"ca", " cat catalan valencian català "},
    {"ce", " che chechen "},
    {"ch", " cha chamorro "},
    {"co", " cos corsican "},
    {"cr", " cre cree "},
    {"cs", " ces cze czech cestina čeština "},
    {"cu", " chu church_slavic old_slavonic church_slavonic old_bulgarian old_church_slavonic "},
    {"cv", " chv chuvash "},
    {"cy", " cym wel welsh cymraeg "},
    {"da", " dan danish dansk "},
    {"de", " deu ger german deutsch "},
    {"dv", " div divehi dhivehi maldivian "},
    {"dz", " dzo dzongkha "},
    {"ee", " ewe ewe "},
    {"el", " ell gre greek ελληνικά "},
    {"en", " eng english "},
    {"eo", " epo esperanto "},
    {"es", " spa spanish castilian espanol español castellano "},
    {"et", " est estonian eesti "},
    {"eu", " eus baq basque euskara "},
    {"fa", " fas per persian farsi "},
    {"ff", " ful fulah "},
    {"fi", " fin finnish suomi "},
    {"fj", " fij fijian "},
    {"fo", " fao faroese "},
    {"fr", " fra fre french francais français "},
    {"fy", " fry western_frisian "},
    {"ga", " gle irish gaeilge "},
    {"gd", " gla gaelic scottish_gaelic "},
    {"gl", " glg galician "},
    {"gn", " grn guarani "},
    {"gu", " guj gujarati "},
    {"gv", " glv manx "},
    {"ha", " hau hausa "},
    {"he", " heb hebrew עברית "},
    {"hi", " hin hindi हिन्दी "},
    {"ho", " hmo hiri_motu "},
    {"hr", " hrv croatian hrvatski "},
    {"ht", " hat haitian haitian_creole "},
    {"hu", " hun hungarian magyar "},
    {"hy", " hye arm armenian "},
    {"hz", " her herero "},
    {"ia", " ina interlingua "},
    {"id", " ind indonesian indonesia "},
    {"ie", " ile interlingue occidental "},
    {"ig", " ibo igbo "},
    {"ii", " iii sichuan_yi nuosu "},
    {"ik", " ipk inupiaq "},
    {"io", " ido ido "},
    {"is", " isl ice icelandic íslenska "},
    {"it", " ita italian italiano "},
    {"iu", " iku inuktitut "},
    {"ja", " jpn japanese 日本語 "},
    {"jv", " jav javanese "},
    {"ka", " kat geo georgian "},
    {"kg", " kon kongo "},
    {"ki", " kik kikuyu gikuyu "},
    {"kj", " kua kuanyama kwanyama "},
    {"kk", " kaz kazakh "},
    {"kl", " kal kalaallisut greenlandic "},
    {"km", " khm central_khmer khmer "},
    {"kn", " kan kannada "},
    {"ko", " kor korean 한국어 "},
    {"kr", " kau kanuri "},
    {"ks", " kas kashmiri "},
    {"ku", " kur kurdish "},
    {"kv", " kom komi "},
    {"kw", " cor cornish "},
    {"ky", " kir kirghiz kyrgyz "},
    {"la", " lat latin "},
    {"lb", " ltz luxembourgish letzeburgesch "},
    {"lg", " lug ganda "},
    {"li", " lim limburgan limburger limburgish "},
    {"ln", " lin lingala "},
    {"lo", " lao lao "},
    {"lt", " lit lithuanian lietuvių "},
    {"lu", " lub luba-katanga "},
    {"lv", " lav latvian latviešu "},
    {"mg", " mlg malagasy "},
    {"mh", " mah marshallese "},
    {"mi", " mri mao maori "},
    {"mk", " mkd mac macedonian "},
    {"ml", " mal malayalam "},
    {"mn", " mon mongolian "},
    {"mr", " mar marathi "},
    {"ms", " msa may malay bahasa_melayu "},
    {"mt", " mlt maltese "},
    {"my", " mya bur burmese myanmar "},
    {"na", " nau nauru "},
    {"nb", " nob bokmål norwegian_bokmål bokmal "},
    {"nd", " nde ndebele north_ndebele "},
    {"ne", " nep nepali नेपाली "},
    {"ng", " ndo ndonga "},
    {"nl", " nld dut dutch flemish nederlands "},
    {"nn", " nno norwegian_nynorsk nynorsk "},
    {"no", " nor norwegian norsk "},
    {"nr", " nbl ndebele south_ndebele "},
    {"nv", " nav navajo navaho "},
    {"ny", " nya chichewa chewa nyanja "},
    {"oc", " oci occitan provençal "},
    {"oj", " oji ojibwa "},
    {"om", " orm oromo "},
    {"or", " ori oriya "},
    {"os", " oss ossetian ossetic "},
    {"pa", " pan panjabi punjabi "},
    {"pi", " pli pali "},
    {"pl", " pol polish polski "},
    {"ps", " pus pushto pashto "},
    {"pt", " por portuguese portugues português "},
    {"qu", " que quechua "},
    {"rm", " roh romansh "},
    {"rn", " run rundi "},
    {"ro", " ron rum romanian moldavian moldovan romana română "},
    {"ru", " rus russian русский "},
    {"rw", " kin kinyarwanda "},
    {"sa", " san sanskrit "},
    {"sc", " srd sardinian "},
    {"sd", " snd sindhi "},
    {"se", " sme northern_sami "},
    {"sg", " sag sango "},
    {"si", " sin sinhala sinhalese "},
    {"sk", " slk slo slovak slovenčina "},
    {"sl", " slv slovenian slovenščina "},
    {"sm", " smo samoan "},
    {"sn", " sna shona "},
    {"so", " som somali "},
    {"sq", " sqi alb albanian shqip "},
    {"sr", " srp serbian srpski "},
    {"ss", " ssw swati "},
    {"st", " sot sotho "},
    {"su", " sun sundanese "},
    {"sv", " swe swedish svenska "},
    {"sw", " swa swahili "},
    {"ta", " tam tamil "},
    {"te", " tel telugu "},
    {"tg", " tgk tajik "},
    {"th", " tha thai ไทย "},
    {"ti", " tir tigrinya "},
    {"tk", " tuk turkmen "},
    {"tl", " tgl tagalog filipino "},
    {"tn", " tsn tswana "},
    {"to", " ton tonga "},
    {"tr", " tur turkish turkce türkçe "},
    {"ts", " tso tsonga "},
    {"tt", " tat tatar "},
    {"tw", " twi twi "},
    {"ty", " tah tahitian "},
    {"ug", " uig uighur uyghur "},
    {"uk", " ukr ukrainian українська "},
    {"ur", " urd urdu "},
    {"uz", " uzb uzbek "},
    {"ve", " ven venda "},
    {"vi", " vie vietnamese tiếng_việt "},
    {"vo", " vol volapük "},
    {"wa", " wln walloon "},
    {"wo", " wol wolof "},
    {"xh", " xho xhosa "},
    {"yi", " yid yiddish "},
    {"yo", " yor yoruba "},
    {"za", " zha zhuang chuang "},
    {"zh", " zho chi chinese mandarin 中文 "},
    {"zu", " zul zulu "},
}};

constexpr std::size_t kLongestName = 64;

bool is_letter(char c) {
  return ascii::is_letter(c) || ascii::is_high(c);
}

// The name in lower case with '_' for what is between its words; without a region or a remark.
std::string folded_name(std::string_view written) {
  std::string name;
  for (const char c : written.substr(0, written.find_first_of("(;,/"))) {
    if (is_letter(c)) {
      name += ascii::to_lower(c);
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  while (name.ends_with('_')) name.pop_back();
  return name;
}

std::string_view code_of_name(std::string_view name) {
  const std::string word = ' ' + std::string(name) + ' ';
  const auto has = [&](const Language& language) {
    return language.names.find(word) != std::string_view::npos;
  };
  const auto found = std::ranges::find_if(kLanguages, has);
  return found != kLanguages.end() ? found->code : std::string_view{};
}

}  // namespace

std::string language_code(std::string_view written) {
  if (written.size() == 2 && std::ranges::all_of(written, ascii::is_lower)) {
    return std::string(written);
  }
  if (written.size() > kLongestName) return {};
  const std::string name = folded_name(written);
  if (const auto code = code_of_name(name); !code.empty()) return std::string(code);
  const std::string first = name.substr(0, name.find('_'));
  if (const auto code = code_of_name(first); !code.empty()) return std::string(code);
  const bool is_code = first.size() == 2 || first.size() == 3;
  return is_code && std::ranges::all_of(first, ascii::is_lower) ? first : std::string();
}

}  // namespace dateline
