// SPDX-License-Identifier: GPL-3.0-or-later
// Every page, panel and dialog is accessible: with a screen reader, by keyboard, in a language with longer
// words, and in a right-to-left language.
#include "features/support/story.h"
#include "features/support/walk.h"
#include "support/await.h"
#include "support/pseudo.h"
#include "ui/calls/callbar.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/shortcutsheet.h"
#include "ui/lists/listpage.h"
#include "ui/record/detailpane.h"
#include "ui/record/logform.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/manualwindow.h"
#include "ui/shell/shell.h"
#include "ui/transfer/importdialog.h"
#include "ui/windows/bookwindow.h"

#include <QApplication>
#include <QFile>

#include <algorithm>
#include <functional>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

using Look = std::function<QStringList(QWidget &window)>;

class Walk
{
public:
    explicit Walk(Look look) : m_look(std::move(look)) {}

    void at(const QString &place, QWidget &window)
    {
        QStringList complaints;
        (void)await([&] { // until the layout is done
            complaints = m_look(window);
            return complaints.isEmpty();
        });
        for (const QString &complaint : std::as_const(complaints))
            m_complaints += place + u": "_s + complaint;
    }
    QString complaints() const { return m_complaints.join(u'\n'); }

private:
    Look m_look;
    QStringList m_complaints;
};

void returnTo(ui::Shell &shell)
{
    shell.activateWindow();
    REQUIRE(await([&shell] { return shell.isActiveWindow(); }));
}

void walkThroughDetails(Walk &walk, ui::DetailPane &details)
{
    using Part = ui::DetailPane::Part;
    for (const Part part : {Part::Timeline, Part::Details, Part::Related, Part::History}) {
        details.choosePart(part);
        walk.at(u"part %1 of the details"_s.arg(int(part)), *details.window());
    }
    details.choosePart(Part::Timeline);
}

// The panels that open over a page or in the detail pane, by their shortcuts; Esc closes them.
void walkThroughPanels(Walk &walk, Story &story)
{
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_window_shows(u"deals"_s);
    story.when.I_filter_by(u"status:open"_s); // a closed deal cannot be closed again
    story.then.the_cells_are_there();
    for (const QString &keys : {u"Ctrl+L"_s, u"Ctrl+M"_s, u"Ctrl+T"_s, u"Ctrl+Shift+L"_s, u"Ctrl+Shift+W"_s,
                                u"Ctrl+E"_s, u"Ctrl+Shift+E"_s, u"Ctrl+N"_s, u"Ctrl+K"_s}) {
        story.list().takeFocus();
        const QWidget *before = QApplication::focusWidget();
        story.when.I_press(keys);
        INFO(keys.toStdString());
        REQUIRE(await([&] { return QApplication::focusWidget() != before; }));
        if (auto *palette = story.shell().findChild<ui::CommandPalette *>(); palette && palette->isVisible())
            walk.at(keys, *palette); // it keeps the focus until Esc
        else
            walk.at(keys, story.shell());
        story.when.I_press(u"Esc"_s);
    }
    story.list().takeFocus();
    story.when.I_press(u"?"_s);
    auto *sheet = story.shell().findChild<ui::ShortcutSheet *>();
    REQUIRE(sheet);
    walk.at(u"shortcuts"_s, *sheet);
    sheet->close();
    returnTo(story.shell());
}

// A list that is called: the form for a call, and the line below the details.
void walkThroughCalls(Walk &walk, Story &story)
{
    story.shell().showPage(u"deals"_s);
    story.list().takeFocus();
    story.when.I_press(u"Ctrl+Shift+G"_s);
    const auto *bar = story.shell().findChild<ui::CallBar *>();
    const auto *form = story.shell().findChild<ui::LogForm *>();
    REQUIRE(await([&] { return bar->isVisible() && form->isVisible(); }));
    walk.at(u"calls"_s, story.shell());
    story.shell().commands().run(u"call.stop");
    story.when.I_press(u"Esc"_s);
}

void walkThroughSettings(Walk &walk, ui::Shell &shell)
{
    shell.showPage(u"settings"_s);
    auto *page = shell.findChild<ui::SettingsPage *>();
    REQUIRE(page);
    for (const QString &part : page->parts()) {
        page->showPlace(part);
        page->setFocus();
        walk.at(u"settings, "_s + part, shell);
    }
}

// From the file to the rejected rows.
void walkThroughImport(Walk &walk, Story &story)
{
    const QString path = story.file(u"deals.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Deal,Value,Closes\nOak,1200,2026-04-01\nElm,much,2026-05-01\n");
    file.close();
    story.when.I_choose_the_file(path);
    story.shell().showPage(u"deals"_s);
    story.list().takeFocus();
    story.when.I_press(u"Ctrl+I"_s);
    ui::ImportDialog *dialog = nullptr;
    REQUIRE(await([&] { return (dialog = story.shell().findChild<ui::ImportDialog *>()); }));
    dialog->resize(dialog->size().boundedTo(story.shell().size())); // a display no larger than the window
    dialog->setFocus();
    walk.at(u"import"_s, *dialog);
    dialog->close();
    returnTo(story.shell());
}

// A record in a window of its own, and the manual.
void walkThroughWindows(Walk &walk, Story &story, const ui::DetailPane &details)
{
    story.shell().showPage(u"deals"_s);
    story.list().takeFocus();
    REQUIRE(await([&] { return !details.title().isEmpty(); }));
    const QString record = details.title();
    story.when.I_press(u"Shift+Return"_s);
    story.when.I_use_the_window_of(record);
    walk.at(u"the record's own window"_s, story.shell());
    story.when.I_press(u"F1"_s);
    story.then.the_manual_shows(u"Using Headway"_s);
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto manual = std::find_if(windows.begin(), windows.end(), [](const QWidget *window) {
        return qobject_cast<const ui::ManualWindow *>(window) && window->isVisible();
    });
    REQUIRE(manual != windows.end());
    walk.at(u"manual"_s, **manual);
    (*manual)->close();
    returnTo(story.shell());
    story.when.I_press(u"Ctrl+W"_s);
    story.when.I_use_window(1);
}

// Opens every part of the program once.
QString walkThrough(QSize size, const Look &look)
{
    Walk walk(look);
    Story story;
    story.when.I_start_the_program();
    story.shell().resize(size);
    walk.at(u"start"_s, story.shell());
    story.given.the_sample_company();
    story.when.I_open_the_book();
    story.shell().resize(size);
    ui::Shell &shell = story.shell();
    auto *details = shell.findChild<ui::DetailPane *>();
    REQUIRE(details);
    QStringList pages = shell.findChild<ui::BookWindow *>()->pages();
    pages.removeOne(u"settings"_s); // each of its parts, below
    for (const QString &page : std::as_const(pages)) {
        shell.showPage(page);
        story.then.the_window_shows(page);
        if (page == u"board"_s)
            story.when.I_give_the_keyboard_to_the_board();
        if (page == u"deals"_s || page == u"contacts"_s)
            REQUIRE(await([&] { return !details->title().isEmpty(); }));
        walk.at(page, shell);
    }
    walkThroughDetails(walk, *details);
    walkThroughPanels(walk, story);
    walkThroughCalls(walk, story);
    walkThroughSettings(walk, shell);
    walkThroughImport(walk, story);
    walkThroughWindows(walk, story, *details);
    return walk.complaints();
}

} // namespace

TEST_CASE("Whatever can be used has a name that a screen reader can say", "[features]")
{
    const QString complaints = walkThrough({1440, 900}, [](QWidget &window) { return unnamed(window); });
    INFO(complaints.toStdString());
    CHECK(complaints.isEmpty());
}

TEST_CASE("The keyboard alone comes to everything, and round again", "[features]")
{
    const QString complaints = walkThrough({1440, 900}, [](QWidget &window) { return unreachable(window); });
    INFO(complaints.toStdString());
    CHECK(complaints.isEmpty());
}

TEST_CASE("Nothing is cut off in a small window, nor in a language with longer words", "[features]")
{
    const bool isLonger = GENERATE(false, true);
    CAPTURE(isLonger);
    const auto pseudo = isLonger ? std::make_unique<PseudoLanguage>() : nullptr;
    const QString complaints = walkThrough({1024, 640}, [](QWidget &window) { return cut(window); });
    INFO(complaints.toStdString());
    CHECK(complaints.isEmpty());
}

TEST_CASE("Tab leads from a page to the details beside it, also from one that was opened later", "[features]")
{
    Story story;
    story.given.the_sample_company();
    story.when.I_open_the_book();
    auto *details = story.shell().findChild<ui::DetailPane *>();
    for (const QString &page : {u"deals"_s, u"contacts"_s}) {
        story.shell().showPage(page);
        story.then.the_cells_are_there();
        story.list().takeFocus();
        REQUIRE(await([&] { return !details->title().isEmpty(); }));
        story.when.I_press(u"Tab"_s);
        CAPTURE(page);
        CHECK(details->isAncestorOf(QApplication::focusWidget()));
    }
}
