// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/searchwords.h"

#include "domain/text/text.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// Two would find Tokyo and Kyoto for the Metropolis of Tokyo, which has both names in it; four are no better than
// three, and dearer.
constexpr qsizetype lettersOfPiece = 3;
// "AT&T", "E.ON", "U.S.A.", but not "Marks&Spencer" or the parts of an address.
constexpr qsizetype longestInitial = 2;
constexpr QChar besideMark(u'\uE001');

bool isUnspacedLetter(char32_t c)
{
    constexpr char32_t firstOfThem = 0x0E00;
    if (c < firstOfThem)
        return false;
    // The signs of Japan that repeat and lengthen are of no script.
    constexpr char32_t firstOfJapan = 0x3005;
    constexpr char32_t lastOfJapan = 0x30FF;
    if (c >= firstOfJapan && c <= lastOfJapan)
        return true;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Javanese:
    case QChar::Script_TaiLe:
    case QChar::Script_NewTaiLue:
    case QChar::Script_TaiTham:
    case QChar::Script_TaiViet: return true;
    default: return false;
    }
}

// Of a syllable of Hangul, which folding takes apart, all but its first letter.
bool continuesSyllable(char32_t c)
{
    return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

bool isVowelSign(char32_t c)
{
    return QChar::category(c) == QChar::Mark_SpacingCombining;
}

// What people type for an apostrophe, some of which count as letters or accents.
bool isApostrophe(QChar c)
{
    return QStringView(u"’‘`´′ʼʻʹ").contains(c);
}

QString withPlainApostrophes(QStringView text)
{
    QString plain = text.toString();
    if (std::any_of(text.begin(), text.end(), isApostrophe))
        std::replace_if(plain.begin(), plain.end(), isApostrophe, QChar(u'\''));
    return plain;
}

// A run of letters and digits of one way of writing.
struct Part {
    QString text = {};
    bool isUnspaced = false;
    bool joinsNext = false; // a sign makes one word of it and the next
};

class Scanner
{
public:
    std::vector<Part> partsOf(QStringView text)
    {
        for (const char32_t c : fold(withPlainApostrophes(text)).toUcs4()) {
            if (c <= 0xFFFF && isApostrophe(QChar(char16_t(c)))) // folding makes them of some letters
                addSign(U'\'');
            else if (QChar::isLetterOrNumber(c))
                addLetter(c);
            else if (!isVowelSign(c)) // that is dropped like other marks
                addSign(c);
        }
        return std::move(m_parts);
    }

private:
    void addLetter(char32_t c)
    {
        const bool unspaced = isUnspacedLetter(c);
        if (m_parts.empty() || m_signs > 0 || m_parts.back().isUnspaced != unspaced) {
            if (m_signs == 1 && !unspaced && QChar::isLetter(c) && doesSignJoin())
                m_parts.back().joinsNext = true;
            m_parts.push_back({.isUnspaced = unspaced});
        }
        m_parts.back().text += QChar::fromUcs4(c);
        m_last = c;
        m_signs = 0;
    }

    void addSign(char32_t c)
    {
        m_sign = c;
        ++m_signs;
    }

    bool doesSignJoin() const
    {
        if (m_parts.empty() || m_parts.back().isUnspaced || !QChar::isLetter(m_last))
            return false;
        switch (m_sign) {
        case U'\'':
        case U'-':
        case U'‐':
        case U'·': return true;
        case U'.':
        case U'&': return m_parts.back().text.size() <= longestInitial;
        default: return false;
        }
    }

    std::vector<Part> m_parts;
    char32_t m_last = 0; // letter
    char32_t m_sign = 0;
    int m_signs = 0; // since that letter
};

QStringList lettersOf(const QString &unspaced)
{
    QStringList letters;
    for (const char32_t c : unspaced.toUcs4()) {
        if (letters.isEmpty() || !continuesSyllable(c))
            letters += QString();
        letters.back() += QChar::fromUcs4(c);
    }
    return letters;
}

QString pieceFrom(const QStringList &letters, qsizetype first)
{
    return letters.mid(first, lettersOfPiece).join(QString());
}

QString cut(const QString &word)
{
    return beginning(word, longestSearchWord);
}

// A longer run has to have all its pieces of three, of which the last one may have been typed in part.
std::vector<SoughtPiece> piecesOf(const Part &part)
{
    if (!part.isUnspaced)
        return {{.text = cut(part.text)}};
    const QStringList letters = lettersOf(part.text);
    std::vector<SoughtPiece> pieces;
    const qsizetype last = std::max<qsizetype>(0, letters.size() - lettersOfPiece);
    for (qsizetype first = 0; first <= last; ++first)
        pieces.push_back({.text = pieceFrom(letters, first), .isBeginning = first == last});
    return pieces;
}

} // namespace

QStringList searchWords(QStringView text)
{
    QStringList words;
    QString whole;
    for (const Part &part : Scanner().partsOf(text)) {
        if (part.isUnspaced) {
            const QStringList letters = lettersOf(part.text);
            for (qsizetype first = 0; first < letters.size(); ++first)
                words += pieceFrom(letters, first);
            continue;
        }
        words += cut(part.text);
        const bool endsWhole = !whole.isEmpty() && !part.joinsNext;
        if (part.joinsNext || endsWhole)
            whole += part.text;
        if (endsWhole)
            words += cut(std::exchange(whole, QString()));
    }
    return words;
}

bool isUnspaced(QStringView word)
{
    const QList<uint> letters = word.toUcs4();
    return std::any_of(letters.begin(), letters.end(), [](uint c) { return isUnspacedLetter(c); });
}

std::vector<SoughtWord> soughtWords(QStringView typed)
{
    std::vector<SoughtWord> sought;
    bool isJoined = false;
    for (const Part &part : Scanner().partsOf(typed)) {
        if (!isJoined)
            sought.emplace_back();
        SoughtWord &word = sought.back();
        const std::vector<SoughtPiece> pieces = piecesOf(part);
        word.pieces.insert(word.pieces.end(), pieces.begin(), pieces.end());
        if (isJoined || part.joinsNext)
            word.whole = cut(word.whole + part.text);
        isJoined = part.joinsNext;
    }
    return sought;
}

bool isFound(const SoughtWord &word, const QStringList &words)
{
    const auto has = [&words](const QString &text, bool isBeginning) {
        return std::any_of(words.begin(), words.end(), [&](const QString &each) {
            return isBeginning ? each.startsWith(text) : each == text;
        });
    };
    return (!word.whole.isEmpty() && has(word.whole, true))
        || std::all_of(word.pieces.begin(), word.pieces.end(),
                       [&has](const SoughtPiece &piece) { return has(piece.text, piece.isBeginning); });
}

QString besideWord(const QString &word)
{
    return besideMark + word;
}

QStringList besideWords(const QStringList &words)
{
    QStringList marked;
    for (const QString &word : words)
        marked += besideWord(word);
    return marked;
}

bool isBesideWord(const QString &word)
{
    return word.startsWith(besideMark);
}

} // namespace headway
