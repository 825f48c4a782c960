// SPDX-License-Identifier: GPL-3.0-or-later
// A page with a list: filter bar, table, and a line below with the totals of the whole filter, or of what is
// selected. One for each kind of record. Commands on many records are in ui/windows/listactions.h. GUI thread; errors are emitted by
// failed().
#pragma once

#include "app/edits/bulkedits.h"
#include "ui/pages/bookpage.h"

#include <functional>
#include <memory>
#include <vector>

namespace headway::app {
class ListModel;
class SelectionSums;
struct StageQuestion;
enum class ExportColumns;
} // namespace headway::app

namespace headway::transfer {
struct TargetFile;
enum class ExportPurpose;
} // namespace headway::transfer

namespace headway::ui {

class BookContext;
class CellEditor;
class ChangeForm;
class StageForm;
class EmptyPage;
class ExportForm;
class FilterBar;
class ListColumns;
class ListFoot;
class ListGroups;
class ListView;

class ListPage : public BookPage
{
    Q_OBJECT
public:
    static PageFace face(const BookContext &context, EntityKind kind);
    ListPage(BookContext &context, EntityKind kind); // the context outlives the page
    ~ListPage() override;

    EntityKind kind() const;
    app::ListModel &model() { return *m_model; }
    FilterBar &filterBar() { return *m_filterBar; }
    void begin() override;
    void showPlace(const QString &filter) override;
    void chooseFirst() override;
    EntityRef current() const override;
    std::vector<EntityRef> selection() const;
    std::vector<EntityRef> deletable() const override { return selection(); }
    std::optional<std::vector<DealId>> dealsToClose() const override;
    std::optional<Query> listed() const override;
    std::vector<qint64> chosen() const override;
    const Record *record(EntityRef record) const override;
    std::optional<Arrangement> arrangement() const override;
    void arrange(const Arrangement &arrangement, Whose whose) override;
    FilterBar *bar() const override { return m_filterBar; }
    void select(EntityRef record) override; // as soon as it is loaded, unless another is selected before
    std::optional<app::PrintRequest> sheet() const override;
    void takeFocus(); // to the table
    void editCell();  // the current one
    std::vector<CellEditor *> cellEditors() const;
    ListColumns &columns();
    ListGroups &groups();
    void copySums(); // the line below the list
    // Opens a form for one field of all selected records; changeWanted() follows.
    void changeSelection();
    void showReport(const Result<app::BulkReport> &report); // how the change went
    // Asks for whom and how much is exported; exportWanted() follows.
    void askHowToExport();

Q_SIGNALS:
    void copied(const QString &text);
    void changeWanted(const headway::app::BulkChange &change);
    void exportWanted(const headway::transfer::TargetFile &file, headway::app::ExportColumns columns,
                      headway::transfer::ExportPurpose purpose);

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override; // the shell focuses the page as a whole

private:
    // The stage requires more fields.
    void askAboutStage(EntityRef deal, const std::vector<FieldDelta> &changes, QRect place);
    void ask(const app::StageQuestion &question, const QString &what, QRect place,
             std::function<void(const StageTransition &transition)> then);
    void completeChange(const std::vector<FieldValue> &values, QRect place);
    void offerTools();
    void openMenu(const QPoint &global);
    void showSummary();
    void showEmptiness();

    BookContext &m_context;
    std::unique_ptr<app::ListModel> m_model;
    FilterBar *m_filterBar;
    ListView *m_view;
    ListFoot *m_foot;
    std::unique_ptr<app::SelectionSums> m_sums;
    StageForm *m_stageForm = nullptr; // deals only; created on first use
    ChangeForm *m_change = nullptr;   // created on first use
    ExportForm *m_export = nullptr;   // created on first use
    EmptyPage *m_empty;
    qint64 m_awaited = 0; // id to select once the list is read; 0: none
};

} // namespace headway::ui
