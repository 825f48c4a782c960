// SPDX-License-Identifier: GPL-3.0-or-later
// What became of one of several files: what it made and changed as lists, and its rows that were not taken. GUI thread;
// nothing fails.
#pragma once

#include "transfer/import/importauto.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace headway::app {
class Display;
}

namespace headway::ui {

class ElidedLabel;

class FileResult : public QWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit FileResult(const app::Display &display, QWidget *parent = nullptr);
    ~FileResult() override;

    // One of the parts of a report. With its summary, where that stands nowhere else.
    enum class Summary { Shown, Elsewhere };
    // `file`: what it is called.
    void showPart(const transfer::AutoReport &report, size_t index, const QString &file,
                  transfer::RunMode mode, Summary summary);
    void clear(); // takes no room

Q_SIGNALS:
    void listWanted(headway::EntityKind kind, const QString &filter);
    void saveWanted(const QString &path, headway::EntityKind kind);     // the rows not taken
    void saveOpenWanted(const QString &path, headway::EntityKind kind); // what is open of it

private:
    void addLinks(const transfer::AutoReport &report, const transfer::AutoReport::Part &part);
    void addLink(const QString &text, std::function<void()> follow);

    const app::Display &m_display;
    ElidedLabel *m_title;
    QLabel *m_summary;
    QVBoxLayout *m_links;
};

} // namespace headway::ui
