// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/rows.h"

namespace headway::sample {

namespace {

// Everything that is said in an activity's texts.
struct Talk {
    int user = 0;
    Blanks blanks = {};
};

Direction directionOf(const Script &script, Dice &dice)
{
    switch (script.kind) {
    case ActivityKind::Call: return dice.chance(80) ? Direction::Outgoing : Direction::Incoming;
    case ActivityKind::Email:
    case ActivityKind::Letter:
    case ActivityKind::Message: {
        const bool came = script.subject.endsWith(u"received") || script.subject.endsWith(u"returned")
            || script.subject.startsWith(u"Enquiry") || script.subject.contains(u"essage from")
            || script.subject.startsWith(u"Contract wording");
        return came ? Direction::Incoming : Direction::Outgoing;
    }
    default: return Direction::Unstated;
    }
}

QString noteOf(const ActivityFacts &facts, const Talk &talk, Dice &dice)
{
    if (facts.planned)
        return phraseText(facts.script->note, talk.blanks);
    if (facts.state == ActivityState::Cancelled)
        return phraseText(u"Had to be moved: {p} is needed in the hall.", talk.blanks);
    if (facts.state == ActivityState::NoShow)
        return phraseText(u"Waited a quarter of an hour, nobody came. {p} apologised in the evening.",
                          talk.blanks);
    if (facts.duration == 30)
        return phraseText(dice.pick(missedCallNotes()), talk.blanks);
    QString note;
    note.reserve(260);
    appendPhrase(note, facts.script->note, talk.blanks);
    if (facts.script->kind != ActivityKind::Note && dice.chance(70)) {
        note += u' ';
        appendPhrase(note, dice.pick(details(facts.phase)), talk.blanks);
    }
    if (dice.chance(60)) {
        note += u'\n';
        appendPhrase(note, dice.pick(agreements()), talk.blanks);
    }
    return note;
}

class ActivityWriter
{
public:
    explicit ActivityWriter(Outlet &outlet) : m_outlet(outlet) {}

    Result<> put(const ActivityFacts &facts, const Talk &talk, Dice &dice)
    {
        static const QString zone = QStringLiteral("Europe/Berlin");
        const Script &script = *facts.script;
        m_draft.clear();
        m_draft.set(m_kind, script.kind);
        m_draft.set(m_state, facts.state);
        m_draft.set(m_subject, phraseText(script.subject, talk.blanks));
        m_draft.set(m_note, noteOf(facts, talk, dice));
        m_draft.set(m_direction, directionOf(script, dice));
        if (facts.outcome)
            m_draft.set(m_outcome, facts.outcome.value);
        m_draft.set(m_at, facts.at);
        if (facts.planned && script.kind == ActivityKind::Task)
            m_draft.set(m_allDay, 1);
        m_draft.set(m_zone, zone);
        if (facts.duration)
            m_draft.set(m_duration, *facts.duration);
        if (script.kind == ActivityKind::Visit)
            m_draft.set(m_location, talk.blanks.city.toString());
        if (facts.planned)
            m_draft.set(m_priority, dice.chance(20) ? dice.between(1, 3) : 0);
        m_draft.set(m_owner, idOf(talk.user));
        if (facts.state == ActivityState::Done)
            m_draft.set(m_doneAt, Instant{facts.at.ms + facts.duration.value_or(0) * 1000});
        return m_outlet.put(m_draft, facts.createdAt);
    }

private:
    Outlet &m_outlet;
    Draft m_draft{EntityKind::Activity};
    const size_t m_kind = m_draft.column(u"kind");
    const size_t m_state = m_draft.column(u"state");
    const size_t m_subject = m_draft.column(u"subject");
    const size_t m_note = m_draft.column(u"note");
    const size_t m_direction = m_draft.column(u"direction");
    const size_t m_outcome = m_draft.column(u"outcome_id");
    const size_t m_at = m_draft.column(u"at");
    const size_t m_allDay = m_draft.column(u"all_day");
    const size_t m_zone = m_draft.column(u"time_zone");
    const size_t m_duration = m_draft.column(u"duration");
    const size_t m_location = m_draft.column(u"location");
    const size_t m_priority = m_draft.column(u"priority");
    const size_t m_owner = m_draft.column(u"owner_id");
    const size_t m_doneAt = m_draft.column(u"done_at");
};

// Calls visit(activity's index, facts) for the activities of each deal, after begin(deal, facts).
template <class Begin, class Visit>
Result<> forEachDealActivity(const Book &book, Begin begin, Visit visit)
{
    for (qint64 deal = 0; deal < book.scale.deals; ++deal) {
        const DealFacts facts = book.deal(deal);
        begin(deal, facts);
        for (qint64 nth = 0; nth < book.dealActivities().count(deal); ++nth)
            HEADWAY_CHECK(
                visit(book.dealActivities().first(deal) + nth, book.dealActivity(deal, facts, nth)));
    }
    return {};
}

template <class Begin, class Visit>
Result<> forEachLeadActivity(const Book &book, Begin begin, Visit visit)
{
    const qint64 before = book.dealActivities().total();
    for (qint64 lead = 0; lead < book.scale.leads; ++lead) {
        const LeadFacts facts = book.lead(lead);
        begin(lead, facts);
        for (qint64 nth = 0; nth < book.leadActivities().count(lead); ++nth)
            HEADWAY_CHECK(
                visit(before + book.leadActivities().first(lead) + nth, book.leadActivity(lead, facts, nth)));
    }
    return {};
}

} // namespace

Result<> writeActivities(const Book &book, Outlet &outlet)
{
    ActivityWriter writer(outlet);
    Talk talk;
    QString person;
    QString company;
    const auto put = [&](qint64 index, const ActivityFacts &facts) {
        Dice dice(book.seed, Stream::ActivityText, ~index);
        return writer.put(facts, talk, dice);
    };
    const auto beginDeal = [&](qint64, const DealFacts &facts) {
        person = book.contactName(facts.contact, facts.company);
        company = book.company(facts.company).name;
        talk = {facts.user, facts.blanks};
        talk.blanks.person = person;
        talk.blanks.company = company;
    };
    const auto beginLead = [&](qint64, const LeadFacts &facts) {
        person = facts.name.first + u' ' + facts.name.last;
        company = facts.organisation;
        talk = {facts.user,
                {.person = person,
                 .company = company,
                 .product = u"Cyclo 250",
                 .city = facts.city->name,
                 .number = 3,
                 .larger = 20}};
    };
    HEADWAY_CHECK(forEachDealActivity(book, beginDeal, put));
    return forEachLeadActivity(book, beginLead, put);
}

Result<> writeActivityLinks(const Book &book, Outlet &outlet)
{
    static const QString toDeal = tableName(EntityKind::Deal);
    static const QString toContact = tableName(EntityKind::Contact);
    static const QString toCompany = tableName(EntityKind::Company);
    static const QString toLead = tableName(EntityKind::Lead);
    Draft draft(EntityKind::ActivityLink);
    const size_t activity = draft.column(u"activity_id"), recordKind = draft.column(u"record_kind"),
                 recordId = draft.column(u"record_id");
    const auto put = [&](qint64 index, const QString &kind, qint64 record, Instant at) {
        draft.set(activity, idOf(index));
        draft.set(recordKind, kind);
        draft.set(recordId, idOf(record));
        return outlet.put(draft, at);
    };
    qint64 record = 0, contact = 0, company = 0;
    const auto beginDeal = [&](qint64 deal, const DealFacts &facts) {
        record = deal;
        contact = facts.contact;
        company = facts.company;
    };
    const auto linkToDeal = [&](qint64 index, const ActivityFacts &facts) -> Result<> {
        HEADWAY_CHECK(put(index, toDeal, record, facts.createdAt));
        HEADWAY_CHECK(put(index, toContact, contact, facts.createdAt));
        return put(index, toCompany, company, facts.createdAt);
    };
    const auto beginLead = [&](qint64 lead, const LeadFacts &) { record = lead; };
    const auto linkToLead = [&](qint64 index, const ActivityFacts &facts) {
        return put(index, toLead, record, facts.createdAt);
    };
    HEADWAY_CHECK(forEachDealActivity(book, beginDeal, linkToDeal));
    return forEachLeadActivity(book, beginLead, linkToLead);
}

Result<> writeParticipants(const Book &book, Outlet &outlet)
{
    static const QString ofContact = tableName(EntityKind::Contact);
    static const QString ofUser = tableName(EntityKind::User);
    Draft draft(EntityKind::Participant);
    const size_t activity = draft.column(u"activity_id"), recordKind = draft.column(u"record_kind"),
                 recordId = draft.column(u"record_id"), answer = draft.column(u"acceptance");
    qint64 contact = 0, user = 0;
    return forEachDealActivity(
        book,
        [&](qint64, const DealFacts &facts) {
            contact = facts.contact;
            user = facts.user;
        },
        [&](qint64 index, const ActivityFacts &facts) -> Result<> {
            const ActivityKind kind = facts.script->kind;
            if (kind != ActivityKind::Meeting && kind != ActivityKind::Visit)
                return {};
            draft.clear();
            draft.set(activity, idOf(index));
            draft.set(recordKind, ofContact);
            draft.set(recordId, idOf(contact));
            draft.set(answer,
                      facts.planned && index % 3 == 0 ? Acceptance::Unanswered : Acceptance::Accepted);
            HEADWAY_CHECK(outlet.put(draft, facts.createdAt));
            draft.set(recordKind, ofUser);
            draft.set(recordId, idOf(user));
            draft.set(answer, Acceptance::Accepted);
            return outlet.put(draft, facts.createdAt);
        });
}

} // namespace headway::sample
