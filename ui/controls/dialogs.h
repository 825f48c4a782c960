// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the person: which file, yes or no, a line of text. Passed to whoever asks; the
// answer comes by a callback later, and never if the asking widget is gone by then. Tests set the
// next answers instead and read the questions. GUI thread; no answer (nullopt) means: cancelled.
#pragma once

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
    using ConfirmAnswer = std::function<void(Answer)>;

    explicit Dialogs(app::Settings &settings);
    ~Dialogs();
    Dialogs(const Dialogs &) = delete;
    Dialogs &operator=(const Dialogs &) = delete;

    void chooseFile(QWidget *parent, const FileQuestion &question, FileAnswer then);
    void chooseSaveFile(QWidget *parent, const FileQuestion &question, FileAnswer then);
    void confirm(QWidget *parent, const Question &question, ConfirmAnswer then);
    // Shows on the screen what would come out of a printer, and prints it from there. `paint` is called for
    // each look at it, and again for the paper.
    void preview(QWidget *parent, const QString &title, Paint paint);

    // For tests: the next question of the kind is answered with this at once, without a window.
    void answerNextFile(std::optional<QString> file) { m_files.push_back(std::move(file)); }
    void answerNextConfirm(Answer answer) { m_answers.push_back(answer); }
    // The next preview is written to this file instead, as PDF.
    void answerNextPreview(const QString &file) { m_papers.push_back(file); }
    const QStringList &asked() const { return m_asked; } // titles, in order

private:
    enum class FileMode { Open, Save };

    void askFile(QWidget *parent, const FileQuestion &question, FileMode mode, FileAnswer then);

    app::Settings &m_settings;
    std::deque<std::optional<QString>> m_files;
    std::deque<Answer> m_answers;
    std::deque<QString> m_papers;
    QStringList m_asked;
};

} // namespace headway::ui
