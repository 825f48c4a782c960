// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/importframe.h"

#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace headway::ui {

void frameImport(QWidget &window, QWidget *head, QWidget *parts, const QString &name, QWidget *foot)
{
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(name);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, scroll));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(parts);
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, space::large, 0, space::large);
    column->setSpacing(space::medium);
    if (head)
        column->addWidget(head);
    column->addWidget(scroll, 1);
    column->addWidget(foot);
}

} // namespace headway::ui
