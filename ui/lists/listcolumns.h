// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns a list shows, in which order and how wide: chosen from a menu on the headings, moved and
// widened with the mouse or the keyboard, remembered for each kind of record in the settings. The rows
// chosen and the place in the list stay. Part of a ListView; GUI thread; nothing fails.
#pragma once

#include "app/lists/columns.h"

#include <QHash>
#include <QObject>
#include <QTableView>

class QMenu;

namespace headway::app {
class ListModel;
class Settings;
} // namespace headway::app

namespace headway::ui {

class ListColumns : public QObject
{
    Q_OBJECT
public:
    // Owned by the view; the others outlive it. Shows at once what was remembered.
    ListColumns(QTableView &view, app::ListModel &model, app::Settings &settings);
    ~ListColumns() override;

    // All columns of the kind, to be switched on and off; it stays open while one chooses. At a point of
    // the screen.
    void openMenu(const QPoint &globalPosition);
    void openMenu(); // at the headings

    enum class Direction { Left, Right };
    void moveCurrent(Direction direction);
    enum class Size { Narrower, Wider };
    void resizeCurrent(Size size);
    void showStandard(); // as at the very first time

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct RowRange {
        int first = 0;
        int last = 0;
    };

    void restore();
    void remember();
    void change(const std::vector<app::Column> &columns);
    void takeVisualOrder();
    void takeWidth(int section, int width);
    void applyWidths();
    void showSortOrder();
    void toggle(const app::Column &column);
    void fillMenu(QMenu &menu);
    void showChecks(const QMenu &menu) const;
    bool isShown(const app::Column &column) const;
    int standardWidth(const app::Column &column) const; // pixels

    QTableView &m_view;
    app::ListModel &m_model;
    app::Settings &m_settings;
    QHash<QString, int> m_widths; // pixels, by column; those that differ from the standard
    bool m_isChanging = false;
};

} // namespace headway::ui
