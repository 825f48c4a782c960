// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/callcommands.h"

#include "domain/records/record.h"
#include "ui/calls/callbar.h"
#include "ui/pages/bookcontext.h"
#include "ui/shell/messagebar.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

CallCommands::CallCommands(BookContext &context, MessageBar &messages, PageInSight pageInSight,
                           QObject *parent)
    : QObject(parent), m_context(context), m_messages(messages), m_pageInSight(std::move(pageInSight)),
      m_queue(context.workspace()), m_bar(new CallBar(m_queue, context.display()))
{
    connect(&m_queue, &app::CallQueue::turn, this, &CallCommands::callWanted);
    connect(&m_queue, &app::CallQueue::changed, m_bar, &CallBar::showQueue);
    connect(&m_queue, &app::CallQueue::finished, this, &CallCommands::sayHowItWent);
    connect(&m_queue, &app::CallQueue::failed, this, &CallCommands::failed);
    connect(m_bar, &CallBar::skipWanted, &m_queue, &app::CallQueue::skip);
    connect(m_bar, &CallBar::stopWanted, &m_queue, &app::CallQueue::end);
    addCommands();
}

CallCommands::~CallCommands() = default;

const BookPage *CallCommands::listInSight() const
{
    const BookPage *page = m_pageInSight();
    const std::optional<Query> listed = page ? page->listed() : std::nullopt;
    const bool canBeCalled = listed && entityInfo(listed->kind).has(KindTrait::HasActivities);
    return canBeCalled ? page : nullptr;
}

void CallCommands::addCommands()
{
    m_context.commands().add(
        {.id = u"call.list"_s,
         .text = tr("Call this &list"),
         .iconName = u"call-start"_s,
         .shortcuts = {QKeySequence(u"Ctrl+Shift+G"_s)},
         .menu = {tr("&Record")},
         .section = 22,
         .isEnabled = [this] { return listInSight() != nullptr; },
         .alsoCalled = {tr("Call queue"), tr("Power dialling"), tr("Call the selected ones")},
         .whyNot = tr("Open a list of leads, contacts, companies or deals"),
         .run = [this] { callList(); }});
    m_context.commands().add({.id = u"call.skip"_s,
                              .text = tr("S&kip to the next call"),
                              .iconName = u"go-next-skip"_s,
                              .shortcuts = {QKeySequence(u"Ctrl+Shift+F"_s)},
                              .menu = {tr("&Record")},
                              .section = 22,
                              .isEnabled = [this] { return m_queue.isRunning(); },
                              .whyNot = tr("No list is being called"),
                              .run = [this] { m_queue.skip(); }});
    m_context.commands().add({.id = u"call.stop"_s,
                              .text = tr("Stop calling the list"),
                              .iconName = u"call-stop"_s,
                              .menu = {tr("&Record")},
                              .section = 22,
                              .isEnabled = [this] { return m_queue.isRunning(); },
                              .whyNot = tr("No list is being called"),
                              .run = [this] { m_queue.end(); }});
}

void CallCommands::callList()
{
    const BookPage *page = listInSight();
    if (!page)
        return;
    const Query query = *page->listed();
    if (const std::vector<qint64> chosen = page->chosen(); !chosen.empty())
        m_queue.begin(query.kind, chosen);
    else
        m_queue.begin(query);
}

void CallCommands::sayHowItWent()
{
    m_messages.say(tr("The list is called: %1").arg(m_bar->progressText()));
}

} // namespace headway::ui
