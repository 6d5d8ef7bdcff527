// The names that archives give to the parts of an article.
#pragma once

#include <array>
#include <string_view>

#include "indexer/sources/field_map.h"

namespace dateline::indexer {

struct UsualNames {
  Role role;
  Surety surety;
  std::string_view keys;  // as name_key() gives them, apart by spaces
};

// Of two names for one role the earlier is preferred, so what is surer or fuller stands first: a
// name of a publication before its domain, the date of publication before that of a record, and no
// date of a later change at all. Of texts the longest is taken (see field_sorter.h).
inline constexpr auto kUsualNames = std::to_array<UsualNames>({
    {Role::kHeadline, Surety::kSure,
     "headline title articletitle newstitle storytitle posttitle webtitle mainheadline "
     "headlinemain "
     "headlines hed heading hl hl1 printheadline headlineprint headlinetext titletext "
     "titlerendered "
     "pagetitle ogtitle dctitle metatitle h1 head "
     "titel titre titulo título titolo schlagzeile überschrift Überschrift ueberschrift titular "
     "kop "
     "заголовок Заголовок 标题"},
    {Role::kHeadline, Surety::kUnsure, "name subject"},
    {Role::kBody, Surety::kSure,
     "body text maintext content articlebody article articletext articlecontent fulltext "
     "fullcontent fullarticle textcontent contenttext contentplain contentrendered contentencoded "
     "contenthtml contents story storytext storybody newstext newscontent newsbody newsarticle "
     "bodytext bodyhtml bodyxhtml bodycontent bodymain bodies bodyraw bodynitf fieldsbodytext "
     "fieldsbody "
     "paragraphs maincontent rawtext cleanedtext cleantext cleancontent plaintext texthtml "
     "textplain document documenttext posttext postcontent postbody pagetext pagecontent selftext "
     "transcript ocr ocrtext "
     "texte texto testo inhalt contenu contenido conteúdo contenuto artikel artikeltext cuerpo "
     "tekst "
     "текст Текст 正文"},
    {Role::kBody, Surety::kPage, "html rawhtml pagehtml rawcontent htmlcontent"},
    {Role::kBody, Surety::kUnsure,
     "leadparagraph lead description descriptiontext summary abstract snippet shortdescription "
     "descriptions excerpt excerptrendered standfirst trailtext teaser intro descriptionhtml "
     "metadescription abstractnote"},
    {Role::kDate, Surety::kSure,
     "datepublish published datepublished publishedat publicationdate publishdate pubdate "
     "publisheddate publishedon publishedtime publishtime publishedatutc publicationtime "
     "firstpublished firstpublishedat firstpublicationdate firstpublisheddate webpublicationdate "
     "articlepublishedtime datetimepub dcdateissued dcdate dctermsissued issued dateissued "
     "publishedparsed publishup printdate articledate newsdate storydate postdate posteddate "
     "postedat "
     "dateposted posted "
     "postedon releasedate articledateposted date displaydate versioncreated firstcreated "
     "contentcreated "
     "datetime timestamp time createdutc createdat created createddate creationdate datecreated "
     "dategmt postdategmt seendate collectdate datum fecha datepublication datedepublication "
     "publikationsdatum erscheinungsdatum publicatiedatum fechapublicacion fechadepublicacion "
     "datadepublicacao datadepublicação datapublicacao datapublicação datadipubblicazione "
     "datapubblicazione veröffentlicht veröffentlichtam дата Дата "
     "日期"},
    {Role::kSource, Surety::kSure,
     "source sourcename newspaper newspapername newssource outlet newsoutlet outletname "
     "mediaoutlet "
     "medianame media publisher publishername publication publicationname publicationtitle "
     "pubtitle journal paper provider providername sitename ogsitename sourcetitle site website "
     "sourcehostname hostname "
     "sourcedomain domain host quelle zeitung krant fuente fonte"},
    {Role::kAgency, Surety::kSure, "agency"},
    {Role::kByline, Surety::kSure,
     "byline bylines by author authors authorname authornames authorsname articleauthor "
     "bylineoriginal creator dccreator writer writers reporter reporters journalist journalists "
     "contributor "
     "contributors autor autoren auteur auteurs autore autores autori"},
    {Role::kPlace, Surety::kSure, "place"},
    {Role::kSection, Surety::kSure,
     "section sectionname category categoryname articlesection sections categories newsdesk desk "
     "channel topic topics ressort rubrique sección sezione"},
    {Role::kUrl, Surety::kSure,
     "url link weburl articleurl canonicalurl canonicallink canonical permalink newsurl storyurl "
     "posturl pageurl ogurl sourceurl uri guid href loc"},
    {Role::kId, Surety::kSure,
     "id uuid articleid docid docno documentid storyid storiesid newsid postid"},
    {Role::kLanguage, Surety::kSure, "language lang inlanguage languagecode locale"},
});

// Sections by these names stay fields of their own.
inline constexpr std::string_view kStayOwn =
    "categories sections desk newsdesk channel topic topics";

// Objects whose members are fields of the article around them.
inline constexpr std::string_view kHoldFields =
    "fields attributes article document doc post story news item node record data entry value "
    "result page newsitem content thread metadata meta properties";

// Lists that can hold nothing else.
inline constexpr std::string_view kHoldOnlyArticles = "articles stories posts docs newsitems";

// Lists and maps of articles.
inline constexpr std::string_view kHoldArticles =
    "articles items item docs documents results result hits data news posts value values entries "
    "entry stories records rows response feed channel nodes edges list elements newsitems payload "
    "graph rss rdf body content messages";

// What describes a feed, beside its items or around them: never an article itself.
inline constexpr std::string_view kDescribeFeeds = "feed channel";

}  // namespace dateline::indexer
