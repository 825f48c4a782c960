// SPDX-License-Identifier: GPL-3.0-or-later
// All commands of the window with their shortcuts, which are changed by pressing other keys. A shortcut that
// is used by another command in the same place is refused with that command's name. Part of the settings
// page; GUI thread; nothing fails.
#pragma once

#include <QList>
#include <QWidget>

class QKeySequence;
class QModelIndex;
class QStandardItemModel;
class QTableView;

namespace headway::app {
class Commands;
struct Command;
} // namespace headway::app

namespace headway::ui {

class FlatButton;
class Dialogs;
class RemarkLabel;
class SearchLine;

class KeySettings : public QWidget
{
    Q_OBJECT
public:
    // Both outlive it.
    KeySettings(app::Commands &commands, Dialogs &dialogs, QWidget *parent);
    ~KeySettings() override;

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void fill();
    void addRows();
    void showRow(int row, const app::Command &command);
    void showRest(); // hides the filtered rows, enables the buttons that apply
    QString currentId() const;
    void edit();
    void change(const QString &id, const QKeySequence &keys);
    void restore();
    void restoreAll();
    bool isTaken(const QString &id, const QList<QKeySequence> &keys);

    app::Commands &m_commands;
    Dialogs &m_dialogs;
    QStandardItemModel *m_rows;
    QTableView *m_table;
    SearchLine *m_filter;
    RemarkLabel *m_remark;
    FlatButton *m_change;
    FlatButton *m_restore;
    FlatButton *m_restoreAll;
};

} // namespace headway::ui
