// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages at the left edge of the window: icon, name and a count; under a page the rows that are
// pinned there. Arrow keys move in it, Ctrl+1 … 9 are commands of the shell. GUI thread; nothing fails.
#pragma once

#include <QListView>
#include <QString>
#include <QStringList>

#include <vector>

class QStandardItem;
class QStandardItemModel;

namespace headway::ui {

struct SidebarPage {
    QString id;
    QString name;
    QString iconName;
    QString shortcut = {}; // for the tool tip
    int section = 0;       // sections are separated by a gap
};

// A row under a page: another way to look at it.
struct SidebarRow {
    QString id;
    QString name;
    bool isMarked = false; // by a dot: it was changed and not saved

    bool operator==(const SidebarRow &) const = default;
};

class Sidebar : public QListView
{
    Q_OBJECT
public:
    enum class Width { Full, Icons };

    explicit Sidebar(QWidget *parent = nullptr);
    ~Sidebar() override;

    void addPage(const SidebarPage &page);
    // Instead of those that are there; the current one stays if its id does.
    void showRows(QStringView page, const std::vector<SidebarRow> &rows);
    // Does not emit chosen(); an unknown row: its page is current; an unknown page: nothing is.
    void showCurrent(QStringView page, QStringView row = {});
    void showCount(QStringView id, qint64 count); // 0 shows none
    void showShortcut(QStringView id, const QString &shortcut);
    void fold(Width width);
    Width shownWidth() const { return m_width; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &page);
    void rowChosen(const QString &page, const QString &row);
    void rowMenuWanted(const QString &page, const QString &row, const QPoint &global);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QStandardItem *find(QStringView page, QStringView row = {}) const;
    QString nameOfPage(const QStandardItem &item) const;
    // Instead of the `count` rows under the page; their names follow.
    void replaceRows(const QStandardItem &under, qsizetype count, const QStringList &ids);
    void hideRows();                          // while there are icons only
    void describe(QStandardItem &item) const; // tool tip and what a screen reader says
    int neededWidth() const;

    QStandardItemModel *m_pages;
    Width m_width = Width::Full;
    int m_widest = 0;         // width of the longest name, pixels
    bool m_isShowing = false; // while showCurrent moves the selection
};

} // namespace headway::ui
