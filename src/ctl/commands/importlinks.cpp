// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/importlinks.h"

#include "ctl/words.h"
#include "domain/text/quoted.h"

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
    default: return u"not_found"_s;
    }
}

} // namespace

void tellLinks(const Session &session, const transfer::ImportReport &report)
{
    const qint64 missing = report.linksMissing();
    for (const transfer::LinkCount &count : report.links)
        session.output().tell(Sentence::tr("  links of %1: %2 of %3 found")
                                  .arg(Quoted{count.column}, session.display().number(count.found),
                                       session.display().number(count.asked)));
    const size_t shown = std::min(missingShown, report.missingLinks.size());
    for (size_t i = 0; i < shown; ++i) {
        const transfer::MissingLink &link = report.missingLinks[i];
        session.output().remark(
            Sentence::tr("  line %1, column %2: %3")
                .arg(QString::number(link.line), link.column, transfer::sentenceOf(link, report.system)));
    }
    if (missing > qint64(shown))
        session.output().remark(
            Sentence::tr("  … and %1 more.").arg(session.display().number(missing - qint64(shown))));
    if (missing == 0)
        return;
    session.output().remark(missing == 1 ? Sentence::tr("  That row goes in without the link.")
                                         : Sentence::tr("  Those rows go in without the link."));
    const auto &links = report.missingLinks;
    if (std::any_of(links.begin(), links.end(), [](const transfer::MissingLink &link) { return link.isId; }))
        session.output().remark(Sentence::tr("  If the ids are of another system than %1: --system NAME.")
                                    .arg(Quoted{report.system}));
}

QJsonArray linksJson(const transfer::ImportReport &report)
{
    QJsonArray array;
    for (const transfer::LinkCount &count : report.links)
        array += QJsonObject{{u"column"_s, count.column},
                             {u"field"_s, count.target},
                             {u"asked"_s, count.asked},
                             {u"found"_s, count.found}};
    return array;
}

QJsonArray missingLinksJson(const transfer::ImportReport &report)
{
    QJsonArray array;
    for (const transfer::MissingLink &link : report.missingLinks)
        array += QJsonObject{{u"line"_s, link.line},
                             {u"column"_s, link.column},
                             {u"text"_s, link.text},
                             {u"fault"_s, wordOf(link.fault)}};
    return array;
}

} // namespace headway::ctl
