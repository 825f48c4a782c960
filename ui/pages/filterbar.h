// SPDX-License-Identifier: GPL-3.0-or-later
// The filter line above a list or board: input in the filter language with what it could go on with, chips for common
// conditions, below it a token for each finished condition, and a message that says where a mistake is. The text alone
// says what holds. GUI thread; nothing fails; a filter with a mistake is not applied, and neither is one with a
// condition of which only the name is typed yet. A name that no record has is told, too, as soon as it was looked up;
// the filter holds meanwhile.
#pragma once

#include "app/workspace/connections.h"
#include "domain/query/filter.h"
#include "domain/query/filterspans.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;

namespace headway {
struct FilterTyping;
}

namespace headway::app {
class Display;
class Workspace;
} // namespace headway::app

namespace headway::ui {

class ElidedLabel;
class FilterBuilder;
class FilterCompletion;
class FlatButton;
class SearchLine;
class TokenRow;

// A common condition as a toggle.
struct FilterChip {
    QString name;      // "Mine"
    QString condition; // "owner:me"
};

class FilterBar : public QWidget
{
    Q_OBJECT
public:
    // With the chips of the kind. `workspace` tells what "today" and "this-quarter" are, `display` how days are
    // written; both outlive it.
    FilterBar(EntityKind kind, app::Workspace &workspace, const app::Display &display,
              QWidget *parent = nullptr);
    ~FilterBar() override;

    // Without room at its left and right: where the page has that.
    void dropInset();
    // Puts a widget at the right end: a chooser of columns or pipelines.
    void addTool(QWidget *tool);
    QString text() const; // as it can be kept: days that were typed in this computer's order are ISO days
    void setText(const QString &text);
    // The filter of a saved view: it holds as far as it still has a meaning. What is gone is said, after
    // `alsoGone`, until the user types.
    void setSavedText(const QString &text, const std::vector<Sentence> &alsoGone = {});
    // The filter in words, as shown after the page's name.
    QStringList trail() const;
    const Filter &filter() const { return m_filter; }
    void takeFocus(); // the "/" key
    void build();     // by rows to fill in, instead of typing

Q_SIGNALS:
    void filterChanged(const headway::Filter &filter);
    void leave(); // Esc, which clears it, or Enter or arrow down: back to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChips();
    tl::expected<Filter, FilterError> meaningOf(const QString &text) const;
    void read();
    void readSaved();
    void take(const Filter &filter);
    void showMistake(const QString &text);
    void showFault(const FilterError &fault);
    void type();      // a key changed the text
    void endTyping(); // it is meant as it is
    bool isOnItsWay(const FilterTyping &typing) const;
    void showTokens();
    void openToken(int token);
    void removeToken(int token);
    QWidget *lastInRow() const; // the last control beside the line; the line itself: there is none
    void toggle(const QString &condition);
    void showChipStates();

    EntityKind m_kind;
    app::Workspace &m_workspace;
    const app::Display &m_display;
    Filter m_filter;
    std::optional<QString> m_saved; // the text of the view that is shown
    std::vector<Sentence> m_alsoGone;
    std::vector<FilterChip> m_chips;
    std::vector<FlatButton *> m_chipButtons;
    SearchLine *m_line;
    FilterCompletion *m_completion;
    QHBoxLayout *m_chipRow;
    QHBoxLayout *m_tools;
    TokenRow *m_tokens;
    std::vector<FilterSpan> m_spans; // of the tokens in the text
    bool m_isTyping = false;
    bool m_isHeld = false; // what is typed does not hold yet
    ElidedLabel *m_mistake;
    app::Ticket m_names; // are being looked up
    FilterBuilder *m_builder = nullptr;
};

} // namespace headway::ui
