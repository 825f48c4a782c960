// SPDX-License-Identifier: GPL-3.0-or-later
// A link to another record, found while typing: a company, a contact, a deal. The text must match one of the
// results; a new record can be asked for from the list. Made by makeFieldEditor(); GUI thread; a search that
// fails finds nothing.
#pragma once

#include "domain/records/searchhit.h"
#include "ui/fields/fieldeditors.h"

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace headway::ui {

class RecordEditor : public FieldEditor
{
    Q_OBJECT
public:
    RecordEditor(const app::InputField &field, const EditorContext &context, QWidget *parent);
    ~RecordEditor() override;

    QString typed() const override;
    void type(const QString &text) override;
    bool isEdited() const override; // also by choosing another one of the same name

    // Chooses this record, as if it had been found by typing.
    void choose(EntityRef record, const QString &title);
    // Records that are meant most likely, offered while nothing is typed; if there is one, it is chosen.
    void propose(const std::vector<SearchHit> &likely);
    // Of contacts: those of this company are found first. Id 0: no company's.
    void prefer(CompanyId company) { m_company = company; }
    bool isSearching() const { return m_search.isPending(); }

protected:
    // Tab takes the first of what was found, and goes on; Down in an empty line asks what there is.
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showValue(const QString &title) override;
    Result<std::vector<FieldValue>> readValues() const override;

private:
    void search(const QString &text);
    void showFound(const std::vector<SearchHit> &hits);
    void showFirst();
    void offer(const QString &typedText);
    void offerNew(const QString &name);
    void take(const QModelIndex &index);

    QLineEdit *m_line;
    QStandardItemModel *m_found;
    QCompleter *m_completer;
    qint64 m_first = 0; // at begin()
    qint64 m_chosen = 0;
    QString m_chosenTitle;
    std::vector<SearchHit> m_likely;
    CompanyId m_company;
    bool m_isProposed = false; // the chosen one was, by propose()
    app::Ticket m_search;
};

} // namespace headway::ui
