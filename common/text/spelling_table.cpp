#include "common/text/spelling_table.h"

#include <array>

namespace dateline {
namespace {

using namespace std::string_view_literals;

constexpr std::array kDoubledL = {
    "apparel"sv, "barrel"sv,  "bevel"sv,  "bushel"sv,   "cancel"sv, "channel"sv, "chisel"sv,
    "counsel"sv, "devil"sv,   "dial"sv,   "dishevel"sv, "drivel"sv, "duel"sv,    "enamel"sv,
    "equal"sv,   "fuel"sv,    "funnel"sv, "gambol"sv,   "gravel"sv, "grovel"sv,  "gruel"sv,
    "imperil"sv, "initial"sv, "jewel"sv,  "kennel"sv,   "label"sv,  "level"sv,   "libel"sv,
    "marshal"sv, "marvel"sv,  "model"sv,  "panel"sv,    "parcel"sv, "pedal"sv,   "pencil"sv,
    "pummel"sv,  "quarrel"sv, "refuel"sv, "remodel"sv,  "revel"sv,  "rival"sv,   "shovel"sv,
    "shrivel"sv, "signal"sv,  "snivel"sv, "snorkel"sv,  "spiral"sv, "stencil"sv, "swivel"sv,
    "tassel"sv,  "total"sv,   "towel"sv,  "travel"sv,   "trowel"sv, "tunnel"sv,  "unravel"sv,
    "victual"sv, "weasel"sv,  "yodel"sv,
};

constexpr std::array kOur = {
    "arb"sv,      "ard"sv,    "arm"sv,       "behavi"sv,    "cand"sv,     "clam"sv,   "clang"sv,
    "col"sv,      "demean"sv, "discol"sv,    "dishon"sv,    "disfav"sv,   "dol"sv,    "enam"sv,
    "endeav"sv,   "fav"sv,    "ferv"sv,      "flav"sv,      "glam"sv,     "harb"sv,   "hon"sv,
    "hum"sv,      "lab"sv,    "misbehavi"sv, "misdemean"sv, "multicol"sv, "neighb"sv, "od"sv,
    "parl"sv,     "ranc"sv,   "rig"sv,       "rum"sv,       "savi"sv,     "sav"sv,    "splend"sv,
    "succ"sv,     "tricol"sv, "tum"sv,       "unfav"sv,     "val"sv,      "vap"sv,    "vig"sv,
    "watercol"sv,
};

constexpr auto kOurEndings =
    "- s ed ing ings er ers able ably ful fully less hood hoods ly al ally ism ist ists ite ites "
    "itism y ies ize izes ized izing"sv;

// clang-format off
constexpr auto kOther = std::to_array<SpellingEntry>({
    // -re
    {"centre", "center", "- s"}, {"centred", "centered", "-"}, {"centring", "centering", "-"},
    {"epicentre", "epicenter", "- s"}, {"theatre", "theater", "- s goer goers"},
    {"amphitheatre", "amphitheater", "- s"}, {"metre", "meter", "- s"},
    {"kilometre", "kilometer", "- s"}, {"centimetre", "centimeter", "- s"},
    {"millimetre", "millimeter", "- s"}, {"nanometre", "nanometer", "- s"},
    {"litre", "liter", "- s"}, {"millilitre", "milliliter", "- s"},
    {"hectolitre", "hectoliter", "- s"}, {"fibre", "fiber", "- s glass"},
    {"calibre", "caliber", "- s"}, {"sabre", "saber", "- s"}, {"spectre", "specter", "- s"},
    {"sceptre", "scepter", "- s"}, {"sepulchre", "sepulcher", "- s"}, {"meagre", "meager", "- ly"},
    {"sombre", "somber", "- ly"}, {"lustre", "luster", "-"}, {"mitre", "miter", "- s"},
    {"saltpetre", "saltpeter", "-"}, {"ochre", "ocher", "-"}, {"goitre", "goiter", "- s"},
    {"reconnoitre", "reconnoiter", "- s"}, {"manoeuvre", "maneuver", "- s"},
    {"manoeuvred", "maneuvered", "-"}, {"manoeuvring", "maneuvering", "- s"},
    {"manoeuvrab", "maneuverab", "le ility"},
    // -ce
    {"defence", "defense", "- s less"}, {"offence", "offense", "- s"},
    {"pretence", "pretense", "- s"}, {"licence", "license", "- s d"},
    {"licencing", "licensing", "-"}, {"practis", "practic", "e es ed ing"},
    // -yse
    {"analys", "analyz", "e ed er ers ing"}, {"psychoanalys", "psychoanalyz", "e ed ing"},
    {"paralys", "paralyz", "e ed ing"}, {"catalys", "catalyz", "e ed er ers ing"},
    {"hydrolys", "hydrolyz", "e ed ing"}, {"breathalys", "breathalyz", "e ed er ers ing"},
    // -ogue
    {"catalogu", "catalog", "ed ing er ers"}, {"catalogue", "catalog", "- s"},
    {"dialogue", "dialog", "- s"}, {"analogue", "analog", "- s"}, {"travelogue", "travelog", "- s"},
    {"homologue", "homolog", "- s"},
    // l and ll beyond the verbs
    {"counsellor", "counselor", "- s"}, {"councillor", "councilor", "- s"},
    {"marvellous", "marvelous", "- ly"}, {"libellous", "libelous", "- ly"},
    {"jewellery", "jewelry", "-"}, {"woollen", "woolen", "- s"}, {"medallist", "medalist", "- s"},
    {"panellist", "panelist", "- s"}, {"duellist", "duelist", "- s"},
    {"tranquillity", "tranquility", "-"}, {"tranquilliz", "tranquiliz", "e es ed er ers ing"},
    {"skilful", "skillful", "- ly ness"}, {"wilful", "willful", "- ly ness"},
    {"fulfil", "fulfill", "- s ment"}, {"enrol", "enroll", "- s ment ments"},
    {"instil", "instill", "- s"}, {"distil", "distill", "- s"}, {"appal", "appall", "- s"},
    {"enthral", "enthrall", "- s"}, {"instalment", "installment", "- s"},
    // ae, oe
    {"anaem", "anem", "ia ias ic"}, {"leukaemi", "leukemi", "a as c"},
    {"septicaemi", "septicemi", "a c"}, {"ischaemi", "ischemi", "a c"},
    {"hypoglycaemi", "hypoglycemi", "a c"}, {"hyperglycaemi", "hyperglycemi", "a c"},
    {"anaesthe", "anesthe", "sia sias siology siologist siologists tic tics tist tists tize tizes tized tizing"},
    {"paediatric", "pediatric", "- s ian ians"}, {"paedophil", "pedophil", "e es ia iac"},
    {"orthopaedic", "orthopedic", "- s ally"}, {"orthopaedist", "orthopedist", "- s"},
    {"encyclopaedi", "encyclopedi", "a as c"}, {"haemorrhag", "hemorrhag", "e es ed ing ic"},
    {"haemorrhoid", "hemorrhoid", "- s al"}, {"haemophili", "hemophili", "a ac acs"},
    {"haemoglobin", "hemoglobin", "-"}, {"haematolog", "hematolog", "y ist ists ical"},
    {"haematoma", "hematoma", "- s"}, {"gynaecolog", "gynecolog", "y ist ists ical"},
    {"palaeontolog", "paleontolog", "y ist ists ical"}, {"palaeolithic", "paleolithic", "-"},
    {"archaeolog", "archeolog", "y ist ists ical ically"}, {"aetiolog", "etiolog", "y ical"},
    {"aesthetic", "esthetic", "- s ally"}, {"mediaeval", "medieval", "- ist ists"},
    {"primaeval", "primeval", "-"}, {"caesarean", "cesarean", "- s"}, {"faec", "fec", "es al"},
    {"oestr", "estr", "ogen ogens ogenic us"}, {"oesophag", "esophag", "us eal"},
    {"foet", "fet", "us uses al"}, {"diarrhoea", "diarrhea", "- l"},
    {"gonorrhoea", "gonorrhea", "-"}, {"apnoea", "apnea", "-"}, {"oedema", "edema", "-"},
    {"coeliac", "celiac", "- s"}, {"homoeopath", "homeopath", "- s y ic"},
    {"amoeba", "ameba", "- s"},
    // single words
    {"grey", "gray", "- s ed er est ing ish ness"}, {"programme", "program", "- s"},
    {"plough", "plow", "- s ed ing man men share shares"}, {"snowplough", "snowplow", "- s"},
    {"mould", "mold", "- s ed ing ings y ier iest"}, {"smoulder", "smolder", "- s ed ing"},
    {"moult", "molt", "- s ed ing"}, {"sceptic", "skeptic", "- s al ally ism"},
    {"aluminium", "aluminum", "-"}, {"aeroplane", "airplane", "- s"},
    {"artefact", "artifact", "- s"}, {"cos", "coz", "y ier iest ily iness ied ying ies"},
    {"pyjama", "pajama", "- s"}, {"moustache", "mustache", "- s d"}, {"doughnut", "donut", "- s"},
    {"omelette", "omelet", "- s"}, {"gaol", "jail", "- s ed er ers ing"}, {"ageing", "aging", "-"},
    {"judgement", "judgment", "- s al"}, {"acknowledgement", "acknowledgment", "- s"},
    {"abridgement", "abridgment", "- s"}, {"likeabl", "likabl", "e y"},
    {"sizeabl", "sizabl", "e y"}, {"saleable", "salable", "-"}, {"liveable", "livable", "-"},
    {"whisky", "whiskey", "-"}, {"whiskies", "whiskeys", "-"}, {"yoghurt", "yogurt", "- s"},
    {"enquir", "inquir", "e es ed er ers ing ingly y ies"},
    {"despatch", "dispatch", "- es ed er ers ing"}, {"disc", "disk", "- s"},
    {"furore", "furor", "- s"}, {"gramme", "gram", "- s"}, {"kilogramme", "kilogram", "- s"},
    {"connexion", "connection", "- s"},
    {"sulph", "sulf", "ur uric urous ate ates ide ides ite ites"}, {"tsar", "czar", "- s ist ists"},
    {"phoney", "phony", "-"}, {"pedlar", "peddler", "- s"}, {"carburettor", "carburetor", "- s"},
    {"chequered", "checkered", "-"}, {"mollusc", "mollusk", "- s"}, {"titbit", "tidbit", "- s"},
    {"worshipp", "worship", "ed er ers ing"}, {"kidnapp", "kidnap", "ed er ers ing ings"},
    {"behove", "behoove", "- s d"}, {"cypher", "cipher", "- s"}, {"guerilla", "guerrilla", "- s"},
    {"calliper", "caliper", "- s"}, {"chilli", "chili", "- es"},
});
// clang-format on

constexpr std::array kOnlyIse = {
    "anis"sv,       "aris"sv,       "assis"sv,    "belis"sv,    "capsis"sv,     "ceris"sv,
    "chemis"sv,     "chrysalis"sv,  "clitoris"sv, "concis"sv,   "demis"sv,      "denis"sv,
    "despis"sv,     "devis"sv,      "downsis"sv,  "eglis"sv,    "elis"sv,       "excis"sv,
    "highris"sv,    "ibis"sv,       "incis"sv,    "iris"sv,     "maitris"sv,    "mantis"sv,
    "marchandis"sv, "metropolis"sv, "midsis"sv,   "moonris"sv,  "mortis"sv,     "outsis"sv,
    "oversis"sv,    "payris"sv,     "pelvis"sv,   "penis"sv,    "portcullis"sv, "premis"sv,
    "remis"sv,      "resis"sv,      "rightsis"sv, "sunris"sv,   "supersis"sv,   "surmis"sv,
    "tennis"sv,     "treatis"sv,    "trellis"sv,  "undersis"sv, "upsis"sv,      "valis"sv,
    "venis"sv,
};

constexpr std::array kEndInIse = {
    "advertis"sv, "advis"sv,    "chastis"sv,    "circumcis"sv, "exercis"sv, "expertis"sv,
    "franchis"sv, "improvis"sv, "merchandis"sv, "paradis"sv,   "practis"sv, "precis"sv,
    "pris"sv,     "promis"sv,   "revis"sv,      "supervis"sv,  "televis"sv,
};

}  // namespace

std::span<const std::string_view> verbs_that_double_l() {
  return kDoubledL;
}
std::span<const std::string_view> stems_in_our() {
  return kOur;
}
std::string_view endings_after_our() {
  return kOurEndings;
}
std::span<const SpellingEntry> other_spellings() {
  return kOther;
}
std::span<const std::string_view> words_only_in_ise() {
  return kOnlyIse;
}

std::span<const std::string_view> ends_only_in_ise() {
  return kEndInIse;
}

}  // namespace dateline
