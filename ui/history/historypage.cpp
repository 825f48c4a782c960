// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "app/history/historylines.h"
#include "app/history/historymodel.h"
#include "app/text/plaintip.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/listheader.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/history/historybar.h"
#include "ui/pages/bookcontext.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

QTableView *plainTable()
{
    auto *view = new QTableView;
    view->setSelectionBehavior(QTableView::SelectRows);
    view->setSelectionMode(QTableView::SingleSelection);
    view->setEditTriggers(QTableView::NoEditTriggers);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setHorizontalHeader(new ListHeader(view));
    view->setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, view));
    view->setItemDelegate(new CellDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(lineHeight(TextSize::Body));
    view->horizontalHeader()->setStretchLastSection(false);
    view->horizontalHeader()->setSectionsMovable(false);
    return view;
}

} // namespace

PageFace HistoryPage::face(const BookContext &)
{
    return {.id = u"history"_s,
            .title = tr("History"),
            .iconName = u"document-open-recent"_s,
            .areas = app::Area::Report,
            .section = PageFace::Section::Past,
            .way = app::Command{.id = u"edit.history"_s,
                                .text = tr("&History of steps"),
                                .iconName = u"document-open-recent"_s,
                                .shortcuts = {QKeySequence(u"Ctrl+H"_s)},
                                .menu = {tr("&Edit")},
                                .section = 20}};
}

HistoryPage::HistoryPage(BookContext &context)
    : m_workspace(context.workspace()), m_display(context.display()),
      m_steps(std::make_unique<app::HistoryModel>(m_workspace, m_display)),
      m_bar(new HistoryBar(context, this)), m_lines(new QStandardItemModel(0, 4, this)),
      m_stepView(plainTable()), m_lineView(plainTable()), m_title(new ElidedLabel),
      m_takeBack(new FlatButton(FlatButton::Kind::Quiet))
{
    connectSteps();
    m_lineView->setModel(m_lines);
    m_lines->setHorizontalHeaderLabels({tr("Record"), tr("Field"), tr("Before"), tr("After")});
    m_stepView->setAccessibleName(tr("Steps"));
    m_stepView->setAccessibleDescription(tr("Right and Left unfold and fold the steps of one minute."));
    m_lineView->setAccessibleName(tr("What the step changed"));
    const int letter = fontMetrics().averageCharWidth();
    m_stepView->horizontalHeader()->setSectionResizeMode(app::HistoryModel::What, QHeaderView::Stretch);
    m_stepView->setColumnWidth(app::HistoryModel::When, 26 * letter);
    m_stepView->setColumnWidth(app::HistoryModel::Who, 20 * letter);
    m_lineView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_stepView->installEventFilter(this);
    m_title->showText(tr("Choose a step to see what it changed."), ElidedLabel::Tone::Quiet);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stepView);
    splitter->addWidget(makeBelow());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_bar);
    whole->addWidget(splitter, 1);

    connect(m_bar, &HistoryBar::changed, this, &HistoryPage::narrow);
    connect(m_stepView, &QTableView::clicked, this, &HistoryPage::foldByClick);
    connect(m_takeBack, &FlatButton::clicked, this, &HistoryPage::takeBack);
}

void HistoryPage::connectSteps()
{
    const app::HistoryModel *steps = m_steps.get();
    // Before the view's own connections, so that what its selection does while rows go is known.
    connect(steps, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isLosing = true; });
    m_stepView->setModel(m_steps.get());
    connect(steps, &QAbstractItemModel::rowsRemoved, this, [this] { m_isLosing = false; });
    connect(m_stepView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryPage::chooseStep);
    connect(steps, &QAbstractItemModel::modelReset, this, &HistoryPage::forgetStep);
    connect(steps, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_stepView->hasFocus() && !m_stepView->currentIndex().isValid())
            m_stepView->setCurrentIndex(m_steps->index(0, 0)); // the keyboard came before the steps
    });
    connect(steps, &QAbstractItemModel::dataChanged, this, &HistoryPage::showStep);
    connect(steps, &app::HistoryModel::failed, this, &HistoryPage::failed);
    connect(steps, &app::HistoryModel::reached, this, [this](int row) {
        m_stepView->setCurrentIndex(m_steps->index(row, 0));
        chooseStep(); // also where its row was the current one, of an older step
        m_stepView->setFocus(Qt::OtherFocusReason);
    });
}

HistoryPage::~HistoryPage() = default;

QWidget *HistoryPage::makeBelow()
{
    m_takeBack->setText(tr("Undo this step"));
    m_takeBack->showIcon(u"edit-undo"_s);
    m_takeBack->setEnabled(false);
    auto *below = new QWidget;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::large, space::hair, space::large, space::hair);
    head->addWidget(m_title, 1);
    head->addWidget(m_takeBack);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_lineView, 1);
    return below;
}

void HistoryPage::narrow()
{
    m_steps->narrowTo(m_bar->filter());
    Q_EMIT placed(m_bar->place(), m_bar->trail());
}

// The place stays as it was asked for, also where another one shows the same: else the way back would end here.
void HistoryPage::showPlace(const QString &place)
{
    const bool isStep = place.startsWith("step:"_L1);
    {
        const QSignalBlocker notByHand(m_bar);
        m_bar->showPlace(isStep ? QString() : place);
    }
    m_steps->narrowTo(m_bar->filter());
    if (isStep)
        m_steps->seek(place.mid(5).toLongLong());
    Q_EMIT placed(place, m_bar->trail());
}

// Clears what is shown of the chosen step, which is no longer visible.
void HistoryPage::forgetStep()
{
    m_read.cancel();
    clearLines();
    m_title->showText(tr("Choose a step to see what it changed."), ElidedLabel::Tone::Quiet);
    m_takeBack->setEnabled(false);
    m_step = 0;
    m_shown = 0;
    if (isVisible())
        m_steps->fetchMore({});
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_steps->rowCount() == 0 && m_steps->canFetchMore({}))
        m_steps->fetchMore({});
}

// No focus proxy: Tab would pass by the bar, which stands before the steps.
void HistoryPage::focusInEvent(QFocusEvent *event)
{
    m_stepView->setFocus(event->reason());
}

bool HistoryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_stepView && event->type() == QEvent::KeyPress
        && foldByKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return BookPage::eventFilter(watched, event);
}

bool HistoryPage::foldByKey(int key)
{
    using Fold = app::HistoryModel::Fold;
    const QModelIndex current = m_stepView->currentIndex();
    if (!current.isValid())
        return false;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const Fold fold = m_steps->foldAt(current.row());
    if (key == (isMirrored ? Qt::Key_Left : Qt::Key_Right) && fold == Fold::Folded)
        m_steps->unfold(current.row());
    else if (key == (isMirrored ? Qt::Key_Right : Qt::Key_Left) && fold == Fold::Unfolded)
        m_steps->fold(current.row());
    else
        return false;
    chooseStep(); // newer ones may have been folded over the one that was chosen
    return true;
}

// Anywhere on a folded row, since there is more to see; only on the mark of an unfolded one.
void HistoryPage::foldByClick(const QModelIndex &index)
{
    using Fold = app::HistoryModel::Fold;
    const Fold fold = m_steps->foldAt(index.row());
    if (fold == Fold::Folded) {
        m_steps->unfold(index.row());
        chooseStep();
        return;
    }
    const QRect cell = m_stepView->visualRect(index);
    const int x = m_stepView->viewport()->mapFromGlobal(QCursor::pos()).x();
    const int fromStart = layoutDirection() == Qt::RightToLeft ? cell.right() - x : x - cell.left();
    if (fold == Fold::Unfolded && index.column() == app::HistoryModel::What && fromStart < space::huge)
        m_steps->fold(index.row());
}

// The current row's.
void HistoryPage::chooseStep()
{
    if (m_isLosing) { // when the rows are there again
        QMetaObject::invokeMethod(this, &HistoryPage::standAtStep, Qt::QueuedConnection);
        return;
    }
    const QModelIndex current = m_stepView->currentIndex();
    if (!current.isValid() || m_isStanding)
        return;
    m_step = m_steps->stepAt(current.row()).id;
    showStep();
    if (m_step != m_shown)
        readLines();
}

void HistoryPage::standAtStep()
{
    const int row = m_steps->rowOf(m_step);
    if (row < 0 || row == m_stepView->currentIndex().row())
        return;
    m_isStanding = true;
    m_stepView->setCurrentIndex(m_steps->index(row, 0));
    m_isStanding = false;
}

// What the chosen step is called, and whether it can be undone: that may change.
void HistoryPage::showStep()
{
    const Operation *step = m_steps->stepWith(m_step);
    if (!step)
        return;
    QString title = m_display.words(step->label);
    if (step->origin == Origin::Generated)
        title = tr("%1 · came with the sample company, and stays").arg(title);
    m_title->showText(title, ElidedLabel::Tone::Normal);
    m_takeBack->setEnabled(!step->revertedBy && step->origin != Origin::Generated);
}

// Of the chosen step; until they are there, none are shown, since those of another one would seem to be its own.
void HistoryPage::readLines()
{
    clearLines();
    m_shown = m_step;
    m_read = app::readHistoryLines(m_workspace, this, m_display, m_step, app::mostHistoryLines,
                                   [this](const Result<app::HistoryLines> &lines) {
                                       if (lines) {
                                           showLines(*lines);
                                           return;
                                       }
                                       m_shown = 0; // read anew when it is chosen again
                                       Q_EMIT failed(lines.error());
                                   });
}

void HistoryPage::clearLines()
{
    m_lines->removeRows(0, m_lines->rowCount());
    m_record = {};
    m_bar->offerRecord({});
}

void HistoryPage::showLines(const app::HistoryLines &lines)
{
    for (const app::HistoryLine &line : lines.lines) {
        QList<QStandardItem *> cells;
        for (const QString &text : {line.record, line.field, line.before, line.after}) {
            cells += new QStandardItem(text);
            cells.back()->setToolTip(app::plainTip(text));
        }
        m_lines->appendRow(cells);
    }
    if (!lines.isComplete)
        m_lines->appendRow(new QStandardItem(tr("… and more")));
    m_record = lines.record;
    m_bar->offerRecord(m_record);
    if (isVisible())
        Q_EMIT selected(m_record);
}

void HistoryPage::takeBack()
{
    if (m_step && m_takeBack->isEnabled())
        app::takeBack(m_workspace, this, m_step,
                      [this](const app::StepRefusal &refusal) { Q_EMIT refused(refusal); });
}

} // namespace headway::ui
