// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/glide.h"

#include "ui/style/colours.h"
#include "ui/style/motion.h"

#include <QApplication>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QVariantAnimation>

#include <utility>

namespace headway::ui {

namespace {

constexpr int glowAlpha = 110;

QRect between(const QRect &from, const QRect &to, double part)
{
    const auto mean = [part](int a, int b) { return a + qRound((b - a) * part); };
    return {mean(from.x(), to.x()), mean(from.y(), to.y()), mean(from.width(), to.width()),
            mean(from.height(), to.height())};
}

} // namespace

void Glide::show(QWidget &over, QRect area, const QPixmap &ground, std::vector<Piece> pieces)
{
    end(over);
    area &= over.rect();
    if (!Motion::mayMove() || !over.isVisible() || area.isEmpty() || ground.isNull() || pieces.empty())
        return;
    auto *glide = new Glide(over, area, ground, std::move(pieces)); // deletes itself
    glide->QWidget::show();
    glide->raise();
    glide->m_way->start();
}

QPixmap Glide::pictureOf(const QWidget &over, QRect area)
{
    end(over);
    QWidget *window = over.window();
    return window->grab(QRect(over.mapTo(window, area.topLeft()), area.size()));
}

Glide::Piece Glide::glow(const QWidget &over, QRect place)
{
    QColor light = colourRolesOf(over).accent;
    light.setAlpha(glowAlpha);
    QPixmap picture(1, 1);
    picture.fill(light);
    return {.picture = picture, .from = place, .to = place, .fade = Piece::Fade::Out};
}

QPixmap Glide::partOf(const QPixmap &picture, QRect part)
{
    const qreal ratio = picture.devicePixelRatio();
    return picture.copy(
        QRectF(part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio).toRect());
}

void Glide::end(const QWidget &over)
{
    for (Glide *each : over.window()->findChildren<Glide *>())
        each->finish();
}

Glide::Glide(QWidget &over, QRect area, QPixmap ground, std::vector<Piece> pieces)
    : QWidget(&over), m_ground(std::move(ground)), m_pieces(std::move(pieces)),
      m_way(new QVariantAnimation(this))
{
    setObjectName(QStringLiteral("glide"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(area);
    for (Piece &piece : m_pieces) {
        piece.from.translate(-area.topLeft());
        piece.to.translate(-area.topLeft());
    }
    m_way->setStartValue(0.0);
    m_way->setEndValue(1.0);
    m_way->setDuration(Motion::duration);
    m_way->setEasingCurve(Motion::easing());
    connect(m_way, &QVariantAnimation::valueChanged, this, &Glide::step);
    connect(m_way, &QVariantAnimation::finished, this, &Glide::finish);
    QApplication::instance()->installEventFilter(this);
}

Glide::~Glide() = default;

// Hidden at once; deleted later, as this may be within an event of its own.
void Glide::finish()
{
    QApplication::instance()->removeEventFilter(this);
    m_way->stop();
    hide();
    deleteLater();
}

// What somebody does next is done to what is there, and they see it.
bool Glide::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // a shortcut is no key press
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel: finish(); break;
    case QEvent::Resize:
    case QEvent::Hide:
    case QEvent::LayoutDirectionChange:
    case QEvent::PaletteChange:
        if (watched == parent())
            finish();
        break;
    default: break;
    }
    return false;
}

QRect Glide::placeOf(const Piece &piece) const
{
    return between(piece.from, piece.to, m_way->currentValue().toDouble());
}

// Only what differs from the frame before.
void Glide::step()
{
    QRegion drawn;
    for (const Piece &piece : m_pieces)
        drawn += placeOf(piece);
    update(drawn | std::exchange(m_drawn, drawn));
}

void Glide::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setClipRegion(event->region());
    painter.drawPixmap(0, 0, m_ground);
    for (const Piece &piece : m_pieces) {
        painter.setOpacity(piece.fade == Piece::Fade::Out ? 1 - m_way->currentValue().toDouble() : 1);
        painter.drawPixmap(placeOf(piece), piece.picture);
    }
}

} // namespace headway::ui
