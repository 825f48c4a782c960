// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/controlsheet.h"

#include "app/program/settings.h"
#include "golden/golden.h"
#include "support/catch_qt.h"
#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// As everybody else expects it, also if a picture differs.
struct Dress {
    explicit Dress(const QString &look)
    {
        ui::applyTheme(*qApp, look == u"dark"_s ? app::Look::Dark : app::Look::Light);
        ui::forgetInput();
        QGuiApplication::setLayoutDirection(look == u"mirrored"_s ? Qt::RightToLeft : Qt::LeftToRight);
    }
    ~Dress()
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        ui::applyTheme(*qApp, app::Look::Light);
    }
    Dress(const Dress &) = delete;
    Dress &operator=(const Dress &) = delete;
};

} // namespace

TEST_CASE("All controls are of one hand: by day, by night, mirrored, on a finer screen", "[golden]")
{
    for (const QString &look : {u"light"_s, u"dark"_s, u"mirrored"_s, u"200"_s}) {
        const Dress dress(look);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(16, 0, 16, 16);
        column->addWidget(new ui::ControlSheet(&window));
        column->addStretch(1);
        window.setAttribute(Qt::WA_DontShowOnScreen);
        window.resize(720, window.sizeHint().height());
        window.show();
        CAPTURE(look);
        checkPicture(u"controls-"_s + look, pictureOf(window, look == u"200"_s ? 2 : 1));
    }
}
