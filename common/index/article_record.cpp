#include "common/index/article_record.h"

#include <array>

#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace dateline {
namespace {

// Zones lie within a day of UTC; larger offsets are not zones and are not kept.
constexpr std::int64_t kOffsetBias = 24 * 60;

// In the order in which they are written.
constexpr std::array kTexts = {&Article::id,      &Article::headline, &Article::byline,
                               &Article::source,  &Article::agency,   &Article::place,
                               &Article::section, &Article::language};

std::uint64_t zigzag(std::int64_t number) {
  return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1 ^ (~(number & 1) + 1));
}

void put_published(std::string& out, const PublicationTime& published) {
  put_number(out, static_cast<std::uint8_t>(published.precision));
  put_number(out, static_cast<std::uint8_t>(published.origin));
  if (!published.dated()) return;
  put_varint(out, zigzag(published.local.time_since_epoch().count()));
  const std::int64_t biased = published.utc_offset.value_or(std::chrono::minutes::max()).count();
  const bool is_zone = biased > -kOffsetBias && biased < kOffsetBias;
  put_varint(out, is_zone ? static_cast<std::uint64_t>(biased + kOffsetBias) : 0);
}

PublicationTime read_published(ByteReader& reader) {
  PublicationTime published;
  const auto precision = reader.number<std::uint8_t>();
  const auto origin = reader.number<std::uint8_t>();
  if (precision > static_cast<std::uint8_t>(Precision::kMinute)) reader.fail("unknown precision");
  if (origin > static_cast<std::uint8_t>(DateOrigin::kPath))
    reader.fail("unknown origin of a date");
  published.precision = static_cast<Precision>(precision);
  published.origin = static_cast<DateOrigin>(origin);
  if (!published.dated()) return published;
  using std::chrono::minutes;
  published.local = std::chrono::local_time<minutes>(minutes(unzigzag(reader.varint())));
  const std::uint64_t biased = reader.varint();
  if (biased >= 2 * kOffsetBias) reader.fail("a zone is more than a day away");
  if (biased > 0) published.utc_offset = minutes(static_cast<std::int64_t>(biased) - kOffsetBias);
  return published;
}

std::vector<ArchiveField> read_fields(ByteReader& reader) {
  std::vector<ArchiveField> fields;
  for (std::uint64_t left = reader.varint(); left > 0; --left) {
    const std::string_view name = reader.text();
    fields.push_back({std::string(name), std::string(reader.text())});
  }
  return fields;
}

}  // namespace

std::string encode_article_record(const Article& article) {
  std::string bytes;
  bytes.reserve(512);
  for (const auto text : kTexts) put_text(bytes, article.*text);
  const bool url_is_id = article.url == article.id;
  put_number(bytes, static_cast<std::uint8_t>(url_is_id));
  if (!url_is_id) put_text(bytes, article.url);
  put_published(bytes, article.published);
  put_varint(bytes, article.body.size());
  put_varint(bytes, article.fields.size());
  for (const ArchiveField& field : article.fields) {
    put_text(bytes, field.name);
    put_text(bytes, field.value);
  }
  put_number(bytes, short_checksum(bytes));
  return bytes;
}

ArticleRecord decode_article_record(std::string_view bytes, const std::filesystem::path& path) {
  ByteReader reader(bytes, path);
  if (bytes.size() < sizeof(std::uint32_t)) reader.fail("the record of an article ends too early");
  const std::string_view summed = reader.take(bytes.size() - sizeof(std::uint32_t));
  if (reader.number<std::uint32_t>() != short_checksum(summed)) {
    reader.fail("the checksum of an article's record is wrong");
  }
  reader = ByteReader(summed, path);
  ArticleRecord record;
  for (const auto text : kTexts) record.article.*text = reader.text();
  const bool url_is_id = reader.number<std::uint8_t>() != 0;
  record.article.url = url_is_id ? record.article.id : std::string(reader.text());
  record.article.published = read_published(reader);
  record.body_bytes = reader.varint();
  record.article.fields = read_fields(reader);
  reader.expect_end();
  return record;
}

}  // namespace dateline
