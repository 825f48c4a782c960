// SPDX-License-Identifier: GPL-3.0-or-later
// The log form in the detail pane: what it is about, and what of the pane gives way to it.
#include "ui/controls/tabrow.h"
#include "ui/controls/within.h"
#include "ui/fields/recordform.h"
#include "ui/record/detailhead.h"
#include "ui/record/detaillinks.h"
#include "ui/record/detailpane.h"
#include "ui/record/timelineview.h"

#include <QApplication>
#include <QStackedWidget>

namespace headway::ui {

app::LogSubject DetailPane::subject() const
{
    if (!m_record.isLoaded())
        return {.record = m_record.ref()}; // showRecord() adds the rest when it is loaded
    const Record &record = m_record.row().record;
    return {.record = m_record.ref(),
            .title = m_record.title(),
            .people = peopleOf(m_record),
            .planned = m_record.planned(),
            .aim = {m_logAim},
            .lead = m_record.ref().kind == EntityKind::Lead ? std::optional(as<Lead>(record)) : std::nullopt,
            .doNotCall = app::wishesOf(record).doNotCall || m_record.reach().wishes.doNotCall,
            .isRead = true};
}

// What is typed elsewhere is saved, and the keyboard comes back to where it is now.
void DetailPane::startForm()
{
    if (!isWithin(QApplication::focusWidget(), m_form))
        m_focusBefore = QApplication::focusWidget();
    m_logAim = m_timelineView->hasFocus() ? m_timelineView->currentPlanned() : m_aim ? m_aim->id.value : 0;
    Q_EMIT wanted();
}

// The tabs give way to the form; the last talk stays visible where there is room.
void DetailPane::showForm()
{
    m_tabs->hide();
    if (!asksSubject())
        choosePart(Part::Timeline);
}

// Saving takes a moment; if the focus has moved elsewhere by then, it stays there.
void DetailPane::hideForm()
{
    m_tabs->show();
    if (m_parts->currentWidget() == m_noPart) { // the record of before is shown again
        if (m_record.isLoaded())
            takeRecord();
        else
            m_whole->setCurrentIndex(m_record.ref().id ? 1 : 0);
    }
    if (!isWithin(window()->focusWidget(), m_form))
        return;
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else if (isVisible())
        m_timelineView->setFocus(Qt::OtherFocusReason);
}

// True also while the record is loading, so that keys typed right after selecting it do not go elsewhere.
bool DetailPane::canLog() const
{
    return m_record.ref().id && m_record.ref().kind != EntityKind::Activity
        && !(m_record.isLoaded() && m_record.isDeleted());
}

void DetailPane::log(ActivityKind kind)
{
    if (!canLog())
        return;
    startForm();
    m_sheet->saveAll();
    if (isCreating())
        show(m_record.ref());
    m_whole->setCurrentIndex(1);
    m_form->open(kind, subject());
    showForm();
}

void DetailPane::await(EntityRef record, Awaited what)
{
    m_awaitedOf = record;
    m_awaited = what;
    if (m_record.isLoaded())
        doAwaited();
}

void DetailPane::doAwaited()
{
    if (!m_awaitedOf.id || m_record.ref() != m_awaitedOf)
        return;
    forgetAwaited();
    if (m_awaited == Awaited::LogCall)
        log(ActivityKind::Call);
    else if (m_record.ref().kind == EntityKind::Activity)
        complete(m_record.ref().id);
    else if (const LoadedRecord *next = m_record.next())
        complete(next->record.ref.id);
}

void DetailPane::logAnew()
{
    forgetAwaited();
    startForm();
    leaveRecord();
    m_aim.reset();
    m_logAim = 0;
    m_head->showNew(EntityKind::Activity);
    m_parts->setCurrentWidget(m_noPart);
    m_whole->setCurrentIndex(1);
    m_form->openAnew(ActivityKind::Call, subjectsAtHand(m_record));
    showForm();
}

// The pane shows whom it is with; the form stays open.
void DetailPane::chooseSubject(EntityRef record)
{
    if (!record.id)
        return;
    if (record == m_record.ref() && m_record.isLoaded())
        takeRecord();
    else
        m_record.open(record);
}

void DetailPane::completePlanned()
{
    qint64 activity = m_timelineView->currentPlanned();
    if (m_record.ref().kind == EntityKind::Activity)
        activity = m_record.ref().id;
    else if (m_aim && !isWithin(QApplication::focusWidget(), this))
        activity = m_aim->id.value;
    if (activity)
        complete(activity);
}

void DetailPane::complete(qint64 activity)
{
    std::optional<Activity> planned;
    const int row = m_timeline.rowOf(app::TimelineItem::Type::Planned, activity);
    if (m_record.ref() == EntityRef{EntityKind::Activity, activity} && m_record.isLoaded())
        planned = as<Activity>(m_record.row().record);
    else if (row >= 0)
        planned = m_timeline.at(row).activity;
    else if (m_record.isLoaded() && m_record.next() && m_record.next()->record.ref.id == activity)
        planned = as<Activity>(m_record.next()->record);
    else if (m_aim && m_aim->id.value == activity)
        planned = m_aim;
    if (!planned || planned->state != ActivityState::Planned)
        return;
    startForm();
    m_form->openDone(*planned, subject());
    showForm();
}

bool DetailPane::asksSubject() const
{
    return m_form->isOpen() && !m_form->subject().id;
}

} // namespace headway::ui
