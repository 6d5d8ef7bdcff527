#include "indexer/sources/format.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/indexer/sources/packing.h"

namespace dateline::indexer {
namespace {

TEST(RecogniseFormat, GoesByTheFirstBytes) {
  const std::vector<std::pair<std::string_view, Format>> cases = {
      {"", Format::kText},
      {"Rain in the north", Format::kText},
      {"{\"title\": \"x\"}", Format::kJson},
      {"\xef\xbb\xbf \r\n{ \n\"title\"", Format::kJson},
      {"{}", Format::kJson},
      {"[ {\"title\"", Format::kJson},
      {"[]", Format::kJson},
      {"[LONDON] Talks opened", Format::kText},   // a dateline, no list
      {"{photo: A. Smith} Rain", Format::kText},  // a caption, no object
      {"{", Format::kText},
      {"{\n  \"title\"", Format::kJson},
      {"{'title': 'x'}", Format::kJson},  // Python's
      {"{title: \"x\"}", Format::kJson},  // JavaScript's
      {"[[{\"title\"", Format::kJson},
      {"[null, {\"title\"", Format::kJson},
      {"[\"a\", {", Format::kJson},
      {"null\n{\"title\": \"A story of the harbour\"}\n", Format::kJson},
      {"2020-01-02 started\n{\"title\": \"A story\"}\n{\"title\": \"Second\"}\n", Format::kJson},
      {"// exported\n[{\"title\"", Format::kJson},
      {"/* exported\n */ {\"title\"", Format::kJson},
      {"var articles = [{\"title\"", Format::kJson},
      {"window.DATA = {\"title\"", Format::kJson},
      {"callback({\"title\"", Format::kJson},
      {")]}'\n{\"title\"", Format::kJson},
      {"\"{\\\"title\\\": \\\"x\\\"}\"\n", Format::kJson},
      {std::string_view("{\"title\": \"a\0b\"}\n", 16), Format::kJson},  // one bad record
      {"[1987] Talks opened", Format::kText},
      {"\"title\": \"x\", \"text\": \"y\"", Format::kJson},
      {"\"Rain\": a review\n\nIt falls.", Format::kText},
      {"[Photo: A. Smith] Talks opened", Format::kText},
      {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">", Format::kReuters21578},
      {"\n<REUTERS TOPICS=\"YES\">", Format::kReuters21578},
  };
  for (const auto& [head, format] : cases) {
    SCOPED_TRACE(head);
    const auto recognised = recognise(head);
    EXPECT_EQ(recognised.content, Content::kArticles);
    EXPECT_EQ(recognised.format, format);
  }
}

TEST(RecogniseFormat, KnowsATableThoughNoNameInItIsKnown) {
  for (const std::string_view table :
       {"Land,Code,1960\nNorway,NOR,1\nSweden,SWE,2\n",
        "\"id\",\"value\"\n\"1\",\"2\"\n\"3\",\"4\"\n",
        "lat, lon, depth\n1.5, 2.5, 100\n1.6, 2.6, 90\n1.7, 2.7, 80\n1.8, 2.8, 70\n"}) {
    EXPECT_EQ(recognise(table).format, Format::kTable) << table;
  }
}

TEST(RecogniseFormat, KnowsContainersByTheirMarks) {
  using std::string_view_literals::operator""sv;
  const std::vector<std::string_view> cases = {
      "\x1f\x8b\x08"sv,
      "\xfd"
      "7zXZ\0"sv,
      "PK\x03\x04"sv,
      "BZh91AY&SY"sv,
      "PK\x05\x06"sv,  // an empty zip
  };
  for (const auto head : cases) EXPECT_EQ(recognise(head).content, Content::kContainer) << head;
}

TEST(RecogniseFormat, KnowsZstdBehindASkippableFrame) {
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(recognise("\x28\xb5\x2f\xfd"sv).content, Content::kZstd);
  EXPECT_EQ(recognise("\x52\x2a\x4d\x18\4\0\0\0abcd"sv).content, Content::kZstd);
  EXPECT_EQ(recognise("R*M and more").content, Content::kArticles);
}

TEST(RecogniseFormat, KnowsPackagesByTheirMembers) {
  struct PackageCase {
    test::Texts members;
    std::string_view form;
  };
  const PackageCase cases[] = {
      {{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}}, "a Word document"},
      {{{"_rels/.rels", "<r/>"}, {"docProps/app.xml", "<a/>"}, {"[Content_Types].xml", "<t/>"}},
       "an Office document"},
      {{{"xl/workbook.xml", "<workbook/>"}}, "an Excel workbook: save it as CSV first"},
      {{{"ppt/presentation.xml", "<p/>"}}, "a PowerPoint presentation"},
      {{{"META-INF/container.xml", "<c/>"}, {"book.xhtml", "<html/>"}}, "an EPUB book"},
  };
  for (const auto& [members, form] : cases) {
    SCOPED_TRACE(form);
    const auto recognised = recognise(test::zip_of(members));
    EXPECT_EQ(recognised.content, Content::kPackage);
    EXPECT_EQ(recognised.reason, "not text: " + std::string(form));
  }
  EXPECT_EQ(recognise(test::zip_of({{"word/story.txt", "Rain"}})).content, Content::kContainer);
}

TEST(RecogniseFormat, RefusesByNameWhatHoldsNoArticle) {
  struct RefusedCase {
    std::string_view head;
    std::string_view begins;  // of the name
  };
  using std::string_view_literals::operator""sv;
  const RefusedCase cases[] = {
      // Markup: behind white space, a mark, comments, control bytes, a server's words.
      {"<p>Rain</p>", "an HTML page"},
      {"\x06<html><body>Rain", "an HTML page"},
      {"\n\t <!-- saved from url=(0030)http://o.example/ -->\n<html>", "an HTML page"},
      {"<P><font size=2>Rain", "an HTML page"},
      {"<style type=\"text/css\">", "an HTML page"},
      {"<!--[if !IE]> -->\n<div class=\"story\">", "an HTML page"},
      {"<?xml version=\"1.0\"?><!-- x --><rss version=\"2.0\">", "an XML document (RSS)"},
      {"<rss version=\"2.0\"><channel>", "an XML document (RSS)"},
      {"<!DOCTYPE nitf SYSTEM \"n.dtd\" [<!ENTITY a \"b\">]>\n<nitf>", "an XML document (NITF)"},
      {"<ns0:newsMessage xmlns:ns0=\"x\">", "an XML document (NewsML)"},
      {"<NewsML Version=\"1.2\">", "an XML document (NewsML)"},
      {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", "an XML document (Atom)"},
      {"<METS:mets>", "an XML document (METS)"},
      {"<?xml version=\"1.0\"?>\n<harbour>", "an XML document (<harbour>)"},
      {"<harbour>\n<ferry/>", "markup (<harbour>)"},
      {"<DOC>\n<DOCNO> X1 </DOCNO>\n<TEXT>Rain", "TREC documents"},
      {"<DOC id=\"X_19950101.0001\" type=\"story\" >", "TREC documents"},
      {"Warning: slow\n\n<?xml version=\"1.0\"?>\n<rss>", "an XML document (RSS)"},
      {"Rain <b>fell</b> <i>on</i> <a href=\"x\">it</a><br><p>", "markup"},
      {"<?php echo 1; ?>", "a PHP page"},
      // The web and mail.
      {"WARC/1.0\r\nWARC-Type: response", "a WARC file"},
      {"WARC/1.0\r\nWARC-Type: response\r\n\0\1"sv, "a WARC file"},
      {"filedesc://a.arc 0.0.0.0 20200102030405 text/plain 76\n", "an ARC file"},
      {"http://o.example/ 192.0.2.1 20200102030405 text/html 60\nHTTP/1.1", "an ARC file"},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html", "an answer of a web server"},
      {"From a@o.example Thu Jan  2 03:04:05 2020\nFrom: a@o.example", "a mailbox"},
      {"Received: by 192.0.2.1 with SMTP;\n  Thu, 2 Jan 2020\nSubject: Rain\n", "a mail"},
      {"Date: Thu, 2 Jan 2020 03:04:05 +0000\nFrom: Ann Roe <a@o.example>\nTo: b@o.example\n",
       "a mail"},
      {"From: <Saved by Blink>\nSnapshot-Content-Location: https://o.example/\nMIME-Version: 1.0\n",
       "a mail"},
      // Exports of databases, wires.
      {"\r\n\r\n                     1 of 161 DOCUMENTS\r\n\r\n        The Gazette",
       "an export of Nexis"},
      {"Dokument 3 von 20\n\nThe Gazette", "an export of Nexis"},
      {"Download Request: Selected Items: 1-10\nTime Of Request: Friday", "an export of Nexis"},
      {"User Name: A\nDate and Time: x\nJob Number: 1\nDocuments (100)", "an export of Nexis"},
      {"Ferry sinks\nThe Gazette\nMay 1, 2020 Friday\n\nSection: NEWS\nBody\n\nIt sank.",
       "an article of Nexis"},
      {"____________________________________________________________\n\nFerry sinks",
       "an export of ProQuest"},
      {"Ferry sinks\nPublication info: Mar 9, 2022.\nFull text: It sank.", "an export of ProQuest"},
      {"HD Ferry sinks\nBY Ann Roe\nPD 1 May 2020\nSN The Gazette\n", "an export of Factiva"},
      {"HD\nFerry sinks\nWC\n300 words\nPD\n1 May 2020\nLP\nIt sank", "an export of Factiva"},
      {"\x16\x16\x01W2870\x1f-----\nr a\x13\x11 BC-Rain\x02", "wire text"},
      {"\x01"
       "eca062 4 i 211\n\nRain/\n\x02Rain =\n",
       "wire text"},
      // Programs, data.
      {"#!/bin/sh\necho", "a script"},
      {"import os\nprint('rain')\n", "source code"},
      {"#include <stdio.h>\nint main() {\n  return 0;\n}\n", "source code"},
      {"package harbour;\nimport java.util.List;\npublic class Ferry {\n", "source code"},
      {"const x = require('fs');\nfunction f(a) {\n  return a;\n}\n", "source code"},
      {"d41d8cd98f00b204e9800998ecf8427e  a.csv\n", "checksums"},
      {"SHA256 (a.csv) = d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e\n",
       "checksums"},
      {"--- a/x\n+++ b/x\n@@ -1 +1 @@\n", "a list of changes"},
      {"require 'json'\ndef rain\n  1\nend\n", "source code"},
      {"export A=1\nfor i in 1 2; do\n  echo $i\ndone\n", "source code"},
      {"% x\n\\documentclass{article}\n", "a LaTeX document"},
      {"\n\n%PDF-1.4\n", "a PDF document"},
      {"From: Ann <a@o.example>\nSubject: Rain\n\n<html><p>Rain</p>", "a mail"},
      {"TY  - NEWS\nTI  - Rain\n", "a list of references"},
      {"@article{roe2020,\n title = {Rain}", "a list of references"},
      {"1\n00:00:01,000 --> 00:00:04,000\nRain.\n", "subtitles"},
      {"-- x\nCREATE TABLE story (id int);\n", "a dump of a database"},
      {"VGhlIGhhcmJvdXIgd2FzIGNsb3NlZCBvbiBNb25kYXksIGFmdGVyIGEgd2ludGVy\nb2YgcmVwYWlycy4=\n",
       "base64"},
      {"2020-01-02 03:04:05 a\n2020-01-02 03:04:06 b\n2020-01-02 03:04:07 c\n"
       "2020-01-02 03:04:08 d\n2020-01-02 03:04:09 e\n",
       "a log"},
      {"[server]\nport = 1\nname = rain\n", "a file of settings"},
      {"version https://git-lfs.github.com/spec/v1\n", "a pointer of Git LFS"},
      {"<story>\nRain fell.\n", "markup (<story>)"},
      {"<story id='1'>Rain fell.", "markup (<story>)"},
      {"<art>\n<ti>Rain\n<p>It fell.\n", "markup (<art>)"},
      {"SECTION: NEWS\n\nLENGTH: 120 words\n\nHEADLINE: Rain\n\nBODY:\nIt fell.",
       "an article of Nexis"},
      {"TITLE: Rain\nAUTHOR: ann\n-----\nBODY:\nIt fell.\n-----\n--------\n",
       "an export of Movable Type"},
      {"1234\nReceived: from o.example\nSubject: Rain\n\nIt fell.", "a mail"},
      {"Provider: o\n\nTY  - NEWS\nTI  - Rain\nER  - \n", "a list of references"},
      {"% mine\n@article{roe2020,\n title = {Rain}", "a list of references"},
      {"PMID- 12\nTI  - Rain\n", "a list of references"},
      {"FN Clarivate Analytics Web of Science\nVR 1.0\n", "a list of references"},
      {"0:00:00.599,0:00:04.160\nRain.\n", "subtitles"},
      {"[Script Info]\nTitle: Rain\n", "subtitles"},
      {"commit 1234567890123456789012345678901234567890\nAuthor: Ann\n", "a list of changes"},
      {"Index: a.txt\n==============\n--- a.txt\n", "a list of changes"},
      {"3c3\n< Rain\n---\n> Snow\n", "a list of changes"},
      {"\\section{Rain}\nIt fell.\n", "a LaTeX document"},
      {"Jan  2 03:04:01 o sshd[1]: a\nJan  2 03:04:02 o sshd[1]: b\n"
       "Jan 12 03:04:03 o cron: c\nJan 12 03:04:04 o cron: d\n",
       "a log"},
      {"INFO:rain:a\nINFO:rain:b\nERROR:rain:c\nINFO:rain:d\n", "a log"},
      {"03:04:05 [main] INFO a - b\n03:04:06 [main] INFO a - b\n03:04:07 [main] WARN a - b\n"
       "03:04:08 [main] INFO a - b\n",
       "a log"},
      {"Traceback (most recent call last):\n  File \"a.py\"\n", "a log"},
      {"rain: heavy\nports:\n  north: 1\n  south: 2\n", "YAML"},
      {"- name: north\n  port: 1\n- name: south\n  ports:\n    a: 1\n    b: 2\n", "YAML"},
      {"https://o.example/1\nhttps://o.example/2\nhttps://o.example/3\n", "a list of addresses"},
      {"00000000: 5261 696e 0a52 6169  Rain.Rai\n00000008: 6e0a 5261 696e 0a52  n.Rain.R\n",
       "a dump of bytes"},
      {"!function(e,t){var n=t();for(var r in n)e[r]=n[r]}(this,function(){return{a:1,b:2,c:3}});"
       "function f(){return f}",
       "source code"},
      {"a: b\n\tcc -o $@ $<\n", "a makefile"},
      {"begin 644 rain.zip\nM4$L#!!0\n", "an encoded file"},
      {"msgid \"rain\"\nmsgstr \"Regen\"\n", "a catalogue of translations"},
      {"User-agent: *\nDisallow: /\n", "rules for robots"},
      {"&lt;?xml version=\"1.0\"?&gt;\n&lt;rss&gt;", "markup with its signs escaped"},
      {"export A=1\nB=2\n", "a file of settings"},
      {"- name: north\n  port: 1\n- name: south\n  port: 2\n", "YAML"},
      {"./2020/a.txt\n./2020/b.txt\n./2020/c.txt\n", "a list of addresses or files"},
      {"*** a.txt\t2020\n--- b.txt\t2020\n***************\n", "a list of changes"},
      {"Bag Attributes\n    x: y\n-----BEGIN CERTIFICATE-----\nMIIB\n", "a key"},
      {"!<arch>\ndebian-binary   0\n", "a container"},
      {"project(rain)\nadd_library(rain rain.cpp)\ninstall(TARGETS rain)\n", "source code"},
      {"body {\n  margin: 0;\n  color: red;\n}\n", "source code"},
      {".TH RAIN 1\n.SH NAME\n", "a manual page"},
      {"{{Infobox rain}}\n''Rain'' is [[water]].\n", "a page of a wiki"},
      {"\xd0\xcf\x11\xe0\xa1\xb1", "an Office document of the form before 2007"},
      {"SQLite format 3\0"sv, "an SQLite database"},
      {"\xff\xfe\0\0a\0\0\0"sv, "UTF-32"},
  };
  for (const auto& [head, begins] : cases) {
    SCOPED_TRACE(head);
    const auto recognised = recognise(head);
    EXPECT_EQ(recognised.content, Content::kNotText);
    EXPECT_TRUE(recognised.reason.starts_with("not text: " + std::string(begins)))
        << recognised.reason;
  }
}

// Every sign of the forms above that a story can open with, or hold.
TEST(RecogniseFormat, RefusesNoStory) {
  const std::string_view cases[] = {
      "<3 is what they wrote on the wall\n\nThe wall stood at the harbour.",
      "< 5 per cent of the ferries ran on Monday.",
      "<<Rain>> was all that he said.",
      "From Paris to Berlin\n\nThe night train runs again.",
      "From Monday Thu Roe will run the harbour.",
      "import duties\n\nThe government raised import duties on Monday.",
      "import duties rise\nThe government said so.",
      "1 of 2 soldiers dies\n\nOne of two soldiers died on Monday.",
      "1 of 161 documents was lost, the council said.",
      "HD television comes to the islands\n\nPD James is read there, too.",
      "Received: one letter\n\nThe council got a letter on Monday.",
      "From: the editor\n\nWe were wrong about the ferry.",
      "Subject: rain\n\nIt fell on Monday.",
      "Section: News\nTitle: Rain\n\nIt fell.",
      "Body found in harbour\n\nA body was found.",
      "-- Rain stops ferries\n-- By Ann Roe\n\nRain fell.",
      "---\ntitle: Rain\n---\n\nRain fell.",
      "* the first ferry;\n* the second ferry;\n* the third;\n",
      "Roses are red;\nthe harbour is grey;\nthe ferry is gone;\n",
      "# Rain\n\nRain fell on the harbour (again).",
      "He typed print('rain') and return.\n\nThe program answered:\n\nprint('rain')\n\nThen it "
      "rained.",
      "The page said {\"title\": \"Rain\"} and no more.\n\nIt fell on Monday all the same, they "
      "said.",
      "Rain <b>fell</b> on Monday, and the council of the old harbour town closed its market at "
      "noon.",
      "10:05 The ferry leaves.\n10:10 It is back.\n10:15 Rain.\n10:20 More rain.\n",
      "Warcraft/1.0 sells\n\nThe game sold.",
      "http://o.example/a\nRain stops ferries\n\nIt fell.",
      "@annroe writes that it rained.",
      "1\n\nRain fell.",
      "E=mc2\n\nThe formula hangs in the hall.",
      "\x1b[31mRain\x1b[0m fell.",
      "________\n\nRain fell.",
      "<ALM.N> Alma Ferries profits up\n\nHALIFAX, March 2 - Alma Ferries said so.",
      "<ALM.N> up 2.1\n<HUL.N> down 0.3\n<PIR.L> unchanged\n",
      "<Halifax> Rain fell on Monday.",
      "<See also page 3>\n\nRain fell.",
      "<ann@o.example> wrote about the rain.\n\nIt fell.",
      "Bobby\n\nHis name, he said, was\n\nDROP TABLE IF EXISTS pupils;\n\nand so he was lost.",
      "How to write a paper\n\nBegin with\n\n\\documentclass{article}\n\nand go on.",
      "CREATE TABLE manners, says the hostess\n\nShe said so on Monday.",
      "Insert into the slot (left) one coin;\nwait.",
      "Live\n\nINFO: rain falls.\nNOTICE: it stops.\n",
      "The table\n\nresults:\n  north: 1\n  south: 2\n",
      "Index: prices rise\n\nThey rose.",
      "Title: Rain\nLength: 120 words\n\nIt fell.",
      "How the web was won\n\nThe first page said:\n\n<html>\n<body>\nRain\n</body>\n</html>\n\n"
      "The rest is history, and was written on Monday in Halifax.",
      "XML turns 20\n\n<?xml version=\"1.0\"?>\n\nSo every file begins.",
      "Ferries, boats, and ships\nHerring, cod, and eel\nSalt, smoke, and fire\n"
      "Bread, beer, and butter\nWind, rain, and snow\n",
      "Gold 1,234\nSilver 2,345\nTin 3,456\n",
      "Gold 1,2\nSilber 2,3\nZinn 3,4\n",
      "*** Rain stops ferries ***\n--- By Ann Roe\n\nIt fell.",
      "[00:00] Ann Roe: it rained\n[00:12] Bob Poe: it did\n",
      "渡轮沉没,无人受伤\n警方说,船沉\n他说,是\n",
      "SOCCER RESULTS\nNorthport 2 Newport 1\nWestport 0 Eastport 0\n",
      "",
  };
  for (const auto head : cases) {
    SCOPED_TRACE(head);
    const auto recognised = recognise(head);
    EXPECT_EQ(recognised.content, Content::kArticles) << recognised.reason;
    EXPECT_EQ(recognised.format, Format::kText);
  }
}

TEST(RecogniseFormat, TellsUtf16WithoutAMarkFromData) {
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(recognise("R\0a\0i\0n\0 \0f\0e\0l\0l\0.\0\n\0"sv).content, Content::kUtf16);
  EXPECT_EQ(recognise("\0R\0a\0i\0n\0 \0f\0e\0l\0l\0.\0\n"sv).content, Content::kUtf16);
  EXPECT_EQ(
      recognise("t\0i\0t\0l\0e\0,\0t\0e\0x\0t\0\n\0R\0a\0i\0n\0,\0I\0t\0 \0f\0e\0l\0l\0"sv).content,
      Content::kUtf16);
  EXPECT_EQ(recognise("R\0a\0i\0n\0"sv).reason, "not text: it holds NUL bytes");
  EXPECT_EQ(recognise("Rain \0 fell \0 again"sv).reason, "not text: it holds NUL bytes");
}

TEST(RecogniseFormat, TakesProseThatBeginsLikeAMarkForText) {
  EXPECT_EQ(recognise("BZh is no word").content, Content::kArticles);
  EXPECT_EQ(recognise("PK sold 300 shares").content, Content::kArticles);
}

TEST(RecogniseFormat, SaysWhatIsNoText) {
  EXPECT_EQ(recognise("%PDF-1.7").reason, "not text: a PDF document");
  EXPECT_EQ(recognise("{\\rtf1\\ansi").reason, "not text: an RTF document");
  EXPECT_EQ(recognise("\xff\xd8\xff\xe0").reason, "not text: a JPEG image");
  EXPECT_EQ(recognise(" <HTML>").reason, "not text: an HTML page");
  EXPECT_EQ(recognise(std::string_view("a\0b", 3)).reason, "not text: it holds NUL bytes");
}

TEST(ParseFormat, KnowsTheNamesOfTheCommandLine) {
  EXPECT_EQ(parse_format("text"), Format::kText);
  EXPECT_EQ(parse_format("jsonl"), Format::kJson);
  EXPECT_EQ(parse_format("json"), Format::kJson);
  EXPECT_EQ(parse_format("reuters21578"), Format::kReuters21578);
  EXPECT_EQ(parse_format("JSON"), std::nullopt);
  EXPECT_EQ(parse_format(""), std::nullopt);
}

}  // namespace
}  // namespace dateline::indexer
