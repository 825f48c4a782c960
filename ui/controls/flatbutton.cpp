// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/flatbutton.h"

#include "app/text/plaintip.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int fewestLetters = 16; // of a text beside an icon that is cut: a name, not a word
constexpr int mostKept = 32;      // letters of an accented button that does not give way

} // namespace

FlatButton::FlatButton(Kind kind, QWidget *parent) : QAbstractButton(parent), m_kind(kind)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(kind == Kind::Door || kind == Kind::Field ? QSizePolicy::Preferred : QSizePolicy::Maximum,
                  QSizePolicy::Fixed);
    if (kind == Kind::Door) {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    if (kind == Kind::Link)
        setCursor(Qt::PointingHandCursor);
}

FlatButton::~FlatButton() = default;

void FlatButton::showIcon(const QString &iconName)
{
    m_iconName = iconName;
    updateGeometry();
    update();
}

void FlatButton::showIconOnly(bool isAlone)
{
    if (isAlone == m_isIconOnly)
        return;
    m_isIconOnly = isAlone;
    updateGeometry();
    update();
}

void FlatButton::showHint(const QString &hint)
{
    m_hint = hint;
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

int FlatButton::iconSize() const
{
    return m_kind == Kind::Door ? 22 : 16;
}

QFont FlatButton::textFont() const
{
    return ui::font(TextSize::Body, m_kind == Kind::Accent ? Weight::Strong : Weight::Normal);
}

int FlatButton::padding() const
{
    switch (m_kind) {
    case Kind::Door: return space::large;
    case Kind::Accent: return space::medium;
    case Kind::Link: return space::hair;
    case Kind::Quiet:
    case Kind::Field: break;
    }
    return text().isEmpty() ? space::small - 2 : space::small;
}

QSize FlatButton::sizeHint() const
{
    const QFontMetrics body(ui::font(TextSize::Body));
    if (m_kind == Kind::Door) {
        const int width = QFontMetrics(ui::font(TextSize::Small)).horizontalAdvance(m_hint) + iconSize()
            + space::medium + 2 * padding() + 1;
        return {width, heightForWidth(width)};
    }
    const QString shown = m_isIconOnly ? QString() : shownText();
    int width = 2 * padding();
    if (!m_iconName.isEmpty())
        width += iconSize();
    if (!m_iconName.isEmpty() && !shown.isEmpty())
        width += space::small - 2;
    if (!shown.isEmpty())
        width += QFontMetrics(textFont()).horizontalAdvance(shown) + 2; // else rounding may cut it
    if (m_kind == Kind::Field)
        width += space::huge + body.horizontalAdvance(m_hint);
    const int height =
        m_kind == Kind::Link ? body.height() + space::hair : qMax(body.height(), iconSize()) + space::medium;
    return {width, height};
}

int FlatButton::heightForWidth(int width) const
{
    const int forHint = width - iconSize() - space::medium - 2 * padding();
    const QFontMetrics small(ui::font(TextSize::Small));
    const int hintHeight = small.boundingRect(QRect(0, 0, forHint, 1000), Qt::TextWordWrap, m_hint).height();
    return QFontMetrics(ui::font(TextSize::Body, Weight::Strong)).height() + space::hair + hintHeight
        + 2 * space::medium;
}

QSize FlatButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    if (m_kind == Kind::Field)
        return {whole.height() * 3, whole.height()};
    if (m_kind == Kind::Door)
        return {qMin(whole.width(), 220), whole.height()};
    if (m_kind == Kind::Link)
        return {qMin(whole.width(), 8 * fontMetrics().averageCharWidth()), whole.height()};
    if (m_kind == Kind::Quiet && !m_iconName.isEmpty())
        return {2 * padding() + iconSize(), whole.height()};
    if (m_kind == Kind::Accent) // its text may be somebody's name
        return {qMin(whole.width(), mostKept * fontMetrics().averageCharWidth()), whole.height()};
    return whole;
}

// Where the text is cut, the whole of it.
bool FlatButton::showToolTip(const QHelpEvent &event)
{
    if (!toolTip().isEmpty() || text().isEmpty() || width() >= sizeHint().width())
        return false;
    QToolTip::showText(event.globalPos(), app::plainTip(shownText()), this);
    return true;
}

// As everywhere in Qt, "&&" is an ampersand, and a single one marks the mnemonic.
QString FlatButton::shownText() const
{
    const QChar sign = u'\1';
    return text().replace(u"&&"_s, sign).remove(u'&').replace(sign, u'&');
}

QColor FlatButton::textColour() const
{
    const ColourRoles &colours = colourRolesOf(*this);
    if (!isEnabled())
        return palette().color(QPalette::Disabled, QPalette::ButtonText);
    switch (m_kind) {
    case Kind::Accent: return colours.accentText;
    case Kind::Link: return colours.accent;
    case Kind::Field: return colours.quietText;
    case Kind::Quiet:
    case Kind::Door: break;
    }
    return palette().color(QPalette::WindowText);
}

// What is on or off looks like a button before it is on; else it could be a label.
bool FlatButton::isChip() const
{
    return m_kind == Kind::Quiet && isCheckable();
}

void FlatButton::paintGround(QPainter &painter) const
{
    const ColourRoles &colours = colourRolesOf(*this);
    const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    if (m_kind == Kind::Accent && isEnabled()) {
        const QColor shade = isDown() ? colours.pressed : colours.hover;
        painter.setBrush(isDown() || underMouse() ? blend(colours.accent, shade) : colours.accent);
    } else if (m_kind == Kind::Field) {
        painter.setBrush(palette().color(QPalette::Base));
        painter.setPen(underMouse() ? palette().color(QPalette::Mid) : colours.hairline);
    } else if (m_kind == Kind::Door) {
        painter.setBrush(palette().color(QPalette::Base));
        painter.setPen(colours.hairline);
    } else if (isChip()) {
        painter.setPen(colours.hairline);
    }
    if (m_kind != Kind::Link)
        painter.drawRoundedRect(ground, cornerRadius, cornerRadius);

    const bool isLit = isEnabled() && (isDown() || underMouse() || isChecked());
    if (isLit && (m_kind == Kind::Quiet || m_kind == Kind::Door)) {
        painter.setPen(isChip() ? QPen(colours.hairline) : QPen(Qt::NoPen));
        painter.setBrush(isDown() || isChecked() ? colours.pressed : colours.hover);
        painter.drawRoundedRect(ground, cornerRadius, cornerRadius);
    }
}

void FlatButton::paintIcon(QPainter &painter, QRect place, const QColor &colour) const
{
    if (!m_iconName.isEmpty())
        painter.drawPixmap(place.topLeft(), tinted(m_iconName, place.width(), colour, devicePixelRatioF()));
}

QRect FlatButton::mirrored(QRect place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

Qt::Alignment FlatButton::sided(Qt::Alignment side, Qt::Alignment height) const
{
    return QStyle::visualAlignment(layoutDirection(), side | height);
}

void FlatButton::paintRow(QPainter &painter) const
{
    QRect inner = rect().adjusted(padding(), 0, -padding(), 0);
    const int forText = inner.width() - iconSize() - space::small;
    const bool isTight = width() < sizeHint().width() && !m_iconName.isEmpty() && m_kind != Kind::Field
        && forText < fewestLetters * fontMetrics().averageCharWidth();
    if (text().isEmpty() || m_isIconOnly
        || isTight) { // an icon alone says more than the first letter of a word
        QRect place(0, 0, iconSize(), iconSize());
        place.moveCenter(rect().center());
        paintIcon(painter, place, textColour());
        return;
    }
    if (!m_iconName.isEmpty()) {
        const QRect place(inner.left(), (height() - iconSize()) / 2, iconSize(), iconSize());
        paintIcon(painter, mirrored(place), textColour());
        inner = mirrored({place.right() + space::small - 1, 0,
                          inner.right() - place.right() - space::small + 2, height()});
    }
    QFont shownFont = textFont();
    shownFont.setUnderline(m_kind == Kind::Link && underMouse() && isEnabled());
    painter.setFont(shownFont);
    painter.setPen(textColour());
    if (m_kind == Kind::Field) {
        const int hintWidth = painter.fontMetrics().horizontalAdvance(m_hint);
        painter.drawText(inner, int(sided(Qt::AlignRight)), m_hint);
        const int taken = hintWidth + space::small;
        inner.adjust(isRightToLeft() ? taken : 0, 0, isRightToLeft() ? 0 : -taken, 0);
    }
    const Qt::Alignment side =
        sided(m_kind == Kind::Field || !m_iconName.isEmpty() ? Qt::AlignLeft : Qt::AlignHCenter);
    QString shown = painter.fontMetrics().elidedText(shownText(), Qt::ElideRight, inner.width());
    if (shown.isRightToLeft() != isRightToLeft()) { // its dots and brackets stand where its words have them
        const QChar direction = shown.isRightToLeft() ? u'\u200f' : u'\u200e';
        shown = direction + shown + direction;
    }
    painter.drawText(inner, int(side), shown);
}

void FlatButton::paintDoor(QPainter &painter) const
{
    const ColourRoles &colours = colourRolesOf(*this);
    QRect inner = rect().adjusted(padding(), space::medium, -padding(), -space::medium);
    const QRect place(inner.left(), inner.top(), iconSize(), iconSize());
    paintIcon(painter, mirrored(place), isEnabled() ? colours.accent : textColour());
    inner.setLeft(place.right() + 1 + space::medium);
    inner = mirrored(inner);

    painter.setFont(ui::font(TextSize::Body, Weight::Strong));
    painter.setPen(textColour());
    const int lineHeight = painter.fontMetrics().height();
    painter.drawText(inner, int(sided(Qt::AlignLeft, Qt::AlignTop)),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
    inner.setTop(inner.top() + lineHeight + space::hair);
    painter.setFont(ui::font(TextSize::Small));
    painter.setPen(isEnabled() ? colours.quietText : textColour());
    painter.drawText(inner, int(sided(Qt::AlignLeft, Qt::AlignTop)) | Qt::TextWordWrap, m_hint);
}

void FlatButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    if (m_kind == Kind::Door)
        paintDoor(painter);
    else
        paintRow(painter);
    if (!showsRing(*this))
        return;
    const ColourRoles &colours = colourRolesOf(*this);
    if (m_kind == Kind::Accent && isEnabled()) // a ring in its own colour would not be seen
        paintRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), colours.accentText);
    else
        paintRing(painter, rect(), colours.accent);
}

void FlatButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

void FlatButton::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & ~Qt::KeypadModifier)) // with Ctrl it saves the form around it
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool FlatButton::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && showToolTip(static_cast<const QHelpEvent &>(*event)))
        return true;
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace headway::ui
