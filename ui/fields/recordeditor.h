// SPDX-License-Identifier: GPL-3.0-or-later
// A link to another record, found while typing: a company, a contact, a deal. The text must match one of the
// results; a new record can be asked for from the list. Made by makeFieldEditor(); GUI thread; a search that
// fails finds nothing.
#pragma once

#include "ui/fields/fieldeditors.h"

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace headway {
struct SearchHit;
}

namespace headway::ui {

class RecordEditor : public FieldEditor
{
    Q_OBJECT
public:
    RecordEditor(const app::InputField &field, const EditorContext &context, QWidget *parent);
    ~RecordEditor() override;

    QString typed() const override;
    void type(const QString &text) override;

    // Chooses this record, as if it had been found by typing.
    void choose(EntityRef record, const QString &title);
    bool isSearching() const { return m_search.isPending(); }

protected:
    void showValue(const QString &title) override;
    Result<std::vector<FieldValue>> readValues() const override;

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void search(const QString &text);
    void showFirst();
    void showHits(const std::vector<SearchHit> &hits);
    void offer(const QString &typedText);
    void offerNew(const QString &name);
    void openList();
    void take(const QModelIndex &index);

    QLineEdit *m_line;
    QStandardItemModel *m_found;
    QCompleter *m_completer;
    qint64 m_chosen = 0;
    QString m_chosenTitle;
    app::Ticket m_search;
};

} // namespace headway::ui
