// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of a list: made and undone by the column of the current cell, folded by keyboard and mouse,
// remembered for each kind of record in the settings. Part of a ListView; GUI thread; nothing fails.
#pragma once

#include "domain/query/grouping.h"

#include <QObject>

#include <optional>

class QKeyEvent;
class QPoint;
class QTableView;

namespace headway::app {
class ListModel;
class Settings;
} // namespace headway::app

namespace headway::ui {

class ListGroups : public QObject
{
    Q_OBJECT
public:
    // Owned by the view; the others outlive it. The list has the remembered groups at once.
    ListGroups(QTableView &view, app::ListModel &model, app::Settings &settings);
    ~ListGroups() override;

    // Groups by the column of the current cell, by the owner where hardly two of its cells are alike; and back if
    // it is so already. The time of activities: by what is due, then by months.
    void toggle();
    // The same by quarters; needs a column of days or times.
    void toggleQuarters();
    bool canGroupByQuarters() const;
    bool hasGroups() const;
    void set(const std::optional<Grouping> &grouping);

    // As a saved view keeps them; empty: none.
    QString text() const;
    // Shows groups that are not remembered as the list's own, until showOwn().
    void showAs(const QString &text);
    void showOwn();

    void foldAll(bool areFolded);
    // Whether the key folded or unfolded something, or went to the head.
    bool takeKey(const QKeyEvent &key);
    // Folds or unfolds the head there; whether there is one.
    bool takeClick(const QPoint &position);

Q_SIGNALS:
    void changed(); // by the user

private:
    std::optional<Grouping> own() const;
    std::optional<Grouping> groupingHere() const;
    void fold(int row, bool isFolded);
    void goTo(int row);
    void goBack();

    QTableView &m_view;
    app::ListModel &m_model;
    app::Settings &m_settings;
    bool m_isOwn = true; // else a view's
    qint64 m_kept = 0;   // the record to go back to once all rows are there
    int m_keptColumn = 0;
};

} // namespace headway::ui
