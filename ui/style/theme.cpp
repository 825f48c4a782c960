// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/theme.h"

#include "app/program/settings.h"
#include "ui/style/colours.h"
#include "ui/style/controlstyle.h"
#include "ui/style/focusring.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QStyle>
#include <QToolTip>

#include <array>

// Needed by hand in a static library; the macro must be used outside of namespaces.
static void loadResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// Applies the palette again when the desktop turns dark or light.
class SystemFollower : public QObject
{
public:
    SystemFollower(QApplication &application, app::Look look)
        : QObject(&application), m_application(application), m_look(look)
    {
        application.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange)
            applyTheme(m_application, m_look);
        return false;
    }

    void follow(app::Look look) { m_look = look; }

private:
    QApplication &m_application;
    app::Look m_look;
};

ColourScheme chosenScheme(app::Look look)
{
    if (look != app::Look::System)
        return look == app::Look::Light ? ColourScheme::Light : ColourScheme::Dark;
    QApplication::setPalette(QPalette()); // resets ours: then the palette is the system's
    return schemeOf(QApplication::palette());
}

void applyIcons(ColourScheme scheme)
{
    // Without a desktop environment, Qt looks for icons only in the program itself.
    QStringList paths = QIcon::themeSearchPaths();
    for (const QString &path : {u"/usr/local/share/icons"_s, u"/usr/share/icons"_s}) {
        if (!paths.contains(path))
            paths += path;
    }
    QIcon::setThemeSearchPaths(paths);
    QIcon::setFallbackThemeName(u"breeze"_s);
    QIcon::setThemeName(scheme == ColourScheme::Light ? u"breeze"_s : u"breeze-dark"_s);
    QPixmapCache::clear();
}

} // namespace

QFont font(TextSize size, Weight weight)
{
    constexpr std::array factors{0.88, 1.0, 1.25, 1.7};
    QFont font = QApplication::font();
    const double factor = factors[size_t(size)];
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    if (weight == Weight::Strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

Qt::Alignment leadingEdge()
{
    return QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
}

int lineHeight(TextSize size)
{
    return QFontMetrics(font(size)).height() + space::medium;
}

QPixmap tinted(const QString &iconName, int size, const QColor &colour, qreal pixelRatio)
{
    const QString key = u"headway-%1-%2-%3-%4"_s.arg(iconName).arg(size).arg(colour.rgba()).arg(pixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QIcon::fromTheme(iconName).pixmap(QSize(size, size), pixelRatio);
    if (pixmap.isNull())
        return pixmap;
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRect(0, 0, size, size), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon themeIcon(const QString &iconName)
{
    return iconName.isEmpty() ? QIcon() : QIcon::fromTheme(iconName);
}

QIcon programIcon()
{
    loadResources();
    return QIcon(u":/icons/headway.svg"_s);
}

void applyTheme(QApplication &application, app::Look look)
{
    static QPointer<SystemFollower> follower;
    if (!follower)
        follower = new SystemFollower(application, look);
    follower->follow(look);

    followInput(application);
    if (!qobject_cast<ControlStyle *>(QApplication::style()))
        QApplication::setStyle(new ControlStyle);
    const ColourScheme scheme = chosenScheme(look);
    const QPalette palette = paletteOf(scheme);
    applyIcons(scheme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    QApplication::setWindowIcon(programIcon());
}

void applyTextScale(app::TextScale scale)
{
    static const QFont ofSystem = QApplication::font();
    constexpr std::array factors{1.0, 0.9, 1.15, 1.3}; // in the order of the choices
    const double factor = factors[size_t(scale)];
    QFont font = ofSystem;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    QApplication::setFont(font);
}

} // namespace headway::ui
