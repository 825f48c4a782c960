// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/formscrollarea.h"

#include <QEvent>

namespace headway::ui {

namespace {

constexpr int leastHeight = 80;

} // namespace

FormScrollArea::FormScrollArea(QWidget *form, QWidget *parent) : QScrollArea(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the widgets of the form take the focus
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    const bool isHidden = form->isHidden();
    setWidget(form); // also shows it
    form->setHidden(isHidden);
    form->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    form->installEventFilter(this);
    setHidden(isHidden);
}

FormScrollArea::~FormScrollArea() = default;

QSize FormScrollArea::sizeHint() const
{
    return {widget()->sizeHint().width(), heightForWidth(width())};
}

QSize FormScrollArea::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width(), qMin(leastHeight, heightForWidth(width()))};
}

int FormScrollArea::heightForWidth(int width) const
{
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : widget()->sizeHint().height();
}

bool FormScrollArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget()) {
        switch (event->type()) {
        case QEvent::ShowToParent: show(); break;
        case QEvent::HideToParent: hide(); break;
        case QEvent::LayoutRequest: updateGeometry(); break;
        default: break;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace headway::ui
