// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was done in the book: who, when, what; below, what one step changed; and the button
// that takes that one back. GUI thread; what fails is told by failed().
#pragma once

#include "app/workspace/workspace.h"

#include <QWidget>

#include <memory>

class QStandardItemModel;
class QTableView;

namespace headway::app {
class Display;
class HistoryModel;
} // namespace headway::app

namespace headway::ui {

class ElidedLabel;
class FlatButton;

class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    HistoryPage(app::Workspace &workspace, const app::Display &display, QWidget *parent = nullptr);
    ~HistoryPage() override;

    void takeBack(); // the step that is chosen

Q_SIGNALS:
    void failed(const headway::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showStep();

    app::Workspace &m_workspace;
    const app::Display &m_display;
    std::unique_ptr<app::HistoryModel> m_steps;
    QStandardItemModel *m_lines;
    QTableView *m_stepView;
    QTableView *m_lineView;
    ElidedLabel *m_title;
    FlatButton *m_takeBack;
    app::Ticket m_read;
};

} // namespace headway::ui
