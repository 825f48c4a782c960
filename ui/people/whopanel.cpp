// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/whopanel.h"

#include "app/edits/recordedits.h"
#include "app/text/display.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/searchline.h"
#include "ui/people/peoplelist.h"

#include <QFormLayout>

#include <utility>

namespace headway::ui {

namespace {

constexpr int panelWidth = 440;

} // namespace

WhoPanel::WhoPanel(app::Workspace &workspace, const QStringList &loginNames, QWidget *parent)
    : FloatingPanel(panelWidth, parent), m_workspace(workspace),
      m_people(new PeopleList(workspace, loginNames, this))
{
    form().addRow(m_people);
    listenTo(m_people->line());
    tabThrough({&m_people->line()});
    connect(m_people, &PeopleList::currentChanged, this, &WhoPanel::showChoice);
    connect(m_people, &PeopleList::chosen, this, &WhoPanel::confirm);
}

WhoPanel::~WhoPanel() = default;

void WhoPanel::ask()
{
    showTitle(tr("Who are you?"), tr("Work in this book"));
    showHint(tr("What was done before stays under the name it was done by."));
    m_people->begin(m_workspace.user());
    open(&m_people->line());
}

void WhoPanel::showChoice()
{
    const PeopleList::Person person = m_people->current();
    confirmButton().setEnabled(!person.isNobody());
    if (!person.isNobody())
        showConfirm(person.user ? tr("I am %1").arg(person.name) : tr("Add me as %1").arg(person.name));
}

void WhoPanel::confirm()
{
    const PeopleList::Person person = m_people->current();
    if (person.isNobody() || std::exchange(m_isAdding, true))
        return;
    if (person.user) {
        m_isAdding = false;
        hide();
        Q_EMIT chosen(person.user);
        return;
    }
    app::addUser(m_workspace, this, person.name, [this](const Result<UserId> &added) {
        m_isAdding = false;
        if (!added) {
            showMistake(app::Display(locale(), m_workspace.zone()).words(added.error().text),
                        &m_people->line());
            return;
        }
        hide();
        Q_EMIT chosen(*added);
    });
}

} // namespace headway::ui
