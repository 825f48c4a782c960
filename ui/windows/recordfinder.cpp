// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/recordfinder.h"

#include "app/record/recordsearch.h"
#include "app/text/display.h"
#include "app/text/presentation.h"
#include "domain/records/record.h"
#include "domain/records/searchhit.h"
#include "domain/rules/due.h"
#include "domain/text/reftext.h"
#include "domain/text/text.h"
#include "ui/style/kindicons.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int hitsOfKind = 5;
constexpr qsizetype leastToMake = 2; // letters
constexpr std::chrono::milliseconds moment{1000};

// "Deals", "Contacts": as the kind's page is called.
QString titleOf(EntityKind kind)
{
    return app::pageTitle(app::presentationOf(kind));
}

// The typed words as a filter, which gives colons, brackets and a hyphen before a word a meaning of their own.
QString filterOf(const QString &typed)
{
    constexpr QStringView signsInWords = u"'’‘`´.&-·";
    QString plain = typed;
    for (QChar &c : plain) {
        if (!c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate() && !signsInWords.contains(c))
            c = u' ';
    }
    QStringList parts = plain.split(u' ', Qt::SkipEmptyParts);
    for (QString &part : parts) {
        while (part.startsWith(u'-'))
            part.remove(0, 1);
    }
    return joinFilled(parts, u" "_s);
}

} // namespace

RecordFinder::RecordFinder(app::PaletteSearch &palette, app::Workspace &workspace, app::Settings &settings,
                           const app::Display &display, Ways ways, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_display(display), m_ways(std::move(ways)), m_recent(settings)
{
    palette.addProvider(
        [this](const QString &query, const app::PaletteAnswer &answer) { find(query, answer); });
    palette.addProvider(
        [this](const QString &query, const app::PaletteAnswer &answer) {
            if (query.size() < leastToMake || !m_ways.create)
                answer({});
            else
                m_answerToMake = answer; // what it says depends on what is found
        },
        app::PaletteSearch::Place::AfterCommands);
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment);
    connect(&m_moment, &QTimer::timeout, this, [this] { remember(m_shown); });
}

RecordFinder::~RecordFinder() = default;

void RecordFinder::noteShown(EntityRef record)
{
    m_shown = record;
    m_moment.start();
}

void RecordFinder::find(const QString &query, const app::PaletteAnswer &answer)
{
    m_answer = answer;
    m_answerToMake = {};
    if (query.isEmpty())
        m_search = m_recent.read(m_workspace, this, [this](const std::vector<SearchHit> &hits) {
            std::exchange(m_answer, {})(recentItems(hits));
        });
    else
        m_search = app::searchBook(
            m_workspace, this, query, hitsOfKind,
            [this, query](const std::vector<SearchGroup> &groups) { tellFound(query, groups); });
}

void RecordFinder::tellFound(const QString &query, const std::vector<SearchGroup> &groups)
{
    app::PaletteItems items;
    for (const SearchGroup &group : groups) {
        const QString title = titleOf(group.kind);
        for (const SearchHit &hit : group.hits)
            items.push_back(itemOf(hit, title));
        if (group.more > 0 && m_ways.list)
            items.push_back(restOf(group, title, query));
    }
    const bool isNothingFound = items.empty();
    std::exchange(m_answer, {})(std::move(items));
    if (const app::PaletteAnswer answer = std::exchange(m_answerToMake, {}))
        answer(itemsToMake(query, isNothingFound));
}

QString RecordFinder::asideOf(const SearchHit &hit) const
{
    QStringList parts;
    if (const Stage *stage = m_workspace.lookups().stage(hit.stage))
        parts += stage->name;
    if (hit.amount)
        parts += m_display.money(*hit.amount, hit.currency, app::Display::Decimals::WhenNeeded);
    if (!hit.phone.isEmpty() && parts.isEmpty())
        parts += hit.phone;
    if (hit.at)
        parts += m_display.dayShort(dayOf(hit.at, m_display.zone()), m_workspace.today());
    return parts.join(u" · "_s);
}

app::PaletteItem RecordFinder::itemOf(const SearchHit &hit, const QString &group) const
{
    QStringList beside;
    for (const QString &text : {hit.who, hit.detail, hit.foundBy}) {
        if (!text.isEmpty() && text != hit.title && !beside.contains(text))
            beside += text;
    }
    const auto with = [record = hit.ref](const std::function<void(EntityRef)> &way) {
        return way ? std::function<void()>([way, record] { way(record); }) : std::function<void()>();
    };
    const bool canLog = entityInfo(hit.ref.kind).has(KindTrait::HasActivities);
    return {.id = refText(hit.ref),
            .text = hit.title,
            .extra = beside.join(u" · "_s),
            .aside = asideOf(hit),
            .iconName = iconOf(hit.ref.kind),
            .group = group,
            .enter = tr("Enter opens it"),
            .run = with(m_ways.show),
            .openInWindow = with(m_ways.openInWindow),
            .logCall = canLog ? with(m_ways.logCall) : std::function<void()>()};
}

app::PaletteItem RecordFinder::restOf(const SearchGroup &group, const QString &title,
                                      const QString &query) const
{
    const QString number = m_display.number(group.more);
    return {.id = u"rest."_s + tableName(group.kind),
            .text = group.isCounted ? tr("%1 more").arg(number) : tr("More than %1 more").arg(number),
            .extra = tr("All of them in a list"),
            .iconName = u"view-filter"_s,
            .group = title,
            .enter = tr("Enter shows them in a list"),
            .run = [this, kind = group.kind, filter = filterOf(query)] { m_ways.list(kind, filter); }};
}

app::PaletteItems RecordFinder::recentItems(const std::vector<SearchHit> &hits) const
{
    app::PaletteItems items;
    for (const SearchHit &hit : hits) {
        items.push_back(itemOf(hit, tr("Recent")));
        if (items.back().extra.isEmpty())
            items.back().extra = m_display.kindName(hit.ref.kind);
    }
    return items;
}

// Whom one looks for and does not find is added next, most often.
app::PaletteItems RecordFinder::itemsToMake(const QString &query, bool isNothingFound) const
{
    const QString group = isNothingFound ? tr("Nothing found. Add it?") : tr("Add");
    std::vector<EntityKind> kinds = kindsByCloseness(KindTrait::IsSearched);
    std::reverse(kinds.begin(), kinds.end()); // people first
    app::PaletteItems items;
    for (const EntityKind kind : kinds)
        items.push_back({.id = u"new."_s + tableName(kind),
                         .text = tr("New %1 %2").arg(m_display.kindName(kind), m_display.quoted(query)),
                         .iconName = u"list-add"_s,
                         .group = group,
                         .enter = tr("Enter opens a form that begins with it"),
                         .run = [this, kind, query] { m_ways.create(kind, query); }});
    const auto kind = m_ways.listInSight ? m_ways.listInSight() : std::nullopt;
    if (isNothingFound && kind && m_ways.list)
        items.push_back(
            {.id = u"filter."_s + tableName(*kind),
             .text = tr("Filter %1 by %2").arg(m_display.kindPlural(*kind), m_display.quoted(query)),
             .iconName = u"view-filter"_s,
             .group = group,
             .enter = tr("Enter filters the list"),
             .run = [this, kind = *kind, query] { m_ways.list(kind, query); }});
    return items;
}

} // namespace headway::ui
