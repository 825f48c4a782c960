// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/rows.h"

namespace headway::sample {

namespace {

// The texts of an activity.
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
    explicit ActivityWriter(SampleWriter &writer) : m_writer(writer) {}

    Result<> put(const ActivityFacts &facts, const Talk &talk, Dice &dice)
    {
        static const QString zone = QStringLiteral("Europe/Berlin");
        const Script &script = *facts.script;
        m_row.clear();
        m_row.set(m_kind, script.kind);
        m_row.set(m_state, facts.state);
        m_row.set(m_subject, phraseText(script.subject, talk.blanks));
        m_row.set(m_note, noteOf(facts, talk, dice));
        m_row.set(m_direction, directionOf(script, dice));
        if (facts.outcome)
            m_row.set(m_outcome, facts.outcome.value);
        m_row.set(m_at, facts.at);
        if (facts.planned && script.kind == ActivityKind::Task)
            m_row.set(m_allDay, 1);
        m_row.set(m_zone, zone);
        if (facts.duration)
            m_row.set(m_duration, *facts.duration);
        if (script.kind == ActivityKind::Visit)
            m_row.set(m_location, talk.blanks.city.toString());
        if (facts.planned)
            m_row.set(m_priority, dice.chance(20) ? dice.between(1, 3) : 0);
        m_row.set(m_owner, idOf(talk.user));
        if (facts.state == ActivityState::Done)
            m_row.set(m_doneAt, Instant{facts.at.ms + facts.duration.value_or(0) * 1000});
        return m_writer.put(m_row, facts.createdAt);
    }

private:
    SampleWriter &m_writer;
    SampleRow m_row{EntityKind::Activity};
    const size_t m_kind = m_row.column(u"kind");
    const size_t m_state = m_row.column(u"state");
    const size_t m_subject = m_row.column(u"subject");
    const size_t m_note = m_row.column(u"note");
    const size_t m_direction = m_row.column(u"direction");
    const size_t m_outcome = m_row.column(u"outcome_id");
    const size_t m_at = m_row.column(u"at");
    const size_t m_allDay = m_row.column(u"all_day");
    const size_t m_zone = m_row.column(u"time_zone");
    const size_t m_duration = m_row.column(u"duration");
    const size_t m_location = m_row.column(u"location");
    const size_t m_priority = m_row.column(u"priority");
    const size_t m_owner = m_row.column(u"owner_id");
    const size_t m_doneAt = m_row.column(u"done_at");
};

// Calls visit(activity's index, facts) for the activities of each deal, after begin(deal, facts) for the
// deal.
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

Result<> writeActivities(const Book &book, SampleWriter &writer)
{
    ActivityWriter activities(writer);
    Talk talk;
    QString person;
    QString company;
    const auto put = [&](qint64 index, const ActivityFacts &facts) {
        Dice dice(book.seed, Stream::ActivityText, ~index);
        return activities.put(facts, talk, dice);
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

Result<> writeActivityLinks(const Book &book, SampleWriter &writer)
{
    static const QString toDeal = tableName(EntityKind::Deal);
    static const QString toContact = tableName(EntityKind::Contact);
    static const QString toCompany = tableName(EntityKind::Company);
    static const QString toLead = tableName(EntityKind::Lead);
    SampleRow row(EntityKind::ActivityLink);
    const size_t activity = row.column(u"activity_id"), recordKind = row.column(u"record_kind"),
                 recordId = row.column(u"record_id");
    const auto put = [&](qint64 index, const QString &kind, qint64 record, Instant at) {
        row.set(activity, idOf(index));
        row.set(recordKind, kind);
        row.set(recordId, idOf(record));
        return writer.put(row, at);
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

Result<> writeParticipants(const Book &book, SampleWriter &writer)
{
    static const QString ofContact = tableName(EntityKind::Contact);
    static const QString ofUser = tableName(EntityKind::User);
    SampleRow row(EntityKind::Participant);
    const size_t activity = row.column(u"activity_id"), recordKind = row.column(u"record_kind"),
                 recordId = row.column(u"record_id"), answer = row.column(u"acceptance");
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
            row.clear();
            row.set(activity, idOf(index));
            row.set(recordKind, ofContact);
            row.set(recordId, idOf(contact));
            row.set(answer, facts.planned && index % 3 == 0 ? Acceptance::Unanswered : Acceptance::Accepted);
            HEADWAY_CHECK(writer.put(row, facts.createdAt));
            row.set(recordKind, ofUser);
            row.set(recordId, idOf(user));
            row.set(answer, Acceptance::Accepted);
            return writer.put(row, facts.createdAt);
        });
}

} // namespace headway::sample
