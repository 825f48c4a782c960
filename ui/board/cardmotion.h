// SPDX-License-Identifier: GPL-3.0-or-later
// Shows where cards went on the board: those that leave their place are noted before it changes, and seen on
// their way once it has; moved by key, by undo, or by somebody else. Those dropped by mouse are there already.
// Part of BoardView; paints only (ui/controls/glide.h); GUI thread; nothing fails.
#pragma once

#include "app/board/cardid.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QPixmap>
#include <QRect>

#include <functional>
#include <map>
#include <vector>

class QWidget;

namespace headway::app {
class BoardModel;
}

namespace headway::ui {

class CardMotion : public QObject
{
    Q_OBJECT
public:
    struct Rows {
        int first = 0;
        int last = -1;
    };
    // How the view shows it, all in the view's coordinates.
    struct Sight {
        // Of a card in that column; of the column itself while it is folded. Null: not in sight.
        std::function<QRect(int column, app::CardId id)> placeOf;
        std::function<Rows(int column)> rowsInSight;
        std::function<QPixmap(app::CardId id, int width)> pictureOf;   // null: the card is not known yet
        std::function<void(const std::vector<app::CardId> &ids)> fade; // in what is painted; none: no more
    };
    // Both outlive it.
    CardMotion(app::BoardModel &board, QWidget &view, Sight sight);
    ~CardMotion() override;

    // The columns of the board are new. To be called before there are views of them, which would forget the old
    // places of their rows.
    void follow();
    // What was noted was carried there by hand.
    void forget();
    // These have come back by undo or redo: seen for a moment where they are now.
    void glow(const std::vector<app::CardId> &ids);

private:
    struct Noted {
        app::CardId id;
        QRect place;
        bool isMeant; // carried or dropped, not only passed by
    };
    // A card of a column as it was when the first of its rows left.
    struct Sighted {
        QPersistentModelIndex row; // where it is meanwhile
        app::CardId id;
        QRect place;
    };
    const std::vector<Sighted> &sighted(int column);
    void note(int column, int first, int last);
    void showSoon();
    void show();

    app::BoardModel &m_board;
    QWidget &m_view;
    const Sight m_sight;
    bool m_isAwaited = false;                      // show() comes when what moves the cards now is done
    std::map<int, std::vector<Sighted>> m_sighted; // by column, of those that have changed since
    std::vector<Noted> m_noted;
    std::vector<app::CardId> m_glowing;
};

} // namespace headway::ui
