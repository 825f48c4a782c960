// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/finishchip.h"

#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace headway::ui {

using namespace Qt::StringLiterals;

FinishChip::FinishChip(QWidget *parent)
    : QWidget(parent), m_name(new ElidedLabel(this)), m_day(new QLabel(this)),
      m_remove(new FlatButton(FlatButton::Kind::Quiet, this))
{
    m_day->setTextFormat(Qt::PlainText);
    m_remove->setObjectName(u"separate"_s);
    m_remove->setText(u"×"_s);
    m_remove->setAccessibleName(tr("Log it separately"));
    m_remove->setToolTip(tr("Log it separately; what was planned stays planned (Alt+%1)").arg(key()));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::small, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_name);
    row->addWidget(m_day);
    row->addWidget(m_remove);
    row->addStretch(1);
    connect(m_remove, &QAbstractButton::clicked, this, &FinishChip::removed);
}

FinishChip::~FinishChip() = default;

QString FinishChip::key()
{
    return tr("X", "key to log it separately");
}

void FinishChip::showPlanned(const QString &name, const QString &day)
{
    m_name->showText(tr("finishes: %1").arg(name), ElidedLabel::Tone::Normal);
    m_day->setText(u", "_s + day);
    setAccessibleName(tr("finishes: %1").arg(name + u", "_s + day));
}

void FinishChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colourRolesOf(*this).hairline);
    painter.setBrush(colourRolesOf(*this).hover);
    const QRect chip = m_name->geometry().united(m_remove->geometry()).adjusted(-space::small, 0, 0, 0);
    const QRect inside = isRightToLeft() ? chip.adjusted(space::small, 0, space::small, 0) : chip;
    painter.drawRoundedRect(QRectF(inside & rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius,
                            cornerRadius);
}

} // namespace headway::ui
