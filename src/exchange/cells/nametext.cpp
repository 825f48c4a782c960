// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/nametext.h"

#include "domain/text/addresstext.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

bool isOf(QStringView list, const QString &words)
{
    return Vocabulary::own().has(list, words);
}

// "AG" is a company, "Ag" and "Sa" are names: short forms count in capitals or with points only.
bool isLegalForm(const QString &words)
{
    constexpr qsizetype shortForm = 3;
    if (!isOf(u"company", words))
        return false;
    const QString key = looseKey(words);
    return key.size() > shortForm || words.contains(u'.') || words.contains(u'/') || words == words.toUpper()
        || key == "inc"_L1 || key == "ltd"_L1 || key == "mbh"_L1 || key == "aps"_L1;
}

bool isCompany(const QString &text)
{
    const QStringList words = text.split(u' ');
    if (words.size() < 2)
        return false;
    const bool isShouted = text == text.toUpper(); // "ANA SA" may be anybody
    QString end;
    for (qsizetype i = words.size() - 1; i > 0 && i >= words.size() - 4; --i) {
        end = end.isEmpty() ? words[i] : words[i] + u' ' + end;
        if (isLegalForm(end) && !(isShouted && looseKey(end).size() <= 2))
            return true;
    }
    // "Smith & Sons", "Brandt und Söhne"
    if (words.size() < 3 || !isOf(u"kin", words.last()))
        return false;
    const QString &join = words[words.size() - 2];
    return join == "&"_L1 || join == "+"_L1 || isOf(u"name_join", join);
}

// Some titles are names as well: "Ing." is one, "Ing" may be anybody.
bool isTitle(const QString &word)
{
    static const QStringList pointed{u"m"_s, u"ing"_s, u"hon"_s, u"mag"_s, u"fr"_s, u"ir"_s, u"hr"_s};
    if (pointed.contains(word.chopped(1).toLower()) && word.endsWith(u'.'))
        return true;
    return isOf(u"title", word) && !pointed.contains(word.toLower());
}

// "Jack Y. Ma" and "Amartya Kumar Sen" have none: short ones count in capitals or with a point.
bool isSuffix(const QString &word, bool isShouted = false)
{
    static const QStringList plain{u"jr"_s, u"sr"_s, u"snr"_s, u"esq"_s, u"phd"_s};
    const QString key = looseKey(word);
    if (!isOf(u"suffix", word))
        return false;
    constexpr qsizetype shortOne = 3;
    return key.size() > shortOne || plain.contains(key) || word.contains(u'.')
        || (word == word.toUpper() && !isShouted);
}

// Takes titles from the beginning, as long as something is left.
void takeTitles(QStringList &words, NameParts &name)
{
    QStringList titles;
    while (words.size() > 1 && isTitle(words.front()))
        titles += words.takeFirst();
    name.salutation = joinFilled({name.salutation, titles.join(u' ')}, u" "_s);
}

void takeSuffixes(QStringList &words, qsizetype left, NameParts &name)
{
    const QString all = words.join(u' ');
    const bool isShouted = all == all.toUpper();
    QStringList suffixes;
    while (words.size() > left && isSuffix(words.back(), isShouted))
        suffixes.prepend(words.takeLast());
    name.suffix = joinFilled({suffixes.join(u' '), name.suffix}, u" "_s);
}

// "van", "de la" in small letters belong to the family name.
qsizetype familyBegins(const QStringList &words)
{
    qsizetype begin = words.size() - 1;
    while (begin > 1 && words[begin - 1] == words[begin - 1].toLower() && isOf(u"particle", words[begin - 1]))
        --begin;
    return begin;
}

// Of such a name the family's part comes first, and it is written in that order.
bool isEastAsian(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        const QChar::Script script = c.script();
        return c.isSpace() || script == QChar::Script_Han || script == QChar::Script_Hiragana
            || script == QChar::Script_Katakana || script == QChar::Script_Hangul;
    });
}

QStringList partsBetweenCommas(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(u','))
        parts += part.trimmed();
    parts.removeAll(QString());
    return parts;
}

} // namespace

NameParts familyParts(const QString &text)
{
    QStringList parts = partsBetweenCommas(text.simplified());
    NameParts name;
    while (parts.size() > 1 && isSuffix(parts.back()))
        name.suffix = joinFilled({parts.takeLast(), name.suffix}, u" "_s);
    name.last = name.suffix.isEmpty() ? text.trimmed() : parts.join(u", "_s);
    return name;
}

NameParts nameParts(const QString &text)
{
    const QString whole = text.simplified();
    NameParts name;
    QStringList parts = partsBetweenCommas(whole);
    if (isEastAsian(whole)) {
        name.last = whole;
        return name;
    }
    if (isCompany(whole) || (parts.size() > 1 && isCompany(parts.join(u' ')))) {
        name.last = whole;
        name.isCompany = true;
        return name;
    }
    while (parts.size() > 1 && (isSuffix(parts.back()) || isTitle(parts.back()))) {
        QString &into = isSuffix(parts.back()) ? name.suffix : name.salutation;
        into = joinFilled({parts.takeLast(), into}, u" "_s);
    }
    if (parts.size() > 2 || parts.isEmpty()) {
        name.last = whole;
        name.salutation.clear();
        name.suffix.clear();
        return name;
    }
    if (parts.size() == 2) {
        QStringList family = parts[0].split(u' ');
        QStringList given = parts[1].split(u' ');
        takeTitles(family, name);
        takeTitles(given, name);
        takeSuffixes(family, 1, name);
        takeSuffixes(given, 1, name);
        name.first = given.join(u' ');
        name.last = family.join(u' ');
        return name;
    }
    QStringList words = parts.front().split(u' ');
    takeTitles(words, name);
    takeSuffixes(words, 2, name);
    const qsizetype begin = familyBegins(words);
    name.first = words.mid(0, begin).join(u' ');
    name.last = words.mid(begin).join(u' ');
    return name;
}

QString nameFromDomain(const QString &text)
{
    const QString typed = text.trimmed();
    const bool isMail = typed.contains(u'@');
    const QString host = siteOf(typed);
    if (host.isEmpty())
        return {};
    const auto shared = sharedHost(host);
    if (!shared)
        return host;
    if (isMail)
        return *shared == "mailbox"_L1 ? QString() : host;
    QString page = host + QUrl::fromUserInput(typed).path();
    while (page.endsWith(u'/'))
        page.chop(1);
    return page;
}

} // namespace headway::exchange
