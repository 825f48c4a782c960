// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardmotion.h"

#include "app/board/boardmodel.h"
#include "ui/controls/glide.h"
#include "ui/style/motion.h"

#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <functional>
#include <utility>

namespace headway::ui {

namespace {

constexpr size_t mostCards = 12; // on their way together; where more change, nobody could follow them
constexpr int mostSighted = 64;  // rows of a column, whatever the screen

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
    m_sighted.clear();
    m_noted.clear();
    m_glowing.clear();
}

void CardMotion::glow(const std::vector<app::CardId> &ids)
{
    if (!Motion::mayMove() || ids.empty())
        return;
    m_glowing = ids;
    showSoon();
}

// Before the window is painted: else the cards would be seen at their new places for a moment.
void CardMotion::showSoon()
{
    if (!std::exchange(m_isAwaited, true))
        QMetaObject::invokeMethod(this, &CardMotion::show, Qt::QueuedConnection);
}

// Taken once for all that changes together: to ask where a row is lays the whole column out anew. Rows out of sight
// are asked for nothing: there may be many thousands.
const std::vector<CardMotion::Sighted> &CardMotion::sighted(int column)
{
    const auto [at, isNew] = m_sighted.try_emplace(column);
    if (!isNew)
        return at->second;
    const app::BoardColumnModel &cards = m_board.cards(column);
    const Rows rows = m_sight.rowsInSight(column);
    for (int row = rows.first; row <= std::min(rows.last, rows.first + mostSighted); ++row) {
        const app::CardId id = cards.idAt(row);
        if (const QRect place = m_sight.placeOf(column, id); !place.isEmpty())
            at->second.push_back({cards.index(row), id, place});
    }
    return at->second;
}

void CardMotion::note(int column, int first, int last)
{
    if (m_noted.size() > mostCards || !Motion::mayMove() || !m_view.isVisible())
        return;
    showSoon();
    for (const Sighted &each : sighted(column)) {
        const bool isNoted = std::any_of(m_noted.begin(), m_noted.end(),
                                         [&each](const Noted &noted) { return noted.id == each.id; });
        if (isNoted || !each.row.isValid() || each.row.row() < first || each.row.row() > last)
            continue;
        m_noted.push_back({each.id, each.place, m_board.isCarried(each.id) || m_board.isMoving(each.id)});
        if (m_noted.size() > mostCards)
            return;
    }
}

void CardMotion::show()
{
    m_isAwaited = false;
    m_sighted.clear();
    std::vector<Noted> noted = std::exchange(m_noted, {});
    const std::vector<app::CardId> glowing = std::exchange(m_glowing, {});
    const auto isMeant = [](const Noted &each) { return each.isMeant; };
    if (std::any_of(noted.begin(), noted.end(), isMeant))
        std::erase_if(noted, std::not_fn(isMeant));
    if ((noted.empty() && glowing.empty()) || noted.size() > mostCards || !m_view.isVisible())
        return;
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // where the columns are now
    std::vector<Glide::Piece> pieces;
    std::vector<app::CardId> onTheWay;
    QRect area;
    const auto add = [&](const Glide::Piece &piece) {
        pieces.push_back(piece);
        area |= piece.from | piece.to;
    };
    for (const Noted &each : noted) {
        const int column = m_board.columnOf(each.id);
        const QRect place = column < 0 ? QRect() : m_sight.placeOf(column, each.id);
        const QRect to = place.isEmpty() ? QRect() : arrivalAt(place, each.place);
        if (to.isEmpty() || to == each.place)
            continue;
        const QPixmap picture = m_sight.pictureOf(each.id, std::max(each.place.width(), to.width()));
        if (picture.isNull())
            continue;
        const QSize size = picture.deviceIndependentSize().toSize();
        add({.picture = picture, .from = {each.place.topLeft(), size}, .to = {to.topLeft(), size}});
        onTheWay.push_back(each.id);
    }
    for (const app::CardId id : glowing) {
        const int column = m_board.columnOf(id);
        const QRect place = column < 0 ? QRect() : m_sight.placeOf(column, id);
        if (!place.isEmpty() && pieces.size() < 2 * mostCards)
            add(Glide::glow(m_view, place));
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
