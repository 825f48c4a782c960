// SPDX-License-Identifier: GPL-3.0-or-later
// Files from the desktop, dropped on the program.
#include "ui/windows/filedrop.h"

#include "domain/records/contact.h"
#include "store/book/book.h"
#include "support/transfer.h"
#include "ui/shell/shell.h"
#include "ui/shell/startpage.h"
#include "ui/transfer/filesdialog.h"
#include "ui/transfer/importdialog.h"
#include "ui/windows/windowroom.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

void dropOn(QWidget &widget, const QStringList &paths)
{
    QMimeData files;
    QList<QUrl> addresses;
    for (const QString &path : paths)
        addresses += QUrl::fromLocalFile(path);
    files.setUrls(addresses);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &drop);
}

} // namespace

TEST_CASE("Files and folders that are dropped on a window are taken, other things are not", "[ui]")
{
    QWidget window;
    FileDrop drop(window);
    QStringList taken;
    QObject::connect(&drop, &FileDrop::dropped, &drop, [&](const QStringList &paths) { taken = paths; });
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(u"/tmp/a.csv"_s), QUrl(u"https://x.example/b.csv"_s)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &event);
    CHECK(taken == QStringList{u"/tmp/a.csv"_s});

    QMimeData words;
    words.setText(u"a.csv"_s);
    QDragEnterEvent other(QPoint(5, 5), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QCoreApplication::sendEvent(&window, &other);
    CHECK_FALSE(other.isAccepted());
}

TEST_CASE("A file that is dropped on the start page goes into a book that is made for it", "[ui]")
{
    WindowRoom room;
    QObject::connect(&room.windows, &Windows::opened, &room.windows,
                     [&room](BookWindow *opened) { room.window = opened; });
    Shell &shell = room.windows.showStart();
    const TextFile file("Last name,Email\nBerg,anna@a.example\n", u"people.csv"_s);
    QTemporaryDir folder;
    room.dialogs.answerNextFile(folder.filePath(u"new.headway"_s));
    dropOn(*shell.findChild<StartPage *>(), {file.path()});
    REQUIRE(await([&] { return shell.findChild<ImportDialog *>() != nullptr; }));
    CHECK(room.window);

    SECTION("more files go into the book of the window")
    {
        delete shell.findChild<ImportDialog *>();
        Folder more;
        more.add(u"organizations.csv"_s, "ID,Name\n7,Alpha\n");
        more.add(u"contacts.csv"_s, "ID,Name\n31,Anna Berg\n");
        dropOn(shell, {more.path()});
        REQUIRE(await([&] { return shell.findChild<FilesDialog *>() != nullptr; }));
    }
}

TEST_CASE("A table that was copied in a spreadsheet program is pasted as a file is opened", "[ui]")
{
    WindowRoom room;
    const QString path = room.folder.filePath(u"sales.headway"_s);
    REQUIRE(store::createBook(path));
    room.open(path);
    Shell &shell = room.window->shell();
    QGuiApplication::clipboard()->setText(u"just some words"_s);
    REQUIRE(shell.commands().run(u"book.pasteTable"_s));
    CHECK(shell.findChild<ImportDialog *>() == nullptr);
    QGuiApplication::clipboard()->setText(u"Last name\tEmail\r\n\"Berg\nLund\"\tanna@a.example\r\n"_s);
    // The key that pastes text is for the table wherever no text is edited.
    const QString command = GENERATE(u"book.pasteTable"_s, u"edit.paste"_s);
    REQUIRE(shell.commands().run(command));
    REQUIRE(await([&] { return shell.findChild<ImportDialog *>() != nullptr; }));
}
