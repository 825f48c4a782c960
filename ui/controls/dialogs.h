// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the user: which file, yes or no, a line of text. Passed to the code that asks; the answer
// comes later in a callback, and never if the asking widget is deleted before. Tests set the next answers
// instead and read the questions. GUI thread; no answer (nullopt) means cancelled.
#pragma once

#include <QPageLayout>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>
#include <optional>

class QPrinter;
class QWidget;

namespace headway::app {
class Settings;
}

namespace headway::ui {

struct FileQuestion {
    QString title;
    QString purpose;            // "import", "backup": the last folder is remembered for each
    QStringList nameFilters;    // "Tables (*.csv *.xlsx)"
    QString suggestedName = {}; // for saving
    QString defaultSuffix = {}; // without its dot
    bool mayBeServer = false;   // a server's address that is typed is an answer, too
};

struct Question {
    QString title;
    QString text;   // one sentence
    QString action; // what yes does: "Delete", "Import"
    QString explanation = {};
};

enum class Answer { Yes, No };

class Dialogs
{
public:
    using FileAnswer = std::function<void(std::optional<QString>)>;
    using Paint = std::function<void(QPrinter &)>;
    using FilesAnswer = std::function<void(QStringList)>; // empty: cancelled
    using ConfirmAnswer = std::function<void(Answer)>;

    explicit Dialogs(app::Settings &settings);
    ~Dialogs();
    Dialogs(const Dialogs &) = delete;
    Dialogs &operator=(const Dialogs &) = delete;

    const app::Settings &settings() const { return m_settings; }

    void chooseFile(QWidget *parent, const FileQuestion &question, FileAnswer then);
    void chooseFiles(QWidget *parent, const FileQuestion &question, FilesAnswer then);
    void chooseFolder(QWidget *parent, const FileQuestion &question, FileAnswer then);
    void chooseSaveFile(QWidget *parent, const FileQuestion &question, FileAnswer then);
    void confirm(QWidget *parent, const Question &question, ConfirmAnswer then);
    // Shows a print preview, and prints from there. `paint` is called for every display of the preview, and
    // again for printing.
    void preview(QWidget *parent, const QString &title, QPageLayout::Orientation orientation, Paint paint);

    // For tests: answers the next question of this kind at once, without a window.
    void answerNextFile(std::optional<QString> file) { m_files.push_back(std::move(file)); }
    void answerNextConfirm(Answer answer) { m_answers.push_back(answer); }
    // Writes the next preview to this file instead, as PDF.
    void answerNextPreview(const QString &file) { m_papers.push_back(file); }
    const QStringList &asked() const { return m_asked; } // titles, in order

private:
    enum class FileMode { Open, OpenSeveral, Folder, Save };

    void askFile(QWidget *parent, const FileQuestion &question, FileMode mode, FilesAnswer then);

    app::Settings &m_settings;
    std::deque<std::optional<QString>> m_files;
    std::deque<Answer> m_answers;
    std::deque<QString> m_papers;
    QStringList m_asked;
};

} // namespace headway::ui
