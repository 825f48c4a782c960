// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/nextsteptext.h"

#include "domain/records/record.h"
#include "domain/text/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NextStep)
};

} // namespace

QString dueWord(DueState state)
{
    switch (state) {
    case DueState::None: return Words::tr("No next step");
    case DueState::Overdue: return Words::tr("Overdue");
    case DueState::Today: return Words::tr("Due today");
    case DueState::Later: break;
    }
    return {};
}

QString NextStepText::shown() const
{
    if (!mark)
        return {};
    return joinFilled({QString(dueSymbol(*mark)), joinFilled({day, what}, u" · "_s)}, u" "_s);
}

QString NextStepText::spoken() const
{
    return mark ? joinFilled({dueWord(*mark), *mark == DueState::Today ? QString() : day, what}, u", "_s)
                : QString();
}

NextStepText nextStepText(const Record &record, const Display &display, Instant now)
{
    NextStepText text{.mark = nextStepMark(record, now, display.zone())};
    if (!text.mark || *text.mark == DueState::None)
        return text;
    text.day = display.dayShort(nextStepDay(record, display.zone()), dayOf(now, display.zone()));
    if (const int field = record.info().indexOf(u"next_step"); field >= 0)
        text.what = textOf(record.row[size_t(field)]);
    return text;
}

} // namespace headway::app
