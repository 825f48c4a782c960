// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpage.h"

#include "app/lists/listmodel.h"
#include "app/lists/selectionsums.h"
#include "app/text/presentation.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/records/totals.h"
#include "ui/commands/commandactions.h"
#include "ui/commands/emptypage.h"
#include "ui/controls/flatbutton.h"
#include "ui/lists/celleditor.h"
#include "ui/lists/changeform.h"
#include "ui/lists/exportform.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listfoot.h"
#include "ui/lists/listglow.h"
#include "ui/lists/listgroups.h"
#include "ui/lists/listview.h"
#include "ui/lists/rowtools.h"
#include "ui/pages/bookcontext.h"
#include "ui/pages/filterbar.h"
#include "ui/stages/stageform.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::ui {

PageFace ListPage::face(const BookContext &, EntityKind kind)
{
    const app::Presentation &shown = app::presentationOf(kind);
    return {.id = QString::fromLatin1(shown.page),
            .title = app::pageTitle(shown),
            .iconName = QString::fromLatin1(shown.iconName),
            .areas = app::Area::List,
            .section = PageFace::Section::Records,
            .creates = kind,
            .records = kind,
            .views = ViewPlace::List};
}

ListPage::ListPage(BookContext &context, EntityKind kind)
    : m_context(context),
      m_model(std::make_unique<app::ListModel>(context.workspace(), context.display(), kind)),
      m_filterBar(new FilterBar(kind, context.workspace(), context.display())),
      m_view(new ListView(*m_model, context.editors(), context.settings())),
      m_foot(new ListFoot(context.display(), kind)),
      m_sums(std::make_unique<app::SelectionSums>(context.workspace(), kind,
                                                  [this] { return m_view->selectedIds(); })),
      m_empty(new EmptyPage(context.commands(), m_view))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    auto *chooser = new FlatButton(FlatButton::Kind::Quiet, this);
    chooser->showIcon(u"object-columns"_s);
    chooser->setToolTip(tr("Choose the columns"));
    chooser->setAccessibleName(tr("Choose the columns"));
    m_filterBar->addTool(chooser);
    connect(chooser, &FlatButton::clicked, this, [this, chooser] {
        m_view->columns().openMenu(chooser->mapToGlobal(chooser->rect().bottomLeft()));
    });
    column->addWidget(m_view, 1); // Tab reaches it after the bar
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::large, 0, space::large, 0);
    foot->addWidget(m_foot);
    column->addLayout(foot);
    m_foot->setMinimumHeight(lineHeight(TextSize::Body));
    m_view->setAccessibleName(context.display().kindPlural(kind));
    new ListGlow(context.workspace(), *m_model, *m_view); // the view owns it
    offerTools();

    connect(m_filterBar, &FilterBar::filterChanged, this, [this](const Filter &filter) {
        m_model->setFilter(filter);
        Q_EMIT placed(m_filterBar->text(), m_filterBar->trail());
        Q_EMIT arranged();
    });
    connect(&m_view->columns(), &ListColumns::changed, this, &ListPage::arranged);
    connect(&m_view->groups(), &ListGroups::changed, this, &ListPage::arranged);
    connect(m_view->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ListPage::arranged);
    connect(m_filterBar, &FilterBar::leave, this, &ListPage::takeFocus);
    connect(m_view, &ListView::currentRecordChanged, this, [this](EntityRef record) {
        m_awaited = 0;
        Q_EMIT selected(record);
    });
    connect(m_view, &ListView::opened, this, &ListPage::opened);
    connect(m_view, &ListView::stageWanted, this, &ListPage::askAboutStage);
    connect(m_view, &ListView::menuWanted, this, &ListPage::openMenu);
    connect(m_model.get(), &app::ListModel::failed, this, &ListPage::failed);
    connect(m_model.get(), &app::ListModel::totalsChanged, this, [this] {
        showSummary();
        m_sums->readAgain(); // amounts may be others by now
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, m_sums.get(),
            &app::SelectionSums::readAgain);
    connect(m_model.get(), &QAbstractItemModel::layoutChanged, m_sums.get(), &app::SelectionSums::readAgain);
    connect(m_sums.get(), &app::SelectionSums::changed, this, &ListPage::showSummary);
    connect(m_foot, &ListFoot::clicked, this, &ListPage::copySums);
    connect(m_model.get(), &app::ListModel::loaded, this, [this] {
        showEmptiness();
        if (const qint64 awaited = std::exchange(m_awaited, 0))
            m_view->select(awaited); // the filter may hide it: then nothing is selected
        else if (m_view->hasFocus())
            takeFocus(); // now there are rows to focus
    });
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this, &ListPage::showEmptiness);
    connect(m_model.get(), &QAbstractItemModel::rowsRemoved, this, &ListPage::showEmptiness);
}

ListPage::~ListPage() = default;

// What is done at the end of a row means that row, whatever is chosen.
void ListPage::offerTools()
{
    auto *tools = new RowTools(*m_view, *m_model, m_context.commands()); // the view owns it
    connect(tools, &RowTools::callWanted, this, [this](EntityRef record) {
        m_view->select(record.id);
        Q_EMIT callWanted(record);
    });
    connect(tools, &RowTools::doneWanted, this, [this](EntityRef record) {
        m_view->select(record.id);
        Q_EMIT doneWanted(record);
    });
    connect(tools, &RowTools::menuWanted, this, [this](EntityRef record, const QPoint &global) {
        const std::vector<qint64> chosen = m_view->selectedIds();
        if (std::find(chosen.begin(), chosen.end(), record.id) == chosen.end())
            m_view->select(record.id); // as the right button does
        openMenu(global);
    });
}

EntityKind ListPage::kind() const
{
    return m_model->kind();
}

std::vector<EntityRef> ListPage::selection() const
{
    return m_view->selection();
}

EntityRef ListPage::current() const
{
    return m_view->current();
}

void ListPage::select(EntityRef record)
{
    if (record.kind != kind())
        return;
    m_model->reveal(record.id);
    const bool isThere = m_model->rowOf(record.id) >= 0;
    m_awaited = isThere ? 0 : record.id;
    if (isThere)
        m_view->select(record.id);
}

void ListPage::showPlace(const QString &filter)
{
    m_filterBar->setText(filter);
}

void ListPage::chooseFirst()
{
    takeFocus();
}

// Without a selection: the deal in the detail pane.
std::optional<std::vector<DealId>> ListPage::dealsToClose() const
{
    if (kind() != EntityKind::Deal || selection().empty())
        return {};
    std::vector<DealId> deals;
    for (const EntityRef &record : selection())
        deals.push_back({record.id});
    return deals;
}

std::optional<Query> ListPage::listed() const
{
    return m_model->shownQuery();
}

std::vector<qint64> ListPage::chosen() const
{
    std::vector<qint64> chosen;
    for (const EntityRef &record : selection())
        chosen.push_back(record.id);
    if (chosen.size() > 1)
        return chosen;
    chosen.clear();
    for (int row = 0; m_model->grouping() && row < m_model->rowCount(); ++row) {
        if (const EntityRef record = m_model->recordAt(row); record.id)
            chosen.push_back(record.id);
    }
    return chosen;
}

const Record *ListPage::record(EntityRef record) const
{
    const LoadedRecord *row = record.kind == kind() ? m_model->rowAt(m_model->rowOf(record.id)) : nullptr;
    return row ? &row->record : nullptr;
}

std::optional<Arrangement> ListPage::arrangement() const
{
    return Arrangement{.filter = m_filterBar->text(),
                       .columns = m_view->columns().text(),
                       .sort = orderText(kind(), m_model->query().order),
                       .groups = m_view->groups().text()};
}

void ListPage::arrange(const Arrangement &arrangement, Whose whose)
{
    std::vector<Sentence> gone;
    for (const QString &column : arrangement.columns.split(u' ', Qt::SkipEmptyParts)) {
        const QString name = column.section(u':', 0, 0);
        if (app::columnsNamed(kind(), {name}, m_model->ownFields()).empty())
            gone.push_back(Sentence::tr("There is no column %1 any more.").arg(Quoted{name}));
    }
    const auto order = parseOrder(kind(), arrangement.sort, m_model->ownFields());
    if (!order)
        gone.push_back(order.error().text);
    m_model->setOrder(order.value_or(std::vector<SortKey>{}));
    if (!arrangement.groups.isEmpty() && !parseGrouping(kind(), arrangement.groups))
        gone.push_back(Sentence::tr("There are no groups by %1 any more.").arg(Quoted{arrangement.groups}));
    if (whose == Whose::View) {
        m_view->columns().showAs(arrangement.columns);
        m_view->groups().showAs(arrangement.groups);
        m_filterBar->setSavedText(arrangement.filter, gone);
    } else {
        m_view->columns().showOwn();
        m_view->groups().showOwn();
        m_filterBar->setText(arrangement.filter);
    }
    m_view->columns().showSortOrder();
}

std::optional<app::PrintRequest> ListPage::sheet() const
{
    app::PrintRequest request{.title = m_context.display().kindPlural(kind()),
                              .filter = m_filterBar->trail().join(u", "_s),
                              .summary = m_foot->textOfAll(),
                              .query = m_model->shownQuery(),
                              .grouping = m_model->grouping(),
                              .columns = m_model->columns(),
                              .display = m_context.display()};
    return request;
}

void ListPage::openMenu(const QPoint &global)
{
    QStringList ids{u"record.window"_s,       QString(),          u"activity.logCall"_s,
                    u"activity.logMeeting"_s, u"activity.task"_s, QString()};
    if (const app::Command *won = m_context.commands().find(u"deals.won"); won && app::isEnabled(*won))
        ids += {u"deals.won"_s, u"deals.lost"_s, QString()};
    ids += {u"list.editCell"_s, u"list.change"_s, u"list.group"_s,
            u"list.copy"_s,     u"list.export"_s, u"record.delete"_s};
    m_context.actions().contextMenu(ids, this)->popup(global);
}

void ListPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    begin();
}

void ListPage::begin()
{
    m_model->begin();
}

void ListPage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    takeFocus();
}

void ListPage::takeFocus()
{
    m_view->setFocus(Qt::OtherFocusReason);
    if (!m_view->selectionModel()->hasSelection() && m_model->rowCount() > 0 && !m_awaited)
        m_view->selectFirst();
}

void ListPage::editCell()
{
    m_view->editCell(m_view->currentIndex());
}

std::vector<CellEditor *> ListPage::cellEditors() const
{
    return m_view->editors();
}

ListColumns &ListPage::columns()
{
    return m_view->columns();
}

ListGroups &ListPage::groups()
{
    return m_view->groups();
}

void ListPage::copySums()
{
    QGuiApplication::clipboard()->setText(m_foot->copyText());
    Q_EMIT copied(m_foot->copyText());
}

void ListPage::ask(const app::StageQuestion &question, const QString &what, QRect place,
                   std::function<void(const StageTransition &transition)> then)
{
    if (!m_stageForm) {
        m_stageForm = new StageForm(m_context.editors(), this);
        connect(m_stageForm, &StageForm::cancelled, this, &ListPage::takeFocus);
    }
    m_stageForm->ask(question, what, place,
                     [this, then = std::move(then)](const StageTransition &transition) {
                         takeFocus();
                         then(transition);
                     });
}

void ListPage::askAboutStage(EntityRef deal, const std::vector<FieldDelta> &changes, QRect place)
{
    const LoadedRecord *row = m_model->rowAt(m_model->rowOf(deal.id));
    if (!row)
        return;
    auto question = app::questionFor(m_context.workspace().lookups(), deal.kind, row->record.row, changes);
    if (!question)
        return;
    question->alone = {deal.id}; // a row of fields has no id
    ask(*question, u'“' + textOf(row->record.value(u"name")) + u'”',
        QRect(m_view->viewport()->mapTo(this, place.topLeft()), place.size()),
        [this, deal, changes, to = question->stage.id](StageTransition transition) {
            // as changed from what the cell showed
            transition.corrected.insert(transition.corrected.end(), changes.begin(), changes.end());
            app::moveDeal(m_context.workspace(), this, {deal.id}, to, transition,
                          [this](const Result<ChangeSet> &set) {
                              if (!set)
                                  Q_EMIT failed(set.error());
                              m_stageForm->conclude(set ? std::nullopt : std::optional(set.error()));
                          });
        });
}

void ListPage::changeSelection()
{
    if (!m_change) {
        m_change = new ChangeForm(m_context.editors(), kind(), this);
        connect(m_change, &ChangeForm::valuesChosen, this, &ListPage::completeChange);
        connect(m_change, &ChangeForm::changeWanted, this, [this](const app::BulkChange &change) {
            takeFocus();
            Q_EMIT changeWanted(change);
        });
        connect(m_change, &ChangeForm::cancelled, this, &ListPage::takeFocus);
    }
    std::vector<qint64> ids;
    for (const EntityRef &record : selection())
        ids.push_back(record.id);
    const int column = m_view->currentIndex().column();
    m_change->ask(ids, column < 0 ? QString() : m_model->columns()[size_t(column)].id);
}

void ListPage::completeChange(const std::vector<FieldValue> &values, QRect place)
{
    const auto question = app::questionForMany(m_context.workspace().lookups(), kind(), values.front());
    if (!question) {
        m_change->submit({});
        return;
    }
    ask(*question, m_change->described(), place,
        [this, asked = *question](const StageTransition &transition) {
            m_change->submit(app::valuesOf(asked, transition));
        });
}

void ListPage::askHowToExport()
{
    if (!m_export) {
        m_export = new ExportForm(m_context.settings(), m_context.display(), this);
        connect(m_export, &ExportForm::exportWanted, this,
                [this](const transfer::TargetFile &file, app::ExportColumns columns,
                       transfer::ExportPurpose purpose) {
                    takeFocus();
                    Q_EMIT exportWanted(file, columns, purpose);
                });
        connect(m_export, &ExportForm::cancelled, this, &ListPage::takeFocus);
    }
    m_export->ask(m_context.display().counted(m_model->totals().count, kind()), kind());
}

void ListPage::showReport(const Result<app::BulkReport> &report)
{
    if (m_change)
        m_change->showReport(report);
}

void ListPage::showSummary()
{
    m_foot->showTotals(m_model->totals(), m_sums->totals());
}

// No records at all, and no records for the filter, each have their own text and offers.
void ListPage::showEmptiness()
{
    const bool isEmpty = m_model->rowCount() == 0 && !m_model->isLoading();
    if (isEmpty && !m_filterBar->filter().isEmpty())
        m_empty->tell(tr("Nothing meets this filter."), {{u"list.clearFilter"_s, tr("Clear the filter")}});
    else if (isEmpty)
        m_empty->tell(tr("There are no %1 yet.").arg(m_context.display().kindPlural(kind())),
                      {{u"record.new"_s, tr("Add a new %1").arg(m_context.display().kindName(kind()))},
                       {u"book.import"_s, tr("Import a list")}});
    m_empty->setVisible(isEmpty);
}

} // namespace headway::ui
