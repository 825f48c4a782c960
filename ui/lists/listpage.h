// SPDX-License-Identifier: GPL-3.0-or-later
// A page with a list: filter bar, table, and one line below that is the truth of the whole filter.
// One for each kind of record. GUI thread; what fails is told in the message bar by whoever listens.
#pragma once

#include "app/edits/bulkedits.h"
#include "domain/fields/entity.h"
#include "domain/query/filter.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace headway::app {
class Commands;
class Display;
class ListModel;
class Settings;
struct StageQuestion;
enum class ExportColumns;
} // namespace headway::app

namespace headway::exchange {
struct CsvDialect;
}

namespace headway::ui {

class CellEditor;
class ChangeForm;
class StageForm;
class ElidedLabel;
class EmptyPage;
class ExportForm;
class FilterBar;
class ListColumns;
class ListView;
struct EditorSurroundings;

class ListPage : public QWidget
{
    Q_OBJECT
public:
    // All of these outlive the page.
    ListPage(const EditorSurroundings &surroundings, const app::Display &display, app::Settings &settings,
             app::Commands &commands, EntityKind kind, QWidget *parent = nullptr);
    ~ListPage() override;

    EntityKind kind() const;
    app::ListModel &model() { return *m_model; }
    FilterBar &filterBar() { return *m_filterBar; }
    std::vector<EntityRef> selection() const;
    EntityRef current() const;
    QString summary() const; // of the whole filter, as it stands below
    void select(qint64 id);  // once it is there, unless something else was chosen meanwhile
    void takeFocus();        // to the table
    void editCell();         // the current one
    std::vector<CellEditor *> cellEditors() const;
    ListColumns &columns();
    // A form for one field of all records that are selected; changeWanted() follows.
    void changeSelection();
    void showReport(const Result<app::BulkReport> &report); // how that went
    // Asks for whom and how much; exportWanted() follows.
    void askHowToExport();

Q_SIGNALS:
    void selected(headway::EntityRef record); // for the detail pane
    void opened(headway::EntityRef record);
    void menuWanted(const QPoint &globalPosition);
    void changeWanted(const headway::app::BulkChange &change);
    void exportWanted(const headway::exchange::CsvDialect &dialect, headway::app::ExportColumns columns);
    void filterTextChanged(const QString &text);
    void failed(const headway::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override; // the shell gives it to the page as a whole

private:
    // The stage alone is not enough.
    void askAboutStage(EntityRef deal, const std::vector<FieldDelta> &changes, QRect place);
    void ask(const app::StageQuestion &question, const QString &what, QRect place,
             std::function<void(const StageEntry &entry)> then);
    void completeChange(const std::vector<FieldValue> &values, QRect place);
    void showSummary();
    void showEmptiness();

    const EditorSurroundings &m_surroundings;
    const app::Display &m_display;
    app::Settings &m_settings;
    std::unique_ptr<app::ListModel> m_model;
    FilterBar *m_filterBar;
    ListView *m_view;
    ElidedLabel *m_summary;
    StageForm *m_stageForm = nullptr; // deals only, at the first use
    ChangeForm *m_change = nullptr;   // at the first use
    ExportForm *m_export = nullptr;   // at the first use
    EmptyPage *m_empty;
    qint64 m_awaited = 0; // to be selected once the list is read
};

} // namespace headway::ui
