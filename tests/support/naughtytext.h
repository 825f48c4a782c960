// SPDX-License-Identifier: GPL-3.0-or-later
// Random texts that break careless programs, the same for the same seed. For property tests.
#pragma once

#include <QChar>
#include <QString>
#include <QStringList>
#include <QStringView>
#include <array>
#include <random>

namespace headway::test {

class NaughtyText
{
public:
    explicit NaughtyText(std::mt19937::result_type seed) : m_random(seed) {}

    // 0 … `greatest`, the same on every platform (std::uniform_int_distribution is not).
    int number(int greatest) { return static_cast<int>(m_random() % (static_cast<unsigned>(greatest) + 1)); }

    // Never contains U+0000 or half a surrogate pair.
    QString text()
    {
        QString text;
        for (int pieces = number(6); pieces > 0; --pieces)
            text += piece();
        return text;
    }

    // Only characters that Windows-1252 has.
    QString windows1252Text()
    {
        QString text;
        for (const QChar character : this->text()) {
            const char16_t code = character.unicode();
            const bool isLatin = code < 0x80 || (code >= 0xA0 && code <= 0xFF) || code == u'€';
            text += isLatin ? character : QChar(u'\u00E9');
        }
        return text;
    }

private:
    QString piece()
    {
        constexpr std::array<QStringView, 48> pieces = {
            u"\"",
            u"\"\"",
            u"\"\"\"",
            u"'",
            u"''",
            u",",
            u";",
            u"\t",
            u"|",
            u"\n",
            u"\r",
            u"\r\n",
            u"\n\r",
            u" ",
            u"  ",
            u"\u00A0",
            u"\u202F",
            u"\u3000",
            u"=1+1",
            u"+49 30 1234",
            u"-5",
            u"@SUM(A1)",
            u"'=x",
            u"sep=;",
            u"\uFEFF",
            u"\u200B",
            u"\u200D",
            u"\u202E",
            u"\u2066",
            u"\u2069",
            u"\u0301",
            u"e\u0301",
            u"שלום",
            u"مرحبا",
            u"日本語",
            u"😀",
            u"👩‍👩‍👧",
            u"𝔘",
            u"\u2028",
            u"\u0085",
            u"\u000B",
            u"\u001B[31m",
            u"\uFFFD",
            u"\uFFFF",
            u"Müller & Söhne",
            u"<b>%1</b>",
            u"Robert'); --",
            u"plain words",
        };
        if (number(40) == 0)
            return QString(number(5000), QChar(u'a' + number(25)));
        return pieces[static_cast<std::size_t>(number(pieces.size() - 1))].toString();
    }

    std::mt19937 m_random;
};

} // namespace headway::test
