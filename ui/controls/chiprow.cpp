// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/chiprow.h"

#include "app/text/plaintip.h"
#include "ui/style/colours.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace headway::ui {

using namespace Qt::StringLiterals;

ChipRow::ChipRow(Choose choose, QWidget *parent) : QWidget(parent), m_choose(choose)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

ChipRow::~ChipRow() = default;

void ChipRow::showChips(std::vector<Chip> chips)
{
    m_chips = std::move(chips);
    m_chosen.clear();
    m_cursor = 0;
    describe();
    updateGeometry();
    update();
}

int ChipRow::current() const
{
    return m_chosen.empty() ? -1 : *m_chosen.begin();
}

void ChipRow::choose(int chip)
{
    if (m_choose == Choose::One)
        m_chosen.clear();
    if (chip >= 0 && chip < count()) {
        m_chosen.insert(chip);
        m_cursor = chip;
    }
    describe();
    update();
}

void ChipRow::pick(int chip)
{
    m_cursor = chip;
    if (m_chosen.contains(chip))
        m_chosen.erase(chip); // a second press deselects it
    else
        choose(chip);
    describe();
    update();
    Q_EMIT chosen(chip);
}

bool ChipRow::press(const QString &key)
{
    for (int i = 0; i < count(); ++i) {
        if (!m_chips[size_t(i)].key.isEmpty()
            && m_chips[size_t(i)].key.compare(key, Qt::CaseInsensitive) == 0) {
            choose(i);
            Q_EMIT chosen(i);
            return true;
        }
    }
    return false;
}

void ChipRow::describe()
{
    QStringList texts;
    for (const int chip : m_chosen)
        texts += m_chips[size_t(chip)].text;
    setAccessibleDescription(texts.isEmpty() ? tr("nothing chosen") : texts.join(u", "_s));
}

// Not where the text begins with its key, as "1 day" does.
bool ChipRow::showsKey(const Chip &chip)
{
    return !chip.key.isEmpty() && !chip.text.startsWith(chip.key);
}

int ChipRow::chipHeight() const
{
    return fontMetrics().height() + space::hair + 2;
}

// That shows all of it.
int ChipRow::wantedWidth(const Chip &chip) const
{
    const int text = fontMetrics().horizontalAdvance(chip.text) + 2 * space::small;
    if (!showsKey(chip))
        return text;
    return text + QFontMetrics(ui::font(TextSize::Small)).horizontalAdvance(chip.key) + space::hair + 2;
}

std::vector<QRect> ChipRow::places(int width) const
{
    std::vector<QRect> result;
    QPoint at(0, 0);
    for (const Chip &chip : m_chips) {
        const int wanted = qMin(wantedWidth(chip), width);
        if (at.x() > 0 && at.x() + wanted > width)
            at = {0, at.y() + chipHeight() + space::hair};
        result.emplace_back(at, QSize(wanted, chipHeight()));
        at.rx() += wanted + space::hair;
    }
    for (QRect &place : result)
        place = QStyle::visualRect(layoutDirection(), QRect(0, 0, width, 0), place);
    return result;
}

QSize ChipRow::sizeHint() const
{
    return {240, heightForWidth(qMax(width(), 240))};
}

QSize ChipRow::minimumSizeHint() const
{
    return {120, chipHeight()};
}

int ChipRow::heightForWidth(int width) const
{
    const auto all = places(width);
    return all.empty() ? 0 : all.back().bottom() + 1;
}

void ChipRow::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    const auto all = places(width());
    const int hovered = underMouse() ? chipAt(mapFromGlobal(QCursor::pos())) : -1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i) {
        const Chip &chip = m_chips[size_t(i)];
        const bool isOn = m_chosen.contains(i);
        const QRectF ground = QRectF(all[size_t(i)]).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(isOn ? QColor(Qt::transparent) : colours.hairline);
        painter.setBrush(isOn ? colours.accent : i == hovered ? colours.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(ground, cornerRadius, cornerRadius);
        QRect place = all[size_t(i)].adjusted(space::small, 0, -space::small, 0);
        const RowPainter row(painter, place, layoutDirection());
        if (showsKey(chip)) {
            painter.setFont(ui::font(TextSize::Small));
            painter.setPen(isOn ? colours.accentText : colours.quietText);
            place.setLeft(place.left() + row.text(place, Qt::AlignLeft, chip.key) + space::hair + 2);
        }
        painter.setFont(font());
        painter.setPen(isOn ? colours.accentText : palette().color(QPalette::WindowText));
        row.text(place.adjusted(0, 0, 2, 0), Qt::AlignLeft, chip.text);
        if (showsRing(*this) && i == m_cursor)
            paintRing(painter, QRectF(all[size_t(i)]).adjusted(-1, -1, 1, 1), colours.accent);
    }
}

// What there is to say of a chip, and its text where that is cut.
QString ChipRow::explained(int chip) const
{
    const Chip &one = m_chips[size_t(chip)];
    QStringList lines;
    if (wantedWidth(one) > width())
        lines += one.text;
    if (!one.toolTip.isEmpty())
        lines += one.toolTip;
    return app::plainTip(lines.join(u'\n'));
}

int ChipRow::chipAt(QPoint position) const
{
    const auto all = places(width());
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].contains(position))
            return int(i);
    }
    return -1;
}

void ChipRow::mousePressEvent(QMouseEvent *event)
{
    if (const int chip = chipAt(event->pos()); chip >= 0)
        pick(chip);
}

void ChipRow::moveCursor(int step)
{
    m_cursor = qBound(0, m_cursor + step, count() - 1);
}

void ChipRow::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right: moveCursor(isRightToLeft() ? -1 : 1); break;
    case Qt::Key_Left: moveCursor(isRightToLeft() ? 1 : -1); break;
    case Qt::Key_Space: pick(m_cursor); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() != Qt::NoModifier) {
            QWidget::keyPressEvent(event);
            return;
        }
        pick(m_cursor);
        break;
    default:
        if (event->modifiers().testFlag(Qt::ControlModifier) || event->text().isEmpty()
            || !press(event->text()))
            QWidget::keyPressEvent(event);
        return;
    }
    update();
}

void ChipRow::focusInEvent(QFocusEvent *event)
{
    if (current() >= 0)
        m_cursor = current();
    QWidget::focusInEvent(event);
    update();
}

bool ChipRow::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int chip = chipAt(help->pos());
        QToolTip::showText(help->globalPos(), chip < 0 ? QString() : explained(chip), this);
        return true;
    }
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave)
        update();
    return QWidget::event(event);
}

} // namespace headway::ui
