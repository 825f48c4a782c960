// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/controls/sidebar.h"
#include "ui/pages/bookcontext.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int narrow = 720; // pixels; below, the parts are shown as icons only

} // namespace

PageFace SettingsPage::face(const BookContext &)
{
    return {.id = u"settings"_s,
            .title = tr("Settings"),
            .iconName = u"configure"_s,
            .section = PageFace::Section::Program,
            .shortcut = u"Ctrl+,"_s,
            .beside = PageFace::Beside::Nothing,
            .made = PageFace::Made::AtOnce}; // the commands that open its parts are needed at once
}

SettingsPage::SettingsPage(BookContext &context)
    : m_context(context), m_ownCommands(context.commands()), m_list(new Sidebar(this)),
      m_stack(new QStackedWidget(this))
{
    setObjectName(u"settings"_s);
    setAccessibleName(tr("Settings"));
    m_list->setAccessibleName(tr("Parts of the settings"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::small, space::large, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connect(m_list, &Sidebar::chosen, this, [this](const QString &part) { showPlace(part); });
    addParts();
    addCommands();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::addPart(Part part)
{
    m_list->addPage({part.id, part.name, part.iconName, {}, part.section});
    m_places.push_back({std::move(part)});
    if (m_places.size() == 1)
        m_list->showCurrent(currentPart());
}

size_t SettingsPage::indexOf(const QString &part) const
{
    const auto found = std::find_if(m_places.begin(), m_places.end(),
                                    [&part](const Place &each) { return each.part.id == part; });
    return found == m_places.end() ? 0 : size_t(found - m_places.begin());
}

void SettingsPage::showPlace(const QString &part)
{
    const size_t index = indexOf(part);
    const bool isOther = std::exchange(m_current, index) != index;
    make();
    m_list->showCurrent(currentPart());
    if (isOther)
        tellPlace();
}

// The first part is where the page opens by default, so it has the empty place.
void SettingsPage::tellPlace()
{
    Q_EMIT placed(m_current == 0 ? QString() : currentPart(), {nameOf(currentPart())});
}

QStringList SettingsPage::picturedPlaces() const
{
    return parts();
}

// Creates the current part when it is first shown.
void SettingsPage::make()
{
    Place &place = m_places[m_current];
    if (!place.widget) {
        place.widget = place.part.make(this);
        m_stack->addWidget(place.widget);
    }
    m_stack->setCurrentWidget(place.widget);
}

QString SettingsPage::currentPart() const
{
    return m_places.empty() ? QString() : m_places[m_current].part.id;
}

QString SettingsPage::nameOf(const QString &part) const
{
    return m_places[indexOf(part)].part.name;
}

QStringList SettingsPage::parts() const
{
    QStringList ids;
    for (const Place &each : m_places)
        ids += each.part.id;
    return ids;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    make();
    BookPage::showEvent(event);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    BookPage::resizeEvent(event);
    m_list->fold(width() < narrow ? Sidebar::Width::Icons : Sidebar::Width::Full);
}

} // namespace headway::ui
