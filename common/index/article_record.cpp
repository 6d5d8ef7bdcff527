#include "common/index/article_record.h"

#include <array>
#include <utility>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "common/index/file.h"

namespace dateline {
namespace {

// Zones lie within a day of UTC; larger offsets are not zones and are not kept.
constexpr std::int64_t kOffsetBias = std::int64_t{24} * 60;

// In the order in which they are written, the url after them.
constexpr std::array kTexts = {&Article::headline, &Article::byline, &Article::source,
                               &Article::agency,   &Article::place,  &Article::section,
                               &Article::language};

// Two bits for undated, month, day and minute, then the origin; a year has a bit of its own.
constexpr unsigned kOriginShift = 2;
constexpr unsigned kYearBit = 0x40;

unsigned packed(Precision precision) {
  if (precision == Precision::kYear) return kYearBit;
  return precision == Precision::kNone ? 0 : static_cast<unsigned>(precision) - 1;
}

Precision unpacked(unsigned bits) {
  return bits == 0 ? Precision::kNone : static_cast<Precision>(bits + 1);
}

std::uint64_t zigzag(std::int64_t number) {
  return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1 ^ (~(number & 1) + 1));
}

void put_published(std::string& out, const PublicationTime& published) {
  put_number(out,
             static_cast<std::uint8_t>(packed(published.precision) |
                                       static_cast<unsigned>(published.origin) << kOriginShift));
  if (!published.dated()) return;
  put_varint(out, zigzag(published.local.time_since_epoch().count()));
  const std::int64_t biased = published.utc_offset.value_or(std::chrono::minutes::max()).count();
  const bool is_zone = biased > -kOffsetBias && biased < kOffsetBias;
  put_varint(out, is_zone ? static_cast<std::uint64_t>(biased + kOffsetBias) : 0);
}

PublicationTime read_published(ByteReader& reader) {
  PublicationTime published;
  const unsigned known = reader.number<std::uint8_t>();
  const bool of_year = (known & kYearBit) != 0;
  const unsigned precision = known & ((1U << kOriginShift) - 1);
  const unsigned origin = (known & ~kYearBit) >> kOriginShift;
  if (of_year && precision != 0) reader.fail("unknown precision");
  if (origin > static_cast<unsigned>(DateOrigin::kPath)) {
    reader.fail("unknown origin of a date");
  }
  published.precision = of_year ? Precision::kYear : unpacked(precision);
  published.origin = static_cast<DateOrigin>(origin);
  if (!published.dated()) return published;
  using std::chrono::minutes;
  published.local = std::chrono::local_time<minutes>(minutes(unzigzag(reader.varint())));
  const std::uint64_t biased = reader.varint();
  if (biased >= 2 * kOffsetBias) reader.fail("a zone is more than a day away");
  if (biased > 0) published.utc_offset = minutes(static_cast<std::int64_t>(biased) - kOffsetBias);
  return published;
}

// Takes texts off in shorthand.
class TextReader {
 public:
  TextReader(std::string_view texts, const Shorthand& shorthand, const std::filesystem::path& path)
      : rest_(texts), shorthand_(shorthand), path_(path) {}

  std::string next() {
    std::string text;
    if (!shorthand_.expand_next(rest_, path_, text)) throw damaged(path_, "a text is missing");
    return text;
  }

  std::string last() {
    std::string text;
    if (shorthand_.expand_next(rest_, path_, text)) throw damaged(path_, "texts follow the last");
    return text;
  }

 private:
  std::string_view rest_;
  const Shorthand& shorthand_;
  const std::filesystem::path& path_;
};

bool url_is_id(const Article& article) {
  return article.url == article.id;
}

}  // namespace

void put_record_numbers(std::string& out, const Article& article, std::uint64_t bytes) {
  put_varint(out, bytes);
  put_varint(out, std::uint64_t{article.fields.size()} << 1 | (url_is_id(article) ? 1 : 0));
  put_published(out, article.published);
}

RecordNumbers read_record_numbers(ByteReader& reader) {
  RecordNumbers numbers;
  numbers.bytes = reader.varint();
  const std::uint64_t fields = reader.varint();
  numbers.fields = fields >> 1;
  numbers.url_is_id = (fields & 1) != 0;
  numbers.published = read_published(reader);
  return numbers;
}

std::vector<std::string_view> record_texts(const Article& article) {
  std::vector<std::string_view> texts;
  texts.reserve(kTexts.size() + 2 + 2 * article.fields.size());
  for (const auto text : kTexts) texts.push_back(article.*text);
  texts.push_back(url_is_id(article) ? std::string_view() : article.url);
  for (const ArchiveField& field : article.fields) {
    texts.push_back(field.name);
    texts.push_back(field.value);
  }
  texts.push_back(article.body);
  return texts;
}

Article read_article(std::string_view id, const RecordNumbers& numbers, std::string_view texts,
                     const Shorthand& shorthand, const std::filesystem::path& path) {
  TextReader reader(texts, shorthand, path);
  Article article;
  article.id = id;
  article.published = numbers.published;
  for (const auto text : kTexts) article.*text = reader.next();
  article.url = reader.next();
  if (numbers.url_is_id) article.url = id;
  for (std::uint64_t left = numbers.fields; left > 0; --left) {
    std::string name = reader.next();
    article.fields.push_back({std::move(name), reader.next()});
  }
  article.body = reader.last();
  return article;
}

std::uint32_t content_of(const Article& article) {
  std::string told;
  told.reserve(512);
  put_record_numbers(told, article, article.body.size());
  std::vector<std::string_view> texts = record_texts(article);
  texts.pop_back();  // the body is told by its own hash, not copied
  for (const std::string_view text : texts) put_text(told, text);
  put_number(told, checksum(article.body));
  return static_cast<std::uint32_t>(checksum(told));
}

}  // namespace dateline
