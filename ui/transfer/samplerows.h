// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of a file as the records that they will become: every field, what they are linked to and whether that
// is found or made, what is asked of them. One row at a time. GUI thread; nothing fails.
#pragma once

#include "transfer/import/importsample.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace headway::app {
class Display;
class TargetLabels;
} // namespace headway::app

namespace headway::ui {

class FlatButton;

class SampleRows : public QWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit SampleRows(const app::Display &display, QWidget *parent = nullptr);
    ~SampleRows() override;

    bool isOpen() const { return m_isOpen; }
    // What is to be known of all rows; stands below them.
    void addRemark(const QString &text);
    void showSamples(EntityKind kind, const std::vector<transfer::ImportSample> &samples);
    void showProblem(const Error &error);

Q_SIGNALS:
    void opened(); // the rows are to be read

private:
    struct Line {
        QString name = {};
        QString text = {};
    };

    void toggle();
    void showRow();
    std::vector<Line> linesOf(const transfer::ImportSample &sample) const;
    void addChildren(std::vector<Line> &lines, const app::TargetLabels &labels,
                     const std::vector<LoadedRecord> &children) const;
    QString nameOf(const Record &part, const app::TargetLabels &labels) const;
    void addReport(std::vector<Line> &lines, const transfer::ImportReport &report) const;
    QString titleOf(const transfer::ImportSample &sample) const;
    void fit();

    const app::Display &m_display;
    EntityKind m_kind = EntityKind::Contact;
    bool m_isOpen = false;
    std::vector<transfer::ImportSample> m_samples;
    size_t m_row = 0;
    FlatButton *m_toggle;
    QWidget *m_inside;
    QLabel *m_title;
    FlatButton *m_back;
    FlatButton *m_on;
    QTableWidget *m_fields;
};

} // namespace headway::ui
