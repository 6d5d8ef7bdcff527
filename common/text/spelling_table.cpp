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
    "itism "
    "y ies ize izes ized izing"sv;

constexpr std::array kOther = {
    // -re
    SpellingEntry{"centre", "center", "- s"},
    SpellingEntry{"centred", "centered", "-"},
    SpellingEntry{"centring", "centering", "-"},
    SpellingEntry{"epicentre", "epicenter", "- s"},
    SpellingEntry{"theatre", "theater", "- s goer goers"},
    SpellingEntry{"amphitheatre", "amphitheater", "- s"},
    SpellingEntry{"metre", "meter", "- s"},
    SpellingEntry{"kilometre", "kilometer", "- s"},
    SpellingEntry{"centimetre", "centimeter", "- s"},
    SpellingEntry{"millimetre", "millimeter", "- s"},
    SpellingEntry{"nanometre", "nanometer", "- s"},
    SpellingEntry{"litre", "liter", "- s"},
    SpellingEntry{"millilitre", "milliliter", "- s"},
    SpellingEntry{"hectolitre", "hectoliter", "- s"},
    SpellingEntry{"fibre", "fiber", "- s glass"},
    SpellingEntry{"calibre", "caliber", "- s"},
    SpellingEntry{"sabre", "saber", "- s"},
    SpellingEntry{"spectre", "specter", "- s"},
    SpellingEntry{"sceptre", "scepter", "- s"},
    SpellingEntry{"sepulchre", "sepulcher", "- s"},
    SpellingEntry{"meagre", "meager", "- ly"},
    SpellingEntry{"sombre", "somber", "- ly"},
    SpellingEntry{"lustre", "luster", "-"},
    SpellingEntry{"mitre", "miter", "- s"},
    SpellingEntry{"saltpetre", "saltpeter", "-"},
    SpellingEntry{"ochre", "ocher", "-"},
    SpellingEntry{"goitre", "goiter", "- s"},
    SpellingEntry{"reconnoitre", "reconnoiter", "- s"},
    SpellingEntry{"manoeuvre", "maneuver", "- s"},
    SpellingEntry{"manoeuvred", "maneuvered", "-"},
    SpellingEntry{"manoeuvring", "maneuvering", "- s"},
    SpellingEntry{"manoeuvrab", "maneuverab", "le ility"},
    // -ce
    SpellingEntry{"defence", "defense", "- s less"},
    SpellingEntry{"offence", "offense", "- s"},
    SpellingEntry{"pretence", "pretense", "- s"},
    SpellingEntry{"licence", "license", "- s d"},
    SpellingEntry{"licencing", "licensing", "-"},
    SpellingEntry{"practis", "practic", "e es ed ing"},
    // -yse
    SpellingEntry{"analys", "analyz", "e ed er ers ing"},
    SpellingEntry{"psychoanalys", "psychoanalyz", "e ed ing"},
    SpellingEntry{"paralys", "paralyz", "e ed ing"},
    SpellingEntry{"catalys", "catalyz", "e ed er ers ing"},
    SpellingEntry{"hydrolys", "hydrolyz", "e ed ing"},
    SpellingEntry{"breathalys", "breathalyz", "e ed er ers ing"},
    // -ogue
    SpellingEntry{"catalogu", "catalog", "ed ing er ers"},
    SpellingEntry{"catalogue", "catalog", "- s"},
    SpellingEntry{"dialogue", "dialog", "- s"},
    SpellingEntry{"analogue", "analog", "- s"},
    SpellingEntry{"travelogue", "travelog", "- s"},
    SpellingEntry{"homologue", "homolog", "- s"},
    // l and ll beyond the verbs
    SpellingEntry{"counsellor", "counselor", "- s"},
    SpellingEntry{"councillor", "councilor", "- s"},
    SpellingEntry{"marvellous", "marvelous", "- ly"},
    SpellingEntry{"libellous", "libelous", "- ly"},
    SpellingEntry{"jewellery", "jewelry", "-"},
    SpellingEntry{"woollen", "woolen", "- s"},
    SpellingEntry{"medallist", "medalist", "- s"},
    SpellingEntry{"panellist", "panelist", "- s"},
    SpellingEntry{"duellist", "duelist", "- s"},
    SpellingEntry{"tranquillity", "tranquility", "-"},
    SpellingEntry{"tranquilliz", "tranquiliz", "e es ed er ers ing"},
    SpellingEntry{"skilful", "skillful", "- ly ness"},
    SpellingEntry{"wilful", "willful", "- ly ness"},
    SpellingEntry{"fulfil", "fulfill", "- s ment"},
    SpellingEntry{"enrol", "enroll", "- s ment ments"},
    SpellingEntry{"instil", "instill", "- s"},
    SpellingEntry{"distil", "distill", "- s"},
    SpellingEntry{"appal", "appall", "- s"},
    SpellingEntry{"enthral", "enthrall", "- s"},
    SpellingEntry{"instalment", "installment", "- s"},
    // ae, oe
    SpellingEntry{"anaem", "anem", "ia ias ic"},
    SpellingEntry{"leukaemi", "leukemi", "a as c"},
    SpellingEntry{"septicaemi", "septicemi", "a c"},
    SpellingEntry{"ischaemi", "ischemi", "a c"},
    SpellingEntry{"hypoglycaemi", "hypoglycemi", "a c"},
    SpellingEntry{"hyperglycaemi", "hyperglycemi", "a c"},
    SpellingEntry{
        "anaesthe", "anesthe",
        "sia sias siology siologist siologists tic tics tist tists tize tizes tized tizing"},
    SpellingEntry{"paediatric", "pediatric", "- s ian ians"},
    SpellingEntry{"paedophil", "pedophil", "e es ia iac"},
    SpellingEntry{"orthopaedic", "orthopedic", "- s ally"},
    SpellingEntry{"orthopaedist", "orthopedist", "- s"},
    SpellingEntry{"encyclopaedi", "encyclopedi", "a as c"},
    SpellingEntry{"haemorrhag", "hemorrhag", "e es ed ing ic"},
    SpellingEntry{"haemorrhoid", "hemorrhoid", "- s al"},
    SpellingEntry{"haemophili", "hemophili", "a ac acs"},
    SpellingEntry{"haemoglobin", "hemoglobin", "-"},
    SpellingEntry{"haematolog", "hematolog", "y ist ists ical"},
    SpellingEntry{"haematoma", "hematoma", "- s"},
    SpellingEntry{"gynaecolog", "gynecolog", "y ist ists ical"},
    SpellingEntry{"palaeontolog", "paleontolog", "y ist ists ical"},
    SpellingEntry{"palaeolithic", "paleolithic", "-"},
    SpellingEntry{"archaeolog", "archeolog", "y ist ists ical ically"},
    SpellingEntry{"aetiolog", "etiolog", "y ical"},
    SpellingEntry{"aesthetic", "esthetic", "- s ally"},
    SpellingEntry{"mediaeval", "medieval", "- ist ists"},
    SpellingEntry{"primaeval", "primeval", "-"},
    SpellingEntry{"caesarean", "cesarean", "- s"},
    SpellingEntry{"faec", "fec", "es al"},
    SpellingEntry{"oestr", "estr", "ogen ogens ogenic us"},
    SpellingEntry{"oesophag", "esophag", "us eal"},
    SpellingEntry{"foet", "fet", "us uses al"},
    SpellingEntry{"diarrhoea", "diarrhea", "- l"},
    SpellingEntry{"gonorrhoea", "gonorrhea", "-"},
    SpellingEntry{"apnoea", "apnea", "-"},
    SpellingEntry{"oedema", "edema", "-"},
    SpellingEntry{"coeliac", "celiac", "- s"},
    SpellingEntry{"homoeopath", "homeopath", "- s y ic"},
    SpellingEntry{"amoeba", "ameba", "- s"},
    // single words
    SpellingEntry{"grey", "gray", "- s ed er est ing ish ness"},
    SpellingEntry{"programme", "program", "- s"},
    SpellingEntry{"plough", "plow", "- s ed ing man men share shares"},
    SpellingEntry{"snowplough", "snowplow", "- s"},
    SpellingEntry{"mould", "mold", "- s ed ing ings y ier iest"},
    SpellingEntry{"smoulder", "smolder", "- s ed ing"},
    SpellingEntry{"moult", "molt", "- s ed ing"},
    SpellingEntry{"sceptic", "skeptic", "- s al ally ism"},
    SpellingEntry{"aluminium", "aluminum", "-"},
    SpellingEntry{"aeroplane", "airplane", "- s"},
    SpellingEntry{"artefact", "artifact", "- s"},
    SpellingEntry{"cos", "coz", "y ier iest ily iness ied ying ies"},
    SpellingEntry{"pyjama", "pajama", "- s"},
    SpellingEntry{"moustache", "mustache", "- s d"},
    SpellingEntry{"doughnut", "donut", "- s"},
    SpellingEntry{"omelette", "omelet", "- s"},
    SpellingEntry{"gaol", "jail", "- s ed er ers ing"},
    SpellingEntry{"ageing", "aging", "-"},
    SpellingEntry{"judgement", "judgment", "- s al"},
    SpellingEntry{"acknowledgement", "acknowledgment", "- s"},
    SpellingEntry{"abridgement", "abridgment", "- s"},
    SpellingEntry{"likeabl", "likabl", "e y"},
    SpellingEntry{"sizeabl", "sizabl", "e y"},
    SpellingEntry{"saleable", "salable", "-"},
    SpellingEntry{"liveable", "livable", "-"},
    SpellingEntry{"whisky", "whiskey", "-"},
    SpellingEntry{"whiskies", "whiskeys", "-"},
    SpellingEntry{"yoghurt", "yogurt", "- s"},
    SpellingEntry{"enquir", "inquir", "e es ed er ers ing ingly y ies"},
    SpellingEntry{"despatch", "dispatch", "- es ed er ers ing"},
    SpellingEntry{"disc", "disk", "- s"},
    SpellingEntry{"furore", "furor", "- s"},
    SpellingEntry{"gramme", "gram", "- s"},
    SpellingEntry{"kilogramme", "kilogram", "- s"},
    SpellingEntry{"connexion", "connection", "- s"},
    SpellingEntry{"sulph", "sulf", "ur uric urous ate ates ide ides ite ites"},
    SpellingEntry{"tsar", "czar", "- s ist ists"},
    SpellingEntry{"phoney", "phony", "-"},
    SpellingEntry{"pedlar", "peddler", "- s"},
    SpellingEntry{"carburettor", "carburetor", "- s"},
    SpellingEntry{"chequered", "checkered", "-"},
    SpellingEntry{"mollusc", "mollusk", "- s"},
    SpellingEntry{"titbit", "tidbit", "- s"},
    SpellingEntry{"worshipp", "worship", "ed er ers ing"},
    SpellingEntry{"kidnapp", "kidnap", "ed er ers ing ings"},
    SpellingEntry{"behove", "behoove", "- s d"},
    SpellingEntry{"cypher", "cipher", "- s"},
    SpellingEntry{"guerilla", "guerrilla", "- s"},
    SpellingEntry{"calliper", "caliper", "- s"},
    SpellingEntry{"chilli", "chili", "- es"},
};

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
