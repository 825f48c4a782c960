// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardmotion.h"

#include "app/board/boardmodel.h"
#include "ui/controls/glide.h"
#include "ui/style/colours.h"
#include "ui/style/motion.h"

#include <QWidget>

#include <algorithm>
#include <functional>
#include <utility>

namespace headway::ui {

namespace {

constexpr size_t mostCards = 12; // on their way together; where more change, nobody could follow them
constexpr int glowAlpha = 110;

// A card that goes to a folded column keeps its size.
QRect arrivalAt(const QRect &place, const QRect &from)
{
    if (place.width() >= from.width())
        return place;
    QRect centred(from);
    centred.moveCenter(place.center());
    return centred;
}

} // namespace

CardMotion::CardMotion(app::BoardModel &board, QWidget &view, Sight sight)
    : QObject(&view), m_board(board), m_view(view), m_sight(std::move(sight))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &CardMotion::show);
}

CardMotion::~CardMotion() = default;

void CardMotion::follow()
{
    forget();
    Glide::end(m_view);
    for (int i = 0; i < m_board.columnCount(); ++i) {
        const app::BoardColumnModel &cards = m_board.cards(i);
        connect(&cards, &QAbstractItemModel::rowsAboutToBeRemoved, this,
                [this, i](const QModelIndex &, int first, int last) { note(i, first, last); });
        // To move one card past others may be told as moving the others.
        connect(&cards, &QAbstractItemModel::rowsAboutToBeMoved, this,
                [this, i](const QModelIndex &, int first, int last, const QModelIndex &, int to) {
                    note(i, std::min(first, to), std::max(last, to - 1));
                });
    }
}

void CardMotion::forget()
{
    m_noted.clear();
    m_glowing.clear();
}

void CardMotion::glow(const std::vector<DealId> &deals)
{
    if (!Motion::mayMove() || deals.empty())
        return;
    m_glowing = deals;
    m_soon.start();
}

// Rows out of sight are asked for nothing: there may be many thousands.
void CardMotion::note(int column, int first, int last)
{
    if (m_noted.size() > mostCards || !Motion::mayMove() || !m_view.isVisible())
        return;
    const Rows rows = m_sight.rowsInSight(column);
    for (int row = std::max(first, rows.first);
         row <= std::min(last, rows.last) && m_noted.size() <= mostCards; ++row) {
        const DealId deal = m_board.cards(column).dealAt(row);
        const bool isNoted = std::any_of(m_noted.begin(), m_noted.end(),
                                         [deal](const Noted &noted) { return noted.deal == deal; });
        const QRect place = isNoted ? QRect() : m_sight.placeOf(column, deal);
        if (!place.isEmpty())
            m_noted.push_back({deal, place, m_board.isCarried(deal) || m_board.isMoving(deal)});
    }
    if (!m_noted.empty())
        m_soon.start();
}

void CardMotion::show()
{
    std::vector<Noted> noted = std::exchange(m_noted, {});
    const std::vector<DealId> glowing = std::exchange(m_glowing, {});
    const auto isMeant = [](const Noted &each) { return each.isMeant; };
    if (std::any_of(noted.begin(), noted.end(), isMeant))
        std::erase_if(noted, std::not_fn(isMeant));
    if (noted.size() > mostCards || !m_view.isVisible())
        return;
    std::vector<Glide::Piece> pieces;
    std::vector<DealId> onTheWay;
    QRect area;
    const auto add = [&](const Glide::Piece &piece) {
        pieces.push_back(piece);
        area |= piece.from | piece.to;
    };
    for (const Noted &each : noted) {
        const int column = m_board.columnOf(each.deal);
        const QRect place = column < 0 ? QRect() : m_sight.placeOf(column, each.deal);
        const QRect to = place.isEmpty() ? QRect() : arrivalAt(place, each.place);
        if (to.isEmpty() || to == each.place)
            continue;
        const QPixmap picture = m_sight.pictureOf(each.deal, std::max(each.place.width(), to.width()));
        if (picture.isNull())
            continue;
        const QSize size = picture.deviceIndependentSize().toSize();
        add({.picture = picture, .from = {each.place.topLeft(), size}, .to = {to.topLeft(), size}});
        onTheWay.push_back(each.deal);
    }
    QColor light = colourRolesOf(m_view).accent;
    light.setAlpha(glowAlpha);
    QPixmap glow(1, 1);
    glow.fill(light);
    for (const DealId deal : glowing) {
        const int column = m_board.columnOf(deal);
        const QRect place = column < 0 ? QRect() : m_sight.placeOf(column, deal);
        if (!place.isEmpty() && pieces.size() < 2 * mostCards)
            add({.picture = glow, .from = place, .to = place, .fade = Glide::Piece::Fade::Out});
    }
    area &= m_view.rect();
    if (pieces.empty() || area.isEmpty())
        return;
    m_sight.fade(onTheWay); // the picture is the card
    const QPixmap ground = Glide::pictureOf(m_view, area);
    m_sight.fade({});
    Glide::show(m_view, area, ground, std::move(pieces));
}

} // namespace headway::ui
