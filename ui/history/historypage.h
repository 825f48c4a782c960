// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that was done in the book, or by one person in it: who, when, what; below, what one step changed;
// and the button that takes that one back. GUI thread; what fails is told by failed().
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
    explicit HistoryPage(BookContext &context); // which outlives the page
    ~HistoryPage() override;

    void takeBack(); // the step that is chosen
    // Only what this user did; what everybody did for one without an id.
    void narrowTo(UserId user);

    void showPlace(const QString &user) override; // its id; empty: everybody

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
