// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagebar.h"

#include "domain/result.h"
#include "support/catch_qt.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QTest>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Bar {
    qint64 now = 0;
    MessageBar bar{[this] { return now; }};

    Bar() { bar.show(); }

    FlatButton *button(const QString &text) const
    {
        for (FlatButton *button : bar.findChildren<FlatButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }

    bool shows(const QString &text) const
    {
        for (const ElidedLabel *label : bar.findChildren<ElidedLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
};

} // namespace

TEST_CASE("What was done can be undone from the message, once", "[ui]")
{
    Bar bar;
    int undone = 0;
    bar.bar.sayDone(u"Moved."_s, u"Ctrl+Z"_s, [&undone] { ++undone; });
    CHECK(bar.shows(u"Moved."_s));
    FlatButton *undo = bar.button(u"Undo (Ctrl+Z)"_s);
    REQUIRE(undo);
    undo->click();
    CHECK(undone == 1);
    CHECK(bar.bar.message().isEmpty());
    CHECK(!bar.button(u"Undo (Ctrl+Z)"_s));
}

TEST_CASE("Of now nothing is said at the foot; another day stands there and stays lit", "[ui]")
{
    Bar bar;
    bar.bar.showAsOf(u"now"_s, MessageBar::Time::Now);
    CHECK_FALSE(bar.button(u"as of: now"_s));
    bar.bar.showAsOf(u"1 Oct"_s, MessageBar::Time::AnotherDay);
    REQUIRE(bar.button(u"as of: 1 Oct"_s));
    CHECK(bar.button(u"as of: 1 Oct"_s)->isChecked());
    bar.bar.showAsOf(u"now"_s, MessageBar::Time::Now);
    CHECK_FALSE(bar.button(u"as of: now"_s));
}

TEST_CASE("Somebody with a long name is named at the foot as far as there is room, and does not widen it",
          "[ui]")
{
    Bar bar;
    const QString name = u"Working as "_s + QString(u"Maximiliane "_s).repeated(40).trimmed();
    bar.bar.resize(900, bar.bar.height());
    bar.bar.showWho(name);
    QApplication::processEvents();
    CHECK(bar.bar.minimumSizeHint().width() < 600);
    CHECK(bar.bar.width() == 900);
    FlatButton *who = bar.button(name);
    REQUIRE(who);
    CHECK(who->toolTip().contains(name));
    // The beginning of the name is painted, not the icon alone in the middle of an empty line.
    const QImage wide = who->grab().toImage();
    const QRect beginning(wide.width() / 8, 0, wide.width() / 8, wide.height());
    const QColor ground = wide.pixelColor(wide.width() - 1, 0);
    int inked = 0;
    for (int x = beginning.left(); x <= beginning.right(); ++x) {
        for (int y = 4; y < wide.height() - 4; ++y)
            inked += wide.pixelColor(x, y) != ground;
    }
    CHECK(inked > 20);
    bar.bar.resize(300, bar.bar.height()); // no room for a name: the icon says it
    QApplication::processEvents();
    CHECK(who->width() <= 300);
}

TEST_CASE("An error is one sentence; its details open below on demand", "[ui]")
{
    Bar bar;
    bar.bar.sayError({ErrorCode::Busy, Sentence::verbatim(u"The book is locked."_s), u"SQLITE_BUSY"_s});
    const auto *details = bar.bar.findChild<QPlainTextEdit *>();
    CHECK(bar.shows(u"The book is locked."_s));
    CHECK(!details->isVisible());
    REQUIRE(bar.button(u"Details"_s));
    bar.button(u"Details"_s)->click();
    CHECK(details->isVisible());
    CHECK(details->toPlainText() == u"SQLITE_BUSY"_s);
    bar.button(u"×"_s)->click();
    CHECK(!details->isVisible());
    CHECK(bar.bar.message().isEmpty());
}

TEST_CASE("An error without details offers none", "[ui]")
{
    Bar bar;
    bar.bar.sayError({ErrorCode::Invalid, Sentence::verbatim(u"No."_s), {}});
    CHECK(!bar.button(u"Details"_s));
}

TEST_CASE("Long work tells its rate and what is left, and can be cancelled", "[ui]")
{
    Bar bar;
    int cancelled = 0;
    const auto work = bar.bar.beginWork(u"Importing"_s, [&cancelled] { ++cancelled; });
    bar.now = 2000;
    bar.bar.showProgress(work, 200, 1000);
    CHECK(bar.shows(u"200 of 1000"_s));
    CHECK(bar.shows(u"100/s"_s));
    CHECK(bar.shows(u"8 s left"_s));
    CHECK(bar.bar.findChild<QProgressBar *>()->value() == 200);
    REQUIRE(bar.button(u"Cancel"_s));
    bar.button(u"Cancel"_s)->click();
    CHECK(cancelled == 1);
    CHECK(!bar.button(u"Cancel"_s)->isEnabled());
    bar.bar.endWork(work);
    CHECK(!bar.bar.findChild<QProgressBar *>()->isVisible());
}

TEST_CASE("The oldest work is shown, the next one takes its place", "[ui]")
{
    Bar bar;
    const auto first = bar.bar.beginWork(u"Importing"_s, {});
    const auto second = bar.bar.beginWork(u"Saving a copy"_s, {});
    CHECK(bar.shows(u"Importing  and 1 more"_s));
    CHECK(!bar.button(u"Cancel"_s));
    bar.bar.endWork(first);
    CHECK(bar.shows(u"Saving a copy"_s));
    bar.bar.endWork(second);
    bar.bar.showProgress(second, 1, 2); // late progress of finished work does no harm
}

TEST_CASE("A screen reader finds what is said, whole", "[ui]")
{
    Bar bar;
    bar.bar.resize(200, 40);
    const QString text = u"A message much longer than the bar is wide, and then some more"_s;
    bar.bar.say(text);
    bool isNamed = false;
    for (const ElidedLabel *label : bar.bar.findChildren<ElidedLabel *>())
        isNamed = isNamed || label->accessibleName() == text;
    CHECK(isNamed);
}

TEST_CASE("A message that has no room is unfolded by a click, to be read and copied", "[ui]")
{
    Bar bar;
    bar.bar.resize(300, 40);
    const QString text = u"Cannot take back “Moved Renewal to Offer”: Amount of “Renewal” was changed in the "
                         "meantime: it is now €12,000, not €10,000."_s;
    bar.bar.sayError({ErrorCode::Conflict, Sentence::verbatim(text), {}});
    auto *whole = bar.bar.findChild<QPlainTextEdit *>(u"whole"_s);
    REQUIRE(whole);
    CHECK_FALSE(whole->isVisible());
    for (ElidedLabel *label : bar.bar.findChildren<ElidedLabel *>()) {
        if (label->text() == text)
            QTest::mouseClick(label, Qt::LeftButton);
    }
    REQUIRE(whole->isVisible());
    CHECK(whole->toPlainText() == text);
    whole->selectAll();
    CHECK(whole->textCursor().selectedText() == text);
    const int line = whole->fontMetrics().lineSpacing();
    CHECK(whole->height() >= 3 * line); // it is wrapped
    bar.bar.sayError({ErrorCode::Conflict, Sentence::verbatim(text.repeated(10)), {}});
    bar.bar.toggleWhole();
    CHECK(whole->height() < 4 * line + 60); // no higher than four lines
}

TEST_CASE("Esc dismisses a message, folded or not", "[ui]")
{
    Bar bar;
    bar.bar.sayError({ErrorCode::Invalid, Sentence::verbatim(u"No."_s), {}});
    QTest::keyClick(&bar.bar, Qt::Key_Escape);
    CHECK(bar.bar.message().isEmpty());
    bar.bar.sayError({ErrorCode::Invalid, Sentence::verbatim(u"No, again."_s), {}});
    bar.bar.toggleWhole();
    REQUIRE(bar.bar.isWhole());
    QTest::keyClick(bar.bar.findChild<QPlainTextEdit *>(u"whole"_s), Qt::Key_Escape);
    CHECK(bar.bar.message().isEmpty());
    CHECK_FALSE(bar.bar.isWhole());
}

TEST_CASE("A message may offer two ways out", "[ui]")
{
    Bar bar;
    QString chosen;
    bar.bar.offer(
        u"Step 7 came later."_s,
        {{u"Show"_s, [&] { chosen = u"show"_s; }}, {u"Take both back"_s, [&] { chosen = u"both"_s; }}});
    REQUIRE(bar.button(u"Show"_s));
    REQUIRE(bar.button(u"Take both back"_s));
    bar.button(u"Take both back"_s)->click();
    CHECK(chosen == u"both"_s);
    CHECK_FALSE(bar.button(u"Show"_s));
}
