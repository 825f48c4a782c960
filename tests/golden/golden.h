// SPDX-License-Identifier: GPL-3.0-or-later
// Golden pictures: what a widget looks like, compared with a picture that somebody has looked at.
//     checkPicture(u"deals-light"_s, pictureOf(window, 1));
// A picture may differ in one pixel of a thousand (a rounding of another version of Qt). On failure the
// picture as it is and the difference are written beside each other, and the test names them.
// HEADWAY_UPDATE_GOLDEN=1 takes the pictures anew: look at them before you commit them.
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace headway::test {

// The widget painted at `scale` device pixels to a logical one, without a screen.
QImage pictureOf(QWidget &widget, int scale);

void checkPicture(const QString &name, const QImage &actual);

} // namespace headway::test
