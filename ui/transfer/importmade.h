// SPDX-License-Identifier: GPL-3.0-or-later
// After an import: what it made and what it changed, each to be opened as a list, and the way back. GUI thread; nothing
// fails.
#pragma once

#include "transfer/request/importreport.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace headway::app {
class Display;
}

namespace headway::ui {

class ImportMade : public QWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit ImportMade(const app::Display &display, QWidget *parent = nullptr);
    ~ImportMade() override;

    // Of the parts of one step; hidden if nothing was changed.
    void showStep(const Operation &step, const std::vector<transfer::ImportReport> &reports);

Q_SIGNALS:
    void listWanted(headway::EntityKind kind, const QString &filter);
    void undoWanted(qint64 step);

private:
    void addLink(const QString &text, EntityKind kind, const QString &filter);

    const app::Display &m_display;
    QVBoxLayout *m_links;
};

// Whether there is a page that lists such records.
bool hasListPage(EntityKind kind);

} // namespace headway::ui
