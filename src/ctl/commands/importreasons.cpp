// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importreasons.h"

#include "ctl/table.h"
#include "ctl/words.h"
#include "transfer/request/questionanswers.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// What to write so that the row goes in; empty if only the file can be mended.
QString optionFor(const transfer::RejectReason &reason)
{
    switch (reason.remedy) {
    case transfer::Remedy::OtherValue:
        if (reason.target.isEmpty() || reason.value.isEmpty())
            return {};
        return u"--values "_s + transfer::inQuotes(reason.target + u':' + reason.value + u"=…"_s);
    case transfer::Remedy::SetField: return u"--set "_s + transfer::inQuotes(reason.target + u"={COLUMN}"_s);
    case transfer::Remedy::NewRecord: return u"--create-missing "_s + reason.made;
    case transfer::Remedy::OtherMatch: return u"--match FIELD,FIELD"_s;
    case transfer::Remedy::None: break;
    }
    return {};
}

} // namespace

void tellReasons(const Session &session, const transfer::ImportReport &report)
{
    if (report.reasons.empty())
        return;
    Table table({{Words::tr("rows"), Align::Right},
                 {Words::tr("column"), Align::Left},
                 {Words::tr("value"), Align::Left},
                 {Words::tr("why rejected"), Align::Left},
                 {Words::tr("what to write"), Align::Left}},
                0);
    for (const transfer::RejectReason &reason : report.reasons)
        table.add({session.display().number(reason.rows), reason.column, reason.value,
                   session.display().words(reason.reason), optionFor(reason)});
    session.output().remark(table.take().trimmed());
}

QJsonArray reasonsJson(const transfer::ImportReport &report, const app::Display &display)
{
    QJsonArray array;
    for (const transfer::RejectReason &reason : report.reasons)
        array += QJsonObject{{u"column"_s, reason.column}, {u"field"_s, reason.target},
                             {u"value"_s, reason.value},   {u"reason"_s, display.words(reason.reason)},
                             {u"rows"_s, reason.rows},     {u"option"_s, optionFor(reason)}};
    return array;
}

} // namespace headway::ctl
