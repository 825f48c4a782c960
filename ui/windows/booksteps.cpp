// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/booksteps.h"

#include "app/history/takingback.h"
#include "app/workspace/workspace.h"
#include "ui/shell/shell.h"
#include "ui/windows/bookcare.h"

#include <QLocale>
#include <QMetaMethod>

#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

BookSteps::BookSteps(Shell &shell, app::Workspace &workspace, Dialogs &dialogs)
    : QObject(&shell), m_shell(shell), m_workspace(workspace), m_care(new BookCare(shell, workspace, dialogs))
{
    addCommands();
    connect(&workspace, &app::Workspace::failed, this, &BookSteps::sayError);
    connect(&workspace, &app::Workspace::lost, this, &BookSteps::tellLoss);
    connect(&workspace, &app::Workspace::back, this,
            [this] { m_shell.messages().say(tr("The book is back, and everything was read again.")); });
    connect(&workspace, &app::Workspace::committed, this, &BookSteps::tell);
    connect(&workspace, &app::Workspace::takingBack, this, &BookSteps::tellTakingBack);
    connect(&workspace, &app::Workspace::takenBack, this, &BookSteps::endTakingBack);
}

BookSteps::~BookSteps() = default;

void BookSteps::addCommands()
{
    app::Commands &commands = m_shell.commands();
    commands.add({.id = u"edit.undo"_s,
                  .text = tr("&Undo"),
                  .iconName = u"edit-undo"_s,
                  .shortcuts = {QKeySequence(QKeySequence::Undo)},
                  .menu = {tr("&Edit")},
                  .run = [this] { m_workspace.undo(); }});
    commands.add({.id = u"edit.redo"_s,
                  .text = tr("&Redo"),
                  .iconName = u"edit-redo"_s,
                  .shortcuts = {QKeySequence(u"Ctrl+Shift+Z"_s)},
                  .menu = {tr("&Edit")},
                  .run = [this] { m_workspace.redo(); }});
    commands.add({.id = u"view.refresh"_s,
                  .text = tr("&Refresh"),
                  .iconName = u"view-refresh"_s,
                  .shortcuts = {QKeySequence(u"F5"_s)},
                  .menu = {tr("&View")},
                  .run = [this] { readAgain(); }});
}

// Changes by other programs are shown automatically; this is for users who want to be sure.
void BookSteps::readAgain()
{
    m_workspace.readAgain();
    m_shell.messages().say(tr("Everything has been read again."));
}

void BookSteps::tell(const Operation &step)
{
    MessageBar &bar = m_shell.messages();
    const QString label = bar.words(step.label);
    switch (step.origin) {
    case Origin::Undo: {
        const QString key = m_shell.commands().shortcutText(u"edit.redo"_s);
        bar.say(tr("Took back: %1").arg(label),
                {key.isEmpty() ? tr("Redo") : tr("Redo (%1)").arg(key), [this] { m_workspace.redo(); }});
        break;
    }
    case Origin::Redo: bar.say(tr("Did again: %1").arg(label)); break;
    case Origin::Imported:
        if (isSignalConnected(QMetaMethod::fromSignal(&BookSteps::stepWanted))) {
            const QString key = m_shell.commands().shortcutText(u"edit.undo"_s);
            bar.offer(
                label,
                {{tr("Show"), [this, id = step.id] { Q_EMIT stepWanted(id); }},
                 {key.isEmpty() ? tr("Undo") : tr("Undo (%1)").arg(key), [this] { m_workspace.undo(); }}});
            break;
        }
        [[fallthrough]];
    default:
        bar.sayDone(label, m_shell.commands().shortcutText(u"edit.undo"_s), [this] { m_workspace.undo(); });
    }
}

void BookSteps::tellTakingBack(qint64 done, qint64 all)
{
    MessageBar &bar = m_shell.messages();
    if (!m_takingBack)
        m_takingBack =
            bar.beginWork(tr("Taking back a long step"), [this] { m_workspace.cancelTakingBack(); });
    bar.showProgress(m_takingBack, done, all);
}

void BookSteps::endTakingBack()
{
    if (const int work = std::exchange(m_takingBack, 0))
        m_shell.messages().endWork(work);
}

void BookSteps::sayRefusal(const app::StepRefusal &refusal)
{
    if (refusal.inTheWay.empty()) {
        sayError(refusal.error);
        return;
    }
    MessageBar &bar = m_shell.messages();
    const Operation &first = refusal.inTheWay.back();
    const auto count = qlonglong(refusal.inTheWay.size());
    const QString label = bar.words(first.label);
    const QLocale locale;
    const QString text = count == 1 ? tr("Step %1 (%2) came later.").arg(QString::number(first.id), label)
                                    : tr("%1 steps came later, the first was %2 (%3).")
                                          .arg(locale.toString(count), QString::number(first.id), label);
    std::vector<MessageBar::Action> actions;
    if (isSignalConnected(
            QMetaMethod::fromSignal(&BookSteps::stepWanted))) // a window of one record has no history
        actions.push_back({tr("Show"), [this, step = first.id] { Q_EMIT stepWanted(step); }});
    actions.push_back(
        {count == 1 ? tr("Take both back") : tr("Take all %1 back").arg(locale.toString(count + 1)),
         [this, refusal] { app::takeBackAll(m_workspace, refusal); }});
    bar.offer(text, actions);
}

// Reconnecting to a server is automatic; a deleted file exists only as long as this window has it open.
void BookSteps::tellLoss(const Error &error)
{
    MessageBar &bar = m_shell.messages();
    if (error.code == ErrorCode::NotFound)
        bar.offer(bar.words(error.text), tr("Save a copy…"), [this] { m_care->saveCopy(); });
    else if (error.code == ErrorCode::Offline)
        bar.sayError({error.code,
                      Sentence::tr("%1 Headway goes on trying; what you type is kept.").arg(error.text),
                      error.detail});
    else
        bar.sayError(error);
}

// While the book is unavailable every page fails, without knowing what the user can do.
void BookSteps::sayError(const Error &error)
{
    if (m_workspace.isLost())
        tellLoss(error);
    else
        m_shell.messages().sayError(error);
}

} // namespace headway::ui
