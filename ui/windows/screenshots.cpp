// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/screenshots.h"

#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"

#include <QDir>
#include <QEvent>
#include <QPixmap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int settled = 400; // ms for a page to load its data

} // namespace

Screenshots::Screenshots(const QString &folder, QSize size) : m_folder(folder), m_size(size)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(settled);
    connect(&m_quiet, &QTimer::timeout, this, &Screenshots::take);
}

Screenshots::~Screenshots() = default;

void Screenshots::takeOf(Shell &shell, BookWindow &window)
{
    m_shell = &shell;
    m_window = &window;
    shell.resize(m_size);
    m_places = window.picturePlaces();
    std::reverse(m_places.begin(), m_places.end());
    if (!QDir().mkpath(m_folder)) {
        Q_EMIT finished(tr("The folder %1 cannot be made.").arg(m_folder));
        return;
    }
    showNext();
}

void Screenshots::showNext()
{
    const BookWindow::PicturePlace &next = m_places.back();
    if (next.inside.isEmpty())
        m_shell->showPage(next.page);
    else
        m_shell->go({.page = next.page, .inside = next.inside});
    m_recordShown = false;
    m_quiet.start();
}

// First the page, then a record of it in the detail pane, then the screenshot.
void Screenshots::take()
{
    if (!m_recordShown) {
        m_window->chooseFirst();
        m_recordShown = true;
        m_quiet.start();
        return;
    }
    const BookWindow::PicturePlace place = m_places.back();
    m_places.pop_back();
    bool isSaved = save(*m_shell, place.inside.isEmpty() ? place.page : place.page + u'-' + place.inside);
    if (auto *pane = m_shell->findChild<DetailPane *>(); place.page == u"deals"_s && pane)
        isSaved = isSaved && save(*pane, u"detail"_s); // the pane alone, too
    if (!isSaved)
        return;
    if (m_places.empty())
        Q_EMIT finished({});
    else
        showNext();
}

bool Screenshots::save(QWidget &widget, const QString &name)
{
    const QString file = m_folder + u'/' + name + u".png"_s;
    const bool isSaved = widget.grab().save(file);
    if (isSaved)
        Q_EMIT taken(file);
    else
        Q_EMIT finished(tr("The picture %1 cannot be written.").arg(file));
    return isSaved;
}

} // namespace headway::ui
