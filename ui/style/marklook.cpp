// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/marklook.h"

#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

namespace headway::ui {

namespace {

constexpr double boxRadius = 4;
constexpr double grooveHeight = 4;

const ColourRoles &coloursOf(const QStyleOption &option)
{
    return colourRoles(schemeOf(option.palette));
}

struct Box {
    QColor ground;
    QColor line;
    QColor mark;
};

// The same for boxes to tick and for the dots of a choice.
Box boxOf(const QStyleOption &option)
{
    const ColourRoles &colours = coloursOf(option);
    const bool isOn = !option.state.testFlag(QStyle::State_Off);
    if (!option.state.testFlag(QStyle::State_Enabled))
        return {option.palette.color(QPalette::Window), colours.hairline,
                option.palette.color(QPalette::Disabled, QPalette::Text)};
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const QColor ground = isOn ? colours.accent : option.palette.color(QPalette::Base);
    return {isHovered ? blend(ground, colours.hover) : ground, isOn ? colours.accent : colours.boxLine,
            colours.accentText};
}

QRectF markPlace(const QStyleOption &option)
{
    QRectF place(0, 0, markSize, markSize);
    place.moveCenter(QRectF(option.rect).center());
    return place.adjusted(0.5, 0.5, -0.5, -0.5);
}

// Keeps the painter's state and readies it for the mark's ground.
Box beginMark(QPainter &painter, const QStyleOption &option)
{
    const Box box = boxOf(option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(box.line);
    painter.setBrush(box.ground);
    return box;
}

} // namespace

void paintChevron(QPainter &painter, const QRect &place, Qt::ArrowType direction, const QColor &colour)
{
    constexpr double half = 3.5;
    constexpr double depth = 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(QRectF(place).center());
    switch (direction) {
    case Qt::UpArrow: painter.rotate(180); break;
    case Qt::LeftArrow: painter.rotate(90); break;
    case Qt::RightArrow: painter.rotate(-90); break;
    case Qt::DownArrow:
    case Qt::NoArrow: break;
    }
    painter.drawPolyline(QPolygonF({{-half, -depth}, {0, depth}, {half, -depth}}));
    painter.restore();
}

void paintTick(QPainter &painter, const QRectF &place, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&place](double x, double y) {
        return QPointF(place.left() + place.width() * x, place.top() + place.height() * y);
    };
    painter.drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
    painter.restore();
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const QRectF place = markPlace(option);
    const Box box = beginMark(painter, option);
    painter.drawRoundedRect(place, boxRadius, boxRadius);
    painter.restore();
    if (option.state.testFlag(QStyle::State_NoChange))
        painter.fillRect(QRectF(place.left() + 4, place.center().y() - 1, place.width() - 8, 2), box.mark);
    else if (option.state.testFlag(QStyle::State_On))
        paintTick(painter, place, box.mark);
}

void paintRadioButton(QPainter &painter, const QStyleOption &option)
{
    const QRectF place = markPlace(option);
    const Box box = beginMark(painter, option);
    painter.drawEllipse(place);
    if (option.state.testFlag(QStyle::State_On)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(box.mark);
        painter.drawEllipse(place.center(), 3, 3);
    }
    painter.restore();
}

void paintPushButton(QPainter &painter, const QStyleOptionButton &option)
{
    const ColourRoles &colours = coloursOf(option);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isMain = option.features.testFlag(QStyleOptionButton::DefaultButton) && isEnabled;
    const bool isDown = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = isEnabled && option.state.testFlag(QStyle::State_MouseOver);
    if (option.features.testFlag(QStyleOptionButton::Flat) && !isDown && !isHovered)
        return;
    QColor ground =
        isMain ? colours.accent : option.palette.color(isEnabled ? QPalette::Base : QPalette::Window);
    if (isDown || isHovered)
        ground = blend(ground, isDown ? colours.pressed : colours.hover);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    painter.setPen(isMain ? ground : isEnabled ? colours.fieldLine : colours.hairline);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter.restore();
}

void paintToolButton(QPainter &painter, const QStyleOption &option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isDown = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = isEnabled && option.state.testFlag(QStyle::State_MouseOver);
    if (!isDown && !isHovered)
        return;
    const ColourRoles &colours = coloursOf(option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown ? colours.pressed : colours.hover);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter.restore();
}

void paintTab(QPainter &painter, const QStyleOptionTab &option)
{
    const ColourRoles &colours = coloursOf(option);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    QRect line = option.rect;
    line.setTop(line.bottom() - (isChosen ? 1 : 0));
    if (isChosen)
        line.adjust(space::small, 0, -space::small, 0);
    painter.fillRect(line, isChosen ? colours.accent : colours.hairline);
}

void paintProgressGround(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(coloursOf(option).badge);
    painter.drawRoundedRect(option.rect, cornerRadius, cornerRadius);
    painter.restore();
}

void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const qint64 range = qint64(option.maximum) - option.minimum;
    QRectF done = option.rect;
    if (range > 0)
        done.setWidth(done.width() * double(qint64(option.progress) - option.minimum) / double(range));
    else // nobody knows how far it is: the middle, at rest
        done.adjust(done.width() * 0.35, 0, -done.width() * 0.35, 0);
    if (done.width() <= 0)
        return;
    if ((option.direction == Qt::RightToLeft) != option.invertedAppearance)
        done.moveRight(QRectF(option.rect).right());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(coloursOf(option).accent);
    painter.drawRoundedRect(done, cornerRadius, cornerRadius);
    painter.restore();
}

void paintSlider(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style,
                 const QWidget *widget)
{
    const ColourRoles &colours = coloursOf(option);
    const QRectF groove = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, widget);
    const QRectF handle = style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    QRectF line = groove;
    if (option.orientation == Qt::Horizontal) {
        line.setHeight(grooveHeight);
        line.moveCenter({groove.center().x(), handle.center().y()});
    } else {
        line.setWidth(grooveHeight);
        line.moveCenter({handle.center().x(), groove.center().y()});
    }
    QRectF knob(0, 0, markSize, markSize);
    knob.moveCenter(handle.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.badge);
    painter.drawRoundedRect(line, grooveHeight / 2, grooveHeight / 2);
    painter.setPen(isEnabled ? colours.boxLine : colours.hairline);
    const QColor ground = option.palette.color(isEnabled ? QPalette::Base : QPalette::Window);
    painter.setBrush(option.state.testFlag(QStyle::State_MouseOver) ? blend(ground, colours.hover) : ground);
    painter.drawEllipse(knob.adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool isUpright = option.orientation == Qt::Vertical;
    const int length = isUpright ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(int(length * qint64(option.pageStep) / (range + option.pageStep)),
                            qMin(leastScrollHandle, length), length);
    const int begin = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect place = isUpright ? QRect(0, from, option.rect.width(), size)
                                      : QRect(from, 0, size, option.rect.height());
        const QRect moved = place.translated(option.rect.topLeft());
        return isUpright ? moved : QStyle::visualRect(option.direction, option.rect, moved);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove: return option.rect;
    case QStyle::SC_ScrollBarSlider: return along(begin, handle);
    case QStyle::SC_ScrollBarSubPage: return along(0, begin);
    case QStyle::SC_ScrollBarAddPage: return along(begin + handle, length - begin - handle);
    default: return {}; // no arrows
    }
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option)
{
    if (option.maximum <= option.minimum)
        return;
    const bool isHeld = option.state.testFlag(QStyle::State_Sunken);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const double inset = isHovered || isHeld ? 2 : 3;
    QRectF handle = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    handle = option.orientation == Qt::Vertical ? handle.adjusted(inset, 1, -inset, -1)
                                                : handle.adjusted(1, inset, -1, -inset);
    QColor colour = option.palette.color(QPalette::WindowText);
    colour.setAlpha(isHeld ? 130 : isHovered ? 90 : 45);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double radius = qMin(handle.width(), handle.height()) / 2;
    painter.drawRoundedRect(handle, radius, radius);
    painter.restore();
}

} // namespace headway::ui
