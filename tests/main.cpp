// SPDX-License-Identifier: GPL-3.0-or-later
// Runs all tests in an environment that is the same on every machine: UTC, the C locale, one font, no
// animations, no cursor blink, no display, and a temporary home folder.
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

#ifdef HEADWAY_UI
#include "support/watchdog.h"

#include <QApplication>
#include <QFont>
#include <QFontInfo>
#include <QProxyStyle>
#else
#include <QCoreApplication>
#endif

int runTests(int argc, char **argv); // support/catch_runner.cpp

namespace {

// Must run before Qt reads any of it.
void fixEnvironment(const QByteArray &home)
{
    qputenv("TZ", "UTC");
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("LANGUAGE", "en");
    qputenv("HOME", home);
    qputenv("XDG_RUNTIME_DIR", home);
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CURRENT_DESKTOP",
          "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI"})
        qunsetenv(name);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) // xcb, to watch a test
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

#ifdef HEADWAY_UI
class StillStyle : public QProxyStyle
{
public:
    StillStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

bool fixAppearance()
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(13);
    font.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(font);
    QApplication::setStyle(new StillStyle);
    QApplication::setCursorFlashTime(0);
    for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                              Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QApplication::setEffectEnabled(effect, false);
    return QFontInfo(font).family() == font.family();
}
#endif

void sayWhatIsMissing()
{
    if (!qEnvironmentVariableIsSet("HEADWAY_TEST_PG"))
        std::fputs("Not tested on PostgreSQL: HEADWAY_TEST_PG names no server (./run test starts "
                   "one).\n",
                   stderr);
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    fixEnvironment(home.path().toUtf8());
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
#ifdef HEADWAY_UI
    headway::ui::WatchdogApplication application(argc, argv);
    headway::test::keepWatch(application);
    QApplication::setQuitOnLastWindowClosed(false);
    if (!fixAppearance()) {
        std::fputs("The tests need the font DejaVu Sans (package fonts-dejavu-core).\n", stderr);
        return 2;
    }
#else
    const QCoreApplication application(argc, argv);
#endif
    QCoreApplication::setApplicationName(QStringLiteral("headway-tests"));
    sayWhatIsMissing();
    const int status = runTests(argc, argv);
#ifdef HEADWAY_UI
    for (const QString &line : headway::test::slowEvents())
        std::fprintf(stderr, "Longer than a frame: %s\n", qPrintable(line));
#endif
    return status;
}
