// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/namelist.h"

#include "domain/text/text.h"
#include "exchange/cells/nametext.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

using Reading = NameList::Reading;

constexpr qsizetype longestList = 1000; // what is longer is a text
constexpr qsizetype mostWordsOfName = 6;

bool isQuoted(const QString &text)
{
    return text.size() > 2 && text.front() == u'"' && text.back() == u'"' && text.count(u'"') == 2;
}

// "Acme (https://www.notion.so/Acme-0a1b)", "[Acme](https://acme.example)": a name with what it leads to.
bool hasLink(const QString &text)
{
    return text.endsWith(u')') && text.contains("://"_L1);
}

// Without quotation marks, and the address behind it, which is a link unless it leads to the page of another program.
QString plainName(const QString &text, QStringList &links)
{
    static const QRegularExpression behind(uR"(^(?<name>.*\S)\s*\((?<link>https?://[^\s()]+)\)$)"_s);
    static const QRegularExpression marked(uR"(^\[(?<name>[^\[\]]+)\]\((?<link>https?://[^\s()]+)\)$)"_s);
    const QString name = text.trimmed();
    if (isQuoted(name))
        return name.mid(1, name.size() - 2).trimmed();
    if (!hasLink(name))
        return name;
    auto match = marked.match(name);
    if (!match.hasMatch())
        match = behind.match(name);
    if (!match.hasMatch())
        return name;
    const QString host = QUrl(match.captured(u"link"_s)).host();
    const bool isPage = Vocabulary::own().has(u"page_host", host.section(u'.', -2));
    if (!isPage)
        links += match.captured(u"link"_s);
    return match.captured(u"name"_s).trimmed();
}

// Whether a comma stands between two names for certain: one of them is in quotation marks, or has its link.
bool isBoundary(const QString &before, const QString &behind)
{
    const QString last = before.trimmed();
    const QString next = behind.trimmed();
    const bool isQuotedNext = next.startsWith(u'"') && next.indexOf(u'"', 1) > 0;
    return isQuoted(last) || hasLink(last) || isQuotedNext;
}

// At what separates names whatever they are: semicolons, line breaks, ":::".
QStringList cut(const QString &cell)
{
    QStringList pieces;
    QString piece;
    const auto end = [&] {
        if (const QString text = piece.trimmed(); !text.isEmpty() && !pieces.contains(text))
            pieces += text;
        piece.clear();
    };
    bool isInQuotes = false;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const QChar c = cell[i];
        if (c == u'"' && (isInQuotes || piece.trimmed().isEmpty()))
            isInQuotes = !isInQuotes && cell.indexOf(u'"', i + 1) > 0;
        const bool isLong = !isInQuotes && QStringView(cell).sliced(i).startsWith(u":::");
        const bool isEnd = !isInQuotes
            && (c == u';' || c == u'\n' || c == u'\r' || isLong
                || (c == u',' && isBoundary(piece, cell.mid(i + 1))));
        if (isEnd)
            end();
        else
            piece += c;
        if (isLong)
            i += 2;
    }
    end();
    return pieces;
}

QStringList wordsOf(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

// At commas that do not stand in brackets, and at strokes as `isStroke` says.
template <class IsStroke>
QStringList split(const QString &text, IsStroke isStroke)
{
    QStringList parts{QString()};
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (depth <= 0 && (c == u',' || (c == u'/' && isStroke(i))))
            parts += QString();
        else
            parts.back() += c;
    }
    for (QString &part : parts)
        part = part.simplified();
    parts.removeAll(QString());
    return parts;
}

bool isFullName(const QString &name)
{
    const QStringList words = wordsOf(name);
    return words.size() > 1 && words.size() <= mostWordsOfName
        && std::all_of(words.begin(), words.end(),
                       [](const QString &word) { return word.front().isLetter(); });
}

// "and", "und", "&": a letter alone, as y, joins the parts of one name as well.
bool isJoin(const QString &word)
{
    return word == "&"_L1 || word == "+"_L1
        || (word == word.toLower() && Vocabulary::own().has(u"name_join", word));
}

struct People {
    QStringList names = {};
    bool hasComma = false;
    bool hasOther = false;   // strokes and joins
    bool isDoubtful = false; // "Ann and Bob Lee"
};

void addJoined(const QString &part, People &people)
{
    QStringList words = wordsOf(part);
    while (words.size() > 1 && isJoin(words.front()))
        words.removeFirst(); // "…, and Eva Lang"
    qsizetype begin = 0;
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        if (!isJoin(words[i]))
            continue;
        const qsizetype left = i - begin;
        const qsizetype right = words.size() - i - 1;
        if (left > 1 && right > 1) {
            people.names += words.mid(begin, left).join(u' ');
            people.hasOther = true;
            begin = i + 1;
        } else if (words[i].size() > 1 || !words[i].front().isLetter()) {
            people.isDoubtful = true;
        }
    }
    people.names += words.mid(begin).join(u' ');
}

People peopleIn(const QString &text)
{
    People people;
    const QStringList parts = split(text, [](qsizetype) { return true; });
    people.hasComma = text.contains(u',');
    people.hasOther = text.contains(u'/');
    for (const QString &part : parts) {
        const Vocabulary &words = Vocabulary::own();
        const bool isBehind = words.has(u"suffix", part) || words.has(u"title", part); // "Ann Lee, MBA"
        if (isBehind && !people.names.isEmpty())
            people.names.back() += u", "_s + part;
        else
            addJoined(part, people);
    }
    return people;
}

Reading readingOf(const People &people, Commas commas)
{
    const qsizetype count = people.names.size();
    if (people.isDoubtful)
        return Reading::Open;
    if (count < 2)
        return Reading::One;
    const bool areFull = std::all_of(people.names.begin(), people.names.end(), isFullName);
    const bool isPair = count == 2 && people.hasComma && !people.hasOther;
    if (areFull && !isPair)
        return Reading::Several;
    if (areFull)
        return commas == Commas::Between ? Reading::Several
            : commas == Commas::Within   ? Reading::One
            : commas == Commas::Both     ? Reading::Open
                                         : Reading::Likely;
    // "c/o Ann Lee", "Lee, Ann"
    const bool hasLetter = std::any_of(people.names.begin(), people.names.end(),
                                       [](const QString &name) { return name.size() < 2; });
    return hasLetter || isPair ? Reading::One : Reading::Open;
}

// "Inc.", "GmbH & Co. KG", "Ltd. (UK)" behind a comma belong to the name before it.
bool isLegalForm(const QString &text)
{
    const Vocabulary &words = Vocabulary::own();
    return words.has(u"company", text)
        || (text.endsWith(u')') && words.has(u"company", text.section(u" ("_s, 0, 0)));
}

void readCompanies(const QString &text, NameList &list)
{
    const auto isApart = [&](qsizetype i) {
        return i > 0 && i + 1 < text.size() && text[i - 1].isSpace() && text[i + 1].isSpace();
    };
    list.names.clear();
    for (const QString &part : split(text, isApart)) {
        if (!list.names.isEmpty() && isLegalForm(part))
            list.names.back() += u", "_s + part;
        else
            list.names += part;
    }
    if (list.names.size() < 2) {
        list.names = {list.whole};
        return;
    }
    const QStringList last = wordsOf(list.names.back());
    const bool areFirms = std::all_of(list.names.begin(), list.names.end(),
                                      [](const QString &name) { return nameParts(name).isCompany; });
    // "Johnson, Smith & Lee"
    const bool isPartnership = std::any_of(last.begin(), last.end(), isJoin);
    list.reading = areFirms ? Reading::Several : isPartnership ? Reading::One : Reading::Open;
}

} // namespace

NameList namesIn(const QString &cell, NamesOf what, Commas commas)
{
    if (looseKey(cell).isEmpty())
        return {}; // marks alone name nobody
    NameList list{.whole = cell.trimmed()};
    const QStringList pieces = cell.size() > longestList ? QStringList{list.whole} : cut(cell);
    for (const QString &piece : pieces)
        list.names += plainName(piece, list.links);
    if (pieces.size() > 1) {
        list.reading = Reading::Several;
        return list;
    }
    if (cell.size() > longestList)
        return list;
    list.whole = list.names.front();
    const bool isWhole = isQuoted(pieces.front()) || nameParts(list.whole).isCompany;
    if (what == NamesOf::Companies && !isQuoted(pieces.front()))
        readCompanies(list.whole, list);
    if (what == NamesOf::Companies || isWhole)
        return list;
    const People people = peopleIn(list.whole);
    list.reading = readingOf(people, commas);
    list.names = people.names;
    return list;
}

namespace {

// What the cells of a column of people show. Somebody called "Ann Lee" there does not tell that "García López, Ana María"
// are two: only who stands alone as well, or now before and now behind a comma, does.
class CommaSigns
{
public:
    void note(const QString &text)
    {
        const bool isPlain = std::none_of(text.begin(), text.end(),
                                          [](QChar c) { return QStringView(u",;/\"()@&+|").contains(c); });
        if (isPlain)
            noteNames(peopleIn(text));
        else if (text.contains(u',') && !text.contains(u';') && !text.contains(u'@')
                 && !nameParts(text).isCompany)
            noteList(peopleIn(text));
    }

    Commas found() const
    {
        const bool isBetween = m_hasBetween || m_behind.intersects(m_before) || m_alone.intersects(m_before)
            || m_alone.intersects(m_behind);
        if (m_hasWithin)
            return isBetween || !m_alone.isEmpty() ? Commas::Both : Commas::Within;
        return isBetween ? Commas::Between : Commas::Untold;
    }

private:
    void noteNames(const People &people)
    {
        for (const QString &name : people.names) {
            if (isFullName(name))
                m_alone.insert(fold(name));
        }
    }

    void noteList(const People &people)
    {
        const bool isPair = people.names.size() == 2 && !people.hasOther;
        const bool areFull = std::all_of(people.names.begin(), people.names.end(), isFullName);
        m_hasWithin = m_hasWithin || (isPair && !areFull);
        m_hasBetween = m_hasBetween || (people.names.size() > 2 && areFull);
        if (isPair && areFull) {
            m_before.insert(fold(people.names[0]));
            m_behind.insert(fold(people.names[1]));
        }
    }

    bool m_hasWithin = false;
    bool m_hasBetween = false;
    QSet<QString> m_alone;
    QSet<QString> m_before;
    QSet<QString> m_behind;
};

} // namespace

Commas commasIn(const QStringList &cells)
{
    CommaSigns signs;
    for (const QString &cell : cells)
        signs.note(cell.simplified());
    return signs.found();
}

bool hasLinks(const QString &cell)
{
    return cell.contains("://"_L1) && hasLink(cell.trimmed());
}

bool mayNameSeveral(const QString &cell)
{
    constexpr qsizetype mostSpaces = 2; // "Ann and Bob Lee" has three
    qsizetype spaces = 0;
    for (const QChar c : cell) {
        if (QStringView(u";\n\r,/\"&+").contains(c))
            return true;
        spaces += c.isSpace() ? 1 : 0;
    }
    return spaces > mostSpaces || cell.contains(":::"_L1) || cell.contains("://"_L1);
}

} // namespace headway::exchange
