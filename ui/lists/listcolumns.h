// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns a list shows, in which order and how wide: chosen from a menu on the headings, moved and
// resized with the mouse or the keyboard, remembered for each kind of record in the settings. Columns that
// nobody has resized fit what is in them when the list is first shown; figures are never made too narrow to be
// read. Selection and scroll position stay. Part of a ListView; GUI thread; nothing fails.
#pragma once

#include "app/lists/columns.h"

#include <QHash>
#include <QObject>

class QMenu;

namespace headway::app {
class ListModel;
class Settings;
} // namespace headway::app

namespace headway::ui {

class ListView;

class ListColumns : public QObject
{
    Q_OBJECT
public:
    // Owned by the view; the others outlive it. Shows the remembered columns at once.
    ListColumns(ListView &view, app::ListModel &model, app::Settings &settings);
    ~ListColumns() override;

    // All columns of the kind, to be switched on and off; the menu stays open meanwhile. Global coordinates.
    void openMenu(const QPoint &globalPosition);
    void openMenu(); // at the headings

    enum class Direction { Left, Right };
    void moveCurrent(Direction direction);
    enum class Size { Narrower, Wider };
    void resizeCurrent(Size size);
    void showStandard(); // the standard columns

    // As a saved view has them: "name:220 amount:90", in pixels. The list's own are remembered meanwhile.
    QString text() const;
    void showAs(const QString &text); // empty: the standard columns
    void showOwn();
    void showSortOrder(); // of the model

Q_SIGNALS:
    void changed(); // by the user

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct RowRange {
        int first = 0;
        int last = 0;
    };

    // The columns of a list like "name:220", whose widths are taken over; the standard ones if it names none.
    std::vector<app::Column> take(const QStringList &stored);
    QStringList stored() const;
    void remember();
    void change(const std::vector<app::Column> &columns);
    void takeVisualOrder();
    void takeWidth(int section, int width);
    void applyWidths();
    void toggle(const app::Column &column);
    void fillMenu(QMenu &menu);
    void showChecks(const QMenu &menu) const;
    bool isShown(const app::Column &column) const;
    int standardWidth(const app::Column &column) const; // pixels
    int widthOf(const app::Column &column) const;
    void fitOnce();
    void fit();

    ListView &m_view;
    app::ListModel &m_model;
    app::Settings &m_settings;
    QHash<QString, int> m_widths; // pixels, by column; only those that differ from the standard
    QHash<QString, int> m_fitted; // pixels, by column: as the first rows needed
    bool m_isFitted = false;
    bool m_isChanging = false;
    bool m_isOwn = true; // else those of a view
};

} // namespace headway::ui
