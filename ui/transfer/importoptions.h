// SPDX-License-Identifier: GPL-3.0-or-later
// What the import assistant asks in addition to the columns: a name where the file has none, what to do with
// existing records and names, and the format of the file. GUI thread; nothing fails.
#pragma once

#include "transfer/request/importprofile.h"

#include <QWidget>

#include <map>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace headway::app {
class Display;
class Workspace;
} // namespace headway::app

namespace headway::transfer {
struct ImportPreview;
}

namespace headway::ui {

class ImportOptions : public QWidget
{
    Q_OBJECT
public:
    // `workspace` and `display` outlive the options.
    ImportOptions(const app::Workspace &workspace, const app::Display &display, QWidget *parent = nullptr);
    ~ImportOptions() override;

    // For a file that has just been read.
    void showPreview(EntityKind kind, const transfer::ImportPreview &preview);
    // After the user changed targets.
    void showTargets(EntityKind kind, const QStringList &columns, const QStringList &targets,
                     const QStringList &samples);
    // Whether columns go into no field; for all of them at once it can be said what becomes of them.
    void showRest(bool isAny);

    // What a profile says is chosen, as if the user had done so, for that kind of records; null: what was chosen before.
    void useProfile(EntityKind kind, const transfer::ImportProfile *profile);

    exchange::CsvAnswers written() const;
    void write(transfer::ImportRequest &request) const;

Q_SIGNALS:
    void writtenChanged(); // the file's format: it must be read again
    void changed();        // any other option
    void restSent(headway::exchange::RestPolicy policy);

private:
    QComboBox *addChoice(const QString &name);
    QWidget *makeKnownRow();
    QWidget *makeAmountRow();
    QWidget *makeWrittenRow();
    void addRest();
    void addName();
    void showName();
    bool isPipelineNew() const;
    bool isEveryRowNew() const;

    // By the user, for a kind of records; what is not said is proposed.
    struct Said {
        std::optional<QStringList> match = {}; // empty: every row is new
        std::optional<QString> name = {};
    };
    // What is chosen of records.
    struct Chosen {
        Said said = {};
        int existing = 0;
        bool createsMissing = true;
        QString currency = {};
        QString pipeline = {};
        bool isPipelineNew = false;
        QString newPipeline = {};
    };
    // What is chosen of how the file is written.
    struct Written {
        int encoding = 0;
        int separator = 0;
        int dateOrder = 0;
        int decimal = 0;
        bool isGuarded = false;
    };
    Chosen chosen(EntityKind kind) const;
    void choose(EntityKind kind, const Chosen &chosen);
    Written writtenChosen() const;
    void chooseWritten(const Written &written);
    void takeRules(EntityKind kind, const transfer::ImportRequest &rules);
    void takeWritten(const transfer::ImportProfile &profile);
    void addMatch(const QStringList &keys, const QString &text);
    int placeOfMatch(const QStringList &keys) const;

    const app::Workspace &m_workspace;
    const app::Display &m_display;
    QFormLayout *m_form;
    QStringList m_columns;
    QStringList m_samples;
    QLineEdit *m_name = nullptr;
    QLabel *m_nameExample = nullptr;
    QWidget *m_nameRow = nullptr;
    EntityKind m_kind = EntityKind::Contact;
    bool m_isShown = false; // something was
    QString m_proposed;     // the target that the file's rows are known by; empty: none
    std::map<EntityKind, Said> m_said;
    std::map<EntityKind, Chosen> m_chosen; // of kinds that are not shown now
    // Of each kind that a profile is used for, what was chosen before.
    std::map<EntityKind, std::pair<Chosen, Written>> m_before;
    QComboBox *m_match = nullptr; // its first item: as proposed
    QComboBox *m_existing = nullptr;
    QCheckBox *m_createMissing = nullptr;
    QComboBox *m_rest = nullptr; // its first item: as said of each
    QWidget *m_amountRow = nullptr;
    QComboBox *m_currency = nullptr;
    QComboBox *m_pipeline = nullptr; // its last item: a new pipeline
    QLineEdit *m_newPipeline = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_separator = nullptr;
    QComboBox *m_dateOrder = nullptr;
    QComboBox *m_decimal = nullptr;
    QCheckBox *m_guarded = nullptr;
};

} // namespace headway::ui
