// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/foldedcolumn.h"

#include "app/board/boardmodel.h"
#include "ui/board/boardcolumnview.h"
#include "ui/controls/menutext.h"
#include "ui/style/colours.h"
#include "ui/style/compactamounts.h"
#include "ui/style/fittingtext.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QPainter>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineWidth = 3;
constexpr int signSize = 16;
constexpr int thinnest = 40; // pixels

enum class End { Good, Bad, Pause };
End endOf(const Lane &lane)
{
    if (lane.status() && lane.status()->type == LeadState::Nurture)
        return End::Pause;
    const bool isGood =
        lane.stage() ? lane.stage()->type == StageType::Won : lane.status()->type == LeadState::Converted;
    return isGood ? End::Good : End::Bad;
}

QString signOf(End end)
{
    switch (end) {
    case End::Good: return u"dialog-ok"_s;
    case End::Bad: return u"dialog-cancel"_s;
    case End::Pause: break;
    }
    return u"media-playback-pause"_s;
}

} // namespace

struct FoldedColumn::Ink {
    QColor text;
    QColor quiet;
    QColor sign;
};

FoldedColumn::FoldedColumn(app::BoardModel &board, int column, QWidget *parent)
    : QAbstractButton(parent), m_board(board), m_column(column)
{
    setAcceptDrops(true);
    setCheckable(board.column(column).lane.isAside());
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    // The rail says how wide its parts are.
    setSizePolicy(isCheckable() ? QSizePolicy::Ignored : QSizePolicy::Fixed, QSizePolicy::Expanding);
    setObjectName(u"folded-%1"_s.arg(board.column(column).lane.id()));
    showTotals();
}

FoldedColumn::~FoldedColumn() = default;

void FoldedColumn::showTotals()
{
    const auto &column = m_board.column(m_column);
    setText(withoutMnemonic(column.lane.name())); // else Alt and a letter of it would open it
    const QString sums = m_board.display().moneySums(column.sums);
    const QString count = m_board.display().counted(column.count, m_board.kind());
    const QString action = isChecked() ? tr("Click to fold it up again")
        : isCheckable()                ? tr("Click to see them, or drop a card here")
                                       : tr("Click to open this column, or drop a card here");
    QStringList known{column.lane.name(), count};
    if (!sums.isEmpty())
        known += sums;
    setAccessibleName(known.join(u", "_s));
    setAccessibleDescription(action);
    known += action;
    setToolTip(u"<b>"_s + column.lane.name().toHtmlEscaped() + u"</b><br>"_s
               + known.sliced(1).join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s)
               + laneNotes(column.lane));
    update();
}

void FoldedColumn::showTarget(Target target)
{
    if (m_target == target)
        return;
    m_target = target;
    update();
}

int FoldedColumn::thickness()
{
    return qMax(thinnest, lineHeight(TextSize::Body) + space::small);
}

QSize FoldedColumn::sizeHint() const
{
    return {thickness(), lineHeight(TextSize::Body) * 4};
}

void FoldedColumn::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    const bool isTarget = m_target == Target::Yes;
    const QColor text = palette().color(isTarget ? QPalette::HighlightedText : QPalette::WindowText);
    const bool isWon = endOf(m_board.column(m_column).lane) == End::Good;
    const Ink ink{.text = text,
                  .quiet = isTarget ? text : colours.quietText,
                  .sign = isTarget ? text
                      : isWon      ? colours.success
                                   : colours.quietText};
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    if (width() > 2 * thickness())
        paintBlock(painter, ink);
    else
        paintTurned(painter, ink);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(0, lineWidth + 2, 0, 0), colours);
}

void FoldedColumn::paintGround(QPainter &painter) const
{
    const ColourRoles &colours = colourRolesOf(*this);
    const bool isTarget = m_target == Target::Yes;
    QColor ground = Qt::transparent;
    if (isTarget)
        ground = palette().color(QPalette::Highlight);
    else if (isDown() || isChecked())
        ground = colours.pressed;
    else if (underMouse())
        ground = colours.hover;
    painter.setPen(isTarget ? QPen(colours.accent, 2) : QPen(colours.hairline, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, lineWidth + 3.5, -0.5, -0.5), cornerRadius,
                            cornerRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(lineColour(m_board, m_column, *this));
    painter.drawRoundedRect(QRectF(0, 0, width(), lineWidth), 1.5, 1.5);
}

// What stands aside has one, so that it is not told apart by the colour alone.
void FoldedColumn::paintSign(QPainter &painter, const Ink &ink, QPoint corner) const
{
    if (!isCheckable())
        return;
    painter.drawPixmap(
        corner,
        tinted(signOf(endOf(m_board.column(m_column).lane)), signSize, ink.sign, devicePixelRatioF()));
}

// Read from top to bottom. Only the name may be cut; the figures come before it.
void FoldedColumn::paintTurned(QPainter &painter, const Ink &ink) const
{
    const auto &column = m_board.column(m_column);
    int top = lineWidth + 3 + space::medium;
    if (isCheckable()) {
        paintSign(painter, ink, {(width() - signSize) / 2, top});
        top += signSize + space::small;
    }
    painter.save();
    painter.translate(width(), top);
    painter.rotate(90);
    int room = height() - top - space::small;
    const auto advance = [](const QFont &font, const QString &text) {
        return text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(text) + 1;
    };
    const QFont nameFont = ui::font(TextSize::Body, Weight::Strong);
    const QFont countFont = ui::font(TextSize::Body);
    const QFont sumFont = ui::font(TextSize::Small);
    const QString count = m_board.display().number(column.count);
    const QStringList sums = compactForms(m_board.display(), column.sums, Sum::Whole, 1);
    room -= advance(countFont, count) + space::medium;
    // A sum gives way to a name that is whole without it.
    const int sumRoom = room - advance(nameFont, column.lane.name());
    const int least = sums.isEmpty() ? 0 : advance(sumFont, sums.last());
    const bool hasRoom = sumRoom < 0 ? least <= room / 2 : least + space::medium <= sumRoom;
    const QString leastSum = !sums.isEmpty() && hasRoom ? sums.last() : QString();
    const int nameRoom = room - (leastSum.isEmpty() ? 0 : advance(sumFont, leastSum) + space::medium);
    const QString name = QFontMetrics(nameFont).elidedText(column.lane.name(), Qt::ElideRight, nameRoom);
    int at = 0;
    const auto write = [&](const QString &text, const QFont &font, const QColor &colour) {
        painter.setFont(font);
        painter.setPen(colour);
        // In the direction of its own words: a sum and how many more there are do not change places.
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(QRect(at, 0, advance(font, text) + 1, width()),
                         Qt::AlignVCenter | Qt::TextSingleLine, text);
        at += advance(font, text) + space::medium;
    };
    write(name, nameFont, ink.text);
    write(count, countFont, ink.text);
    room -= advance(nameFont, name) + space::medium;
    if (!leastSum.isEmpty())
        write(fittingForm(QFontMetrics(sumFont), room, sums), sumFont, ink.quiet);
    painter.restore();
}

void FoldedColumn::paintBlock(QPainter &painter, const Ink &ink) const
{
    const auto &column = m_board.column(m_column);
    QRect inner = rect().adjusted(space::small, lineWidth + 3 + space::medium, -space::small, -space::small);
    const RowPainter row(painter, rect(), layoutDirection());
    paintSign(painter, ink, row.placed(QRect(inner.topLeft(), QSize(signSize, signSize))).topLeft());
    const auto line = [&](const QStringList &forms, const QFont &font, const QColor &colour, int indent) {
        painter.setFont(font);
        painter.setPen(colour);
        const int height = painter.fontMetrics().height();
        paintFitting(row, QRect(inner.left() + indent, inner.top(), inner.width() - indent, height),
                     Qt::AlignLeft, forms);
        inner.setTop(inner.top() + height + 2);
    };
    const QFont nameFont = ui::font(TextSize::Body, Weight::Strong);
    const int indent = signSize + space::hair + 2;
    const QString name =
        QFontMetrics(nameFont).elidedText(column.lane.name(), Qt::ElideRight, inner.width() - indent - 1);
    line({name}, nameFont, ink.text, indent);
    inner.setTop(inner.top() + space::hair);
    line({m_board.display().number(column.count)}, ui::font(TextSize::Body), ink.text, 0);
    line(compactForms(m_board.display(), column.sums, Sum::Whole, 1), ui::font(TextSize::Small), ink.quiet,
         0);
}

void FoldedColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_board.cardsIn(event->mimeData()).empty()) {
        event->ignore();
        return;
    }
    showTarget(Target::Yes);
    event->acceptProposedAction();
}

void FoldedColumn::dragLeaveEvent(QDragLeaveEvent *event)
{
    showTarget(Target::No);
    event->accept();
}

void FoldedColumn::dropEvent(QDropEvent *event)
{
    showTarget(Target::No);
    const std::vector<app::CardId> ids = m_board.cardsIn(event->mimeData());
    if (ids.empty()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(ids);
}

void FoldedColumn::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

bool FoldedColumn::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

} // namespace headway::ui
