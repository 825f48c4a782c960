// SPDX-License-Identifier: GPL-3.0-or-later
// Names as long as a book takes them, in a window as small as they come.
#include "features/support/story.h"
#include "support/await.h"
#include "ui/lists/listpage.h"
#include "ui/record/detailpane.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shell.h"
#include "ui/windows/bookwindow.h"

#include <QApplication>
#include <QLabel>

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("A deal with a name of five hundred letters widens nothing, wherever it is named", "[features]")
{
    Story story;
    const QString name = GENERATE(values<QString>(
        {QString(u"Wärmetechnik & Söhne "_s).repeated(30).left(500).trimmed(), QString(500, u'W')}));
    story.given.a_deal(name, 12'000);
    story.when.I_open_the_list_of_deals();
    ui::Shell &shell = story.shell();
    shell.resize(1024, 600);
    story.then.the_list_shows({name});
    auto *details = shell.findChild<ui::DetailPane *>();
    REQUIRE(details);
    REQUIRE(await([&] { return details->title() == name; })); // whole for a screen reader
    const std::pair inTheWindow(true, 1024);
    const auto fits = [&] {
        QApplication::processEvents();
        return std::pair(shell.minimumSizeHint().width() <= 1024, shell.width());
    };
    for (const QString &page : shell.findChild<ui::BookWindow *>()->pages()) {
        CAPTURE(page);
        shell.showPage(page);
        CHECK(fits() == inTheWindow);
    }
    shell.showPage(u"deals"_s);
    story.then.the_cells_are_there();
    for (const QString &keys :
         {u"Ctrl+L"_s, u"Ctrl+N"_s, u"Ctrl+E"_s, u"Ctrl+Shift+E"_s, u"Ctrl+Shift+L"_s, u"Ctrl+Shift+W"_s}) {
        CAPTURE(keys);
        story.list().takeFocus();
        const QWidget *before = QApplication::focusWidget();
        story.when.I_press(keys);
        REQUIRE(await([&] { return QApplication::focusWidget() && QApplication::focusWidget() != before; }));
        CHECK(fits() == inTheWindow);
        if (keys != u"Ctrl+Shift+W"_s)
            story.when.I_press(u"Esc"_s);
    }
    story.when.I_press(u"Ctrl+Return"_s); // it is won, and the foot says so
    REQUIRE(await([&] { return shell.messages().message().contains(name.left(30)); }));
    CHECK(fits() == inTheWindow);
    // A record's own window is named after it.
    story.list().takeFocus();
    story.when.I_press(u"Shift+Return"_s);
    story.when.I_use_the_window_of(name);
    CHECK(story.shell().minimumSizeHint().width() <= 1024);
    const QList<QLabel *> labels = story.shell().findChildren<QLabel *>();
    CHECK(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->width() < 1024 && label->toolTip().size() >= 499;
    })); // the whole name, where it is cut
    story.when.I_press(u"Ctrl+W"_s);
    story.when.I_use_window(1);
}
