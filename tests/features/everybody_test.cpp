// SPDX-License-Identifier: GPL-3.0-or-later
// Every page, panel and dialog can be used by everybody: with a screen reader, by keyboard, in a language
// with longer words, and in one that is written from right to left.
#include "features/support/story.h"
#include "features/support/walk.h"
#include "support/await.h"
#include "support/pseudo.h"
#include "ui/detailpane.h"
#include "ui/shell.h"

#include <QApplication>

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
        (void)await([&] { // what was shown gets its place
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

// Through the whole program, as a visitor who opens everything once.
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
    for (const QString &page : {u"board"_s, u"today"_s, u"deals"_s, u"contacts"_s, u"companies"_s, u"leads"_s,
                                u"activities"_s, u"history"_s}) {
        shell.showPage(page);
        story.then.the_window_shows(page);
        if (page == u"board"_s)
            story.when.I_give_the_keyboard_to_the_board();
        if (page == u"deals"_s || page == u"contacts"_s)
            REQUIRE(await([&] { return !details->title().isEmpty(); }));
        walk.at(page, shell);
    }
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
