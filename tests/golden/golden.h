// SPDX-License-Identifier: GPL-3.0-or-later
// Golden images: the look of a widget, compared with a reviewed image.
//     checkPicture(u"deals-light"_s, pictureOf(window, 1));
// An image may differ in one pixel of a thousand (another version of Qt may round differently). On failure
// the actual image and the difference are written to files, and the test names them.
// HEADWAY_UPDATE_GOLDEN=1 replaces the reviewed images: look at them before you commit them.
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace headway::test {

// The widget painted with `scale` device pixels per logical pixel, without a display.
QImage pictureOf(QWidget &widget, int scale);

void checkPicture(const QString &name, const QImage &actual);

} // namespace headway::test
