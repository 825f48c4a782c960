// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/controlstyle.h"

#include "app/program/settings.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/textarea.h"
#include "ui/style/colours.h"
#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

class LookWhile
{
public:
    explicit LookWhile(app::Look look)
    {
        applyTheme(*qApp, look);
        forgetInput();
    }
    ~LookWhile() { applyTheme(*qApp, app::Look::Light); }
    LookWhile(const LookWhile &) = delete;
    LookWhile &operator=(const LookWhile &) = delete;
};

class Mirror
{
public:
    Mirror() { QGuiApplication::setLayoutDirection(Qt::RightToLeft); }
    ~Mirror() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    Mirror(const Mirror &) = delete;
    Mirror &operator=(const Mirror &) = delete;
};

struct Window {
    QWidget widget;
    QVBoxLayout column{&widget};

    template <class Control>
    Control *add(Control *control)
    {
        column.addWidget(control);
        return control;
    }
    void open(QSize size)
    {
        column.addStretch(1);
        widget.resize(size);
        widget.show();
        widget.activateWindow();
        REQUIRE(await([this] { return widget.isActiveWindow(); }));
    }
};

QColor colourAt(QWidget &widget, QPoint place)
{
    return widget.grab().toImage().pixelColor(place);
}

// The middle of the upper line.
QPoint onTheLine(const QWidget &widget)
{
    return {widget.width() / 2, 0};
}

} // namespace

TEST_CASE("Which field has the keyboard is seen at its line, light and dark", "[ui]")
{
    for (const app::Look look : {app::Look::Light, app::Look::Dark}) {
        const LookWhile dress(look);
        Window window;
        auto *line = window.add(new QLineEdit);
        auto *note = window.add(new QPlainTextEdit);
        auto *other = window.add(new QLineEdit);
        window.open({300, 300});
        for (QWidget *field : std::initializer_list<QWidget *>{line, note}) {
            field->setFocus();
            REQUIRE(await([field] { return field->hasFocus(); }));
            const QColor seen = colourAt(*field, onTheLine(*field));
            CAPTURE(int(look), seen.name().toStdString(), field->metaObject()->className());
            CHECK(contrastRatio(seen, field->palette().color(QPalette::Window)) >= 3);
            CHECK(contrastRatio(seen, field->palette().color(QPalette::Base)) >= 3);
            CHECK(seen != colourAt(*other, onTheLine(*other)));
        }
    }
}

TEST_CASE("Fields of all types are equally high, and so are their rows in a form", "[ui]")
{
    const LookWhile dress(app::Look::Light);
    Window window;
    const std::vector<QWidget *> fields{window.add(new QLineEdit), window.add(new QComboBox),
                                        window.add(new QSpinBox), window.add(new QDateEdit)};
    auto *button = window.add(new FlatButton(FlatButton::Kind::Accent));
    button->setText(u"Add"_s);
    window.open({300, 300});
    for (const QWidget *field : fields) {
        CAPTURE(field->metaObject()->className());
        CHECK(field->height() == 28);
        CHECK(field->geometry().right() == fields.front()->geometry().right());
    }
    CHECK(button->height() == 28);
}

TEST_CASE("A list of choices has even rows, and stays within the window of its field", "[ui]")
{
    const LookWhile dress(app::Look::Light);
    Window window;
    auto *box = window.add(new QComboBox);
    box->addItems({u"Short"_s, QString(300, u'n'), u"Ünïcödé"_s});
    box->setItemIcon(0, themeIcon(u"list-add"_s));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    window.open({320, 200});
    box->showPopup();
    const QAbstractItemView *list = box->view();
    REQUIRE(await([list] { return list->isVisible(); }));
    for (int row = 0; row < 3; ++row)
        CHECK(list->sizeHintForRow(row) == 26);
    CHECK(list->window()->width() >= box->width());
    CHECK(list->window()->width() <= window.widget.width());
    CHECK(list->verticalScrollBar()->maximum() == 0); // all of them are in sight
    CHECK_FALSE(list->window()->mask().isEmpty());    // its corners are round
    box->hidePopup();
}

TEST_CASE("Who clicks sees no focus ring, who works by keyboard does", "[ui]")
{
    const LookWhile dress(app::Look::Light);
    Window window;
    auto *first = window.add(new FlatButton(FlatButton::Kind::Quiet));
    auto *second = window.add(new FlatButton(FlatButton::Kind::Quiet));
    first->setText(u"One"_s);
    second->setText(u"Two"_s);
    window.open({200, 120});
    const QColor ground = window.widget.palette().color(QPalette::Window);
    const auto isRinged = [&](FlatButton *button) {
        return colourAt(*button, {button->width() / 2, 1}) != ground;
    };

    QTest::mouseClick(first, Qt::LeftButton);
    QTest::mouseMove(&window.widget, {190, 110});
    REQUIRE(first->hasFocus());
    first->setAttribute(Qt::WA_UnderMouse, false);
    CHECK_FALSE(isRinged(first));
    QTest::keyClick(first, Qt::Key_Tab);
    REQUIRE(second->hasFocus());
    CHECK(isRinged(second));
    QTest::keyClick(second, Qt::Key_Shift); // on the way to a click
    QTest::mouseClick(first, Qt::LeftButton);
    first->setAttribute(Qt::WA_UnderMouse, false);
    CHECK_FALSE(isRinged(first));
}

TEST_CASE("A form does not move when its scroll bar comes and goes", "[ui]")
{
    const LookWhile dress(app::Look::Light);
    Window window;
    auto *area = new QScrollArea;
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->addWidget(new QLineEdit);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(form);
    window.add(area);
    window.open({300, 200});
    const int width = form->width();
    CHECK_FALSE(area->verticalScrollBar()->isVisible());
    for (int i = 0; i < 30; ++i)
        column->addWidget(new QLineEdit);
    REQUIRE(await([area] { return area->verticalScrollBar()->isVisible(); }));
    CHECK(form->width() == width);
    CHECK(area->verticalScrollBar()->width() == 10);
}

TEST_CASE("In a right-to-left window, text begins at the right of its field", "[ui]")
{
    const LookWhile dress(app::Look::Light);
    const Mirror mirror;
    Window window;
    auto *line = window.add(new QLineEdit(u"Acme"_s));
    auto *empty = window.add(new QLineEdit);
    window.open({300, 120});
    for (const QLineEdit *each : {line, empty}) {
        const QRect cursor = each->inputMethodQuery(Qt::ImCursorRectangle).toRect();
        CHECK(cursor.center().x() > each->width() / 2);
    }
}

TEST_CASE(
    "In a right-to-left window, a text of several lines and its hint begin at the right, with their own order",
    "[ui]")
{
    const LookWhile dress(app::Look::Light);
    const auto firstInk = [](TextArea &area, bool fromRight) {
        const QImage image = area.viewport()->grab().toImage();
        for (int i = 0; i < image.width(); ++i) {
            const int x = fromRight ? image.width() - 1 - i : i;
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixel(x, y) != image.pixel(image.width() / 2, image.height() - 1))
                    return i;
            }
        }
        return -1;
    };
    Window window;
    auto *area = window.add(new TextArea);
    auto *next = window.add(new QLineEdit); // has the keyboard, so that no cursor is seen
    window.open({300, 200});
    next->setFocus();
    QCoreApplication::processEvents();
    area->showHint(u"What was said?"_s);
    const int edgeOfHint = firstInk(*area, false);
    CHECK(edgeOfHint >= 3);
    area->setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::processEvents();
    CHECK(qAbs(firstInk(*area, true) - edgeOfHint) <= 3); // letters have room of their own at either side
    area->setPlainText(u"Two weeks before"_s);
    CHECK(firstInk(*area, true) < area->viewport()->width() / 4);
    CHECK(firstInk(*area, false) > area->viewport()->width() / 4);
    area->setPlainText(u"\u0645\u0631\u062d\u0628\u0627"_s);
    CHECK(firstInk(*area, true) < area->viewport()->width() / 4);
    area->setLayoutDirection(Qt::LeftToRight);
    area->setPlainText(u"Two weeks before"_s);
    CHECK(firstInk(*area, false) < area->viewport()->width() / 4);
}

TEST_CASE("A menu shows its keys apart from its words, and is high enough to hit", "[ui]")
{
    const LookWhile dress(app::Look::Light);
    QMenu menu;
    QAction *log = menu.addAction(u"Log a call"_s);
    log->setShortcut(QKeySequence(u"Ctrl+L"_s));
    QAction *other = menu.addAction(u"Move to another stage"_s);
    menu.popup({10, 10});
    REQUIRE(await([&menu] { return menu.isVisible(); }));
    CHECK(menu.actionGeometry(log).height() == 26);
    const QFontMetrics metrics = menu.fontMetrics();
    CHECK(menu.actionGeometry(other).width()
          >= metrics.horizontalAdvance(other->text()) + metrics.horizontalAdvance(u"Ctrl+L"_s) + 16);
}

TEST_CASE("The arrow of a month with a menu stands beside its last letter, not over it", "[ui]")
{
    const LookWhile light(app::Look::Light);
    for (const bool isMirrored : {false, true}) {
        CAPTURE(isMirrored);
        QMenu menu;
        QToolButton month;
        month.setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        month.setAutoRaise(true);
        month.setText(u"MMMM"_s);
        const int alone = month.sizeHint().width();
        month.setMenu(&menu);
        month.setPopupMode(QToolButton::InstantPopup);
        const int room = month.sizeHint().width() - alone;
        REQUIRE(room >= 12);
        month.resize(month.sizeHint());
        const QImage image = month.grab().toImage();
        const QColor ground = image.pixelColor(0, 0);
        std::vector<int> rows; // in which there is something of the arrow
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 2; x < room - 2; ++x) {
                if (image.pixelColor(isMirrored ? x : image.width() - 1 - x, y) != ground)
                    rows.push_back(y);
            }
        }
        REQUIRE_FALSE(rows.empty());
        CHECK(qAbs(rows.front() + rows.back() - image.height()) <= 4); // in the middle of the line
        CHECK(rows.back() - rows.front() < 9);                         // no letter
    }
}
