// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingspage.h"

#include "ui/sidebar.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace headway::ui {

namespace {

constexpr int narrow = 720; // below, the parts are icons only

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent), m_list(new Sidebar(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settings"));
    setAccessibleName(tr("Settings"));
    m_list->setAccessibleName(tr("Parts of the settings"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::small, space::large, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connect(m_list, &Sidebar::chosen, this, [this](const QString &part) { show(part); });
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::addPart(const Part &part)
{
    m_ids += part.id;
    m_names += part.name;
    m_stack->addWidget(part.widget);
    m_list->addPage({part.id, part.name, part.iconName, {}, part.section});
    if (m_ids.size() == 1)
        m_list->showCurrent(part.id);
}

void SettingsPage::show(const QString &part)
{
    const qsizetype index = qMax(qsizetype(0), m_ids.indexOf(part));
    const bool isOther = m_stack->currentIndex() != int(index);
    m_stack->setCurrentIndex(int(index));
    m_list->showCurrent(m_ids.value(index));
    if (isOther)
        Q_EMIT shown(current());
}

QString SettingsPage::current() const
{
    return m_ids.value(m_stack->currentIndex());
}

QString SettingsPage::nameOf(const QString &part) const
{
    return m_names.value(m_ids.indexOf(part));
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_list->fold(width() < narrow ? Sidebar::Width::Icons : Sidebar::Width::Full);
}

} // namespace headway::ui
