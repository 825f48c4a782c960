// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/stepwords.h"

#include <algorithm>
#include <array>

namespace headway {

namespace {

// In the order of ActivityKind.
constexpr std::array activityWords{
    Wording{"a.call", QT_TRANSLATE_NOOP("headway::Sentence", "a call")},
    Wording{"a.meeting", QT_TRANSLATE_NOOP("headway::Sentence", "a meeting")},
    Wording{"a.visit", QT_TRANSLATE_NOOP("headway::Sentence", "a visit")},
    Wording{"a.trade-show-talk", QT_TRANSLATE_NOOP("headway::Sentence", "a trade-show talk")},
    Wording{"a.retail-talk", QT_TRANSLATE_NOOP("headway::Sentence", "a retail talk")},
    Wording{"an.e-mail", QT_TRANSLATE_NOOP("headway::Sentence", "an e-mail")},
    Wording{"a.letter", QT_TRANSLATE_NOOP("headway::Sentence", "a letter")},
    Wording{"a.message", QT_TRANSLATE_NOOP("headway::Sentence", "a message")},
    Wording{"a.task", QT_TRANSLATE_NOOP("headway::Sentence", "a task")},
    Wording{"a.note", QT_TRANSLATE_NOOP("headway::Sentence", "a note")},
};
static_assert(activityWords.size() == Choices<ActivityKind>::list.size());

constexpr std::array stepWords{
    steps::bookBegun,
    steps::bookRepaired,
    steps::historyCompleted,
    steps::bothTakenBack,
    steps::manyTakenBack,
    steps::added,
    steps::kindAdded,
    steps::changed,
    steps::fieldChanged,
    steps::deleted,
    steps::manyDeleted,
    steps::mixedDeleted,
    steps::manyChanged,
    steps::imported,
    steps::filesImported,
    steps::archiveImported,
    steps::theKind,
    steps::customFields,
    steps::childAdded,
    steps::childChanged,
    steps::childMadePrimary,
    steps::childRemoved,
    steps::manyTagged,
    steps::manyUntagged,
    steps::listValueAdded,
    steps::listValueUp,
    steps::listValueDown,
    steps::dealReordered,
    steps::dealWon,
    steps::dealLost,
    steps::dealReopened,
    steps::dealMoved,
    steps::dealMovedAlong,
    steps::dealsMoved,
    steps::dealsWon,
    steps::dealsLost,
    steps::dealRenewed,
    steps::leadConverted,
    steps::leadsConverted,
    steps::leadDisqualified,
    steps::leadPutToSleep,
    steps::leadMoved,
    steps::leadsMoved,
    steps::activityLogged,
    steps::activityLoggedOn,
    steps::activityPlanned,
    steps::activityPlannedOn,
    steps::activityDone,
    steps::activityFollowed,
    steps::activityMoved,
    steps::activitiesMoved,
    steps::settingsChanged,
    steps::workingDaysChanged,
    steps::fiscalYearChanged,
    steps::currencyChanged,
    steps::filesImportedOne,
};

} // namespace

const Wording &withArticle(ActivityKind kind)
{
    return activityWords[size_t(kind)];
}

const Wording *wordingNamed(const QString &id)
{
    const auto isIt = [&id](const Wording &each) { return id == QLatin1StringView(each.id); };
    if (const auto *step = std::find_if(stepWords.begin(), stepWords.end(), isIt); step != stepWords.end())
        return step;
    const auto *word = std::find_if(activityWords.begin(), activityWords.end(), isIt);
    return word == activityWords.end() ? nullptr : word;
}

} // namespace headway
