// SPDX-License-Identifier: GPL-3.0-or-later
// The page of all settings: its parts at the left, the one chosen beside them. Where one is goes into the
// shell's places, so that back leads from part to part. The parts are plugged in, and each is made when it
// is first looked at. GUI thread.
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QStackedWidget;

namespace headway::ui {

class Sidebar;

class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);
    ~SettingsPage() override;

    // In their order; a gap stands between sections. What `make` makes belongs to `parent`.
    struct Part {
        QString id;
        QString name;
        QString iconName;
        int section = 0;
        std::function<QWidget *(QWidget *parent)> make = {};
    };
    void addPart(Part part);

    // Empty or unknown: the first.
    void show(const QString &part);
    using QWidget::show;
    QString current() const;
    QString nameOf(const QString &part) const;
    QStringList parts() const;

Q_SIGNALS:
    void shown(const QString &part);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void make();
    size_t indexOf(const QString &part) const;

    struct Place {
        Part part;
        QWidget *widget = nullptr; // null before it was looked at
    };
    std::vector<Place> m_places;
    size_t m_current = 0;
    Sidebar *m_list;
    QStackedWidget *m_stack;
};

} // namespace headway::ui
