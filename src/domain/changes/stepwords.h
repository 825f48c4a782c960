// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of the steps of the history. Each has a name under which the history stores it, which never
// changes, and an English text, which may. Used by all code that makes an Edit, and by the change log; any
// thread.
#pragma once

#include "domain/records/activity.h"
#include "domain/sentence.h"

#include <QtGlobal>

namespace headway {

namespace steps {

inline constexpr Wording bookBegun{"book.begun", QT_TRANSLATE_NOOP("headway::Sentence", "Began the book")};
inline constexpr Wording bookRepaired{"book.repaired",
                                      QT_TRANSLATE_NOOP("headway::Sentence", "Repaired the book")};
inline constexpr Wording historyCompleted{
    "history.completed", QT_TRANSLATE_NOOP("headway::Sentence", "Noted what the history did not know")};

// Of steps that stood in each other's way: the older one, and the later ones.
inline constexpr Wording bothTakenBack{
    "steps.both-taken-back", QT_TRANSLATE_NOOP("headway::Sentence", "Took back “%1”, and “%2” after it")};
inline constexpr Wording manyTakenBack{
    "steps.many-taken-back", QT_TRANSLATE_NOOP("headway::Sentence", "Took back “%1”, and %2 steps after it")};

inline constexpr Wording added{"record.added", QT_TRANSLATE_NOOP("headway::Sentence", "Added %1")};
inline constexpr Wording kindAdded{"record.kind-added",
                                   QT_TRANSLATE_NOOP("headway::Sentence", "Added the %1 %2")};
inline constexpr Wording changed{"record.changed", QT_TRANSLATE_NOOP("headway::Sentence", "Changed %1")};
inline constexpr Wording fieldChanged{"record.field-changed",
                                      QT_TRANSLATE_NOOP("headway::Sentence", "Changed %1 of %2")};
inline constexpr Wording deleted{"record.deleted", QT_TRANSLATE_NOOP("headway::Sentence", "Deleted %1")};
inline constexpr Wording manyDeleted{"records.deleted",
                                     QT_TRANSLATE_NOOP("headway::Sentence", "Deleted %1 %2")};
inline constexpr Wording mixedDeleted{"records.mixed-deleted",
                                      QT_TRANSLATE_NOOP("headway::Sentence", "Deleted %1 records")};
inline constexpr Wording manyChanged{"records.field-changed",
                                     QT_TRANSLATE_NOOP("headway::Sentence", "Changed %1 of %2 %3")};
inline constexpr Wording imported{"records.imported",
                                  QT_TRANSLATE_NOOP("headway::Sentence", "Imported %1 %2 from %3")};
inline constexpr Wording filesImported{"files.imported",
                                       QT_TRANSLATE_NOOP("headway::Sentence", "Imported %1 records from %2")};
inline constexpr Wording filesImportedOne{
    "files.imported-one", QT_TRANSLATE_NOOP("headway::Sentence", "Imported %1 record from %2")};
inline constexpr Wording archiveImported{"archive.imported",
                                         QT_TRANSLATE_NOOP("headway::Sentence", "Imported the archive %1")};

// How a record without a name is referred to: "the address".
inline constexpr Wording theKind{"record.the-kind", QT_TRANSLATE_NOOP("headway::Sentence", "the %1")};
// For a change of several custom fields.
inline constexpr Wording customFields{"record.custom-fields",
                                      QT_TRANSLATE_NOOP("headway::Sentence", "own fields")};

// Child records: a tag, a phone number, a role.
inline constexpr Wording childAdded{"child.added", QT_TRANSLATE_NOOP("headway::Sentence", "Added %1 to %2")};
inline constexpr Wording childChanged{"child.changed",
                                      QT_TRANSLATE_NOOP("headway::Sentence", "Changed %1 of %2")};
inline constexpr Wording childMadePrimary{
    "child.made-primary", QT_TRANSLATE_NOOP("headway::Sentence", "Made %1 the primary one of %2")};
inline constexpr Wording childRemoved{"child.removed",
                                      QT_TRANSLATE_NOOP("headway::Sentence", "Removed %1 from %2")};
inline constexpr Wording manyTagged{"tag.added-to-many",
                                    QT_TRANSLATE_NOOP("headway::Sentence", "Added the tag %1 to %2 %3")};
inline constexpr Wording manyUntagged{
    "tag.removed-from-many", QT_TRANSLATE_NOOP("headway::Sentence", "Removed the tag %1 from %2 %3")};

// Picklist values.
inline constexpr Wording listValueAdded{"list.added",
                                        QT_TRANSLATE_NOOP("headway::Sentence", "Added the %1 %2")};
inline constexpr Wording listValueUp{"list.moved-up", QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 up")};
inline constexpr Wording listValueDown{"list.moved-down",
                                       QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 down")};

inline constexpr Wording dealReordered{"deal.reordered",
                                       QT_TRANSLATE_NOOP("headway::Sentence", "Reordered %1")};
inline constexpr Wording dealWon{"deal.won", QT_TRANSLATE_NOOP("headway::Sentence", "Won %1")};
inline constexpr Wording dealLost{"deal.lost", QT_TRANSLATE_NOOP("headway::Sentence", "Lost %1")};
inline constexpr Wording dealReopened{"deal.reopened",
                                      QT_TRANSLATE_NOOP("headway::Sentence", "Reopened %1 in %2")};
inline constexpr Wording dealMoved{"deal.moved", QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 to %2")};
// For a generated history, which does not know the stage.
inline constexpr Wording dealMovedAlong{"deal.moved-along",
                                        QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1")};
inline constexpr Wording dealsMoved{"deals.moved",
                                    QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 deals to %2")};
inline constexpr Wording dealsWon{"deals.won",
                                  QT_TRANSLATE_NOOP("headway::Sentence", "Marked %1 deals as won")};
inline constexpr Wording dealsLost{"deals.lost",
                                   QT_TRANSLATE_NOOP("headway::Sentence", "Marked %1 deals as lost")};
inline constexpr Wording dealRenewed{"deal.renewed", QT_TRANSLATE_NOOP("headway::Sentence", "Renewal of %1")};

inline constexpr Wording leadConverted{"lead.converted",
                                       QT_TRANSLATE_NOOP("headway::Sentence", "Converted %1")};
inline constexpr Wording leadsConverted{"leads.converted",
                                        QT_TRANSLATE_NOOP("headway::Sentence", "Converted %1 leads")};
inline constexpr Wording leadDisqualified{"lead.disqualified",
                                          QT_TRANSLATE_NOOP("headway::Sentence", "Disqualified %1")};
inline constexpr Wording leadPutToSleep{"lead.put-to-sleep",
                                        QT_TRANSLATE_NOOP("headway::Sentence", "Put %1 to sleep until %2")};
inline constexpr Wording leadMoved{"lead.moved", QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 to %2")};
inline constexpr Wording leadsMoved{"leads.moved",
                                    QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 leads to %2")};

// %1 is one of withArticle(): "a call".
inline constexpr Wording activityLogged{"activity.logged",
                                        QT_TRANSLATE_NOOP("headway::Sentence", "Logged %1")};
inline constexpr Wording activityLoggedOn{"activity.logged-on",
                                          QT_TRANSLATE_NOOP("headway::Sentence", "Logged %1 on %2")};
inline constexpr Wording activityPlanned{"activity.planned",
                                         QT_TRANSLATE_NOOP("headway::Sentence", "Planned %1")};
inline constexpr Wording activityPlannedOn{"activity.planned-on",
                                           QT_TRANSLATE_NOOP("headway::Sentence", "Planned %1 on %2")};
inline constexpr Wording activityDone{"activity.done", QT_TRANSLATE_NOOP("headway::Sentence", "Done: %1")};
// %1 is one of the three before, %2 one of withArticle().
inline constexpr Wording activityFollowed{"activity.followed",
                                          QT_TRANSLATE_NOOP("headway::Sentence", "%1, planned %2")};
inline constexpr Wording activityMoved{"activity.moved",
                                       QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 to %2")};
inline constexpr Wording activitiesMoved{"activities.moved",
                                         QT_TRANSLATE_NOOP("headway::Sentence", "Moved %1 activities to %2")};

inline constexpr Wording settingsChanged{
    "settings.changed", QT_TRANSLATE_NOOP("headway::Sentence", "Changed the book's settings")};
inline constexpr Wording workingDaysChanged{
    "settings.working-days", QT_TRANSLATE_NOOP("headway::Sentence", "Changed the working days")};
inline constexpr Wording fiscalYearChanged{
    "settings.fiscal-year",
    QT_TRANSLATE_NOOP("headway::Sentence", "Changed the beginning of the fiscal year to %1")};
inline constexpr Wording currencyChanged{
    "settings.currency", QT_TRANSLATE_NOOP("headway::Sentence", "Changed the book's currency to %1")};

} // namespace steps

// "a call", "an e-mail"
const Wording &withArticle(ActivityKind kind);

// The wording of that name; null if this version does not know it.
const Wording *wordingNamed(const QString &id);

} // namespace headway
