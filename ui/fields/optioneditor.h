// SPDX-License-Identifier: GPL-3.0-or-later
// A choice among many of a book's list, such as two hundred owners or forty stages: found while typing any part of
// its name; Down in an empty line lists all. Made by makeFieldEditor(); GUI thread.
#pragma once

#include "app/input/options.h"
#include "ui/fields/fieldeditors.h"

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace headway::ui {

class OptionEditor : public FieldEditor
{
    Q_OBJECT
public:
    // More than these are searched instead of listed.
    static constexpr size_t mostListed = 30;

    OptionEditor(const app::InputField &field, const EditorContext &context, QWidget *parent);
    ~OptionEditor() override;

    QString typed() const override;
    void type(const QString &text) override;
    void open() override;           // lists all
    bool isEdited() const override; // also by choosing another one of the same name

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showValue(const QString &title) override;
    Result<std::vector<FieldValue>> readValues() const override;

private:
    void offer(const QString &typedText);
    void take(const QModelIndex &index);

    QLineEdit *m_line;
    QStandardItemModel *m_found;
    QCompleter *m_completer;
    std::vector<app::Option> m_options;
    int m_first = -1;  // at begin(), among the options
    int m_chosen = -1; // among the options; tells two of the same name apart
};

} // namespace headway::ui
