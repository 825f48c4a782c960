// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/carddelegate.h"

#include "app/board/boardmodel.h"
#include "ui/style/fittingtext.h"
#include "ui/style/glyphs.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int padding = 10;
constexpr int topPadding = 9;
constexpr int markSize = 10;
constexpr int keptTitles = 4000;
constexpr int leastCardWidth = 190; // pixels: the narrowest at which amount, day and owner stand in one line
constexpr qreal fadedOpacity = 0.4;
constexpr qreal movingOpacity = 0.6;

QFont titleFont()
{
    QFont font = ui::font(TextSize::Body);
    font.setWeight(QFont::Medium);
    return font;
}

int lineOf(const QFont &font)
{
    return QFontMetrics(font).height();
}

int badgeSize()
{
    return lineOf(ui::font(TextSize::Small)) + 5;
}

} // namespace

struct CardDelegate::Look {
    RowPainter row; // mirrors within the card
    QRect card;
    const QPalette &palette;
    const ColourRoles &colours;
    ColourScheme scheme;
    CardState bearing;
    bool hasFocus;
    bool isHovered;

    QColor text() const
    {
        return palette.color(QPalette::Active, isLit() ? QPalette::HighlightedText : QPalette::Text);
    }
    // Quiet text is not readable enough on the colour of a selection.
    QColor quiet() const { return isLit() ? text() : colours.quietText; }
    bool isLit() const { return bearing == CardState::Selected || bearing == CardState::Carried; }
};

CardDelegate::CardDelegate(const app::BoardModel &board, QObject *parent)
    : QStyledItemDelegate(parent), m_board(board), m_lines(keptTitles)
{
}

CardDelegate::~CardDelegate() = default;

int CardDelegate::gap()
{
    return 6;
}

// The names of deals need two lines; those of people do not.
int CardDelegate::mostTitleLines() const
{
    return m_board.kind() == EntityKind::Deal ? 2 : 1;
}

int CardDelegate::rowHeight() const
{
    return 2 * topPadding + mostTitleLines() * lineOf(titleFont()) + lineOf(ui::font(TextSize::Small)) + 2
        + space::hair + badgeSize() + gap();
}

int CardDelegate::briefHeight()
{
    return 2 * topPadding + lineOf(titleFont()) + space::hair + badgeSize() + gap();
}

int CardDelegate::leastWidth()
{
    return qMax(leastCardWidth, QFontMetrics(titleFont()).averageCharWidth() * 20);
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isBrief = index.data(app::BoardColumnModel::BriefRole).toBool();
    return {leastWidth(), isBrief ? briefHeight() : rowHeight()};
}

void CardDelegate::fade(const std::vector<app::CardId> &ids)
{
    m_faded.clear();
    for (const app::CardId id : ids)
        m_faded.insert(id.value);
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto card = index.data(app::BoardColumnModel::CardRole).value<app::Card>();
    const app::CardId id{index.data(app::BoardColumnModel::IdRole).toLongLong()};
    CardState bearing = option.state & QStyle::State_Selected ? CardState::Selected : CardState::Still;
    if (m_board.isCarried(id))
        bearing = CardState::Carried;
    else if (m_board.isMoving(id))
        bearing = CardState::Moving;
    const ColourScheme scheme = schemeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_faded.contains(id.value))
        painter->setOpacity(fadedOpacity);
    const QRect place = option.rect.adjusted(0, 0, 0, -gap());
    paintCard({RowPainter(*painter, place, option.direction), place, option.palette, colourRoles(scheme),
               scheme, bearing, bool(option.state & QStyle::State_HasFocus),
               bool(option.state & QStyle::State_MouseOver)},
              card);
    painter->restore();
}

void CardDelegate::paintCard(const Look &look, const app::Card &card) const
{
    paintGround(look);
    if (!card.id)
        return;
    if (look.bearing == CardState::Moving)
        look.row->setOpacity(look.row->opacity() * movingOpacity);
    const QRect inner = look.card.adjusted(padding, topPadding, -padding, -topPadding);
    const int smallHeight = lineOf(ui::font(TextSize::Small));
    const QRect footer(inner.left(), inner.bottom() + 1 - badgeSize(), inner.width(), badgeSize());
    const int besideFooter = card.initials.isEmpty() ? 0 : badgeSize() + space::small;
    const int used = paintTitle(look, card, inner, card.isBrief() ? besideFooter : 0);
    if (!card.isBrief())
        paintSecond(look, card, QRect(inner.left(), inner.top() + used + 2, inner.width(), smallHeight));
    paintFooter(look, card, footer);
}

void CardDelegate::paintGround(const Look &look) const
{
    QPainter &painter = look.row.painter();
    const QRectF card = QRectF(look.card).adjusted(0.5, 0.5, -0.5, -0.5);
    if (look.bearing == CardState::Carried) {
        for (int i = 3; i > 0; --i) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0, 0, 0, 14));
            painter.drawRoundedRect(card.adjusted(-i + 1, 0, i - 1, i + 1), cornerRadius + i,
                                    cornerRadius + i);
        }
    }
    QColor ground = look.palette.color(QPalette::Active, look.isLit() ? QPalette::Highlight : QPalette::Base);
    if (look.isHovered && !look.isLit())
        ground = blend(ground,
                       look.scheme == ColourScheme::Light ? QColor(0, 0, 0, 6) : QColor(255, 255, 255, 10));
    const bool isRinged = look.bearing == CardState::Carried || (look.hasFocus && look.isLit());
    painter.setBrush(ground);
    painter.setPen(isRinged ? QPen(look.colours.accent, look.bearing == CardState::Carried ? 2 : 1.5)
                            : QPen(look.isLit()
                                       ? blend(ground,
                                               QColor(look.colours.accent.red(), look.colours.accent.green(),
                                                      look.colours.accent.blue(), 110))
                                       : look.colours.hairline,
                                   1));
    painter.drawRoundedRect(card, cornerRadius, cornerRadius);
    if (look.hasFocus && !look.isLit())
        paintFocusRing(painter, look.card, look.colours);
}

QStringList CardDelegate::lines(const QString &title, std::array<int, 2> widths, const QFont &font) const
{
    const QString key = u"%1 %2\n"_s.arg(widths[0]).arg(widths[1]) + title;
    if (const QStringList *known = m_lines.object(key))
        return *known;
    QTextLayout layout(title, font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrapping);
    layout.beginLayout();
    auto *broken = new QStringList;
    const QFontMetrics metrics(font);
    const int most = mostTitleLines();
    for (int i = 0; i < most; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(widths[size_t(i)]);
        const int end = line.textStart() + line.textLength();
        *broken += i + 1 == most && end < title.size()
            ? metrics.elidedText(title.mid(line.textStart()), Qt::ElideRight, widths[size_t(i)])
            : title.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    const QStringList lines = *broken;
    m_lines.insert(key, broken); // the cache may delete it at once
    return lines;
}

int CardDelegate::paintTitle(const Look &look, const app::Card &card, QRect area, int beside) const
{
    const QFont font = titleFont();
    const int height = lineOf(font);
    const int markWidth = card.isOpen ? markSize + space::small : 0;
    if (card.isOpen) {
        const QRectF place(area.right() + 1 - markSize, area.top() + (height - markSize) / 2.0, markSize,
                           markSize);
        paintDueMark(look.row.painter(), look.row.placed(place), card.next, look.scheme);
    }
    look.row->setFont(font);
    look.row->setPen(look.text());
    const std::array widths{area.width() - markWidth, area.width() - beside};
    const QStringList broken = lines(card.title, widths, font);
    for (qsizetype i = 0; i < broken.size(); ++i) {
        const QRect line(area.left(), area.top() + int(i) * height, widths[size_t(i)], height);
        look.row.text(line, Qt::AlignLeft, broken[i]);
    }
    return int(broken.size()) * height;
}

void CardDelegate::paintSecond(const Look &look, const app::Card &card, QRect area) const
{
    look.row->setFont(ui::font(TextSize::Small));
    if (card.rot != app::RotMark::None) {
        const int width = look.row->fontMetrics().horizontalAdvance(card.idle);
        const QColor colour = look.isLit()     ? look.text()
            : card.rot == app::RotMark::Rotten ? look.colours.noneSet
                                               : look.colours.quietText;
        look.row->setPen(colour);
        look.row.text(area, Qt::AlignRight, card.idle);
        const QRectF glass(area.right() + 1 - width - space::hair - markSize,
                           area.top() + (area.height() - markSize) / 2.0, markSize, markSize);
        paintHourglass(look.row.painter(), look.row.placed(glass), colour);
        area.setRight(int(glass.left()) - space::small);
    }
    look.row->setPen(look.quiet());
    look.row.text(area, Qt::AlignLeft, card.customer);
}

void CardDelegate::paintFooter(const Look &look, const app::Card &card, QRect area) const
{
    if (!card.initials.isEmpty()) {
        const int size = badgeSize();
        paintOwner(look, card, look.row.placed(QRect(area.right() + 1 - size, area.top(), size, size)));
        area.setRight(area.right() - size - space::small);
    }
    const bool isPast = card.timeMark == app::TimeMark::Past;
    QStringList time{card.time};
    if (isPast) // the colour alone would not tell everybody
        time = {tr("late, %1").arg(card.time), u"! "_s + card.time, u"!"_s};
    const QFont amountFont = ui::font(TextSize::Body, Weight::Strong);
    const QFont timeFont = ui::font(TextSize::Small);
    const FittingPair shown = fittingPair(QFontMetrics(amountFont), amountForms(card), QFontMetrics(timeFont),
                                          time, area.width(), space::small);
    QPainter &painter = look.row.painter();
    painter.setFont(amountFont);
    painter.setPen(look.text());
    look.row.text(area, Qt::AlignLeft, shown.first);
    painter.setFont(timeFont);
    painter.setPen(isPast && !look.isLit() ? look.colours.overdue : look.quiet());
    look.row.text(area, Qt::AlignRight, shown.second);
}

// The word before the amount gives way first. Shorter amounts are made only where the usual one may be too long.
QStringList CardDelegate::amountForms(const app::Card &card) const
{
    constexpr qsizetype usual = 7; // "€24,700"
    const auto exact = card.exactAmount();
    if (!exact)
        return {card.word};
    QStringList forms = card.amount.size() <= usual
        ? QStringList{card.amount}
        : m_board.display().moneyForms(exact->first, exact->second);
    if (!card.word.isEmpty())
        forms.prepend(m_board.display().line({card.word, forms.constFirst()}, u" · "_s));
    return forms;
}

void CardDelegate::paintOwner(const Look &look, const app::Card &card, QRect area) const
{
    QFont font = ui::font(TextSize::Small);
    if (font.pointSizeF() > 0) // initials in a disc
        font.setPointSizeF(font.pointSizeF() * 0.85);
    else
        font.setPixelSize(qMax(8, font.pixelSize() - 2));
    look.row->setPen(Qt::NoPen);
    look.row->setBrush(
        look.isLit() ? blend(look.palette.color(QPalette::Active, QPalette::Highlight), look.colours.pressed)
                     : look.colours.badge);
    look.row->drawEllipse(area);
    look.row->setFont(font);
    look.row->setPen(look.text());
    look.row->drawText(area, Qt::AlignCenter, card.initials);
}

QPixmap CardDelegate::picture(const app::Card &card, int count, int width, const QWidget &widget) const
{
    const qreal ratio = widget.devicePixelRatioF();
    const int under = count > 1 ? 4 : 0; // the visible edge of the cards below
    const QSize size(width, (card.isBrief() ? briefHeight() : rowHeight()) - gap() + under);
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &palette = widget.palette();
    const ColourScheme scheme = schemeOf(palette);
    const QRect place(0, 0, width - under, size.height() - under);
    Look look{RowPainter(painter, place, widget.layoutDirection()),
              place.translated(under, under),
              palette,
              colourRoles(scheme),
              scheme,
              CardState::Still,
              false,
              false};
    if (count > 1)
        paintGround(look);
    look.card = place;
    look.bearing = CardState::Carried;
    paintCard(look, card);
    if (count > 1) {
        const QString text = m_board.display().number(count);
        painter.setFont(ui::font(TextSize::Small, Weight::Strong));
        QRect badge(0, 0, qMax(22, painter.fontMetrics().horizontalAdvance(text) + 12), 20);
        badge.moveTopRight(place.topRight() + QPoint(-6, 6));
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.colours.accent);
        painter.drawRoundedRect(badge, 10, 10);
        painter.setPen(look.colours.accentText);
        painter.drawText(badge, Qt::AlignCenter, text);
    }
    return picture;
}

} // namespace headway::ui
