// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/controlstyle.h"

#include "ui/style/colours.h"
#include "ui/style/fieldlook.h"
#include "ui/style/focusring.h"
#include "ui/style/marklook.h"
#include "ui/style/popuplook.h"
#include "ui/style/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QStyledItemDelegate>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr char laidOver[] = "headwayLaidOver";
constexpr int leastButtonWidth = 72;
constexpr int menuArrowRoom = 18; // beside the words of a button with a menu
constexpr int textFrame = 3;      // of a text of several lines: its corners must not cover the outline's
constexpr int toolTipPadding = 7; // one more is added where it is used

template <class Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

bool isWithinField(const QWidget *widget)
{
    const QWidget *around = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox *>(around) || qobject_cast<const QAbstractSpinBox *>(around);
}

// The frame of the window in which a combo box or a completion shows its list.
bool isPopupFrame(const QWidget *widget)
{
    return widget
        && (widget->inherits("QComboBoxPrivateContainer")
            || (qobject_cast<const QListView *>(widget) && widget->windowType() == Qt::Popup));
}

bool liesOver(const QWidget *widget)
{
    const auto *bar = qobject_cast<const QScrollBar *>(widget);
    if (!bar || bar->orientation() == Qt::Horizontal)
        return false;
    if (bar->property(laidOver).toBool())
        return true;
    const QWidget *around = bar->parentWidget(); // a container of the scroll area's, mostly
    while (around && !qobject_cast<const QAbstractScrollArea *>(around))
        around = around->parentWidget();
    return qobject_cast<const QScrollArea *>(around);
}

// Qt paints a text anew when the focus comes or goes, but not the frame around it.
class FrameRefresher : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::FocusIn:
        case QEvent::FocusOut:
        case QEvent::HoverEnter:
        case QEvent::HoverLeave: static_cast<QWidget *>(watched)->update(); break;
        default: break;
        }
        return false;
    }
};

const ColourRoles &coloursOf(const QStyleOption &option)
{
    return colourRoles(schemeOf(option.palette));
}

void paintFrame(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    if (isPopupFrame(widget))
        paintPopupGround(painter, option.rect, option.palette);
    else
        paintField(painter, option.rect, option.palette, fieldStateOf(option, widget));
}

void paintLineEdit(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *frame = as<QStyleOptionFrame>(&option);
    if (frame && frame->lineWidth > 0)
        paintField(painter, option.rect, option.palette, fieldStateOf(option, widget));
    else if (!isWithinField(widget)) // else the field around it has painted its ground
        painter.fillRect(option.rect, option.palette.brush(QPalette::Base));
}

// On the main button, a ring in the accent would be accent on accent.
void paintButtonRing(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *button = qobject_cast<const QPushButton *>(widget);
    const ColourRoles &colours = coloursOf(option);
    if (button ? showsRing(*button) : isKeyboardUsed())
        paintRing(painter, option.rect, button && button->isDefault() ? colours.accentText : colours.accent);
}

void paintGroup(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(coloursOf(option).hairline);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter.restore();
}

// A button with words and a menu below them, as the month of a calendar; without room of its own, its arrow would
// lie over the last letter.
bool isWordWithMenu(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup) && !button.text.isEmpty()
        && button.toolButtonStyle != Qt::ToolButtonIconOnly;
}

void paintWordWithMenu(QPainter &painter, const QStyleOptionToolButton &button, const QStyle &style,
                       const QWidget *widget)
{
    paintToolButton(painter, button);
    QStyleOptionToolButton word = button;
    word.rect =
        QStyle::visualRect(button.direction, button.rect, button.rect.adjusted(0, 0, -menuArrowRoom, 0));
    style.drawControl(QStyle::CE_ToolButtonLabel, &word, &painter, widget);
    QRect arrow = button.rect;
    arrow.setLeft(arrow.right() + 1 - menuArrowRoom);
    const bool isEnabled = button.state.testFlag(QStyle::State_Enabled);
    paintChevron(painter, QStyle::visualRect(button.direction, button.rect, arrow), Qt::DownArrow,
                 button.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    if (widget && showsRing(*widget))
        paintRing(painter, button.rect, coloursOf(button).accent);
}

void paintMenuBarRow(QPainter &painter, const QStyleOptionMenuItem &option)
{
    painter.fillRect(option.rect, option.palette.brush(QPalette::Window));
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    if (isEnabled && option.state & (QStyle::State_Selected | QStyle::State_Sunken)) {
        const ColourRoles &colours = coloursOf(option);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.state.testFlag(QStyle::State_Sunken) ? colours.pressed : colours.hover);
        painter.drawRoundedRect(option.rect.adjusted(1, 2, -1, -2), cornerRadius, cornerRadius);
        painter.restore();
    }
    painter.setPen(
        option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

} // namespace

ControlStyle::ControlStyle() : QProxyStyle(u"Fusion"_s), m_refresher(new FrameRefresher(this))
{
}

ControlStyle::~ControlStyle() = default;

void ControlStyle::layOver(QWidget &scrollBar)
{
    scrollBar.setProperty(laidOver, true);
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const auto arrow = [&](Qt::ArrowType direction) {
        const bool isOn = option->state.testFlag(State_Enabled);
        paintChevron(
            *painter, option->rect, direction,
            option->palette.color(isOn ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    };
    switch (element) {
    case PE_PanelLineEdit: paintLineEdit(*painter, *option, widget); return;
    case PE_FrameLineEdit:
    case PE_FrameMenu:
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem: return; // the ground has its outline
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget) || isPopupFrame(widget)) {
            paintFrame(*painter, *option, widget);
            return;
        }
        break;
    case PE_FrameFocusRect: paintButtonRing(*painter, *option, widget); return;
    case PE_FrameGroupBox: paintGroup(*painter, *option); return;
    case PE_PanelButtonCommand:
        if (const auto *button = as<QStyleOptionButton>(option)) {
            paintPushButton(*painter, *button);
            return;
        }
        break;
    case PE_PanelButtonTool: paintToolButton(*painter, *option); return;
    case PE_IndicatorCheckBox: paintCheckBox(*painter, *option); return;
    case PE_IndicatorRadioButton: paintRadioButton(*painter, *option); return;
    case PE_IndicatorArrowDown: arrow(Qt::DownArrow); return;
    case PE_IndicatorArrowUp: arrow(Qt::UpArrow); return;
    case PE_IndicatorArrowLeft: arrow(Qt::LeftArrow); return;
    case PE_IndicatorArrowRight: arrow(Qt::RightArrow); return;
    case PE_PanelMenu: paintPopupGround(*painter, option->rect, option->palette); return;
    case PE_PanelTipLabel: paintToolTip(*painter, *option); return;
    case PE_PanelScrollAreaCorner: return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

// What only lies behind or between controls.
bool ControlStyle::drawGround(ControlElement element, const QStyleOption &option, QPainter &painter)
{
    const QRect &place = option.rect;
    switch (element) {
    case CE_MenuEmptyArea: return true; // the ground of the whole menu is painted
    case CE_MenuBarEmptyArea: painter.fillRect(place, option.palette.brush(QPalette::Window)); return true;
    case CE_ProgressBarGroove: paintProgressGround(painter, option); return true;
    case CE_Splitter: {
        const QPoint middle = place.center();
        const bool isUpright = option.state.testFlag(State_Horizontal); // it parts what is side by side
        painter.fillRect(isUpright ? QRect(middle.x(), place.top(), 1, place.height())
                                   : QRect(place.left(), middle.y(), place.width(), 1),
                         coloursOf(option).hairline);
        return true;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter.fillRect(place, option.palette.brush(QPalette::Base));
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), coloursOf(option).hairline);
        return true;
    default: return false;
    }
}

void ControlStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (drawGround(element, *option, *painter))
        return;
    switch (element) {
    case CE_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option)) {
            paintMenuRow(*painter, *item);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option)) {
            paintMenuBarRow(*painter, *item);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option); item && hasPopupRows(widget)) {
            paintPopupRow(*painter, *item);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto *box = as<QStyleOptionComboBox>(option)) {
            paintComboBoxLabel(*painter, *box, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option);
            button && button->features.testFlag(QStyleOptionButton::DefaultButton)) {
            QStyleOptionButton main = *button;
            main.palette.setColor(QPalette::Active, QPalette::ButtonText, coloursOf(*option).accentText);
            main.palette.setColor(QPalette::Inactive, QPalette::ButtonText, coloursOf(*option).accentText);
            QProxyStyle::drawControl(element, &main, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option)) {
            paintTab(*painter, *tab);
            return;
        }
        break;
    case CE_ProgressBarContents:
        if (const auto *bar = as<QStyleOptionProgressBar>(option)) {
            paintProgress(*painter, *bar);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *box = as<QStyleOptionComboBox>(option)) {
            paintComboBox(*painter, *box, widget);
            return;
        }
    } else if (control == CC_SpinBox) {
        if (const auto *box = as<QStyleOptionSpinBox>(option)) {
            paintSpinBox(*painter, *box, widget);
            return;
        }
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = as<QStyleOptionSlider>(option)) {
            paintScrollBar(*painter, *bar);
            return;
        }
    } else if (control == CC_ToolButton) {
        if (const auto *button = as<QStyleOptionToolButton>(option); button && isWordWithMenu(*button)) {
            paintWordWithMenu(*painter, *button, *this, widget);
            return;
        }
    } else if (control == CC_Slider) {
        if (const auto *slider = as<QStyleOptionSlider>(option)) {
            paintSlider(*painter, *slider, *this, widget);
            if (widget && showsRing(*widget))
                paintRing(*painter, option->rect, coloursOf(*option).accent);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ControlStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = as<QStyleOptionFrame>(option);
        if (!frame || frame->lineWidth <= 0)
            return option->rect;
        return option->rect.adjusted(fieldPadding - 2, 1, 2 - fieldPadding, -1); // QLineEdit adds 2
    }
    if (element == SE_ShapedFrameContents) {
        const auto *frame = as<QStyleOptionFrame>(option);
        const bool isStyled = frame && frame->frameShape == QFrame::StyledPanel;
        if (isStyled && isPopupFrame(widget))
            return option->rect.adjusted(popupInset, popupInset, -popupInset, -popupInset);
        if (isStyled && qobject_cast<const QAbstractScrollArea *>(widget))
            return option->rect.adjusted(textFrame, textFrame, -textFrame, -textFrame);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *box = as<QStyleOptionComboBox>(option))
            return comboBoxPart(*box, part, widget);
    } else if (control == CC_SpinBox) {
        if (const auto *box = as<QStyleOptionSpinBox>(option))
            return spinBoxPart(*box, part);
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = as<QStyleOptionSlider>(option))
            return scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &content,
                                     const QWidget *widget) const
{
    const auto atLeast = [&](int height) {
        const QSize size = QProxyStyle::sizeFromContents(type, option, content, widget);
        return QSize(size.width(), qMax(size.height(), height));
    };
    switch (type) {
    case CT_LineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            return {content.width() + 2 * (fieldPadding - 2), fieldHeight(option->fontMetrics)};
        break;
    case CT_ComboBox: // the text is shaped exactly, and measured here by letters of whole pixels
        return {content.width() * 17 / 16 + fieldPadding + 2 + chevronRoom, fieldHeight(option->fontMetrics)};
    case CT_SpinBox: { // measured as the texts of a combo box are; QLineEdit adds 2 on each side
        const QSize usual = atLeast(fieldHeight(option->fontMetrics));
        return {qMax(usual.width(), content.width() * 17 / 16 + fieldPadding + 4 + spinButtonWidth),
                usual.height()};
    }
    case CT_PushButton:
        return {qMax(leastButtonWidth, content.width() + 2 * space::large), fieldHeight(option->fontMetrics)};
    case CT_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(option); button && isWordWithMenu(*button))
            return QProxyStyle::sizeFromContents(type, option, content, widget) + QSize(menuArrowRoom, 0);
        break;
    case CT_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            return menuRowSize(*item, content);
        break;
    case CT_MenuBarItem: return {content.width() + 2 * space::small, content.height() + space::small};
    case CT_ItemViewItem:
        if (hasPopupRows(widget))
            return QSize(QProxyStyle::sizeFromContents(type, option, content, widget).width() + space::large,
                         popupRowHeight(option->fontMetrics));
        break;
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, content, widget);
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return markSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return space::small;
    case PM_ScrollBarExtent: return scrollBarThickness;
    case PM_ScrollBarSliderMin: return leastScrollHandle;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_ScrollView_ScrollBarOverlap: return liesOver(widget) ? scrollBarThickness : 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return popupInset;
    case PM_MenuBarPanelWidth: return 0;
    case PM_ToolTipLabelFrameWidth: return toolTipPadding;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *answer) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0; // a list below the field, with rows like those of a completion
    case SH_ComboBox_PopupFrameStyle: return int(QFrame::StyledPanel) | int(QFrame::Plain);
    case SH_ToolTip_Mask:
    case SH_Menu_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(answer)) {
            mask->region = roundedRegion(option->rect);
            return 1;
        }
        return 0;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_Widget_Animation_Duration: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
    }
}

void ControlStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->setAttribute(Qt::WA_Hover);
        // Text begins where its field begins, not where the language of the text would have it.
        line->setAlignment(visualAlignment(line->layoutDirection(), line->alignment()));
    } else if (auto *label = qobject_cast<QLabel *>(widget)) {
        label->setAlignment(
            visualAlignment(label->layoutDirection(), label->alignment())); // for the same reason
    } else if (qobject_cast<QScrollBar *>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false); // it has no ground
    } else if (auto *box = qobject_cast<QComboBox *>(widget)) {
        // Qt's own delegates paint rows without asking the style.
        if (!qobject_cast<QStyledItemDelegate *>(box->itemDelegate()))
            box->setItemDelegate(new QStyledItemDelegate(box));
    } else if (isPopupFrame(widget)) {
        keepRounded(*widget);
    } else if (const auto *area = qobject_cast<QAbstractScrollArea *>(widget);
               area && area->frameShape() == QFrame::StyledPanel) {
        widget->setAttribute(Qt::WA_Hover);
        widget->installEventFilter(m_refresher);
    }
}

} // namespace headway::ui
