#include "indexer/sources/text_encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/ucnv.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/unicode.h"

namespace dateline::indexer {
namespace {

std::string encoded(std::string_view utf8, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &error);
  EXPECT_TRUE(U_SUCCESS(error)) << encoding;
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::string bytes(utf8.size() * 2 + 16, '\0');
  const auto size = ucnv_fromAlgorithmic(converter, UCNV_UTF8, bytes.data(),
                                         static_cast<std::int32_t>(bytes.size()), utf8.data(),
                                         static_cast<std::int32_t>(utf8.size()), &error);
  EXPECT_TRUE(U_SUCCESS(error)) << encoding << ": " << u_errorName(error);
  ucnv_close(converter);
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

struct Story {
  std::vector<const char*> encodings;
  std::string_view brief;  // a headline and a sentence
  std::string_view rest;
};

const std::vector<Story>& stories() {
  static const std::vector<Story> all = {
      {{"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "x-mac-cyrillic"},
       "Паромы не вышли из порта\n\nВласти острова в среду утром закрыли для людей старый причал.",
       " Торговцы сказали, что их не предупредили и что они пойдут в суд. Мэр объяснила решение "
       "тем, "
       "что крыша здания больше не выдерживает снега. Новый рынок построят через три года у "
       "северного причала, если деньги найдутся."},
      {{"windows-1251", "KOI8-U"},
       "Пороми не вийшли з порту\n\nВлада острова в середу вранці закрила для людей старий причал.",
       " Торговці сказали, що їх не попередили і що вони підуть до суду. Мерка пояснила рішення "
       "тим, що дах будівлі більше не витримує снігу."},
      {{"windows-1251"},
       "Фериботите останаха в пристанището\n\nВластите на острова затвориха стария кей.",
       " Търговците казаха, че никой не ги е предупредил и че ще отидат в съда. Кметът обясни, че "
       "покривът на сградата вече не издържа снега."},
      {{"windows-1250", "ISO-8859-2"},
       "Trajekty zůstaly v přístavu\n\nÚřad ostrova ve středu ráno uzavřel staré molo.",
       " Obchodníci řekli, že je nikdo nevaroval a že půjdou k soudu. Starostka řekla, že střecha "
       "budovy už neunese sníh. Nový trh vznikne za tři roky u severního mola."},
      {{"windows-1250", "ISO-8859-2"},
       "Promy zostały w porcie\n\nRada miasta zamknęła w poniedziałek rano stary targ rybny.",
       " Kupcy powiedzieli, że nikt ich nie uprzedził i że pójdą do sądu. Burmistrz wyjaśniła, że "
       "dach budynku nie wytrzyma już śniegu."},
      {{"windows-1250", "ISO-8859-2"},
       "A kompok a kikötőben maradtak\n\nA városi tanács hétfőn reggel bezárta a régi halpiacot.",
       " A kereskedők azt mondták, hogy senki sem figyelmeztette őket, és bírósághoz fordulnak. A "
       "polgármester szerint az épület teteje már nem bírja el a havat, és az új csarnok három "
       "éven "
       "belül készülhet el."},
      {{"windows-1254", "ISO-8859-9"},
       "Feribotlar limanda kaldı\n\nŞehir meclisi pazartesi sabahı eski balık pazarını kapattı.",
       " Esnaf, kimsenin kendilerini uyarmadığını ve mahkemeye gideceklerini söyledi. Belediye "
       "başkanı, çatının artık karı taşıyamadığını açıkladı. Yeni pazar üç yıl içinde kurulacak."},
      {{"windows-1253", "ISO-8859-7"},
       "Τα πλοία έμειναν στο λιμάνι\n\nΤο δημοτικό συμβούλιο έκλεισε τη Δευτέρα την παλιά αγορά.",
       " Οι έμποροι είπαν ότι κανείς δεν τους προειδοποίησε και ότι θα πάνε στο δικαστήριο. Η "
       "δήμαρχος εξήγησε ότι η στέγη του κτιρίου δεν αντέχει πια το χιόνι."},
      {{"windows-1255"},
       "המעבורות נשארו בנמל\n\nמועצת העיר סגרה ביום שני בבוקר את שוק הדגים הישן של העיר.",
       " הסוחרים אמרו שאיש לא הזהיר אותם ושהם יפנו לבית המשפט. ראש העיר הסבירה שהגג כבר אינו "
       "עומד במשקל השלג."},
      {{"windows-1256", "ISO-8859-6"},
       "بقيت العبارات في الميناء\n\nأغلق مجلس المدينة صباح الاثنين سوق السمك القديم في المدينة.",
       " قال التجار إن أحدا لم يحذرهم وإنهم سيذهبون إلى المحكمة. وأوضحت رئيسة البلدية أن سقف "
       "المبنى لم يعد يتحمل الثلوج."},
      {{"windows-1257"},
       "Keltai liko uoste\n\nMiesto taryba pirmadienio rytą uždarė seną žuvies turgų prie uosto.",
       " Prekybininkai sakė, kad jų niekas neįspėjo ir kad jie kreipsis į teismą. Merė paaiškino, "
       "kad pastato stogas nebeatlaiko sniego, o naujas turgus bus pastatytas per trejus metus."},
      {{"windows-874"},
       "เรือข้ามฟากยังจอดอยู่ที่ท่าเรือ\n\nสภาเมืองปิดตลาดปลาเก่าเมื่อเช้าวันจันทร์ที่ผ่านมา",
       " พ่อค้าแม่ค้ากล่าวว่าไม่มีใครแจ้งให้ทราบล่วงหน้าและจะไปศาล นายกเทศมนตรีอธิบายว่าหลังคารับหิมะไม่ไหวแล้ว"},
      {{"Shift_JIS", "EUC-JP", "ISO-2022-JP"},
       "フェリーは港にとどまった\n\n島の役所は水曜日の朝、古い桟橋を閉めた。",
       "商人たちは、だれからも知らせを受けていないので裁判所に行くと話した。市長は、建物の屋根がも"
       "う雪に"
       "耐えられないと説明した。"},
      {{"EUC-KR"},
       "여객선은 항구에 머물렀다\n\n시의회는 월요일 아침에 오래된 수산시장을 닫았다.",
       " 상인들은 아무도 알려 주지 않았다며 법원에 가겠다고 말했다. 시장은 건물 지붕이 더 이상 "
       "눈을 견디지 "
       "못한다고 설명했다."},
      {{"GB18030"},
       "渡轮留在港口\n\n岛上的政府星期三早上关闭了旧码头，船员们说没有人通知他们。",
       "他们将向法院提出申诉。市长解释说，这座建筑的屋顶再也承受不了积雪。新市场将在三年内建成。"},
      {{"Big5"},
       "渡輪留在港口\n\n島上的政府星期三早上關閉了舊碼頭，船員們說沒有人通知他們。",
       "他們將向法院提出申訴。市長解釋說，這座建築的屋頂再也承受不了積雪。新市場將在三年內建成。"},
      {{"windows-1252", "macintosh"},
       "Die Fähren blieben im Hafen\n\nDer Rat der Stadt schloss am Montag früh die alte "
       "Fischhalle.",
       " Händler sagten, niemand habe sie gewarnt, und sie würden vor Gericht gehen. Die "
       "Bürgermeisterin erklärte, dass das Dach den Schnee nicht mehr trägt. „Das war nötig“, "
       "sagte "
       "sie. Für die neue Halle fehlt das Geld noch."},
      {{"windows-1252", "macintosh"},
       "Les bacs restent à quai\n\nLe conseil de la ville a fermé lundi matin l’ancien marché.",
       " Les commerçants ont dit que personne ne les avait prévenus et qu’ils iraient en justice. "
       "La "
       "maire a expliqué que le toit ne supportait plus la neige. Le nouveau marché sera bâti près "
       "du "
       "quai nord d’ici à trois ans, où l’été sera moins rude."},
      {{"windows-1252", "macintosh"},
       "The market is closed\n\nHarbour master René Roe said “so be it” and that nobody shouldn’t "
       "sail.",
       " The café at the quay will stay open – for now. Señor Muñoz, who sells crêpes, was not "
       "asked. It’s the third hall to go in a year."},
      {{"windows-1252"},
       "Los barcos siguen en el puerto\n\nEl ayuntamiento cerró el lunes por la mañana el mercado.",
       " Los comerciantes dijeron que nadie les avisó y que irán a los tribunales. «Mañana será "
       "otro día», añadió la alcaldesa. El año que viene habrá más."},
      {{"windows-1252"},
       "Ferjurnar fóru ekki úr höfn\n\nBæjarráðið lokaði gamla fiskmarkaðnum á mánudagsmorgun.",
       " Kaupmenn sögðu að enginn hefði varað þá við og að þeir færu fyrir dóm. Bæjarstjórinn "
       "sagði "
       "að þakið þyldi ekki snjóinn lengur."},
      {{"windows-1252", "IBM850"},
       "Le marché est fermé\n\nLa mairie a fermé le marché. Où iront les pêcheurs ? À l'île, "
       "dit-elle.",
       " Ça, personne ne le sait. Les étés y sont déjà moins rudes, et l'hôtel y est à côté."},
      {{"windows-1252"},
       "Færgerne blev i havnen\n\nByrådet lukkede mandag morgen det gamle fisketorv på øen Årø.",
       " Handlende sagde, at ingen havde advaret dem, og at de går i retten. Borgmesteren "
       "forklarede, "
       "at taget ikke længere kan bære sneen."},
  };
  return all;
}

TEST(DecodeText, ReadsOldEncodingsOfTheWorld) {
  for (const Story& story : stories()) {
    const std::string whole = std::string(story.brief) + std::string(story.rest);
    for (const char* encoding : story.encodings) {
      for (const std::string& text : {std::string(story.brief), whole, whole + "\n\n" + whole}) {
        SCOPED_TRACE(encoding);
        SCOPED_TRACE(text.substr(0, 60));
        std::string read = encoded(text, encoding);
        decode_text(read, {});
        EXPECT_EQ(read, text);
      }
    }
  }
}

TEST(DecodeText, NamesWhatItReadAs) {
  struct NameCase {
    std::string bytes, text;
    Encoding encoding;
    std::string_view name;
    bool mixed = false;
  };
  const NameCase cases[] = {
      {"plain", "plain", Encoding::kUtf8, ""},
      {"caf\u00e9", "caf\u00e9", Encoding::kUtf8, ""},
      {"\xef\xbb\xbfplain", "plain", Encoding::kUtf8, ""},
      {"caf\xe9", "caf\u00e9", Encoding::kCp1252, "windows-1252"},
      {"it\x92s \x93so\x94", "it\u2019s \u201cso\u201d", Encoding::kCp1252, "windows-1252"},
      {encoded("Паром ушёл\n\nПаром ушёл в море без людей.", "windows-1251"),
       "Паром ушёл\n\nПаром ушёл в море без людей.", Encoding::kOther, "windows-1251"},
      {encoded("Policija je rekla da je trajekt potonuo u ponedjeljak u podne. Nitko nije "
               "ozlijeđen, kaže "
               "glasnogovornik. Još uvijek se istražuje što se dogodilo.",
               "windows-1250"),
       "Policija je rekla da je trajekt potonuo u ponedjeljak u podne. Nitko nije ozlijeđen, kaže "
       "glasnogovornik. Još uvijek se istražuje što se dogodilo.",
       Encoding::kOther, "windows-1250"},
      {"Le co\xfbt: 20 \xa4 au c\xbdur", "Le co\u00fbt: 20 \u20ac au c\u0153ur", Encoding::kOther,
       "ISO-8859-15"},
      {"caf\xe9: 2\xbd-Liter, 1\xbd Liter", "caf\u00e9: 2\u00bd-Liter, 1\u00bd Liter",
       Encoding::kCp1252, "windows-1252"},
      // Lines of UTF-8 stay where others are not.
      {"caf\u00e9 \u2013 it\u2019s\ncaf\xe9 \x96 it\x92s\n",
       "caf\u00e9 \u2013 it\u2019s\ncaf\u00e9 \u2013 it\u2019s\n", Encoding::kCp1252,
       "windows-1252", true},
      {"Der Händler\n" + encoded("Паром ушёл в море без людей, сказал капитан.", "KOI8-R"),
       "Der Händler\nПаром ушёл в море без людей, сказал капитан.", Encoding::kOther, "KOI8-R",
       true},
      // Chance: the capital and the quotation mark are a character of UTF-8.
      {"\x93"
       "CAF\xc9\x94 \x93one\x94\n\x93two\x94 CAF\xc9\x94",
       "\u201cCAF\u00c9\u201d \u201cone\u201d\n\u201ctwo\u201d CAF\u00c9\u201d", Encoding::kCp1252,
       "windows-1252"},
  };
  for (const auto& [bytes, text, encoding, name, mixed] : cases) {
    SCOPED_TRACE(text);
    std::string read = bytes;
    const Decoding decoding = decode_text(read, {});
    EXPECT_EQ(read, text);
    EXPECT_EQ(decoding.encoding, encoding);
    EXPECT_EQ(decoding.name, name);
    EXPECT_EQ(decoding.mixed, mixed);
  }
}

TEST(DecodeText, ReadsWhatIsNotUtf8AsTheUserSays) {
  std::string text = "\xe4\xe0";
  EXPECT_EQ(decode_text(text, encoding_name("cp1251")).name, "windows-1251");
  EXPECT_EQ(text, "да");
  decode_text(text, encoding_name("KOI8-R"));
  EXPECT_EQ(text, "да");  // valid UTF-8 wins
  text = "caf\x8e";
  decode_text(text, encoding_name("macintosh"));
  EXPECT_EQ(text, "café");
}

TEST(EncodingName, KnowsTheUsualNames) {
  const std::pair<std::string, std::string_view> cases[] = {
      {"cp1251", "windows-1251"},
      {"Windows-1251", "windows-1251"},
      {"latin1", "windows-1252"},
      {"ISO-8859-2", "ISO-8859-2"},
      {"koi8-r", "KOI8-R"},
      {"sjis", "Shift_JIS"},
      {"no such", ""},
      {"", ""},
  };
  for (const auto& [typed, name] : cases) EXPECT_EQ(encoding_name(typed), name) << typed;
}

RC_GTEST_PROP(DecodeText, GivesValidUtf8WhateverItWas, (const std::string& bytes)) {
  std::string text = bytes;
  decode_text(text, {});
  RC_ASSERT(is_valid_utf8(text));
}

}  // namespace
}  // namespace dateline::indexer
