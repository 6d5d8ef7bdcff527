// Words that stand beside printed dates and are no part of them, folded as fold_date() does.
#pragma once

#include <array>
#include <string_view>

namespace dateline::indexer {

// clang-format off
// Of editions, where one of the nouns stands too: "Late City Final".
inline constexpr auto kEditionWords = std::to_array<std::string_view>({
    "afternoon", "city", "correction", "daily", "early", "edition", "edicion", "evening", "final",
    "fifth", "first", "five", "four", "fourth", "home", "international", "late", "main", "metro",
    "metropolitan", "midday", "morning", "national", "night", "one", "region", "regional",
    "replate", "second", "star", "state", "suburban", "sunday", "third", "three", "two", "valley",
    "weekend", "zone"});
inline constexpr auto kEditionNouns = std::to_array<std::string_view>(
    {"edition", "edicion", "final", "replate"});
// A number stands behind them that is of no date: "Vol. 3, No. 12".
inline constexpr auto kNumberingWords = std::to_array<std::string_view>({
    "ausgabe", "band", "chapter", "ed", "edition", "heft", "issue", "jahrgang", "no", "nr", "num",
    "number", "p", "page", "pages", "pag", "pagina", "part", "pg", "pp", "s", "sec", "section",
    "seite", "str", "strona", "v", "vol", "volume"});
// The same at the end of a line of text.
inline constexpr auto kPageWords = std::to_array<std::string_view>(
    {"p", "page", "pag", "pagina", "pg", "pp", "seite"});
// Beside "published" and "updated": "first published online on".
inline constexpr auto kBesideLabels = std::to_array<std::string_view>({
    "article", "at", "by", "first", "last", "lastly", "letzte", "mis", "mise", "on", "online",
    "originally", "print", "story", "time", "was", "web", "zuletzt"});
// Of zones in words, where "time" stands too: "Eastern Daylight Time".
inline constexpr auto kZoneWords = std::to_array<std::string_view>({
    "atlantic", "australian", "central", "daylight", "eastern", "european", "greenwich", "india", "indian",
    "japan", "korea", "local", "mean", "mountain", "pacific", "standard", "summer", "time"});
inline constexpr auto kAmericanZones = std::to_array<std::string_view>(
    {"central", "eastern", "mountain", "pacific"});
inline constexpr auto kOtherContinents = std::to_array<std::string_view>(
    {"australian", "european"});
// Beside a year that is all that is known: "Summer 1899", "c. 1899".
inline constexpr auto kBesideYears = std::to_array<std::string_view>({
    "about", "approximately", "approx", "autumn", "autunno", "automne", "c", "ca", "circa",
    "copyright", "estate", "ete", "fall", "fruhjahr", "fruhling", "herbst", "hiver", "invierno",
    "inverno", "otono", "outono", "primavera", "printemps", "q", "quarter", "sommer", "spring",
    "st", "summer", "um", "verano", "verao", "vers", "winter", "year"});
// Between the ends of a range.
inline constexpr auto kConnecting = std::to_array<std::string_view>(
    {"-", "/", "&", "and", "au", "al", "bis", "et", "i", "och", "og", "thru", "through", "to",
     "und", "until", "y"});
// Labels that promise a day and do not say of which version.
inline constexpr auto kWeakLabels = std::to_array<std::string_view>(
    {"date", "dated", "datum", "fecha", "дата"});
// clang-format on

}  // namespace dateline::indexer
