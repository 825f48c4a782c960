// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/fieldlook.h"

#include "ui/style/colours.h"
#include "ui/style/focusring.h"
#include "ui/style/marklook.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace headway::ui {

namespace {

constexpr char wrongInput[] = "headwayWrong";
constexpr int leastHeight = 28;
constexpr int popupMargin = 3 * space::small; // of a row's text, icon and scroll bar

// A list is as wide as its field or as its longest row, but never wider than the window it belongs to.
int popupWidth(const QStyleOptionComboBox &option, const QWidget *widget)
{
    const auto *box = qobject_cast<const QComboBox *>(widget);
    if (!box)
        return option.rect.width();
    const int wanted = box->view()->sizeHintForColumn(box->modelColumn()) + popupMargin;
    const QWidget *window = box->window();
    const QPoint begin = box->mapTo(window, QPoint(0, 0));
    const int room = box->isRightToLeft() ? begin.x() + box->width() : window->width() - begin.x();
    return qMax(option.rect.width(), qMin(wanted, room - space::small));
}

} // namespace

void showWrong(QWidget &field, bool isWrong)
{
    if (field.property(wrongInput).toBool() == isWrong)
        return;
    field.setProperty(wrongInput, isWrong);
    field.update();
}

FieldState fieldStateOf(const QStyleOption &option, const QWidget *widget)
{
    return {.isEnabled = option.state.testFlag(QStyle::State_Enabled),
            .isFocused = option.state.testFlag(QStyle::State_HasFocus) || (widget && looksFocused(*widget)),
            .isHovered = option.state.testFlag(QStyle::State_MouseOver),
            .isWrong = widget && widget->property(wrongInput).toBool(),
            .isReadOnly = option.state.testFlag(QStyle::State_ReadOnly)};
}

int fieldHeight(const QFontMetrics &metrics)
{
    return qMax(leastHeight, metrics.height() + space::medium);
}

void paintField(QPainter &painter, const QRect &rect, const QPalette &palette, const FieldState &state)
{
    const ColourRoles &colours = colourRoles(schemeOf(palette));
    QColor ground = palette.color(QPalette::Base);
    QColor line = colours.fieldLine;
    if (!state.isEnabled || state.isReadOnly) {
        ground = palette.color(QPalette::Window);
        line = colours.hairline;
    } else if (state.isHovered && !state.isFocused) {
        ground = blend(ground, colours.hover);
        line = colours.boxLine;
    }
    if (state.isFocused)
        line = colours.accent;
    if (state.isWrong)
        line = colours.overdue;
    const double width = state.isFocused ? 2 : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground);
    painter.setPen(QPen(line, width));
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), cornerRadius - inset,
                            cornerRadius - inset);
    painter.restore();
}

void paintComboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    FieldState state = fieldStateOf(option, widget);
    if (!option.editable) // one only chooses from it, as from a button
        state.isFocused = widget && showsRing(*widget);
    if (option.frame)
        paintField(painter, option.rect, option.palette, state);
    const QColor arrow =
        option.palette.color(state.isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    paintChevron(painter, comboBoxPart(option, QStyle::SC_ComboBoxArrow, widget), Qt::DownArrow, arrow);
}

void paintComboBoxLabel(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    const QRect edit = comboBoxPart(option, QStyle::SC_ComboBoxEditField, widget).adjusted(1, 0, -1, 0);
    const RowPainter row(painter, edit, option.direction);
    QRect place = edit;
    if (!option.currentIcon.isNull()) {
        place.setWidth(option.iconSize.width());
        option.currentIcon.paint(&painter, row.placed(place));
        place = edit.adjusted(place.width() + space::hair, 0, 0, 0);
    }
    if (option.editable) // the line in it shows the text
        return;
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    painter.setPen(
        option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    row.text(place, Qt::AlignLeft, option.currentText);
}

void paintSpinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *widget)
{
    if (option.frame)
        paintField(painter, option.rect, option.palette, fieldStateOf(option, widget));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto paint = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step,
                           Qt::ArrowType direction) {
        const bool isOn = option.state.testFlag(QStyle::State_Enabled) && option.stepEnabled.testFlag(step);
        paintChevron(
            painter, spinBoxPart(option, part), direction,
            option.palette.color(isOn ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    };
    paint(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    paint(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part, const QWidget *widget)
{
    QRect place = option.rect;
    switch (part) {
    case QStyle::SC_ComboBoxArrow: place.setLeft(place.right() + 1 - chevronRoom); break;
    case QStyle::SC_ComboBoxEditField:
        place.adjust(fieldPadding - 1, 1, -chevronRoom, -1); // a pixel is added where the text is painted
        break;
    case QStyle::SC_ComboBoxListBoxPopup: place.setWidth(popupWidth(option, widget)); break;
    default: return place;
    }
    return QStyle::visualRect(option.direction, option.rect, place);
}

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    QRect place = option.rect;
    const bool hasButtons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int middle = place.center().y();
    switch (part) {
    case QStyle::SC_SpinBoxEditField:
        place.adjust(fieldPadding - 2, 1, hasButtons ? -spinButtonWidth : -fieldPadding, -1);
        break;
    case QStyle::SC_SpinBoxUp:
    case QStyle::SC_SpinBoxDown:
        if (!hasButtons)
            return {};
        place.setLeft(place.right() - spinButtonWidth);
        place.setRight(place.right() - 2);
        if (part == QStyle::SC_SpinBoxUp)
            place.setBottom(middle);
        else
            place.setTop(middle);
        break;
    default: return place;
    }
    return QStyle::visualRect(option.direction, option.rect, place);
}

} // namespace headway::ui
