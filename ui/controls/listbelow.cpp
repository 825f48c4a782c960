// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/listbelow.h"

#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

#include <algorithm>

namespace headway::ui {

namespace {

constexpr int mostWidth = 480; // pixels, unless the line is wider

} // namespace

QCompleter *listBelow(QLineEdit &line, QAbstractItemModel &offers, const QString &name, int rowsInSight)
{
    auto *completer = new QCompleter(&offers, offers.QObject::parent());
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(rowsInSight);
    completer->setWidget(&line);
    completer->popup()->setAccessibleName(name);
    return completer;
}

void popUpBelow(const QLineEdit &line, QCompleter &completer, const QString &prefix)
{
    completer.setCompletionPrefix(prefix);
    QRect place = line.rect();
    const QWidget *window = line.window();
    const int begin = line.mapTo(window, QPoint(0, 0)).x();
    const bool isMirrored = line.isRightToLeft();
    const int room = isMirrored ? begin + place.width() : window->width() - begin;
    const int most = std::max(place.width(), std::min(mostWidth, room - space::small));
    place.setWidth(std::clamp(completer.popup()->sizeHintForColumn(0) + space::huge, place.width(), most));
    if (isMirrored)
        place.moveRight(line.rect().right());
    completer.complete(place);
}

} // namespace headway::ui
