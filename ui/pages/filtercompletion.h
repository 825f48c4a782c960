// SPDX-License-Identifier: GPL-3.0-or-later
// The list below a filter line: names of fields, and behind a colon their values with their numbers, which arrive
// in the open list without moving what is chosen, scrolled to or pointed at in it. Down and Up choose, Enter and Tab
// take, a click takes; Tab also takes the first value, but no name that nobody chose: it leaves the line. Esc and a
// click elsewhere close. GUI thread; nothing fails; values that cannot be counted stand without a number.
#pragma once

#include "app/lists/filteroffers.h"
#include "domain/query/filterspans.h"

#include <QObject>

#include <vector>

class QCompleter;
class QLineEdit;
class QModelIndex;
class QStandardItemModel;

namespace headway::ui {

class FilterCompletion : public QObject
{
    Q_OBJECT
public:
    // All outlive it; it belongs to the line.
    FilterCompletion(EntityKind kind, app::Workspace &workspace, const app::Display &display,
                     QLineEdit &line);
    ~FilterCompletion() override;

    void offer(); // what the text could go on with at the cursor
    // All values for the last one of this condition, which is selected: what is chosen or typed takes its place.
    void offerInstead(const FilterSpan &condition);
    void close(); // and forgets what is being counted
    bool isOpen() const;
    std::vector<app::FilterOffer> offers() const { return m_offers; } // in the open list

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void taken();  // the line has another text; the cursor stands behind what was chosen
    void closed(); // by Esc or a click elsewhere: nothing of it is wanted
    void left();   // Enter without a choice: the text is as it is meant

private:
    void ask(const FilterTyping &typing);
    void showCounted(std::vector<app::FilterOffer> offers);
    void show(std::vector<app::FilterOffer> offers);
    void popUp();
    void hide();
    bool isInUse() const;     // the open list: something in it is chosen, or looked at
    bool isTypedInto() const; // the line, so that a list may open below it
    void take(const QModelIndex &index);
    int current() const; // the row that is chosen; -1: none

    const EntityKind m_kind;
    app::Workspace &m_workspace;
    const app::Display &m_display;
    QLineEdit &m_line;
    QStandardItemModel *m_rows;
    QCompleter *m_completer;
    FilterTyping m_typing;
    std::vector<app::FilterOffer> m_offers;
    app::Ticket m_counting;
    bool m_isHiding = false; // else it was a click elsewhere
};

} // namespace headway::ui
