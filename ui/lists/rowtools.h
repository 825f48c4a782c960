// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the row under the mouse, at its end: log a call, mark what is planned done, the menu; and
// the light on that row. For the mouse only: keys and menu have the same. Part of ListPage; GUI thread; nothing fails.
#pragma once

#include "domain/fields/ids.h"

#include <QWidget>

namespace headway::app {
class Commands;
class ListModel;
} // namespace headway::app

namespace headway::ui {

class FlatButton;
class ListView;

class RowTools : public QWidget
{
    Q_OBJECT
public:
    // All outlive it; the view's viewport owns it.
    RowTools(ListView &view, app::ListModel &model, const app::Commands &commands);
    ~RowTools() override;

    EntityRef record() const; // under the mouse; id 0: none

Q_SIGNALS:
    void callWanted(headway::EntityRef record);
    void doneWanted(headway::EntityRef record);
    void menuWanted(headway::EntityRef record, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    FlatButton *addTool(const QString &iconName, const QString &name, const QString &toolTip);
    void hover(int row);
    void leave() { hover(-1); }
    void place();
    bool canCall() const;
    bool canFinish() const;

    ListView &m_view;
    app::ListModel &m_model;
    FlatButton *m_call;
    FlatButton *m_done;
    FlatButton *m_more;
    int m_row = -1;
};

} // namespace headway::ui
