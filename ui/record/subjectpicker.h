// SPDX-License-Identifier: GPL-3.0-or-later
// Asks whom or what an activity is about: a deal, contact, company or lead, found while typing, or one of those at
// hand, shown as chips. Part of the log form. GUI thread; a search that fails finds nothing.
#pragma once

#include "app/text/display.h"
#include "app/workspace/workspace.h"

#include <QWidget>

#include <vector>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace headway::ui {

class ChipRow;

class SubjectPicker : public QWidget
{
    Q_OBJECT
public:
    struct Subject {
        EntityRef record = {};
        QString title = {};
    };

    // Both outlive it.
    SubjectPicker(app::Workspace &workspace, const app::Display &display, QWidget *parent);
    ~SubjectPicker() override;

    // Nothing is chosen; these are at hand.
    void begin(std::vector<Subject> atHand);
    void showSubject(const Subject &subject); // emits nothing
    bool isSearching() const { return m_search.isPending(); }

Q_SIGNALS:
    void chosen(const headway::EntityRef &record, const QString &title); // no id: none any more
    void entered(); // Enter: somebody is chosen, and what comes next may be typed

private:
    void search(const QString &text);
    void offer(const QString &text);
    void take(const Subject &subject);
    void takeRow(const QModelIndex &index);
    Subject subjectAt(int row) const;

    app::Workspace &m_workspace;
    const app::Display &m_display;
    std::vector<Subject> m_atHand;
    Subject m_chosen;
    QLineEdit *m_line;
    ChipRow *m_chips;
    QStandardItemModel *m_found;
    QCompleter *m_completer;
    app::Ticket m_search;
};

} // namespace headway::ui
