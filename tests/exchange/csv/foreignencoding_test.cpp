// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/foreignencoding.h"

#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

struct Sample {
    TextEncoding encoding;
    QString text;
};

std::vector<Sample> samples()
{
    return {{TextEncoding::Windows1252,
             u"Name;Ort\nMüller;Köln\nJörg Weiß;Düsseldorf\nRenée Lefèvre;Orléans\n"_s},
            {TextEncoding::Windows1252, u"a\nO’Brien – “quoted”\nCafé\n"_s},
            {TextEncoding::Windows1252, u"Þór Sigurðsson;Reykjavík\nÁsta Þórðardóttir\n"_s},
            {TextEncoding::Windows1252, u"João Conceição;São José\nAções;Simões\n"_s},
            {TextEncoding::Windows1252, u"a;b\nfoo ½ bar;10 °C\n5 m²;x\n"_s},
            {TextEncoding::Windows1250, u"Imię;Miasto\nŁukasz Wiśniewski;Łódź\nZażółć gęślą jaźń\n"_s},
            {TextEncoding::Windows1250, u"Jméno\nJiří Dvořák;Plzeň\nŽaneta Šťastná\n"_s},
            {TextEncoding::Latin2, u"Imię;Miasto\nŁukasz Wiśniewski;Łódź\nZażółć gęślą jaźń\n"_s},
            {TextEncoding::Windows1254, u"Ad;Şehir\nGül Işık;İstanbul\nOğuz Şahin;Eskişehir\n"_s},
            {TextEncoding::Windows1251, u"Имя;Город\nИван Петров;Москва\nООО Ромашка\n"_s},
            {TextEncoding::MacRoman, u"Name;Ort\nMüller;Köln\nJörg Weiß;Düsseldorf\nRenée;Orléans\n"_s},
            {TextEncoding::ShiftJis, u"名前;都市\nやまだ たろう;東京\n株式会社アクメ\n"_s},
            {TextEncoding::Gb18030, u"姓名,城市\n王小明,北京\n李四,上海\n中国银行有限公司\n"_s},
            {TextEncoding::Big5, u"姓名,城市\n王小明,臺北\n陳先生,高雄\n台灣銀行股份有限公司\n"_s}};
}

} // namespace

TEST_CASE("A file of before Unicode is read in its encoding, which is proposed by its letters", "[exchange]")
{
    for (const Sample &sample : samples()) {
        CAPTURE(encodingName(sample.encoding), sample.text);
        const QByteArray bytes = valueOf(encodeText(sample.text, sample.encoding));
        CHECK(encodingName(likelyEncoding(bytes)) == encodingName(sample.encoding));
        TextDecoder decoder(sample.encoding, ByteOrderMark::Absent);
        QString whole = decoder.decode(bytes);
        whole += decoder.finish();
        CHECK(whole == sample.text);
    }
}

TEST_CASE("Where a file is cut into pieces makes no difference", "[exchange]")
{
    for (const Sample &sample : samples()) {
        CAPTURE(encodingName(sample.encoding));
        const QByteArray bytes = valueOf(encodeText(sample.text, sample.encoding));
        TextDecoder decoder(sample.encoding, ByteOrderMark::Absent);
        QString text;
        for (qsizetype i = 0; i < bytes.size(); ++i)
            text += decoder.decode(QByteArrayView(bytes).sliced(i, 1));
        text += decoder.finish();
        CHECK(text == sample.text);
    }
}

TEST_CASE("A byte that the encoding does not have is damage, and so is half a character at the end",
          "[exchange]")
{
    CHECK(fromForeign(QByteArrayView("a\x81"
                                     "b"),
                      TextEncoding::Windows1250)
              .text
          == QString(u"a"_s + QChar(QChar::Null) + u"b"_s));
    TextDecoder decoder(TextEncoding::ShiftJis, ByteOrderMark::Absent);
    CHECK(decoder.decode("a\x82") == u"a"_s);
    CHECK(decoder.finish() == QString(QChar(QChar::Null)));
    const auto lacking = encodeText(u"Łódź"_s, TextEncoding::MacRoman);
    REQUIRE_FALSE(lacking);
    CHECK(inEnglish(lacking.error().text) == u"“Ł” cannot be written in Mac Roman."_s);
}

TEST_CASE("What says nothing stays Windows-1252", "[exchange]")
{
    for (const QByteArray &bytes : {QByteArray("x\n\xDF\n"), QByteArray("a\xFC"), QByteArray("abc"),
                                    QByteArray(), QByteArray("\xE2\x82"), QByteArray("5 \x80\n")})
        CHECK(likelyEncoding(bytes) == TextEncoding::Windows1252);
}
