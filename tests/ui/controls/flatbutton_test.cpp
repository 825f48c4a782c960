// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/flatbutton.h"

#include "app/text/plaintip.h"
#include "support/catch_qt.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QToolTip>

using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

QImage picture(FlatButton &button, Qt::LayoutDirection direction)
{
    button.setLayoutDirection(direction);
    return button.grab().toImage();
}

QString toolTipOf(FlatButton &button)
{
    QHelpEvent help(QEvent::ToolTip, button.rect().center(), button.mapToGlobal(button.rect().center()));
    QApplication::sendEvent(&button, &help);
    return help.isAccepted() ? QToolTip::text() : QString();
}

} // namespace

TEST_CASE("A name that is cut ends with its dots, and brackets close, in a mirrored window as well", "[ui]")
{
    FlatButton link(FlatButton::Kind::Link);
    for (const QString &text :
         {u"Dust extraction hall 6, second half"_s, u"Undo (Ctrl+Z)"_s, u"Size: 12 !"_s}) {
        CAPTURE(text);
        link.setText(text);
        link.resize(110, link.sizeHint().height());
        CHECK(picture(link, Qt::RightToLeft) == picture(link, Qt::LeftToRight));
    }
}

TEST_CASE("A button whose text is cut tells the whole of it, and no more where it is seen", "[ui]")
{
    FlatButton accent(FlatButton::Kind::Accent);
    const QString name = QString(u"Maximiliane <Söhne> "_s).repeated(25).trimmed();
    const QString whole = u"I am "_s + name;
    accent.setText(whole);
    accent.show();
    accent.resize(200, accent.sizeHint().height());
    CHECK(accent.minimumSizeHint().width() <= 320);
    CHECK(toolTipOf(accent) == headway::app::plainTip(whole));
    accent.setText(u"Save"_s);
    CHECK(accent.minimumSizeHint() == accent.sizeHint());
    CHECK(toolTipOf(accent).isEmpty());
    QToolTip::hideText();
}

TEST_CASE(
    "What can be on or off looks like a button before it is on, a button that only does something stays plain",
    "[ui]")
{
    FlatButton button(FlatButton::Kind::Quiet);
    button.setText(u"Mine"_s);
    button.resize(button.sizeHint());
    const auto hasOutline = [&button] {
        const QImage image = button.grab().toImage();
        const QPoint edge(image.width() / 2, 0);
        return image.pixel(edge) != image.pixel(edge + QPoint(0, 2)); // above the letters
    };
    CHECK_FALSE(hasOutline());
    button.setCheckable(true);
    CHECK(hasOutline());
    button.setChecked(true);
    CHECK(hasOutline());
}

TEST_CASE("Beside an icon a long name is cut, and a short word gives way to the icon", "[ui]")
{
    const auto inkedColumns = [](FlatButton &button) {
        const QImage image = button.grab().toImage();
        const QColor ground = image.pixelColor(0, 0);
        int columns = 0;
        for (int x = 0; x < image.width(); ++x) {
            bool isInked = false;
            for (int y = 0; y < image.height(); ++y)
                isInked |= image.pixelColor(x, y) != ground;
            columns += isInked;
        }
        return columns;
    };
    FlatButton button(FlatButton::Kind::Quiet);
    button.showIcon(u"user-identity"_s);
    button.setText(u"Working as "_s + QString(u"Maximiliane "_s).repeated(40));
    button.resize(400, button.sizeHint().height());
    CHECK(inkedColumns(button) > 200);
    button.setText(u"Meeting"_s);
    button.resize(button.sizeHint().width() - 10, button.height());
    CHECK(inkedColumns(button) <= 16);
}
