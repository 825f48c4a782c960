// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importlinks.h"

#include "ctl/words.h"
#include "domain/text/quoted.h"
#include "exchange/plan/foreignsystem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

constexpr size_t missingShown = 10;

QString wordOf(transfer::LinkFault fault)
{
    switch (fault) {
    case transfer::LinkFault::Several: return u"several"_s;
    case transfer::LinkFault::OnlyOne: return u"only_one"_s;
    case transfer::LinkFault::Circle: return u"circle"_s;
    default: return u"not_found"_s;
    }
}

} // namespace

void tellLinks(const Session &session, const transfer::ImportReport &report)
{
    const qint64 missing = report.linksMissing();
    for (const transfer::LinkCount &count : report.links) {
        const QString found = session.display().number(count.found);
        const QString asked = session.display().number(count.asked);
        session.output().tell(
            count.beside == 0
                ? Sentence::tr("  links of %1: %2 of %3 found").arg(Quoted{count.column}, found, asked)
                : Sentence::tr("  links of %1: %2 of %3 found, %4 by the name beside the id")
                      .arg(Quoted{count.column}, found, asked, session.display().number(count.beside)));
    }
    const size_t shown = std::min(missingShown, report.missingLinks.size());
    qint64 told = 0;
    for (size_t i = 0; i < shown; ++i) {
        const transfer::MissingLink &link = report.missingLinks[i];
        const Sentence why = transfer::sentenceOf(link, report.system);
        session.output().remark(
            link.rows == 1
                ? Sentence::tr("  line %1, column %2: %3").arg(QString::number(link.line), link.column, why)
                : Sentence::tr("  %1 rows, column %2: %3")
                      .arg(session.display().number(link.rows), link.column, why));
        told += link.rows;
    }
    if (missing > told)
        session.output().remark(
            Sentence::tr("  … and %1 more.").arg(session.display().number(missing - told)));
    if (missing == transfer::linksBeyondRoom(report))
        return; // where there is room for one, one is linked
    session.output().remark(missing == 1 ? Sentence::tr("  That row goes in without the link.")
                                         : Sentence::tr("  Those rows go in without the link."));
    const auto &links = report.missingLinks;
    const bool isAnyId =
        std::any_of(links.begin(), links.end(), [](const transfer::MissingLink &link) { return link.isId; });
    const QString title = exchange::systemTitle(report.system);
    if (isAnyId)
        session.output().remark(
            title.isEmpty() ? Sentence::tr(
                "  If the ids are of a system that other files were imported from: --system NAME.")
                            : Sentence::tr("  If the ids are of another system than %1: --system NAME.")
                                  .arg(Quoted{title}));
}

QJsonArray linksJson(const transfer::ImportReport &report)
{
    QJsonArray array;
    for (const transfer::LinkCount &count : report.links)
        array += QJsonObject{{u"column"_s, count.column},
                             {u"field"_s, count.target},
                             {u"asked"_s, count.asked},
                             {u"found"_s, count.found},
                             {u"by_name"_s, count.beside}};
    return array;
}

QJsonArray missingLinksJson(const transfer::ImportReport &report)
{
    QJsonArray array;
    for (const transfer::MissingLink &link : report.missingLinks)
        array += QJsonObject{{u"line"_s, link.line},
                             {u"column"_s, link.column},
                             {u"text"_s, link.text},
                             {u"rows"_s, link.rows},
                             {u"fault"_s, wordOf(link.fault)}};
    return array;
}

} // namespace headway::ctl
