// SPDX-License-Identifier: GPL-3.0-or-later
// Address books as they are written: folding, character sets, cards within cards, damage, sizes.
#include "exchange/vcard/cardreader.h"

#include "domain/records/inenglish.h"
#include "exchange/vcard/cardwriter.h"
#include "support/catch_qt.h"

#include <QBuffer>

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;

namespace {

struct Book {
    std::vector<Card> cards = {};
    std::vector<CardProblem> problems = {};
    CardTold told = {};
};

Book readBook(QByteArray bytes, const CardLimits &limits = {}, std::optional<TextEncoding> said = {})
{
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::ReadOnly));
    CardReader reader(buffer, said, KeepOriginal::Yes, limits);
    Book book;
    while (true) {
        auto item = reader.next();
        REQUIRE(item);
        if (!*item)
            break;
        if (auto *card = std::get_if<Card>(&**item))
            book.cards.push_back(std::move(*card));
        else
            book.problems.push_back(std::get<CardProblem>(**item));
    }
    book.told = reader.told();
    return book;
}

QByteArray card(const QByteArray &version, const QByteArray &lines)
{
    return "BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + lines + "\r\nEND:VCARD\r\n";
}

// The value of the first property of that name in the only card, in words.
QString valueIn(const QByteArray &bytes, const QString &name, const CardLimits &limits = {})
{
    const Book book = readBook(bytes, limits);
    REQUIRE(book.cards.size() == 1);
    for (const CardProperty &property : book.cards.front().properties) {
        if (property.header.name == name)
            return unescaped(property.value, book.cards.front().version);
    }
    FAIL("there is no " << name.toStdString());
    return {};
}

} // namespace

TEST_CASE("Several cards of one file come one after the other, however its lines end", "[exchange][vcard]")
{
    for (const QByteArray &end : {QByteArray("\r\n"), QByteArray("\n"), QByteArray("\r")}) {
        QByteArray bytes = card("3.0", "FN:Ann Lee") + "\r\n" + card("4.0", "FN:Bob Cole");
        bytes.replace("\r\n", end);
        for (const qint64 chunk : {1, 7, 4096}) {
            const Book book = readBook(bytes, {.chunk = chunk});
            REQUIRE(book.cards.size() == 2);
            CHECK(book.cards[0].version == CardVersion::V30);
            CHECK(book.cards[0].properties[0].value == u"Ann Lee"_s);
            CHECK(book.cards[1].version == CardVersion::V40);
            CHECK(book.cards[1].line == 6);
            CHECK(book.told.outside == 0);
        }
    }
}

TEST_CASE("A file that ends without a line break, or begins with a mark, is whole", "[exchange][vcard]")
{
    CHECK(valueIn("\xEF\xBB\xBF"
                  "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nEND:VCARD",
                  u"FN"_s)
          == u"Ann"_s);
    CHECK(valueIn("begin:vcard\nversion:3.0\nfn:Ann\nend:vcard", u"FN"_s) == u"Ann"_s);
}

TEST_CASE("Folded lines are put together: 3.0 drops the blank, 2.1 keeps it", "[exchange][vcard]")
{
    for (const qint64 chunk : {1, 7, 4096}) {
        const CardLimits limits{.chunk = chunk};
        CHECK(valueIn(card("3.0", "NOTE:Wants a call ba\r\n ck on\r\n  Monday"), u"NOTE"_s, limits)
              == u"Wants a call back on Monday"_s);
        CHECK(valueIn(card("4.0", "NOTE:a\r\n\tb"), u"NOTE"_s, limits) == u"ab"_s);
        CHECK(valueIn(card("2.1", "NOTE:Wants a call\r\n back"), u"NOTE"_s, limits)
              == u"Wants a call back"_s);
    }
}

TEST_CASE("Quoted-printable is decoded, with its soft line breaks", "[exchange][vcard]")
{
    const QByteArray line = "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe=0D=0Azweite=\r\n"
                            " Zeile =3D gut=\r\n!";
    for (const qint64 chunk : {1, 7, 4096})
        CHECK(valueIn(card("2.1", line), u"NOTE"_s, {.chunk = chunk}) == u"Grüße\nzweite Zeile = gut!"_s);
    // A character may be cut by the soft break, and the encoding may stand alone.
    CHECK(valueIn(card("2.1", "FN;QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=\r\n=B6rg"), u"FN"_s) == u"Jörg"_s);
}

TEST_CASE("A character set that a value names is that of the value, and lies are told", "[exchange][vcard]")
{
    CHECK(valueIn(card("2.1", "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg"), u"FN"_s)
          == u"Jörg"_s);
    CHECK(valueIn(card("2.1", "FN;CHARSET=SHIFT_JIS:\x8E\x52\x93\x63"), u"FN"_s) == u"山田"_s);
    CHECK(valueIn(card("2.1", "FN;CHARSET=windows-1251:\xC8\xE2\xE0\xED"), u"FN"_s) == u"Иван"_s);
    CHECK(valueIn(card("2.1", "FN:J\xF6rg"), u"FN"_s) == u"Jörg"_s); // names none, and is not UTF-8
    CHECK(readBook(card("2.1", "FN:J\xF6rg")).told.otherSets == 0);

    const Book lie = readBook(card("3.0", "FN;CHARSET=UTF-8:J\xF6rg"));
    CHECK(lie.cards[0].properties[0].value == u"Jörg"_s);
    CHECK(lie.told.otherSets == 1);
    CHECK(lie.told.firstBad == 3);
    const Book other = readBook(card("2.1", "FN;CHARSET=ISO-8859-1:J\xC3\xB6rg"));
    CHECK(other.cards[0].properties[0].value == u"Jörg"_s);
    CHECK(other.told.otherSets == 1);
    CHECK(
        valueIn(
            card(
                "3.0",
                "NOTE:\xCF\xF0\xE8\xE2\xE5\xF2 \xE8\xE7 \xCC\xEE\xF1\xEA\xE2\xFB\r\nFN:\xC8\xE2\xE0\xED \xE8 \xCE\xEB\xFC\xE3\xE0 \xCF\xE5\xF2\xF0\xEE\xE2\xFB"),
            u"FN"_s)
        == u"Иван и Ольга Петровы"_s);
    CHECK(readBook(card("3.0", "FN:J\xF6rg"), {}, TextEncoding::Windows1250).cards[0].properties[0].value
          == u"Jörg"_s);
}

TEST_CASE("A file in UTF-16 is read like any other", "[exchange][vcard]")
{
    const QString text = u"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Łukasz Żak 🙂\r\nEND:VCARD\r\n"_s;
    for (const bool isMarked : {true, false}) {
        const QString all = isMarked ? QChar(QChar::ByteOrderMark) + text : text;
        QByteArray little;
        QByteArray big;
        for (const QChar c : all) {
            little += char(c.unicode() & 0xFF);
            little += char(c.unicode() >> 8);
            big += char(c.unicode() >> 8);
            big += char(c.unicode() & 0xFF);
        }
        CHECK(valueIn(little, u"FN"_s, {.chunk = 64}) == u"Łukasz Żak 🙂"_s);
        CHECK(valueIn(big, u"FN"_s) == u"Łukasz Żak 🙂"_s);
    }
}

TEST_CASE("Parameters alone, in lists, in quotes and with carets are the same", "[exchange][vcard]")
{
    for (const QByteArray &line :
         {QByteArray("TEL;CELL;VOICE:1"), QByteArray("TEL;TYPE=CELL,VOICE:1"),
          QByteArray("TEL;TYPE=CELL;TYPE=VOICE:1"), QByteArray("TEL;TYPE=\"CELL,VOICE\":1")}) {
        const Book book = readBook(card(line.contains("TYPE") ? "4.0" : "2.1", line));
        CHECK(book.cards[0].properties[0].header.values("TYPE"_L1) == QStringList{u"CELL"_s, u"VOICE"_s});
        CHECK(book.cards[0].properties[0].value == u"1"_s);
    }
    const Book book =
        readBook(card("4.0", "item1.ADR;LABEL=\"Main St. 1^nApt: ^'7^'; left\":;;Main St. 1;;;;"));
    const CardHeader &header = book.cards[0].properties[0].header;
    CHECK(header.group == u"item1"_s);
    REQUIRE(header.parameters.size() == 1);
    CHECK(header.parameters[0].values == QStringList{u"Main St. 1\nApt: \"7\"; left"_s});
    // Carets are signs like others in 3.0.
    CHECK(readBook(card("3.0", "NOTE;X-A=a^^b:x")).cards[0].properties[0].header.parameters[0].values
          == QStringList{u"a^^b"_s});
}

TEST_CASE("Escaped marks are what they stand for, by version", "[exchange][vcard]")
{
    CHECK(unescaped(u"a\\nb\\Nc\\, d\\; e\\\\ f\\x", CardVersion::V30) == u"a\nb\nc, d; e\\ f\\x"_s);
    CHECK(unescaped(u"C:\\new\\; x", CardVersion::V21) == u"C:\\new; x"_s);
    CHECK(componentsIn(u"Lee\\, Jr.;Ann,Bea;;;", CardVersion::V40, u" "_s)
          == QStringList{u"Lee, Jr."_s, u"Ann Bea"_s, {}, {}, {}});
    CHECK(componentsIn(u"Lee, Jr.;Ann", CardVersion::V21, u" "_s) == QStringList{u"Lee, Jr."_s, u"Ann"_s});
    CHECK(listIn(u"Key account\\, EU,VIP", CardVersion::V30) == QStringList{u"Key account, EU"_s, u"VIP"_s});
    const QString naughty = u"a\\n;b,\n\\\\c\r\nd"_s;
    CHECK(unescaped(escaped(naughty), CardVersion::V40) == u"a\\n;b,\n\\\\c\nd"_s);
}

TEST_CASE("A card within a card is one of its own, and nothing of the one is in the other",
          "[exchange][vcard]")
{
    const Book book = readBook("BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\n"
                               "FN:Assistant\nTEL:2\nEND:VCARD\nTEL:1\nEND:VCARD\n");
    REQUIRE(book.cards.size() == 2);
    CHECK(book.told.within == 1);
    CHECK(book.cards[0].properties[0].value == u"Assistant"_s);
    CHECK(book.cards[0].properties[1].value == u"2"_s);
    CHECK(book.cards[1].properties[0].value == u"Boss"_s);
    REQUIRE(book.cards[1].properties.size() == 2);
    CHECK(book.cards[1].properties[1].value == u"1"_s);
}

TEST_CASE("A card without an end is told, and takes nothing from the next", "[exchange][vcard]")
{
    const Book book = readBook("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n" + card("3.0", "FN:Bob")
                               + "BEGIN:VCARD\nVERSION:3.0\nFN:Cut");
    REQUIRE(book.cards.size() == 1);
    CHECK(book.cards[0].properties[0].value == u"Bob"_s);
    REQUIRE(book.problems.size() == 2);
    CHECK(book.problems[0].line == 1);
    CHECK(inEnglish(book.problems[0].reason)
          == u"The card has no end (END:VCARD) before the next one begins in line 4."_s);
    CHECK(book.problems[0].raw.contains(u"FN:Ann"_s));
    CHECK(inEnglish(book.problems[1].reason)
          == u"The card has no end (END:VCARD): the file is cut off there."_s);
}

TEST_CASE("Lines that are no properties are counted with the first of them", "[exchange][vcard]")
{
    const Book book = readBook("Address book\n" + card("3.0", "FN:Ann\r\nthis is nothing\r\n;TYPE=x:y"));
    CHECK(book.told.outside == 1);
    CHECK(book.told.notProperties == 2);
    CHECK(book.told.firstBad == 1);
    CHECK(book.cards[0].properties.size() == 1);
}

TEST_CASE("Pictures are passed over in any version, however large", "[exchange][vcard]")
{
    const QByteArray picture(3'000'000, 'A');
    QByteArray folded;
    for (qsizetype i = 0; i < picture.size(); i += 74)
        folded += "\r\n " + picture.mid(i, 74);
    for (const QByteArray &line :
         QByteArrayList{"PHOTO;ENCODING=b;TYPE=JPEG:" + picture, "PHOTO;ENCODING=BASE64;JPEG:" + folded,
                        "PHOTO:data:image/jpeg;base64," + picture, "LOGO;BASE64:" + picture}) {
        const Book book = readBook(card("3.0", "FN:Ann\r\n" + line + "\r\nTEL:1"));
        REQUIRE(book.cards.size() == 1);
        CHECK(book.told.pictures == 1);
        REQUIRE(book.cards[0].properties.size() == 2);
        CHECK(book.cards[0].properties[1].value == u"1"_s);
        CHECK(book.cards[0].original.size() < 200);
    }
    CHECK(readBook(card("4.0", "PHOTO:https://x.example/ann.jpg")).told.pictures == 0);
}

TEST_CASE("What is too large for a card is said in one sentence, and the next one is read",
          "[exchange][vcard]")
{
    const CardLimits small{.longestLine = 1000, .mostProperties = 20, .longestCard = 5000, .chunk = 512};
    const QByteArray next = card("3.0", "FN:Bob");
    const auto fault = [&](const QByteArray &lines) {
        const Book book = readBook(card("3.0", lines) + next, small);
        REQUIRE(book.cards.size() == 1);
        CHECK(book.cards[0].properties[0].value == u"Bob"_s);
        REQUIRE(book.problems.size() == 1);
        CHECK(book.problems[0].raw.size() < 8000);
        return inEnglish(book.problems[0].reason);
    };
    CHECK(fault("NOTE:" + QByteArray(1'000'000, 'x'))
          == u"Line 3 is longer than 1,000 bytes, which no text of a card is."_s);
    CHECK(fault(QByteArray("TEL:1\r\n").repeated(21).chopped(2))
          == u"The card has more than 20 lines or 5,000 bytes, which no card of a person has."_s);
    CHECK(fault(QByteArray("NOTE:" + QByteArray(900, 'x') + "\r\n").repeated(7).chopped(2))
              .startsWith(u"The card has more"_s));
}

TEST_CASE("A card that is written is read again as it was, in lines of 75 bytes", "[exchange][vcard]")
{
    Card whole{CardVersion::V40, 0, {}, {}};
    const QString text = u"Äöü 🙂 "_s.repeated(60) + u"; , \\ \n end"_s;
    whole.properties.push_back(
        {{u"item1"_s, u"NOTE"_s, {}, {{u"LABEL"_s, {u"a\nb\"c^;,:d"_s}}}}, escaped(text)});
    const QByteArray bytes = written(whole);
    for (const QByteArray &line : bytes.split('\n')) {
        CHECK(line.size() <= 76);
        CHECK(QByteArrayView(line).isValidUtf8());
    }
    const Book book = readBook(bytes);
    REQUIRE(book.cards.size() == 1);
    CHECK(book.cards[0].properties == whole.properties);
    CHECK(unescaped(book.cards[0].properties[0].value, CardVersion::V40) == text);
    CHECK(fromKeptText(keptText(whole.properties, CardVersion::V40)) == whole.properties);
}
