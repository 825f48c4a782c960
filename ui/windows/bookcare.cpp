// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/bookcare.h"

#include "app/workspace/bookcheck.h"
#include "ui/controls/dialogs.h"
#include "ui/shell/shell.h"
#include "ui/windows/longwork.h"

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int section = 20; // of the menu

} // namespace

BookCare::BookCare(Shell &shell, app::Workspace &workspace, Dialogs &dialogs)
    : QObject(&shell), m_shell(shell), m_workspace(workspace), m_dialogs(dialogs)
{
    shell.commands().add({.id = u"book.backup"_s,
                          .text = tr("&Back up…"),
                          .iconName = u"document-save-as"_s,
                          .menu = {tr("&Book")},
                          .section = section,
                          .run = [this] { saveCopy(); }});
    shell.commands().add({.id = u"book.check"_s,
                          .text = tr("Chec&k the book"),
                          .iconName = u"tools-check-spelling"_s,
                          .menu = {tr("&Book")},
                          .section = section,
                          .isEnabled = [this] { return !m_check.isPending(); },
                          .run = [this] { check(); }});
}

BookCare::~BookCare() = default;

void BookCare::saveCopy()
{
    const FileQuestion question{.title = tr("Save a copy of the book"),
                                .purpose = u"backup"_s,
                                .nameFilters = {tr("Headway books (*.headway)")},
                                .suggestedName = m_workspace.title() + u".headway"_s,
                                .defaultSuffix = u"headway"_s};
    m_dialogs.chooseSaveFile(&m_shell, question, [this](const std::optional<QString> &path) {
        if (!path)
            return;
        m_workspace.saveCopy(*path, this, [this, file = *path](const Result<> &done) {
            if (done)
                m_shell.messages().say(tr("Saved a copy in %1.").arg(file));
            else
                m_shell.messages().sayError(done.error());
        });
    });
}

void BookCare::check()
{
    const LongWork work =
        beginLongWork(m_shell.messages(), m_workspace, tr("Checking the book"), worthTelling);
    m_check = app::checkBook(m_workspace, this, work.report,
                             [this, id = work.id](const Result<app::BookHealth> &health) {
                                 m_shell.messages().endWork(id);
                                 if (health)
                                     tell(*health);
                                 else
                                     m_shell.messages().sayError(health.error());
                             });
}

void BookCare::tell(const app::BookHealth &health)
{
    MessageBar &bar = m_shell.messages();
    if (health.isSound) {
        bar.say(tr("The book is in order: every record, link and sum was looked at."));
        return;
    }
    QStringList flaws;
    for (const Sentence &flaw : health.flaws)
        flaws += bar.words(flaw);
    bar.sayError(
        {ErrorCode::Unreadable,
         Sentence::tr("Something in the book is not as it should be. Back it up, then run “headwayctl "
                      "check --repair”."),
         flaws.join(u'\n')});
}

} // namespace headway::ui
