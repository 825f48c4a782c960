// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/foldedtext.h"

#include "domain/text/text.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qsizetype longestFold = 3; // letters of one character that are looked for: ﬃ, a syllable of Hangul
constexpr qsizetype longestTogether = 6; // letters in which one character may stand for several

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

// What a character folds to between letters; white space at the ends is left out, which no key has there.
QString foldedBetween(char16_t c)
{
    return fold(QString(u'a' + QString(QChar(c)) + u'a')).mid(1).chopped(1);
}

constexpr char32_t tableEnd = 0x2100; // what people write every day

// By code point, in UTF-8.
const std::vector<std::string> &foldedCharacters()
{
    static const std::vector<std::string> all = [] {
        std::vector<std::string> found(tableEnd);
        for (char32_t c = 1; c < tableEnd; ++c)
            found[c] = foldedBetween(char16_t(c)).toStdString();
        return found;
    }();
    return all;
}

// The code point there, and beyond it; nothing for what is not looked up in the table.
std::optional<char32_t> takeCharacter(std::string_view text, size_t &at)
{
    const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned first = byte(at);
    const auto isNext = [&](size_t i) { return (byte(i) & 0xc0u) == 0x80u; };
    char32_t c = first;
    if (first < 0x80) {
        at += 1;
    } else if ((first & 0xe0u) == 0xc0u && isNext(at + 1)) {
        c = (first & 0x1fu) << 6u | (byte(at + 1) & 0x3fu);
        at += 2;
    } else if ((first & 0xf0u) == 0xe0u && isNext(at + 1) && isNext(at + 2)) {
        c = (first & 0x0fu) << 12u | (byte(at + 1) & 0x3fu) << 6u | (byte(at + 2) & 0x3fu);
        at += 3;
    } else {
        return std::nullopt;
    }
    return c > 0 && c < tableEnd ? std::optional(c) : std::nullopt;
}

// As fold(), but for white space at the ends.
std::string folded(std::string_view text)
{
    const std::vector<std::string> &characters = foldedCharacters();
    std::string out;
    out.reserve(text.size());
    for (size_t at = 0; at < text.size();) {
        const auto c = takeCharacter(text, at);
        if (!c)
            return fold(QString::fromUtf8(text.data(), qsizetype(text.size()))).toStdString();
        const std::string &letters = characters[*c];
        if (letters != " " || (!out.empty() && out.back() != ' '))
            out += letters;
    }
    return out;
}

// ---- characters by what they fold to -------------------------------------------------------------------------------

struct Characters {
    QHash<QString, QString> whole;  // by all of it
    QHash<QString, QString> begun;  // by its first letters, not all
    QHash<QString, QString> ended;  // by its last ones
    QHash<QString, QString> within; // by others
    QString nothing;                // marks and what is not seen
    QString nothingEuropean;
};

QString inClass(QChar c)
{
    const bool isSign = c == u'\\' || c == u'[' || c == u']' || c == u'^' || c == u'-';
    return isSign ? u'\\' + QString(c) : QString(c);
}

void addRange(QString &to, char16_t first, char16_t last)
{
    to += inClass(QChar(first));
    if (last > first + 1)
        to += u'-';
    if (last > first)
        to += inClass(QChar(last));
}

void addFolded(Characters &to, QChar c, const QString &folded)
{
    to.whole[folded] += inClass(c);
    for (qsizetype size = 1; size < folded.size(); ++size) {
        to.begun[folded.left(size)] += inClass(c);
        to.ended[folded.right(size)] += inClass(c);
        for (qsizetype first = 1; first + size < folded.size(); ++first)
            to.within[folded.mid(first, size)] += inClass(c);
    }
}

void addBlock(Characters &to, char16_t first, char16_t last)
{
    for (char32_t c = first; c <= last; ++c) {
        const QString letters = foldedBetween(char16_t(c));
        if (!letters.isEmpty()) {
            if (letters.size() <= longestFold)
                addFolded(to, QChar(char16_t(c)), letters);
            continue;
        }
        const char16_t begin = char16_t(c);
        while (c < last && foldedBetween(char16_t(c + 1)).isEmpty())
            ++c;
        addRange(to.nothing, begin, char16_t(c));
        if (begin < 0x0590 || begin >= 0x2000)
            addRange(to.nothingEuropean, begin, char16_t(c));
    }
}

// Ideographs fold to themselves, and syllables of Hangul are put together where they are needed.
const Characters &characters()
{
    static const Characters all = [] {
        Characters found;
        addBlock(found, 0x0001, 0x33ff);
        addBlock(found, 0xa640, 0xabff);
        addBlock(found, 0xf900, 0xfffd);
        return found;
    }();
    return all;
}

// ---- the pattern ---------------------------------------------------------------------------------------------------

constexpr char16_t firstSyllable = 0xac00;
constexpr char16_t lastSyllable = 0xd7a3;
constexpr char16_t firstInitial = 0x1100;
constexpr int initials = 19;
constexpr int finals = 28;             // of a syllable, with none
constexpr int syllables = 21 * finals; // that begin alike

QString hangul(const QString &letters, bool mayGoOn)
{
    const int initial = letters.front().unicode() - firstInitial;
    if (initial < 0 || initial >= initials)
        return {};
    QString found;
    if (letters.size() == 1) {
        const int first = firstSyllable + initial * syllables;
        if (mayGoOn)
            addRange(found, char16_t(first), char16_t(first + syllables - 1));
        return found;
    }
    const QString composed = letters.normalized(QString::NormalizationForm_C);
    const char16_t syllable = composed.front().unicode();
    if (composed.size() != 1 || syllable < firstSyllable || syllable > lastSyllable)
        return {};
    const bool isOpen = mayGoOn && (syllable - firstSyllable) % finals == 0;
    addRange(found, syllable, char16_t(syllable + (isOpen ? finals - 1 : 0)));
    return found;
}

class PatternWriter
{
public:
    explicit PatternWriter(const QString &key)
    {
        bool isEuropean = true;
        for (const char32_t c : key.toUcs4()) {
            m_letters += QString::fromUcs4(&c, 1);
            isEuropean = isEuropean && c < 0x0590;
        }
        const Characters &all = characters();
        m_nothing = isEuropean ? all.nothingEuropean : all.nothing;
    }

    QString write() const
    {
        QString text;
        for (qsizetype at = 0; at < m_letters.size();) {
            const qsizetype end = togetherEnd(at);
            if (at > 0)
                text += between();
            text += end == at + 1 ? step(at, 1) : QString(u"(?:"_s + ways(at, end).join(u'|') + u')');
            at = end;
        }
        return text;
    }

private:
    QString between() const { return u'[' + m_nothing + u"]*"_s; }

    QString letters(qsizetype at, qsizetype size) const { return m_letters.mid(at, size).join(QString()); }

    // The characters that stand for these letters: at an end of the key they may stand for more.
    QString charactersFor(qsizetype at, qsizetype size) const
    {
        const Characters &all = characters();
        const QString text = letters(at, size);
        const bool isFirst = at == 0;
        const bool isLast = at + size == m_letters.size();
        QString found = all.whole.value(text) + hangul(text, isLast);
        if (isFirst)
            found += all.ended.value(text);
        if (isLast)
            found += all.begun.value(text);
        if (isFirst && isLast)
            found += all.within.value(text);
        return found;
    }

    // Empty if no character stands for several letters.
    QString step(qsizetype at, qsizetype size) const
    {
        QString found = charactersFor(at, size);
        const QString letter = m_letters.at(at);
        if (size == 1 && !found.contains(letter)) // itself: an ideograph
            found = (letter.size() == 1 ? inClass(letter.front()) : letter) + found;
        if (found.isEmpty())
            return {};
        const QString one = u'[' + found + u']';
        return size == 1 && letter == " "_L1 ? QString(one + u'[' + found + m_nothing + u"]*"_s) : one;
    }

    // Where what begins there ends, which may be written with fewer characters.
    qsizetype togetherEnd(qsizetype at) const
    {
        const qsizetype most = std::min(m_letters.size(), at + longestTogether);
        qsizetype end = at + 1;
        for (qsizetype from = at; from < end; ++from) {
            for (qsizetype size = 2; size <= longestFold && from + size <= most; ++size) {
                if (!charactersFor(from, size).isEmpty())
                    end = std::max(end, from + size);
            }
        }
        return end;
    }

    QStringList ways(qsizetype at, qsizetype end) const
    {
        QStringList all;
        for (qsizetype size = 1; size <= longestFold && at + size <= end; ++size) {
            const QString first = step(at, size);
            if (first.isEmpty())
                continue;
            if (at + size == end)
                all += first;
            else
                all += first + between() + u"(?:"_s + ways(at + size, end).join(u'|') + u')';
        }
        return all;
    }

    QStringList m_letters;
    QString m_nothing;
};

} // namespace

bool holdsFolded(std::string_view text, std::string_view key)
{
    const bool isPlain = isAscii(text) && key.find(' ') == std::string_view::npos;
    if (!isPlain)
        return folded(text).find(key) != std::string::npos;
    return std::search(text.begin(), text.end(), key.begin(), key.end(),
                       [](char c, char letter) { return lowered(c) == letter; })
        != text.end()
        || key.empty();
}

QString foldedPattern(const QStringList &keys)
{
    QStringList patterns;
    for (const QString &key : keys)
        patterns += PatternWriter(key).write();
    return patterns.join(u'|');
}

Result<Clause> holdsClause(sql::Connection &connection, const QString &column, const QStringList &typed)
{
    QStringList keys;
    for (const QString &text : typed)
        keys += fold(text);
    if (connection.engine() == sql::Engine::Postgres)
        return Clause{column + u" ~ ?"_s, {foldedPattern(keys)}};
    HEADWAY_CHECK(connection.addTextTest("holds_folded", &holdsFolded));
    Clause any;
    for (const QString &key : keys) {
        any.text += (any.text.isEmpty() ? u"(holds_folded("_s : u" OR holds_folded("_s) + column + u", ?)"_s;
        any.binds.push_back(key);
    }
    any.text += u')';
    return any;
}

} // namespace headway::store
