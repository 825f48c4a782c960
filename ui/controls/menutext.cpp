// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/menutext.h"

#include "app/text/plaintip.h"

#include <QAction>
#include <QFontMetrics>
#include <QMenu>

namespace headway::ui {

namespace {

constexpr int longest = 48; // average letters

} // namespace

QString withoutMnemonic(const QString &name)
{
    return QString(name).replace(u'&', QStringLiteral("&&"));
}

QString menuText(const QString &name, const QFontMetrics &metrics)
{
    return withoutMnemonic(metrics.elidedText(name, Qt::ElideRight, longest * metrics.averageCharWidth()));
}

QAction *addNamed(QMenu &menu, const QString &name)
{
    menu.setToolTipsVisible(true);
    QAction *action = menu.addAction(menuText(name, menu.fontMetrics()));
    action->setToolTip(app::plainTip(name));
    return action;
}

} // namespace headway::ui
