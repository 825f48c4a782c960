// SPDX-License-Identifier: GPL-3.0-or-later
// The page of all settings: its parts at the left, the one chosen beside them. Where one is goes into the
// shell's places, so that back leads from part to part. The parts are plugged in. GUI thread.
#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace headway::ui {

class Sidebar;

class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent = nullptr);
    ~SettingsPage() override;

    // In their order; a gap stands between sections. The page takes the widget.
    struct Part {
        QString id;
        QString name;
        QString iconName;
        int section = 0;
        QWidget *widget = nullptr;
    };
    void addPart(const Part &part);

    // Empty or unknown: the first.
    void show(const QString &part);
    using QWidget::show;
    QString current() const;
    QString nameOf(const QString &part) const;
    QStringList parts() const { return m_ids; }

Q_SIGNALS:
    void shown(const QString &part);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QStringList m_ids;
    QStringList m_names;
    Sidebar *m_list;
    QStackedWidget *m_stack;
};

} // namespace headway::ui
