// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historypage.h"

#include "app/history/historymodel.h"
#include "ui/controls/celldelegate.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/listheader.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/pages/bookcontext.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int mostLines = 500; // changed fields of one step; an import has too many to read

QTableView *plainTable(QAbstractItemModel *model)
{
    auto *view = new QTableView;
    view->setModel(model);
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
                                .menu = {tr("&Edit")}}};
}

HistoryPage::HistoryPage(BookContext &context)
    : m_workspace(context.workspace()), m_display(context.display()),
      m_steps(std::make_unique<app::HistoryModel>(m_workspace, m_display)),
      m_people(new NoWheelComboBox(this)), m_lines(new QStandardItemModel(0, 4, this)),
      m_stepView(plainTable(m_steps.get())), m_lineView(plainTable(m_lines)), m_title(new ElidedLabel),
      m_takeBack(new FlatButton(FlatButton::Kind::Quiet))
{
    m_lines->setHorizontalHeaderLabels({tr("Record"), tr("Field"), tr("Before"), tr("After")});
    m_stepView->setAccessibleName(tr("Steps"));
    m_lineView->setAccessibleName(tr("What the step changed"));
    m_takeBack->setText(tr("Take this step back"));
    m_takeBack->showIcon(u"edit-undo"_s);
    m_takeBack->setEnabled(false);

    const int letter = fontMetrics().averageCharWidth();
    m_stepView->horizontalHeader()->setSectionResizeMode(app::HistoryModel::What, QHeaderView::Stretch);
    m_stepView->setColumnWidth(app::HistoryModel::When, 26 * letter);
    m_stepView->setColumnWidth(app::HistoryModel::Who, 20 * letter);
    m_lineView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::large, space::hair, space::large, space::hair);
    head->addWidget(m_title, 1);
    head->addWidget(m_takeBack);
    auto *below = new QWidget;
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_lineView, 1);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stepView);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(makeHead());
    whole->addWidget(splitter, 1);
    setFocusProxy(m_stepView);

    connect(m_stepView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryPage::showStep);
    connect(m_takeBack, &FlatButton::clicked, this, &HistoryPage::takeBack);
    connect(m_steps.get(), &QAbstractItemModel::modelReset, this, &HistoryPage::forgetStep);
    connect(m_steps.get(), &app::HistoryModel::failed, this, &HistoryPage::failed);
    connect(m_steps.get(), &QAbstractItemModel::dataChanged, this, &HistoryPage::showStep);
}

HistoryPage::~HistoryPage() = default;

QWidget *HistoryPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *label = new QLabel(tr("Steps of"), head);
    m_people->setAccessibleName(tr("Whose steps are shown"));
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(space::large, space::small, space::large, space::small);
    line->setSpacing(space::small);
    line->addWidget(label);
    line->addWidget(m_people);
    line->addStretch(1);
    showPeople();
    connect(&m_workspace, &app::Workspace::lookupsChanged, this, &HistoryPage::showPeople);
    connect(m_people, &QComboBox::activated, this, [this] {
        const UserId user{m_people->currentData().toLongLong()};
        m_steps->narrowTo(user);
        if (user)
            Q_EMIT placed(QString::number(user.value), {m_people->currentText()});
        else
            Q_EMIT placed({}, {});
    });
    return head;
}

// Former colleagues are included: their steps stay in the history.
void HistoryPage::showPeople()
{
    m_people->clear();
    m_people->addItem(tr("everybody"), 0);
    for (const User &user : m_workspace.lookups().users)
        m_people->addItem(user.name, user.id.value);
    m_people->setCurrentIndex(qMax(0, m_people->findData(m_steps->narrowedTo().value)));
}

void HistoryPage::showPlace(const QString &user)
{
    narrowTo({user.toLongLong()});
}

void HistoryPage::narrowTo(UserId user)
{
    m_people->setCurrentIndex(qMax(0, m_people->findData(user.value)));
    m_steps->narrowTo(user);
}

// Clears what is shown of the chosen step, which is no longer visible.
void HistoryPage::forgetStep()
{
    m_read.cancel();
    m_lines->removeRows(0, m_lines->rowCount());
    m_title->showText({}, ElidedLabel::Tone::Normal);
    m_takeBack->setEnabled(false);
    if (isVisible())
        m_steps->fetchMore({});
}

void HistoryPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_steps->rowCount() == 0 && m_steps->canFetchMore({}))
        m_steps->fetchMore({});
}

void HistoryPage::showStep()
{
    const QModelIndex current = m_stepView->currentIndex();
    if (!current.isValid())
        return;
    const Operation &step = m_steps->stepAt(current.row());
    QString title = current.siblingAtColumn(app::HistoryModel::What).data().toString();
    if (step.origin == Origin::Generated)
        title = tr("%1 · came with the sample company, and stays").arg(title);
    m_title->showText(title, ElidedLabel::Tone::Normal);
    m_takeBack->setEnabled(!step.revertedBy && step.origin != Origin::Generated);
    using Lines = std::vector<app::HistoryLine>;
    m_read =
        app::readHistoryLines(m_workspace, this, m_display, step.id, mostLines, [this](Result<Lines> lines) {
            if (!lines) {
                Q_EMIT failed(lines.error());
                return;
            }
            m_lines->removeRows(0, m_lines->rowCount());
            for (const app::HistoryLine &line : *lines) {
                QList<QStandardItem *> cells;
                for (const QString &text : {line.record, line.field, line.before, line.after})
                    cells += new QStandardItem(text);
                m_lines->appendRow(cells);
            }
        });
}

void HistoryPage::takeBack()
{
    const QModelIndex current = m_stepView->currentIndex();
    if (!current.isValid() || !m_takeBack->isEnabled())
        return;
    m_workspace.revert(m_steps->stepAt(current.row()).id, this, [this](Result<ChangeSet> set) {
        if (!set)
            Q_EMIT failed(set.error());
    });
}

} // namespace headway::ui
