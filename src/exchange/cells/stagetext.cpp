// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/stagetext.h"

#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr QStringView wholeNames = u"stage";
constexpr QStringView singleWords = u"stage_word";

StageType typeCalled(const QString &code)
{
    if (code == "won"_L1)
        return StageType::Won;
    if (code == "lost"_L1)
        return StageType::Lost;
    return code == "on_hold"_L1 ? StageType::OnHold : StageType::Open;
}

bool isNumber(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

// What the words of one part mean, in their order; numbers are left out, and others empty.
QStringList codesOf(const QString &part)
{
    QStringList codes;
    for (const QString &word : words(part)) {
        if (!isNumber(word))
            codes += Vocabulary::own().code(singleWords, word).value_or(QString());
    }
    return codes;
}

bool isBeside(const QString &code)
{
    return code == "beside"_L1 || code == "closed"_L1;
}

bool isOutcome(const QString &code)
{
    return code == "won"_L1 || code == "lost"_L1;
}

// "Closed Lost to Competition", "Lost due to price": what follows is the reason.
bool hasReason(const QStringList &codes)
{
    const auto behind = [&codes](qsizetype at) {
        while (at < codes.size() && isBeside(codes[at]))
            ++at;
        return at;
    };
    const qsizetype outcome = behind(0);
    if (outcome == codes.size() || !isOutcome(codes[outcome]))
        return false;
    if (codes.mid(0, outcome).contains(u"closed"_s))
        return true;
    const qsizetype next = behind(outcome + 1);
    return codes[outcome] == "lost"_L1 && next < codes.size() && codes[next] == "because"_L1;
}

// What one part of a name says of won and lost.
struct PartMeaning {
    enum class Is { Nothing, Bare, Doubtful, Sure } is = Is::Nothing; // Bare: "Closed"
    StageType type = StageType::Open;
};

PartMeaning meaningOf(const QString &part)
{
    using Is = PartMeaning::Is;
    if (const auto whole = Vocabulary::own().code(wholeNames, part))
        return {Is::Sure, typeCalled(*whole)};
    const QStringList codes = codesOf(part);
    const bool isWon = codes.contains(u"won"_s);
    const bool isLost = codes.contains(u"lost"_s);
    const auto areAll = [&codes](auto &&isMeant) { return std::all_of(codes.begin(), codes.end(), isMeant); };
    if (!isWon && !isLost) {
        if (codes.contains(u"doubt"_s))
            return {Is::Doubtful};
        const bool isBare = codes.contains(u"closed"_s) || codes.contains(u"alone"_s);
        const bool isAlone = areAll([](const QString &code) { return isBeside(code) || code == "alone"_L1; });
        return {isBare && isAlone ? Is::Bare : Is::Nothing};
    }
    const bool isPlain = areAll([](const QString &code) { return isBeside(code) || isOutcome(code); });
    if ((isWon && isLost) || (!isPlain && !hasReason(codes)))
        return {Is::Doubtful};
    return {Is::Sure, isWon ? StageType::Won : StageType::Lost};
}

// "Lost - Price", "Verloren (Preis)", "6: Won"; "Closed-Won" is one.
QStringList partsOf(const QString &name)
{
    static const QRegularExpression between(
        u"\\s-+\\s*|-+\\s|[–—:;,.|/()\\[\\]{}<>→»·•（）「」【】：／、，]+"_s);
    return name.split(between, Qt::SkipEmptyParts);
}

} // namespace

StageMeaning stageMeaning(const QString &name)
{
    using Is = PartMeaning::Is;
    if (const auto whole = Vocabulary::own().code(wholeNames, name))
        return {typeCalled(*whole), false};
    std::optional<StageType> sure;
    bool isDoubtful = false;
    bool isBare = false;
    bool hasRival = false;
    for (const QString &part : partsOf(name)) {
        const PartMeaning said = meaningOf(part);
        isDoubtful = isDoubtful || said.is == Is::Doubtful
            || (said.is == Is::Sure && sure && *sure != said.type); // "Won / lost"
        isBare = isBare || said.is == Is::Bare;
        hasRival = hasRival || codesOf(part).contains(u"rival"_s);
        if (said.is == Is::Sure)
            sure = said.type;
    }
    const bool isOfRival = hasRival && sure == StageType::Won; // they have won it
    if (isDoubtful || isOfRival || (isBare && !sure))
        return {StageType::Open, true};
    return {sure.value_or(StageType::Open), false};
}

} // namespace headway::exchange
