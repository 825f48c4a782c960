// SPDX-License-Identifier: GPL-3.0-or-later
// The list of pages at the left edge of the window: icon, name and a count. Arrow keys move in it, Ctrl+1 … 9
// are commands of the shell. GUI thread; nothing fails.
#pragma once

#include <QListView>
#include <QString>

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

class Sidebar : public QListView
{
    Q_OBJECT
public:
    enum class Width { Full, Icons };

    explicit Sidebar(QWidget *parent = nullptr);
    ~Sidebar() override;

    void addPage(const SidebarPage &page);
    void showCurrent(QStringView id);             // does not emit chosen(); unknown: nothing is current
    void showCount(QStringView id, qint64 count); // 0 shows none
    void showShortcut(QStringView id, const QString &shortcut);
    void fold(Width width);
    Width shownWidth() const { return m_width; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItem *find(QStringView id) const;
    void describe(QStandardItem &item) const; // tool tip and what a screen reader says
    int neededWidth() const;

    QStandardItemModel *m_pages;
    Width m_width = Width::Full;
    int m_widest = 0;         // width of the longest name, pixels
    bool m_isShowing = false; // while showCurrent moves the selection
};

} // namespace headway::ui
