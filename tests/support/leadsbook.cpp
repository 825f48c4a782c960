// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/leadsbook.h"

#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "store/actions/actions.h"
#include "store/book/defaults.h"

namespace headway::test {

using namespace Qt::StringLiterals;

LeadsBook::LeadsBook()
{
    book.addLeadStatuses();
    ana = book.add(User{.name = u"Ana Kovač"_s});
    price = book.add(LostReason{.name = u"Price"_s, .position = 1});
    other = book.add(LostReason{.name = u"Other"_s, .needsNote = true, .position = 2});
    const auto lead = [this](const QString &first, const QString &last, LeadStatusId status) {
        return Lead{.firstName = first,
                    .lastName = last,
                    .name = first + u' ' + last,
                    .status = status,
                    .currency = u"EUR"_s,
                    .owner = ana};
    };
    Lead hot = lead(u"Eva"_s, u"Kern"_s, store::defaults::newLead);
    hot.organisation = u"Kern AG"_s;
    hot.rating = Rating::Hot;
    hot.estimatedValue = 9'000'00;
    eva = book.add(hot);
    max = book.add(lead(u"Max"_s, u"Ott"_s, store::defaults::newLead));
    ida = book.add(lead(u"Ida"_s, u"Berg"_s, store::defaults::newLead));
    jan = book.add(lead(u"Jan"_s, u"Roth"_s, store::defaults::attempting));
    plan(eva, u"Call back"_s, boardDay);
}

Actor LeadsBook::actor() const
{
    return {.user = ana, .now = boardNoon(), .zone = QTimeZone::utc()};
}

void LeadsBook::plan(LeadId lead, const QString &what, QDate day)
{
    const Actor who = actor();
    const Activity step{.kind = ActivityKind::Call,
                        .state = ActivityState::Planned,
                        .subject = what,
                        .at = {QDateTime(day, QTime(15, 0), Qt::UTC).toMSecsSinceEpoch()},
                        .owner = ana};
    book.commit(valueOf(store::logActivityEdit(
        book.connection(), {.activity = step, .links = {{EntityKind::Lead, lead.value}}}, who)));
}

std::shared_ptr<app::Workspace> LeadsBook::open(app::Threads threads) const
{
    return openWorkspace(book.place(), threads);
}

Lead LeadsBook::load(LeadId lead)
{
    return as<Lead>(book.record({EntityKind::Lead, lead.value}));
}

} // namespace headway::test
