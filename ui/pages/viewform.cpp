// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/viewform.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace headway::ui {

namespace {

constexpr int panelWidth = 440;

} // namespace

ViewForm::ViewForm(QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_name(new QLineEdit(this)),
      m_shared(new QCheckBox(tr("&Shared with everybody in the book"), this)),
      m_pinned(new QCheckBox(tr("&In the sidebar"), this))
{
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    form().addRow(label, m_name);
    form().addRow(QString(), m_shared);
    form().addRow(QString(), m_pinned);
    for (QWidget *control :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_shared), static_cast<QWidget *>(m_pinned)})
        listenTo(*control);
    tabThrough({m_name, m_shared, m_pinned});
}

ViewForm::~ViewForm() = default;

void ViewForm::ask(const QString &title, const QString &confirm, const SavedView &view, Chosen then)
{
    m_view = view;
    m_then = std::move(then);
    m_name->setText(view.name);
    m_name->selectAll();
    m_shared->setChecked(view.shared);
    m_pinned->setChecked(view.pinned);
    showHint({});
    showTitle(title, confirm);
    open(m_name);
}

void ViewForm::confirm()
{
    m_view.name = m_name->text().trimmed();
    m_view.shared = m_shared->isChecked();
    m_view.pinned = m_pinned->isChecked();
    if (m_view.name.isEmpty())
        showMistake(tr("A view needs a name."), m_name);
    else
        m_then(m_view);
}

void ViewForm::conclude(const QString &refusal)
{
    if (refusal.isEmpty())
        hide();
    else
        showMistake(refusal, m_name);
}

} // namespace headway::ui
