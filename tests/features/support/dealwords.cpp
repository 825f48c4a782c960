// SPDX-License-Identifier: GPL-3.0-or-later
// The words of stories about deals: the given ones, and what the book contains afterwards.
#include "features/support/story.h"

#include "domain/records/activity.h"
#include "domain/records/deal.h"
#include "domain/records/lookups.h"
#include "features/support/expect.h"
#include "store/actions/actions.h"
#include "store/reading/lookups.h"
#include "store/rows/records.h"
#include "store/summaries/timeline.h"
#include "support/engines.h"

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

std::optional<Deal> dealNamed(sql::Connection &book, const QString &name)
{
    for (const Deal &deal : valueOf(store::loadAll<Deal>(book))) {
        if (deal.name == name)
            return deal;
    }
    return std::nullopt;
}

} // namespace

void Given::a_deal(const QString &name, qint64 euros)
{
    a_deal_closing(name, euros, {});
}

void Given::a_deal_closing(const QString &name, qint64 euros, QDate day)
{
    story.add({.name = name, .amount = euros * 100, .currency = u"EUR"_s, .expectedClose = day});
}

void Given::a_deal_without_amount(const QString &name)
{
    story.add({.name = name});
}

void Story::add(const Deal &deal)
{
    const Actor ana{UserId{1}, m_now};
    valueOf(store::commit(book(), valueOf(store::createDealEdit(book(), deal, ana)), ana));
}

void Then::the_card_stands_in(const QString &name, const QString &stageName)
{
    sql::Connection &book = story.book();
    const Lookups lists = valueOf(store::loadLookups(book));
    const auto stage = [&] {
        const std::optional<Deal> deal = dealNamed(book, name);
        const Stage *found = deal ? lists.stage(deal->stage) : nullptr;
        return found ? found->name : QString();
    };
    expect([&] { return stage() == stageName; }, stageName, stage);
}

void Then::the_deal_was(const QString &name, const QString &status)
{
    sql::Connection &book = story.book();
    const auto seen = [&] {
        const std::optional<Deal> deal = dealNamed(book, name);
        return deal ? headway::textOf(Codec<StageType>::read(deal->status)) : QString();
    };
    expect([&] { return seen() == status; }, status, seen);
}

void Then::the_timeline_holds(const QString &name, const QString &note)
{
    sql::Connection &book = story.book();
    const EntityRef deal{EntityKind::Deal, dealNamed(book, name)->id.value};
    const auto newest = [&] {
        const store::Timeline timeline = valueOf(store::timeline(book, deal, 5));
        return timeline.past.empty() ? QString()
                                     : headway::textOf(timeline.past.front().record.value(u"note"));
    };
    expect([&] { return newest() == note; }, note, newest);
}

void Then::the_closing_note_was(const QString &name, const QString &note)
{
    const auto seen = [&] {
        const std::optional<Deal> deal = dealNamed(story.book(), name);
        return deal ? deal->closeNote : QString();
    };
    expect([&] { return seen() == note; }, note, seen);
}

void Then::the_next_step_is_on(const QString &name, QDate day)
{
    const auto seen = [&] {
        const EntityRef deal{EntityKind::Deal, dealNamed(story.book(), name)->id.value};
        const store::Timeline timeline = valueOf(store::timeline(story.book(), deal, 5));
        if (timeline.planned.empty())
            return QString();
        const auto at = std::get<qint64>(timeline.planned.front().record.value(u"at"));
        return dayOf({at}, QTimeZone::utc()).toString(Qt::ISODate);
    };
    const QString wanted = day.isValid() ? day.toString(Qt::ISODate) : QString();
    expect([&] { return seen() == wanted; }, wanted, seen);
}

} // namespace headway::test
