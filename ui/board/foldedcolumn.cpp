// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/foldedcolumn.h"

#include "app/board/boardmodel.h"
#include "ui/board/boardcolumnview.h"
#include "ui/style/colours.h"
#include "ui/style/compactamounts.h"
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

} // namespace

FoldedColumn::FoldedColumn(app::BoardModel &board, int column, QWidget *parent)
    : QAbstractButton(parent), m_board(board), m_column(column)
{
    setAcceptDrops(true);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setObjectName(u"folded-%1"_s.arg(board.column(column).stage.id.value));
    showTotals();
}

FoldedColumn::~FoldedColumn() = default;

void FoldedColumn::showTotals()
{
    const auto &column = m_board.column(m_column);
    setText(column.stage.name);
    const QString sums = m_board.display().moneySums(column.sums);
    const QString count = m_board.display().counted(column.count, EntityKind::Deal);
    const QString action =
        isChecked() ? tr("Click to fold it up again") : tr("Click to see them, or drop a deal here");
    setAccessibleName(QStringList{column.stage.name, count, sums}.join(u", "_s));
    setAccessibleDescription(action);
    setToolTip(u"<b>"_s + column.stage.name.toHtmlEscaped() + u"</b><br>"_s + count + u"<br>"_s
               + sums.toHtmlEscaped() + u"<br>"_s + action);
    update();
}

void FoldedColumn::showTarget(Target target)
{
    if (m_target == target)
        return;
    m_target = target;
    update();
}

QSize FoldedColumn::sizeHint() const
{
    return {qMax(92, QFontMetrics(ui::font(TextSize::Small)).averageCharWidth() * 13 + 2 * space::small),
            lineHeight(TextSize::Body) * 4};
}

void FoldedColumn::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    const auto &column = m_board.column(m_column);
    const bool isWon = column.stage.type == StageType::Won;
    const bool isTarget = m_target == Target::Yes;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

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

    QRect inner = rect().adjusted(space::small, lineWidth + 3 + space::medium, -space::hair, -space::small);
    const QColor text = palette().color(isTarget ? QPalette::HighlightedText : QPalette::WindowText);
    const RowPainter row(painter, rect(), layoutDirection());
    row.pixmap(inner.topLeft(),
               tinted(isWon ? u"dialog-ok"_s : u"dialog-cancel"_s, signSize,
                      isTarget    ? text
                          : isWon ? colours.success
                                  : colours.quietText,
                      devicePixelRatioF()));
    const auto line = [&](const QString &what, const QFont &font, const QColor &colour, int indent) {
        painter.setFont(font);
        painter.setPen(colour);
        const int height = painter.fontMetrics().height();
        row.text(QRect(inner.left() + indent, inner.top(), inner.width() - indent, height), Qt::AlignLeft,
                 what);
        inner.setTop(inner.top() + height + 2);
    };
    line(column.stage.name, ui::font(TextSize::Body, Weight::Strong), text, signSize + space::hair + 2);
    inner.setTop(inner.top() + space::hair);
    const QColor quiet = isTarget ? text : colours.quietText;
    line(m_board.display().number(column.count), ui::font(TextSize::Body), text, 0);
    line(compactAmounts(m_board.display(), column.sums, Sum::Whole, 1), ui::font(TextSize::Small), quiet, 0);
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(0, lineWidth + 2, 0, 0), colours);
}

void FoldedColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_board.dealsIn(event->mimeData()).empty()) {
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
    const std::vector<DealId> deals = m_board.dealsIn(event->mimeData());
    if (deals.empty()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(deals);
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
