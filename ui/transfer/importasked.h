// SPDX-License-Identifier: GPL-3.0-or-later
// What an import asks, each question with its number of rows and its answers: words nobody knows, units, days, names
// that are near to known ones. Answers stay when the file is checked again or read as something else. GUI thread;
// nothing fails.
#pragma once

#include "app/transfer/targetlabels.h"
#include "domain/text/calendar.h"
#include "transfer/request/questionanswers.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;

namespace headway::ui {

class RemarkLabel;

class ImportAsked : public QWidget
{
    Q_OBJECT
public:
    // `display` outlives it.
    explicit ImportAsked(const app::Display &display, QWidget *parent = nullptr);
    ~ImportAsked() override;

    // For a file that was just read: nothing is asked yet. `answers` is what was said of it so far, and outlives
    // the questions.
    // `custom`: the own fields of that kind, for what they are called.
    void begin(EntityKind kind, const QStringList &columns, const Calendar &calendar,
               transfer::GivenAnswers &answers, const std::vector<CustomField> &custom = {});
    // What was answered before about these columns, or the file as a whole, is there again, and can be changed.
    void showAnswered(const QStringList &columns);
    // Those that were answered before, and are not asked again, stay; others go.
    void showQuestions(const std::vector<transfer::ImportQuestion> &questions);
    // Asks once for each name. Returns whether any were new.
    bool offerNames(const std::vector<transfer::NearName> &names);
    // Columns were sent elsewhere: what names in them mean is not asked.
    void showTargets(const QStringList &targets);
    // What the names mean.
    void write(transfer::ImportRequest &request) const;
    // Gives the keyboard to the first question without an answer.
    void focusFirstOpen();

Q_SIGNALS:
    void changed();
    // A column that was left out goes there; empty: it stays out.
    void columnSent(const QString &column, const QString &target);

private:
    struct Asked {
        transfer::ImportQuestion question = {};
        std::vector<transfer::Answer> answers = {};
        QLabel *label = nullptr;
        QLabel *rows = nullptr;
        QComboBox *choice = nullptr;
        QString sent = {};      // the column that was the answer
        bool isLeftOut = false; // the answer was that the column stays out
    };
    struct AskedName {
        transfer::NearName name = {};
        QLabel *label = nullptr;
        QLabel *rows = nullptr;
        QComboBox *choice = nullptr;
    };

    void ask(const transfer::ImportQuestion &question);
    void askName(const transfer::NearName &name);
    void addAnswers(Asked &asked) const;
    void addRow(QLabel *label, QLabel *rows, QComboBox *choice);
    QComboBox *addChoice(const QString &name);
    QLabel *addText(const QString &text);
    void choose(const transfer::ImportQuestion &question, const transfer::Answer &answer);
    void takeBackSent(const transfer::ImportQuestion &question, const transfer::Answer &answer);
    void take(const transfer::ImportQuestion &question, const QString &typed);
    QString textOf(const transfer::ImportQuestion &question, const transfer::Answer &answer) const;
    QString rowsText(qint64 rows) const;
    bool isAnswered(const Asked &asked) const;
    void showWhole();
    template <class Row>
    void drop(const Row &row);

    const app::Display &m_display;
    app::TargetLabels m_labels;
    EntityKind m_kind = EntityKind::Contact;
    QStringList m_columns;
    QStringList m_targets;
    Calendar m_calendar{QDate()}; // by which typed days are read
    transfer::GivenAnswers *m_answers = nullptr;
    QLabel *m_title;
    QGridLayout *m_grid;
    RemarkLabel *m_remark;
    std::vector<Asked> m_asked;
    std::vector<AskedName> m_names;
    // Names that were answered, of each kind of records and field, with what they mean.
    std::map<std::tuple<EntityKind, QString, QString>, std::pair<transfer::NearName, QString>> m_known;
};

} // namespace headway::ui
