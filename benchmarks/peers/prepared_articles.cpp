#include "benchmarks/peers/prepared_articles.h"

#include <algorithm>
#include <map>

#include "common/error.h"
#include "common/index/index.h"
#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "common/text/stemmer.h"

namespace dateline::bench {
namespace {

bool is_plain(char c) {
  return ascii::is_alphanumeric(c) || ascii::is_high(c);
}

class Writer {
 public:
  explicit Writer(const std::filesystem::path& file) : out_(file, std::ios::binary), file_(file) {}

  void write(const Article& article) {
    words_.clear();
    stems_.clear();
    Stemmer& stemmer = stemmers_.try_emplace(article.language, article.language).first->second;
    add(article.headline, stemmer);
    add(article.body, stemmer);
    std::string text = article.headline + "\n" + article.body;
    std::replace(text.begin(), text.end(), '\n', '\x01');
    const auto minutes = article.published.dated() ? article.published.local.time_since_epoch()
                                                   : std::chrono::minutes(0);
    out_ << minutes.count() << '\n' << text << '\n' << words_ << '\n' << stems_ << '\n';
  }

  void finish() {
    if (!out_.flush()) {
      throw Error(ErrorKind::kSystem, "cannot write '" + file_.string() + "'");
    }
  }

 private:
  void add(const std::string& text, Stemmer& stemmer) {
    for (const Token& token : analyser_.analyse(text)) {
      if (token.kind != TokenKind::kWord) continue;
      if (!words_.empty()) words_ += ' ';
      if (!stems_.empty()) stems_ += ' ';
      words_ += plain_spelling(token.term);
      const std::string_view key = stemmer.key(token.term);
      stems_ += plain_spelling(key.substr(key.find(':') + 1));
    }
  }

  std::ofstream out_;
  std::filesystem::path file_;
  Analyser analyser_;
  std::map<std::string, Stemmer> stemmers_;
  std::string words_;
  std::string stems_;
};

}  // namespace

std::string plain_spelling(std::string_view term) {
  std::string plain;
  bool has_capital = false;
  for (const char c : term) {
    has_capital = has_capital || ascii::is_upper(c);
    plain += is_plain(c) ? ascii::to_lower(c) : '0';
  }
  return has_capital ? plain + "0caps" : plain;
}

std::uint64_t prepare_articles(const std::filesystem::path& index_dir,
                               const std::filesystem::path& file) {
  Index index = Index::open(index_dir);
  Writer writer(file);
  std::uint64_t written = 0;
  for (OpenSegment& segment : index.segments()) {
    for (ArticleNumber number = 1; number <= segment.entry.articles; ++number) {
      if (segment.deleted.contains(number)) continue;
      writer.write(segment.articles.article(number));
      ++written;
    }
  }
  writer.finish();
  return written;
}

PreparedReader::PreparedReader(const std::filesystem::path& file) : in_(file, std::ios::binary) {
  if (!in_) throw Error(ErrorKind::kInput, "cannot read '" + file.string() + "'");
}

bool PreparedReader::next(PreparedArticle& article) {
  std::string minutes;
  if (!std::getline(in_, minutes) || !std::getline(in_, article.text) ||
      !std::getline(in_, article.words) || !std::getline(in_, article.stems)) {
    return false;
  }
  article.minutes = std::stoll(minutes);
  return true;
}

std::vector<std::string> stems_of(const std::vector<std::string>& words) {
  Stemmer english("en");
  std::vector<std::string> stems;
  for (const std::string& word : words) {
    const std::string_view key = english.key(word);
    stems.push_back(plain_spelling(key.substr(key.find(':') + 1)));
  }
  return stems;
}

std::vector<std::string_view> split_words(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t space = std::min(line.find(' '), line.size());
    words.push_back(line.substr(0, space));
    line.remove_prefix(std::min(space + 1, line.size()));
  }
  return words;
}

}  // namespace dateline::bench
