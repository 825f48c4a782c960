// SPDX-License-Identifier: GPL-3.0-or-later
// The look changes, light to dark, while something is half typed: in each form that the window opens.
#include "features/support/story.h"
#include "support/await.h"
#include "ui/lists/listpage.h"
#include "ui/shell/shell.h"
#include "ui/style/colours.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QWidget &widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return line->text();
    const auto *text = qobject_cast<const QPlainTextEdit *>(&widget);
    return text ? text->toPlainText() : QString();
}

// The colour that a picture is drawn in; invalid: it has none.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 250)
                return image.pixelColor(x, y).toRgb();
        }
    }
    return {};
}

// Labels and their pictures that cannot be seen on the present ground: their colours are of another look.
QStringList unseen(const QWidget &window)
{
    QStringList complaints;
    const QColor ground = QApplication::palette().color(QPalette::Window);
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->isEnabled())
            continue;
        const QPixmap pixmap = label->pixmap();
        const QColor ink = pixmap.isNull() ? label->palette().color(label->foregroundRole()) : inkOf(pixmap);
        const bool isShown = !pixmap.isNull() || !label->text().isEmpty();
        if (isShown && ink.isValid() && ui::contrastRatio(ink, ground) < (pixmap.isNull() ? 4.5 : 3))
            complaints += u"%1 “%2” in %3"_s.arg(QString::fromLatin1(label->metaObject()->className()),
                                                 label->text(), ink.name());
    }
    return complaints;
}

} // namespace

TEST_CASE("When it gets dark, what is half typed stays in each form, and nothing keeps its colour of the day",
          "[features]")
{
    const QPalette before = QApplication::palette();
    const auto restored = qScopeGuard([&] { QApplication::setPalette(before); });
    QApplication::setPalette(ui::paletteOf(ui::ColourScheme::Light));
    Story story;
    story.given.the_sample_company();
    story.when.I_open_the_book();
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_window_shows(u"deals"_s);
    story.when.I_filter_by(u"status:open"_s);
    story.then.the_cells_are_there();
    for (const QString &keys : {u"Ctrl+L"_s, u"Ctrl+T"_s, u"Ctrl+Shift+L"_s, u"Ctrl+Shift+W"_s, u"Ctrl+E"_s,
                                u"Ctrl+N"_s, u"Ctrl+K"_s}) {
        INFO(keys.toStdString());
        QApplication::setPalette(ui::paletteOf(ui::ColourScheme::Light));
        story.list().takeFocus();
        QWidget *const list = QApplication::focusWidget();
        story.when.I_press(keys);
        REQUIRE(await([&] { return QApplication::focusWidget() && QApplication::focusWidget() != list; }));
        QWidget *const typedInto = QApplication::focusWidget();
        const bool isText = qobject_cast<QLineEdit *>(typedInto) || qobject_cast<QPlainTextEdit *>(typedInto);
        if (isText)
            QTest::keyClicks(typedInto, u"half a w"_s);
        const QString typed = textOf(*typedInto);
        CHECK((!isText || typed.endsWith(u"half a w"_s)));
        for (const ui::ColourScheme scheme : {ui::ColourScheme::Dark, ui::ColourScheme::Light}) {
            QApplication::setPalette(ui::paletteOf(scheme));
            QStringList complaints;
            (void)await([&] { // until what is read again is shown
                complaints = unseen(*typedInto->window());
                return complaints.isEmpty();
            });
            INFO(complaints.join(u'\n').toStdString());
            CHECK(complaints.isEmpty());
            CHECK(QApplication::focusWidget() == typedInto);
            CHECK(textOf(*typedInto) == typed);
        }
        story.when.I_press(u"Esc"_s);
        if (QApplication::focusWidget() == typedInto) // some first forget what was found
            story.when.I_press(u"Esc"_s);
    }
}
