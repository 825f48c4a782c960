// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"

#include "support/catch_qt.h"

#include <QDir>
#include <QVariantAnimation>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

constexpr double tolerated = 0.001; // of all pixels
constexpr int sameColour = 6;       // of 255: smaller differences are invisible

bool differs(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) > sameColour || std::abs(qGreen(a) - qGreen(b)) > sameColour
        || std::abs(qBlue(a) - qBlue(b)) > sameColour;
}

// The actual image in grey, with red where it differs from the expected one; and the number of those pixels.
struct Difference {
    QImage picture = {};
    qint64 pixels = 0;
};

Difference differenceOf(const QImage &expected, const QImage &actual)
{
    Difference difference{
        actual.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32)};
    for (int y = 0; y < actual.height(); ++y) {
        for (int x = 0; x < actual.width(); ++x) {
            if (!differs(expected.pixel(x, y), actual.pixel(x, y)))
                continue;
            difference.picture.setPixel(x, y, qRgb(255, 0, 0));
            ++difference.pixels;
        }
    }
    return difference;
}

QString written(const QImage &picture, const QString &name)
{
    const QString folder = QDir::temp().filePath(u"headway-golden"_s);
    QDir().mkpath(folder);
    const QString file = folder + u'/' + name + u".png"_s;
    REQUIRE(picture.save(file));
    return file;
}

} // namespace

QImage pictureOf(QWidget &widget, int scale)
{
    // Qt fades the button that clears a line in, whatever the style says of motion.
    for (QVariantAnimation *fading : widget.findChildren<QVariantAnimation *>())
        fading->setCurrentTime(fading->totalDuration());
    QImage picture(widget.size() * scale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(scale);
    widget.render(&picture);
    picture.setDevicePixelRatio(1);
    return picture;
}

void checkPicture(const QString &name, const QImage &actual)
{
    const QString golden = QStringLiteral(HEADWAY_TEST_FOLDER "/golden/pictures/") + name + u".png"_s;
    if (qEnvironmentVariableIsSet("HEADWAY_UPDATE_GOLDEN")) {
        REQUIRE(actual.save(golden));
        WARN("renewed, look at it: " << golden.toStdString());
        return;
    }
    const QImage expected = QImage(golden).convertToFormat(QImage::Format_RGB32);
    INFO("expected: " << golden.toStdString());
    if (expected.size() != actual.size()) {
        INFO("actual: " << written(actual, name).toStdString());
        FAIL("the picture has another size, or there is none yet");
    }
    const Difference difference = differenceOf(expected, actual);
    const double share = double(difference.pixels) / (double(actual.width()) * actual.height());
    if (share > tolerated) {
        UNSCOPED_INFO("actual: " << written(actual, name).toStdString());
        UNSCOPED_INFO("difference: " << written(difference.picture, name + u"-difference"_s).toStdString());
    }
    CHECK(share <= tolerated);
}

} // namespace headway::test
