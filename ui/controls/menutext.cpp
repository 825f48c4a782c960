// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/menutext.h"

#include <QFontMetrics>

namespace headway::ui {

namespace {

constexpr int longest = 48; // average letters

} // namespace

QString menuText(const QString &name, const QFontMetrics &metrics)
{
    QString text = metrics.elidedText(name, Qt::ElideRight, longest * metrics.averageCharWidth());
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace headway::ui
