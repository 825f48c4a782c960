// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importmade.h"

#include "app/text/display.h"
#include "app/text/presentation.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/theme.h"

#include <QKeySequence>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::ui {

bool hasListPage(EntityKind kind)
{
    const std::vector<app::Presentation> pages = app::listPages();
    return std::any_of(pages.begin(), pages.end(), [kind](const auto &page) { return page.kind == kind; });
}

ImportMade::ImportMade(const app::Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_links(new QVBoxLayout(this))
{
    m_links->setContentsMargins(0, 0, 0, 0);
    m_links->setSpacing(space::hair);
    hide();
}

ImportMade::~ImportMade() = default;

void ImportMade::showStep(const Operation &step, const std::vector<transfer::ImportReport> &reports)
{
    setVisible(step.id != 0);
    if (step.id == 0)
        return;
    std::map<EntityKind, qint64> made;
    std::map<EntityKind, qint64> changed;
    for (const transfer::ImportReport &report : reports) {
        made[report.plan.kind] += report.created;
        changed[report.plan.kind] += report.updated;
        for (const auto &[kind, count] : report.alsoCreated)
            made[kind] += count;
    }
    const QString number = QString::number(step.id);
    for (const auto &[kind, count] : made) {
        if (count > 0 && hasListPage(kind))
            addLink((count == 1 ? tr("Show %1 that is new") : tr("Show %1 that are new"))
                        .arg(m_display.counted(count, kind)),
                    kind, u"made:"_s + number);
    }
    for (const auto &[kind, count] : changed) {
        if (count > 0 && hasListPage(kind))
            addLink(tr("Show %1 that changed").arg(m_display.counted(count, kind)), kind,
                    u"step:%1 -made:%1"_s.arg(number));
    }
    auto *back = new FlatButton(FlatButton::Kind::Link);
    back->setText(tr("Take this import back (%1)")
                      .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    const auto takeBack = [this, id = step.id] { Q_EMIT undoWanted(id); };
    connect(back, &QAbstractButton::clicked, this, takeBack);
    connect(new QShortcut(QKeySequence::Undo, window()), &QShortcut::activated, this, takeBack);
    m_links->addWidget(back, 0, Qt::AlignLeading);
}

void ImportMade::addLink(const QString &text, EntityKind kind, const QString &filter)
{
    auto *link = new FlatButton(FlatButton::Kind::Link);
    link->setText(text);
    connect(link, &QAbstractButton::clicked, this, [this, kind, filter] { Q_EMIT listWanted(kind, filter); });
    m_links->addWidget(link, 0, Qt::AlignLeading);
}

} // namespace headway::ui
