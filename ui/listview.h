// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a list: rows of one height over a windowed model, sorted by a click on a heading.
// Remembers the columns and their widths in the settings. GUI thread; nothing fails.
#pragma once

#include "domain/entity.h"

#include <QTableView>

#include <vector>

namespace headway::app {
class ListModel;
class Settings;
} // namespace headway::app

namespace headway::ui {

class ListView : public QTableView
{
    Q_OBJECT
public:
    // The model and the settings outlive the view.
    ListView(app::ListModel &model, app::Settings &settings, QWidget *parent = nullptr);
    ~ListView() override;

    EntityRef current() const;
    std::vector<EntityRef> selection() const; // the current one if nothing is selected
    void select(qint64 id);                   // and scrolls to it, if it is in the list

Q_SIGNALS:
    void currentRecordChanged(headway::EntityRef record);
    void opened(headway::EntityRef record); // Enter, double click
    void menuWanted(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void restoreColumns();
    void rememberColumns();
    void chooseColumns(const QPoint &position);

    app::ListModel &m_model;
    app::Settings &m_settings;
};

} // namespace headway::ui
