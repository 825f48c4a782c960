// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/matchnumber.h"

#include "domain/text/phonenumber.h"
#include "domain/text/phonetext.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Words that may be one number, or a word that is none.
struct Part {
    QStringList words = {};
    bool isNumber = false;
};

bool hasDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

bool hasLetter(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
}

// "(", "/" between the parts of a number.
bool isMark(const QString &word)
{
    return !hasDigit(word) && !hasLetter(word);
}

// "ext.", "x12", "доб.": part of a number where one stands before it.
bool isOfExtension(const QString &word)
{
    const auto *const digit = std::find_if(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
    const bool isNumberBehind = std::all_of(digit, word.end(), [](QChar c) { return c.isDigit(); });
    return isNumberBehind && isExtensionWord(word.left(digit - word.begin()));
}

std::vector<Part> partsOf(const QStringList &typed)
{
    std::vector<Part> parts;
    for (const QString &text : typed) {
        for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
            const bool mayFollow = !parts.empty() && parts.back().isNumber;
            const bool isNumber = hasDigit(word) && isWrittenAsPhone(word);
            const bool begins = isNumber && (word.startsWith(u'+') || word.front().isLetter());
            if (mayFollow && !begins && (isNumber || isMark(word) || isOfExtension(word)))
                parts.back().words += word;
            else
                parts.push_back({{word}, isNumber});
        }
    }
    return parts;
}

QString joined(const QStringList &terms, const QString &sign)
{
    return terms.size() == 1 ? terms.front() : QString(u'(' + terms.join(sign) + u')');
}

// By its words, for which there is `asWords`, or as the number that it is.
QString matchPart(sql::Engine engine, const Part &part, const QString &asWords)
{
    const QString asNumber = part.isNumber ? matchNumber(engine, part.words.join(u' ')) : QString();
    if (asNumber.isEmpty() || asNumber == asWords)
        return asWords;
    if (asWords.isEmpty())
        return asNumber;
    return joined({u'(' + asWords + u')', asNumber}, engine == sql::Engine::Sqlite ? u" OR "_s : u" | "_s);
}

bool hasNumbers(const std::vector<Part> &parts)
{
    return std::any_of(parts.begin(), parts.end(), [](const Part &part) { return part.isNumber; });
}

QString allOf(sql::Engine engine, const QStringList &terms)
{
    return terms.join(engine == sql::Engine::Sqlite ? u" AND "_s : u" & "_s);
}

} // namespace

QString matchTextOrNumber(sql::Engine engine, const QStringList &typed)
{
    return calledMatchOrNumber(engine, typed).text;
}

Match calledMatchOrNumber(sql::Engine engine, const QStringList &typed)
{
    const std::vector<Part> parts = partsOf(typed);
    if (!hasNumbers(parts))
        return calledMatch(engine, typed);
    QStringList terms;
    for (const Part &part : parts) {
        if (const QString term = matchPart(engine, part, matchText(engine, part.words)); !term.isEmpty())
            terms += term;
    }
    return {.text = allOf(engine, terms)};
}

Result<Match> wideMatchOrNumber(sql::Connection &connection, const QStringList &typed)
{
    const std::vector<Part> parts = partsOf(typed);
    if (!hasNumbers(parts))
        return wideMatch(connection, typed);
    std::vector<QStringList> texts;
    for (const Part &part : parts)
        texts.push_back(part.words);
    HEADWAY_TRY(asWords, wideMatches(connection, texts));
    QStringList terms;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (const QString term = matchPart(connection.engine(), parts[i], asWords[i].text); !term.isEmpty())
            terms += term;
    }
    return Match{.text = allOf(connection.engine(), terms)};
}

QString matchNumber(sql::Engine engine, const QString &typed)
{
    QStringList terms;
    for (const QString &form : phoneForms(readPhoneNumber(typed)))
        terms += matchText(engine, {form});
    return terms.isEmpty() ? QString() : joined(terms, engine == sql::Engine::Sqlite ? u" OR "_s : u" | "_s);
}

} // namespace headway::store
