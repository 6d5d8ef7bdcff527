#include <fstream>
#include <nlohmann/json.hpp>

#include "benchmarks/build_time.h"
#include "common/error.h"
#include "common/index/index.h"

namespace dateline::bench {
namespace {

constexpr std::size_t kOneIn = 100;

std::string json_line(const Article& article) {
  const nlohmann::json json = {{"id", "increment of " + article.id},
                               {"headline", article.headline},
                               {"body", article.body},
                               {"byline", article.byline},
                               {"source", article.source},
                               {"section", article.section},
                               {"date", to_iso(article.published)}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace

std::size_t write_increment(const std::filesystem::path& index_dir,
                            const std::filesystem::path& file) {
  Index index = Index::open(index_dir);
  std::ofstream out(file, std::ios::binary);
  std::size_t met = 0;
  std::size_t written = 0;
  for (OpenSegment& segment : index.segments()) {
    for (ArticleNumber number = 1; number <= segment.entry.articles; ++number) {
      if (segment.deleted.contains(number) || met++ % kOneIn != 0) continue;
      out << json_line(segment.articles.article(number));
      ++written;
    }
  }
  if (!out.flush()) throw Error(ErrorKind::kSystem, "cannot write '" + file.string() + "'");
  return written;
}

}  // namespace dateline::bench
