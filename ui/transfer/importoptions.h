// SPDX-License-Identifier: GPL-3.0-or-later
// What the import assistant asks in addition to the columns: a name where the file has none, what to do with
// existing records and names, and the format of the file. GUI thread; nothing fails.
#pragma once

#include "transfer/import/importrequest.h"

#include <QWidget>

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
    // Asks about names that a run found to be similar to known ones, once each. Returns whether any were new.
    bool offerNames(const std::vector<transfer::NearName> &names);

    exchange::CsvAnswers written() const;
    void write(transfer::ImportRequest &request) const;

Q_SIGNALS:
    void writtenChanged(); // the file's format: it must be read again
    void changed();        // any other option

private:
    struct AskedName {
        transfer::NearName name;
        QComboBox *answer;
    };

    QComboBox *addChoice(const QString &name);
    QWidget *makeKnownRow();
    QWidget *makeAmountRow();
    QWidget *makeWrittenRow();
    void addName();
    void showName();
    bool isPipelineNew() const;

    const app::Workspace &m_workspace;
    const app::Display &m_display;
    QFormLayout *m_form;
    QStringList m_columns;
    QStringList m_samples;
    QStringList m_targets; // of the columns, as currently chosen
    QLineEdit *m_name = nullptr;
    QLabel *m_nameExample = nullptr;
    QWidget *m_nameRow = nullptr;
    QComboBox *m_match = nullptr;
    QComboBox *m_existing = nullptr;
    QCheckBox *m_createMissing = nullptr;
    QWidget *m_amountRow = nullptr;
    QComboBox *m_currency = nullptr;
    QComboBox *m_pipeline = nullptr; // its last item: a new pipeline
    QLineEdit *m_newPipeline = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_separator = nullptr;
    QComboBox *m_dateOrder = nullptr;
    QComboBox *m_decimal = nullptr;
    QCheckBox *m_guarded = nullptr;
    std::vector<AskedName> m_asked;
};

} // namespace headway::ui
