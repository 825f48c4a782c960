// SPDX-License-Identifier: GPL-3.0-or-later
// What an import did or would do: its counts, why rows cannot be taken and what helps, and the first of those rows.
// GUI thread; nothing fails.
#pragma once

#include "transfer/request/importreport.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace headway::app {
class Display;
}

namespace headway::ui {

class ImportOutcome : public QWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit ImportOutcome(const app::Display &display, QWidget *parent = nullptr);
    ~ImportOutcome() override;

    void showReport(const transfer::ImportReport &report, transfer::RunMode mode);
    // Of several parts, each under its name; `left` are lines about what was not taken at all.
    struct Named {
        QString name = {};
        transfer::ImportReport report = {};
    };
    void showReports(const std::vector<Named> &parts, const QStringList &left, transfer::RunMode mode);
    void showProblem(const Error &error);
    void explain(const QString &text); // what has to be done first
    void clear();

private:
    void showRejected(const std::vector<Named> &parts);

    const app::Display &m_display;
    QLabel *m_result;
    QTableWidget *m_reasons;
    QTableWidget *m_rejected;
};

} // namespace headway::ui
