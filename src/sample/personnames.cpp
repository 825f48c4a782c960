// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/personnames.h"

#include "domain/text/text.h"
#include "sample/nametables.h"

#include <array>

using namespace Qt::StringLiterals;

namespace headway::sample {

namespace {

struct Names {
    std::vector<Word> women;
    std::vector<Word> men;
    std::vector<Word> families;
    std::vector<Word> familiesOfWomen;
};

Word word(QStringView text)
{
    return {text.toString(), addressForm(text)};
}

// The feminine form of Czech and Polish family names.
QString familyOfWoman(QStringView family, Culture culture)
{
    const QStringView stem = family.chopped(1);
    if (culture == Culture::Czech) {
        if (family.endsWith(u'ý'))
            return stem + u"á"_s;
        return (family.endsWith(u'a') ? stem : family) + u"ová"_s;
    }
    if (culture == Culture::Polish && (family.endsWith(u"ski") || family.endsWith(u"cki")))
        return stem + u"a"_s;
    return family.toString();
}

std::array<Names, cultureCount> allNames()
{
    std::array<Names, cultureCount> all;
    for (int i = 0; i < cultureCount; ++i) {
        const Culture culture = Culture(i);
        Names &names = all[size_t(i)];
        for (const QStringView name : womenOf(culture))
            names.women.push_back(word(name));
        for (const QStringView name : menOf(culture))
            names.men.push_back(word(name));
        for (const QStringView name : familiesOf(culture)) {
            names.families.push_back(word(name));
            names.familiesOfWomen.push_back(word(familyOfWoman(name, culture)));
        }
    }
    return all;
}

const Names &namesOf(Culture culture)
{
    static const std::array<Names, cultureCount> all = allNames();
    return all[size_t(culture)];
}

// In big companies names repeat; a number keeps the addresses unique.
constexpr qint64 differentNames = 12;
constexpr qint64 step = 7; // coprime to the length of every table

} // namespace

PersonName personName(Culture culture, Dice &dice, qint64 company, qint64 nth)
{
    const Names &names = namesOf(culture);
    const bool woman = dice.chance(44);
    const Word &first = dice.pickSkewed(woman ? names.women : names.men);
    const std::vector<Word> &families = woman ? names.familiesOfWomen : names.families;
    if (nth < differentNames) {
        const Word &family = families[size_t((company + nth * step) % qint64(families.size()))];
        return {first.text, family.text, first.ascii + u'.' + family.ascii};
    }
    const Word &family = dice.pickSkewed(families);
    if (culture != Culture::German || !dice.chance(8))
        return {first.text, family.text, first.ascii + u'.' + family.ascii + QString::number(nth)};
    const Word &second = dice.pick(families);
    return {first.text, family.text + u'-' + second.text,
            first.ascii + u'.' + family.ascii + u'-' + second.ascii + QString::number(nth)};
}

const std::vector<Word> &familyNames(Culture culture)
{
    return namesOf(culture).families;
}

QString addressForm(QStringView text)
{
    QString spelled = text.toString().toLower();
    spelled.replace(u'ä', "ae"_L1).replace(u'ö', "oe"_L1).replace(u'ü', "ue"_L1);
    QString result;
    for (const QChar c : fold(spelled)) {
        if (c.isLetterOrNumber())
            result += c;
        else if (!result.isEmpty() && !result.endsWith(u'-') && c != u'\'' && c != u'’')
            result += u'-';
    }
    return result.endsWith(u'-') ? result.chopped(1) : result;
}

} // namespace headway::sample
