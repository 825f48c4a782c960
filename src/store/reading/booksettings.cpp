// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/booksettings.h"

#include "domain/changes/stepwords.h"
#include "store/rows/records.h"
#include "store/schema/schema.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

Sentence labelOf(const BookSettings &before, const BookSettings &after)
{
    const bool isCurrency = before.currency != after.currency;
    const bool isDays = before.workingDays != after.workingDays;
    const bool isYear = before.yearBegins != after.yearBegins;
    if (isCurrency + isDays + isYear != 1)
        return steps::settingsChanged;
    if (isDays)
        return steps::workingDaysChanged;
    if (isYear)
        return Sentence(steps::fiscalYearChanged)
            .arg(FieldContent{
                EntityKind::BookSettings, u"year_begins"_s, Codec<Month>::read(after.yearBegins), {}});
    return Sentence(steps::currencyChanged).arg(after.currency);
}

} // namespace

Result<BookSettings> loadBookSettings(sql::Connection &connection)
{
    // An imported archive may have added a second one: the oldest applies.
    HEADWAY_TRY(found, loadAll<BookSettings>(connection, {{}, {}, u"id LIMIT 1"_s}));
    BookSettings settings = found.empty() ? BookSettings{} : found.front();
    if (settings.currency.isEmpty()) {
        HEADWAY_TRY(made, bookValue(connection, u"currency"_s));
        settings.currency = made;
    }
    return settings;
}

Result<Edit> bookSettingsEdit(sql::Connection &connection, const BookSettings &before,
                              const BookSettings &after)
{
    Edit edit{.label = labelOf(before, after)};
    if (before == after)
        return edit;
    if (const Sentence problem = workingDaysProblem(after.workingDays); !problem.isEmpty())
        return failure(ErrorCode::Invalid, problem);
    HEADWAY_TRY(present, loadAll<BookSettings>(connection, {{}, {}, u"id LIMIT 1"_s}));
    if (present.empty() && before.id)
        return failure(ErrorCode::Conflict,
                       Sentence::tr("The book's settings were changed in the meantime."));
    if (present.empty()) {
        edit.changes.push_back(create(after));
        return edit;
    }
    // If no currency was ever chosen, `before` holds the one the book was created with.
    BookSettings expected = before;
    expected.id = present.front().id;
    if (present.front().currency.isEmpty() && before.currency != after.currency)
        expected.currency.clear();
    BookSettings wanted = after;
    wanted.id = expected.id;
    edit.changes.push_back(update(expected, wanted));
    return edit;
}

} // namespace headway::store
