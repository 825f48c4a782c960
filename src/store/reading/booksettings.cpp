// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/booksettings.h"

#include "store/rows/records.h"
#include "store/schema/schema.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

QString labelOf(const BookSettings &before, const BookSettings &after)
{
    const bool isCurrency = before.currency != after.currency;
    const bool isDays = before.workingDays != after.workingDays;
    const bool isYear = before.yearBegins != after.yearBegins;
    if (isCurrency + isDays + isYear != 1)
        return u"Changed the book's settings"_s;
    if (isDays)
        return u"Changed the working days"_s;
    return isYear ? u"Changed the beginning of the fiscal year to %1"_s.arg(
               QString::fromLatin1(Choices<Month>::list[size_t(after.yearBegins)].label))
                  : u"Changed the book's currency to %1"_s.arg(after.currency);
}

} // namespace

Result<BookSettings> loadBookSettings(sql::Connection &connection)
{
    // An archive that was imported may have brought a second one: the oldest holds.
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
    if (const QString problem = workingDaysProblem(after.workingDays); !problem.isEmpty())
        return failure(ErrorCode::Invalid, problem);
    HEADWAY_TRY(present, loadAll<BookSettings>(connection, {{}, {}, u"id LIMIT 1"_s}));
    if (present.empty() && before.id)
        return failure(ErrorCode::Conflict, u"The book's settings were changed in the meantime."_s);
    if (present.empty()) {
        edit.changes.push_back(create(after));
        return edit;
    }
    // What `before` shows for a currency that was never chosen is the one the book was made with.
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
