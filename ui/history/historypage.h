// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the book, or of one user: who, when, what; below, what the chosen step changed; and the
// button that takes that step back. GUI thread; errors are emitted by failed().
#pragma once

#include "app/workspace/workspace.h"
#include "ui/pages/bookpage.h"

#include <memory>

class QComboBox;
class QStandardItemModel;
class QTableView;

namespace headway::app {
class HistoryModel;
}

namespace headway::ui {

class BookContext;
class ElidedLabel;
class FlatButton;

class HistoryPage : public BookPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context);
    explicit HistoryPage(BookContext &context); // outlives the page
    ~HistoryPage() override;

    void takeBack(); // takes the chosen step back
    // Only this user's steps; everybody's for one without an id.
    void narrowTo(UserId user);

    void showPlace(const QString &user) override; // the user's id; empty: everybody

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    void showPeople();
    void showStep();
    void forgetStep();

    app::Workspace &m_workspace;
    const app::Display &m_display;
    std::unique_ptr<app::HistoryModel> m_steps;
    QComboBox *m_people;
    QStandardItemModel *m_lines;
    QTableView *m_stepView;
    QTableView *m_lineView;
    ElidedLabel *m_title;
    FlatButton *m_takeBack;
    app::Ticket m_read;
};

} // namespace headway::ui
