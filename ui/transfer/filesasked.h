// SPDX-License-Identifier: GPL-3.0-or-later
// What an import of several files asks, each file with its own questions below its name; an answer is for the others,
// too, as far as it fits them. GUI thread; nothing fails.
#pragma once

#include "app/transfer/filesrules.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace headway::app {
class Display;
class FilesImport;
class Workspace;
} // namespace headway::app

namespace headway::ui {

class ElidedLabel;
class ImportAsked;
class RemarkLabel;

class FilesAsked : public QWidget
{
    Q_OBJECT
public:
    // All but the parent outlive it.
    FilesAsked(const app::Workspace &workspace, const app::Display &display, app::FilesImport &files,
               QWidget *parent = nullptr);
    ~FilesAsked() override;

    // For files that were just read: only what must be said before they can be imported.
    void begin();
    void showFirst(); // the same once more, with what is new
    void showReport(const transfer::AutoReport &report);
    // Asks once for each name. Returns whether any were new.
    bool offerNames(const transfer::AutoReport &report);
    app::FilesRules::Names names() const; // what they mean
    // Gives the keyboard to the first question without an answer, and shows it.
    void focusFirstOpen();

Q_SIGNALS:
    void changed();

private:
    struct Section {
        app::FilesRules::Part part = {};
        ElidedLabel *title = nullptr;
        ImportAsked *asked = nullptr;
    };

    Section *sectionOf(const app::FilesRules::Part &part);
    enum class CanWait { No, Yes };
    Section *sectionFor(const app::FilesRules::Part &part, CanWait wait);
    bool showQuestions(const app::FilesRules::Part &part,
                       const std::vector<transfer::ImportQuestion> &questions);
    void tellLeft(qint64 files);

    const app::Workspace &m_workspace;
    const app::Display &m_display;
    app::FilesImport &m_files;
    QVBoxLayout *m_column;
    RemarkLabel *m_more;
    std::vector<Section> m_sections;
};

} // namespace headway::ui
