// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsform.h"

#include "ui/controls/remarklabel.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace headway::ui {

namespace {

constexpr int mostWidth = 640;
constexpr int labelWidth = 180;

} // namespace

QWidget *makePartTitle(const QString &title, const QString &sentence, QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *head = new QLabel(title, place);
    head->setFont(ui::font(TextSize::Title, Weight::Strong));
    head->setTextFormat(Qt::PlainText);
    head->setAlignment(leadingEdge());
    auto *below = new RemarkLabel(place);
    below->setFont(ui::font(TextSize::Body));
    below->explain(sentence);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins({});
    column->setSpacing(space::hair);
    column->addWidget(head);
    column->addWidget(below);
    return place;
}

SettingsForm::SettingsForm(const QString &title, const QString &sentence, QWidget *parent)
    : QScrollArea(parent), m_rows(new QGridLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *sheet = new QWidget;
    sheet->setMaximumWidth(mostWidth + 2 * space::huge);
    m_rows->setContentsMargins({});
    m_rows->setHorizontalSpacing(space::large);
    m_rows->setVerticalSpacing(space::hair);
    m_rows->setColumnMinimumWidth(0, labelWidth);
    m_rows->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(space::huge, space::huge, space::huge, space::huge);
    column->setSpacing(space::huge);
    column->addWidget(makePartTitle(title, sentence, sheet));
    column->addLayout(m_rows);
    column->addStretch(1);
    setWidget(sheet);
    sheet->setAutoFillBackground(false);
}

SettingsForm::~SettingsForm() = default;

void SettingsForm::addRow(const QString &label, QWidget *control)
{
    const int row = m_rows->rowCount();
    if (row > 1)
        m_rows->setRowMinimumHeight(row, space::medium); // between this row and the one above
    addLine(label, control);
}

void SettingsForm::addLine(const QString &label, QWidget *control)
{
    const int row = m_rows->rowCount() + 1;
    auto *text = new QLabel(label, widget());
    text->setBuddy(control->focusProxy() ? control->focusProxy() : control);
    text->setMinimumHeight(control->sizeHint().expandedTo(control->minimumSize()).height());
    QString plain = label;
    control->setAccessibleName(plain.remove(u'&'));
    m_rows->addWidget(text, row, 0, Qt::AlignTop);
    m_rows->addWidget(control, row, 1, Qt::AlignLeft | Qt::AlignTop);
}

RemarkLabel *SettingsForm::addRemark(const QString &text)
{
    auto *remark = new RemarkLabel(widget());
    remark->explain(text);
    m_rows->addWidget(remark, m_rows->rowCount(), 1);
    return remark;
}

void SettingsForm::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, widget());
    heading->setFont(ui::font(TextSize::Body, Weight::Strong));
    heading->setContentsMargins(0, space::huge, 0, space::hair);
    m_rows->addWidget(heading, m_rows->rowCount(), 0, 1, 2);
}

void SettingsForm::addWide(QWidget *content)
{
    m_rows->addWidget(content, m_rows->rowCount(), 0, 1, 2);
}

} // namespace headway::ui
