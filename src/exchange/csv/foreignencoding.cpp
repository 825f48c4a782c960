// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv/foreignencoding.h"

#include "domain/text/quoted.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

const char *tableName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Windows1250: return "CP1250";
    case TextEncoding::Windows1251: return "CP1251";
    case TextEncoding::Windows1254: return "CP1254";
    case TextEncoding::Latin2: return "ISO-8859-2";
    case TextEncoding::MacRoman: return "MACINTOSH";
    case TextEncoding::ShiftJis: return "CP932";
    case TextEncoding::Gb18030: return "GB18030";
    case TextEncoding::Big5: return "BIG5";
    case TextEncoding::Utf8:
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian:
    case TextEncoding::Windows1252: break;
    }
    return "";
}

// A conversion of the C library; none if its tables are not installed.
class Conversion
{
public:
    Conversion(const char *to, const char *from) : m_descriptor(iconv_open(to, from)) {}
    ~Conversion()
    {
        if (isOpen())
            iconv_close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Conversion)

    bool isOpen() const { return m_descriptor != iconv_t(-1); }
    // Converts what it can; returns 0, or why it stopped (EILSEQ, EINVAL, E2BIG).
    int run(char *&in, size_t &left, char *&out, size_t &room)
    {
        return iconv(m_descriptor, &in, &left, &out, &room) == size_t(-1) ? errno : 0;
    }

private:
    iconv_t m_descriptor;
};

constexpr const char *ourText = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? "UTF-16LE" : "UTF-16BE";

// --- What bytes look like -------------------------------------------------------------------------------

// A table of single bytes with the letters of the languages that are written in it.
struct Candidate {
    TextEncoding encoding;
    QStringView letters;
};
constexpr std::array candidates{
    Candidate{TextEncoding::Windows1252, u"äöüÄÖÜßéèêëàâáçñíóúøåæØÅÆÉÈÀÇÑôîïœãìòù"},
    Candidate{TextEncoding::Windows1250, u"ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽăşäöüßľĺŕôâî"},
    Candidate{TextEncoding::Latin2, u"ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽăşäöüßľĺŕôâî"},
    Candidate{TextEncoding::Windows1254, u"ğışçöüĞİŞÇÖÜâî"},
    Candidate{TextEncoding::Windows1251,
              u"абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёЁіїєІЇЄ"},
    Candidate{TextEncoding::MacRoman, u"äöüÄÖÜßéèêëàâáçñíóúøåæØÅÆÉÈÀÇÑôîûïœ"}};
constexpr QStringView hungarian = u"őűŐŰ";
// Of two readings each, and so no sign of one: õ is Estonian or the Hungarian ő, ş the Turkish þ.
constexpr QStringView undecided = u"õûþðýÕÞÐÝ";

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

bool holds(const QByteArray &bytes, std::initializer_list<unsigned char> wanted)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](unsigned char byte) { return bytes.contains(char(byte)); });
}

// A sign beyond ASCII among its neighbours.
struct Neighbourhood {
    QChar before = u' ';
    QChar sign = {};
    QChar after = u' ';

    bool isNearLetter() const { return before.isLetter() || after.isLetter(); }
    bool isWithinWord() const { return before.isLetter() && after.isLetter(); }
    bool isCaseBroken() const { return sign.isUpper() && before.isLower(); }
};

bool isControl(QChar c)
{
    return c.isNull() || (c.unicode() >= 0x80 && c.unicode() < 0xA0);
}

bool standsWithinWords(QChar c)
{
    return c == u'’' || c == u'–' || c == u'·';
}

// How much the sign, read with this table, looks like a language that is written in it.
int scoreOf(const Neighbourhood &at, const Candidate &candidate, bool mayBeHungarian)
{
    if (isControl(at.sign))
        return -4;
    if (candidate.encoding == TextEncoding::Windows1252 && undecided.contains(at.sign))
        return 0;
    const bool isTypical =
        candidate.letters.contains(at.sign) || (mayBeHungarian && hungarian.contains(at.sign));
    if (isTypical && at.isNearLetter())
        return at.isCaseBroken() ? -2 : 2;
    if (at.sign.isLetter() && at.isNearLetter())
        return at.isCaseBroken() ? -3 : -1;
    return at.isWithinWord() && !standsWithinWords(at.sign) ? -3 : 0;
}

int scoreOf(const Candidate &candidate, const QByteArray &sample)
{
    const bool isCentral =
        candidate.encoding == TextEncoding::Windows1250 || candidate.encoding == TextEncoding::Latin2;
    const bool mayBeHungarian =
        isCentral && holds(sample, {0xE1, 0xE9}) && !holds(sample, {0xE3, 0xE4, 0xE7});
    TextDecoder decoder(candidate.encoding, ByteOrderMark::Absent);
    const QString text = decoder.decode(sample);
    int score = 0;
    qsizetype letters = 0;
    qsizetype foreign = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        Neighbourhood at{.sign = text[i]};
        letters += at.sign.isLetter() ? 1 : 0;
        if (isAscii(at.sign) && !at.sign.isNull())
            continue;
        foreign += at.sign.isLetter() ? 1 : 0;
        if (i > 0)
            at.before = text[i - 1];
        if (i + 1 < text.size())
            at.after = text[i + 1];
        score += scoreOf(at, candidate, mayBeHungarian);
    }
    const bool isMostlyForeign = foreign * 2 >= letters;
    return candidate.encoding == TextEncoding::Windows1251 && !isMostlyForeign ? -99 : score;
}

struct Written {
    qsizetype all = 0;
    qsizetype kana = 0;
    qsizetype han = 0;
    qsizetype half = 0; // kana of half width: single bytes, as other tables have letters
};
std::optional<Written> writtenIn(const QByteArray &sample, TextEncoding encoding)
{
    const ForeignText decoded = fromForeign(sample, encoding);
    if (decoded.text.contains(QChar::Null))
        return std::nullopt;
    Written written;
    for (const QChar c : decoded.text) {
        const char16_t code = c.unicode();
        written.all += isAscii(c) ? 0 : 1;
        written.kana += code >= 0x3040 && code < 0x3100 ? 1 : 0;
        written.han += code >= 0x4E00 && code < 0xA000 ? 1 : 0;
        written.half += code >= 0xFF61 && code <= 0xFF9F ? 1 : 0;
    }
    return written;
}

// The share of two-byte characters that are common ones, by their first byte, is at least three quarters.
bool isCommonly(const QByteArray &sample, unsigned char from, unsigned char till, unsigned char leastSecond)
{
    qsizetype pairs = 0;
    qsizetype common = 0;
    for (qsizetype i = 0; i < sample.size(); ++i) {
        const auto first = static_cast<unsigned char>(sample[i]);
        if (first < 0x80)
            continue;
        ++i;
        const auto second = i < sample.size() ? static_cast<unsigned char>(sample[i]) : 0;
        ++pairs;
        common += first >= from && first <= till && second >= leastSecond ? 1 : 0;
    }
    return pairs >= 4 && common * 4 >= pairs * 3;
}

std::optional<TextEncoding> likelyEastAsian(const QByteArray &sample)
{
    constexpr qsizetype least = 4; // characters
    const auto count = [&](auto &&is) { return std::count_if(sample.begin(), sample.end(), is); };
    const auto high = count([](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    const auto letters = count([](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (high * 3 < letters)
        return std::nullopt;
    if (const auto written = writtenIn(sample, TextEncoding::ShiftJis); written && written->all >= least) {
        const auto between = count([](char c) {
            return static_cast<unsigned char>(c) >= 0x81 && static_cast<unsigned char>(c) <= 0x9F;
        });
        const bool hasKana = (written->kana + written->han) * 10 >= written->all * 7
            && written->kana * 10 >= written->all && written->half * 5 < written->all;
        const bool isHan = written->han * 10 >= written->all * 9 && between * 10 >= sample.size() * 3;
        if (hasKana || isHan)
            return TextEncoding::ShiftJis;
    }
    if (const auto written = writtenIn(sample, TextEncoding::Gb18030);
        written && written->all >= least && isCommonly(sample, 0xB0, 0xD7, 0xA1))
        return TextEncoding::Gb18030;
    if (const auto written = writtenIn(sample, TextEncoding::Big5);
        written && written->all >= least && isCommonly(sample, 0xA4, 0xC6, 0x40))
        return TextEncoding::Big5;
    return std::nullopt;
}

} // namespace

bool isForeign(TextEncoding encoding)
{
    return *tableName(encoding) != '\0';
}

ForeignText fromForeign(QByteArrayView bytes, TextEncoding encoding)
{
    Conversion conversion(ourText, tableName(encoding));
    if (!conversion.isOpen())
        return {QString(bytes.size(), QChar::Null), 0};
    // No character takes more than two code units for each of its bytes.
    QString text(bytes.size() * 2 + 2, Qt::Uninitialized);
    char *in = const_cast<char *>(bytes.data()); // iconv does not write there
    auto left = size_t(bytes.size());
    char *out = reinterpret_cast<char *>(text.data());
    auto room = size_t(text.size()) * sizeof(QChar);
    const size_t all = room;
    while (left > 0) {
        const int fault = conversion.run(in, left, out, room);
        if (fault == EINVAL || fault == E2BIG)
            break;
        if (fault == EILSEQ) {
            ++in;
            --left;
            *reinterpret_cast<char16_t *>(out) = 0;
            out += sizeof(char16_t);
            room -= sizeof(char16_t);
        }
    }
    text.truncate(qsizetype((all - room) / sizeof(QChar)));
    return {text, qsizetype(left)};
}

Result<QByteArray> toForeign(QStringView text, TextEncoding encoding)
{
    Conversion conversion(tableName(encoding), ourText);
    const auto lacking = [&](qsizetype at) {
        const qsizetype length = at + 1 < text.size() && text[at].isHighSurrogate() ? 2 : 1;
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 cannot be written in %2.")
                           .arg(Quoted{text.sliced(at, length)}, encodingName(encoding)));
    };
    if (!conversion.isOpen())
        return text.isEmpty() ? Result<QByteArray>(QByteArray()) : Result<QByteArray>(lacking(0));
    QByteArray bytes(text.size() * 4 + 4, Qt::Uninitialized);
    char *in = reinterpret_cast<char *>(const_cast<QChar *>(text.data())); // iconv does not write there
    auto left = size_t(text.size()) * sizeof(QChar);
    char *out = bytes.data();
    auto room = size_t(bytes.size());
    if (left > 0 && conversion.run(in, left, out, room) != 0)
        return lacking(text.size() - qsizetype(left / sizeof(QChar)));
    bytes.truncate(bytes.size() - qsizetype(room));
    return bytes;
}

TextEncoding likelyEncoding(const QByteArray &sample)
{
    if (const auto asian = likelyEastAsian(sample))
        return *asian;
    constexpr int clearly = 3;
    const int usual = scoreOf(candidates.front(), sample);
    TextEncoding best = candidates.front().encoding;
    int most = usual;
    for (const Candidate &candidate : candidates) {
        const int score = scoreOf(candidate, sample);
        if (score <= most || score < usual + clearly)
            continue;
        most = score;
        best = candidate.encoding;
    }
    return best;
}

} // namespace headway::exchange
