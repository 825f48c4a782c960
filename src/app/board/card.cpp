// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board/card.h"

#include "app/board/cardwords.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Card)
};

} // namespace

QString cardStepText(const CardStep &step, DueState mark, const Display &display, Instant now)
{
    const QDate day = step.day.isValid() ? step.day : dayOf(step.at, display.zone());
    const QString shortDay = display.dayShort(day, dayOf(now, display.zone()));
    QString said;
    switch (mark) {
    case DueState::None: return Words::tr("◇ No next step");
    case DueState::Overdue: said = Words::tr("▲ Overdue since %1").arg(shortDay); break;
    case DueState::Today: {
        if (step.day.isValid()) {
            said = Words::tr("● Due today");
            break;
        }
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(step.at.ms, display.zone());
        said =
            Words::tr("● Due today at %1").arg(display.locale().toString(wall.time(), QLocale::ShortFormat));
        break;
    }
    case DueState::Later: said = Words::tr("○ Next step: %1").arg(shortDay); break;
    }
    return step.text.isEmpty() ? said : Words::tr("%1: %2").arg(said, step.text);
}

QString cardToolTip(const QString &title, const QStringList &lines)
{
    QString text = u"<b>"_s + title.toHtmlEscaped() + u"</b>"_s;
    for (const QString &line : lines) {
        if (!line.isEmpty())
            text += u"<br>"_s + line.toHtmlEscaped();
    }
    return text;
}

QString cardSpoken(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(u", "_s);
}

UserId Card::ownerId() const
{
    if (deal())
        return deal()->owner;
    return lead() ? lead()->owner : UserId{};
}

std::optional<std::pair<qint64, QString>> Card::exactAmount() const
{
    if (deal() && deal()->amount)
        return std::pair{*deal()->amount, deal()->currency};
    if (lead() && lead()->estimatedValue)
        return std::pair{*lead()->estimatedValue, lead()->currency};
    return {};
}

Card cardOf(const LoadedRecord &row, const Lane &lane, const Display &display, Instant now)
{
    return lane.status() ? leadCard(row, *lane.status(), display, now)
                         : dealCard(row, *lane.stage(), display, now);
}

QStringView laneField(EntityKind cards)
{
    return cards == EntityKind::Lead ? u"status_id" : u"stage_id";
}

} // namespace headway::app
