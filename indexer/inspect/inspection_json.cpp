#include <nlohmann/json.hpp>

#include "common/publication_time.h"
#include "indexer/inspect/inspection.h"

namespace dateline::indexer {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Survey::Sources& sources) {
  Json list = Json::array();
  for (const auto& [name, source] : sources) {
    list.push_back({{"from", name}, {"articles", source.articles}, {"example", source.example}});
  }
  return list;
}

Json to_json(const UnusedFields& fields) {
  Json list = Json::array();
  for (const auto& [name, field] : fields) {
    list.push_back({{"field", name},
                    {"articles", field.articles},
                    {"longest_bytes", field.longest},
                    {"example", field.example}});
  }
  return list;
}

Json to_json(const std::map<std::string, Met>& met) {
  Json list = Json::array();
  for (const auto& [reason, same] : met) {
    list.push_back({{"reason", reason}, {"times", same.times}, {"first", same.first}});
  }
  return list;
}

Json parts_to_json(const Inspection& inspection) {
  Json parts = Json::object();
  for (std::size_t role = 0; role < kRoles; ++role) {
    parts[std::string(kPartNames[role])] = {
        {"articles", inspection.have[role]},
        {"from", to_json(inspection.notes.survey->parts[role])}};
  }
  return parts;
}

Json to_json(const ExampleArticle& example) {
  const Article& article = example.article;
  Json fields = Json::array();
  for (const ArchiveField& field : article.fields) fields.push_back({field.name, field.value});
  const Json date = article.published.dated() ? Json(to_iso(article.published)) : Json();
  return {{"where", example.where},
          {"id", article.id},
          {"headline", article.headline},
          {"published", date},
          {"source", article.source},
          {"agency", article.agency},
          {"byline", article.byline},
          {"place", article.place},
          {"section", article.section},
          {"url", article.url},
          {"language", article.language},
          {"fields", std::move(fields)},
          {"text", article.body.substr(0, 1000)}};
}

Json headline_like_to_json(const std::vector<HeadlineLike>& values) {
  Json list = Json::array();
  for (const auto& [role, value, articles] : values) {
    list.push_back({{"part", kPartNames[static_cast<std::size_t>(role)]},
                    {"value", value},
                    {"articles", articles}});
  }
  return list;
}

Json notes_to_json(const Inspection& inspection) {
  const SourceNotes& notes = inspection.notes;
  Json encodings = Json::array();
  for (const auto& [name, note] : notes.encodings) {
    encodings.push_back({{"name", name}, {"articles", note.articles}, {"first", note.first}});
  }
  return {{"encodings", std::move(encodings)},
          {"mended", notes.mended},
          {"repaired", notes.repaired},
          {"unread_dates", notes.unread_dates},
          {"cut_short", notes.cut_short},
          {"described", notes.described},
          {"days", inspection.day_orders},
          {"textless", notes.textless.articles},
          {"textless_fields", to_json(notes.textless.unused)}};
}

}  // namespace

std::string to_json(const Inspection& inspection) {
  Json examples = Json::array();
  for (const ExampleArticle& example : inspection.examples) examples.push_back(to_json(example));
  const Sample& sample = inspection.sample;
  const Json json = {{"read",
                      {{"what", extent_of(inspection)},
                       {"whole", sample.is_whole() && !inspection.is_cut},
                       {"files", sample.is_whole() ? sample.files_in_all : sample.files.size()},
                       {"files_in_all", sample.files_in_all},
                       {"bytes_in_all", sample.bytes_in_all},
                       {"record_bytes", inspection.bytes_read}}},
                     {"articles", inspection.articles},
                     {"empty", inspection.empty},
                     {"forms", inspection.forms},
                     {"refused", to_json(inspection.refused)},
                     {"no_articles", to_json(inspection.no_articles)},
                     {"passed_over", inspection.passed_over.files},
                     {"parts", parts_to_json(inspection)},
                     {"date_forms", to_json(inspection.notes.survey->dates)},
                     {"languages", inspection.languages},
                     {"unused_fields", to_json(inspection.notes.survey->unused)},
                     {"headline_like", headline_like_to_json(inspection.headline_like)},
                     {"notes", notes_to_json(inspection)},
                     {"examples", std::move(examples)}};
  // In ASCII, for articles may hold what drives a terminal.
  return json.dump(1, ' ', true, Json::error_handler_t::replace) + '\n';
}

}  // namespace dateline::indexer
