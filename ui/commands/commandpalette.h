// SPDX-License-Identifier: GPL-3.0-or-later
// The panel over the window in which everything can be found and done: a line to type into and what
// app::PaletteSearch finds for it, in groups. Not modal; closes with Esc, a click elsewhere, or the same key
// again. GUI thread; nothing fails.
#pragma once

#include "app/commands/palettesearch.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;

namespace headway::ui {

class ElidedLabel;
class PaletteModel;

class CommandPalette : public QWidget
{
    Q_OBJECT
public:
    // Lies over `window`, which owns it. `search` outlives it.
    CommandPalette(app::PaletteSearch &search, QWidget *window);
    ~CommandPalette() override;

    void open(const QString &text); // ">" for the commands only
    void dismiss();                 // the focus returns to where it was
    bool isOpen() const { return m_isOpen; }

    // With the chosen row; nothing if it cannot be done with it.
    enum class Deed { Run, OpenInWindow, LogCall };
    void act(Deed deed);
    void moveToGroup(int step); // 1: the next, -1: the one before

Q_SIGNALS:
    void ran(const QString &id); // after the item's function was called

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showFound(const app::PaletteItems &items);
    void tellCurrent();
    void moveBy(int rows);
    void place();
    bool handleKey(const QKeyEvent &event);

    app::PaletteSearch &m_search;
    PaletteModel *m_items;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_nothing;
    ElidedLabel *m_keys; // what else can be done with the chosen row
    QPointer<QWidget> m_focusBefore;
    QString m_chosen; // id of the item the user moved to; empty: the first
    bool m_isOpen = false;
    std::optional<Deed> m_due; // Enter came before the answer
};

} // namespace headway::ui
