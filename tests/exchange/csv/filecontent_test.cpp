// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is another thing than its name says.
#include "exchange/csv/filecontent.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

QString said(const QByteArray &start)
{
    const auto other = otherContent(u"people.csv"_s, start);
    return other ? inEnglish(*other) : QString();
}

QByteArray zip(const QByteArray &names)
{
    return QByteArray("PK\x03\x04\x14\x00\x06\x00\x08\x00", 10) + QByteArray(16, '\0') + names;
}

} // namespace

TEST_CASE("A file is told by its content, whatever it is called, with what to do", "[exchange]")
{
    struct Case {
        QByteArray start;
        QString word;
    };
    const std::vector<Case> cases{
        {zip("word/document.xml"), u"document"_s},
        {zip("contacts.csv"), u"Unpack"_s},
        {QByteArray("PK\x05\x06", 4), u"Unpack"_s},
        {QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8), u"XLSX"_s},
        {"<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
         u"workbook"_s},
        {QByteArray("\x1F\x8B\x08\x00", 4), u"Unpack"_s},
        {QByteArray("\x89PNG\r\n\x1A\n", 8), u"picture"_s},
        {QByteArray("\xFF\xD8\xFF\xE0", 4), u"picture"_s},
        {QByteArray("BM\x36\x00\x0C\x00\x00\x00\x00\x00", 10), u"picture"_s},
        {"<svg xmlns=\"http://www.w3.org/2000/svg\">", u"picture"_s},
        {"%PDF-1.7\n", u"PDF"_s},
        {QByteArray("SQLite format 3\0", 16), u"database"_s},
        {QByteArray("\0\1\0\0Standard ACE DB\0", 20), u"database"_s},
        {"\xEF\xBB\xBF\n <!DOCTYPE HTML><html>", u"web page"_s},
        {"<table border=1><tr><td>Name</td></tr>", u"web page"_s},
        {QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14), u"web page"_s},
        {"<?xml version=\"1.0\"?><people/>", u"XML"_s},
        {"[\n  {\"name\": \"Anna\"}]", u"JSON"_s},
        {"{\"contacts\": []}", u"JSON"_s},
        {"begin:vcalendar\r\n", u"calendar"_s},
        {"!BDN", u"Outlook"_s},
        {"{\\rtf1\\ansi", u"document"_s},
        {QByteArray("\x7F"
                    "ELF\2\1\1",
                    7),
         u"no text"_s},
        {QByteArray("a\1\2\3\4\5,b\6\7", 10), u"no text"_s},
    };
    for (const auto &[start, word] : cases) {
        CAPTURE(start, word);
        CHECK(said(start).startsWith("people.csv is "_L1));
        CHECK(said(start).contains(word));
    }
}

TEST_CASE("A table stays a table, however odd its beginning", "[exchange]")
{
    const QByteArray wide = QString(u"Name,Straße\n"_s).toUtf8();
    for (const QByteArray &start :
         {QByteArray(), QByteArray("Name,Email\n"), QByteArray("BM,Name\n1,Anna\n"), QByteArray("PK,Name\n"),
          QByteArray("{Name},[Email]\n"), QByteArray("[Name],[Email]\n"), QByteArray("<none>,Name\n"),
          QByteArray("%,Name\n"), QByteArray("ID3,Name\n"), QByteArray("\"<html>\",Name\n"),
          QByteArray("\xFF\xFEN\0a\0m\0e\0", 10), QByteArray("N\0a\0m\0e\0,\0", 10), wide,
          QByteArray("Name\x01,Email,Telephone,Street,Town,Country,Remarks\n"), QByteArray("\n\n\n")})
        CHECK(said(start).isEmpty());
}

TEST_CASE("An address book is known by its first line, in any encoding", "[exchange]")
{
    CHECK(isAddressBook("BEGIN:VCARD\r\nVERSION:3.0"));
    CHECK(isAddressBook("\xEF\xBB\xBF\n begin:vcard\n"));
    CHECK(isAddressBook(QByteArray("\xFF\xFE"
                                   "B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0",
                                   24)));
    CHECK_FALSE(isAddressBook("BEGIN:VCALENDAR\r\n"));
    CHECK_FALSE(isAddressBook("name,card\nBEGIN:VCARD,1\n"));
    CHECK(said("BEGIN:VCARD\r\nVERSION:3.0").isEmpty());
}
