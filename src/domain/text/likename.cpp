// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/likename.h"

#include "domain/text/nearest.h"
#include "domain/text/text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// Legal forms as they are written behind a name (or before it), folded and without their dots: of the countries that
// ISO 20275 lists most entities for.
const QSet<QString> &companyForms()
{
    static const QSet<QString> forms{
        u"ab"_s,   u"ag"_s,   u"aps"_s,     u"as"_s,      u"asa"_s,          u"bhd"_s,      u"bv"_s,
        u"bvba"_s, u"co"_s,   u"company"_s, u"corp"_s,    u"corporation"_s,  u"cv"_s,       u"doo"_s,
        u"ead"_s,  u"eg"_s,   u"eirl"_s,    u"ek"_s,      u"eood"_s,         u"ev"_s,       u"fze"_s,
        u"gbr"_s,  u"gmbh"_s, u"hf"_s,      u"inc"_s,     u"incorporated"_s, u"kft"_s,      u"kg"_s,
        u"kgaa"_s, u"kk"_s,   u"lda"_s,     u"limited"_s, u"llc"_s,          u"llp"_s,      u"lp"_s,
        u"ltd"_s,  u"ltda"_s, u"mbh"_s,     u"nv"_s,      u"oao"_s,          u"ohg"_s,      u"ooo"_s,
        u"oy"_s,   u"oyj"_s,  u"plc"_s,     u"pte"_s,     u"pty"_s,          u"pvt"_s,      u"sa"_s,
        u"sarl"_s, u"sas"_s,  u"sasu"_s,    u"se"_s,      u"sl"_s,           u"slu"_s,      u"snc"_s,
        u"spa"_s,  u"spk"_s,  u"spzoo"_s,   u"srl"_s,     u"sro"_s,          u"ug"_s,       u"vof"_s,
        u"zao"_s,  u"zrt"_s,  u"ооо"_s,     u"оао"_s,     u"зао"_s,          u"株式会社"_s, u"有限会社"_s};
    return forms;
}

// A dot, a slash or an ampersand stands within a form: "S.p.A.", "A/S".
bool isBetweenWords(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'‐' || c == u'–' || c == u',' || c == u';' || c == u'('
        || c == u')';
}

QStringList wordsOf(QStringView name)
{
    QStringList found;
    QString word;
    const auto end = [&] {
        if (const QString key = looseKey(word); !key.isEmpty())
            found += key;
        word.clear();
    };
    for (const QChar c : name) {
        if (isBetweenWords(c))
            end();
        else
            word += c;
    }
    end();
    return found;
}

} // namespace

QStringList comparedWords(QStringView name)
{
    const QStringList all = wordsOf(name);
    QStringList words;
    std::copy_if(all.begin(), all.end(), std::back_inserter(words),
                 [](const QString &word) { return !companyForms().contains(word); });
    if (words.isEmpty())
        words = all;
    words.sort();
    return words;
}

NameLikeness likenessOf(QStringView a, QStringView b)
{
    constexpr qsizetype lettersForASlip = 5;
    constexpr qsizetype mostSlips = 2;
    constexpr qsizetype longest = 100;
    const QString first = comparedWords(a).join(u' ').left(longest);
    const QString second = comparedWords(b).join(u' ').left(longest);
    if (first.isEmpty() || second.isEmpty())
        return NameLikeness::Different;
    if (first == second)
        return NameLikeness::Same;
    const qsizetype allowed =
        std::min({first.size() / lettersForASlip, second.size() / lettersForASlip, mostSlips});
    return slips(first, second) <= allowed ? NameLikeness::Similar : NameLikeness::Different;
}

} // namespace headway
