// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importrepeats.h"

#include "ctl/words.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr size_t repeatsShown = 10;

} // namespace

void tellRepeats(const Session &session, const transfer::ImportReport &report)
{
    const size_t shown = std::min(repeatsShown, report.firstRepeated.size());
    for (size_t i = 0; i < shown; ++i)
        session.output().remark(u"  "_s
                                + session.display().words(transfer::sentenceOf(report.firstRepeated[i])));
    if (report.repeated > qint64(shown))
        session.output().remark(
            Sentence::tr("  … and %1 more.").arg(session.display().number(report.repeated - qint64(shown))));
}

QJsonArray repeatsJson(const transfer::ImportReport &report)
{
    QJsonArray array;
    for (const transfer::RepeatedRow &row : report.firstRepeated) {
        QJsonArray differences;
        for (const transfer::RepeatedRow::Difference &difference : row.differences)
            differences += QJsonObject{{u"column"_s, difference.column},
                                       {u"earlier"_s, difference.earlier},
                                       {u"text"_s, difference.text}};
        array +=
            QJsonObject{{u"line"_s, row.line}, {u"earlier"_s, row.earlier}, {u"differences"_s, differences}};
    }
    return array;
}

} // namespace headway::ctl
