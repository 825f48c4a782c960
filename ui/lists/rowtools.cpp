// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/rowtools.h"

#include "app/commands/commands.h"
#include "app/lists/listmodel.h"
#include "app/text/plaintip.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "ui/controls/flatbutton.h"
#include "ui/lists/celleditor.h"
#include "ui/lists/listview.h"
#include "ui/style/colours.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int toolWidth = 28;

} // namespace

RowTools::RowTools(ListView &view, app::ListModel &model, const app::Commands &commands)
    : QWidget(view.viewport()), m_view(view), m_model(model),
      m_call(addTool(iconOf(ActivityKind::Call), tr("Log a call"), commands.toolTip(u"activity.logCall"_s))),
      m_done(addTool(u"dialog-ok-apply"_s, tr("Mark as done"), commands.toolTip(u"activity.done"_s))),
      m_more(addTool(u"view-more-horizontal-symbolic"_s, tr("More"), {}))
{
    hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::hair, 0, space::hair, 1);
    row->setSpacing(0);
    for (FlatButton *tool : {m_call, m_done, m_more})
        row->addWidget(tool);
    setCursor(Qt::ArrowCursor);
    view.viewport()->setMouseTracking(true);
    view.viewport()->installEventFilter(this);
    connect(m_call, &QAbstractButton::clicked, this, [this] { Q_EMIT callWanted(record()); });
    connect(m_done, &QAbstractButton::clicked, this, [this] { Q_EMIT doneWanted(record()); });
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        const QPoint below =
            m_more->isRightToLeft() ? m_more->rect().bottomRight() : m_more->rect().bottomLeft();
        Q_EMIT menuWanted(record(), m_more->mapToGlobal(below));
    });
    for (QScrollBar *bar : {view.verticalScrollBar(), view.horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &RowTools::leave);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RowTools::leave);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RowTools::leave);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &RowTools::leave);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowTools::leave);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                if (m_row >= first.row() && m_row <= last.row())
                    place(); // something may be planned by now
            });
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            qOverload<>(&QWidget::update));
}

RowTools::~RowTools() = default;

FlatButton *RowTools::addTool(const QString &iconName, const QString &name, const QString &toolTip)
{
    auto *tool = new FlatButton(FlatButton::Kind::Quiet, this);
    tool->showIcon(iconName);
    tool->setAccessibleName(name);
    tool->setToolTip(app::plainTip(toolTip.isEmpty() ? name : toolTip));
    tool->setFocusPolicy(Qt::NoFocus); // the keyboard has the commands themselves
    return tool;
}

EntityRef RowTools::record() const
{
    return m_model.recordAt(m_row);
}

bool RowTools::canCall() const
{
    return entityInfo(m_model.kind()).has(KindTrait::HasActivities);
}

// The planned activity itself, or the next step of the record.
bool RowTools::canFinish() const
{
    const LoadedRecord *row = m_model.rowAt(m_row);
    if (!row)
        return false;
    if (m_model.kind() == EntityKind::Activity)
        return as<Activity>(row->record).state == ActivityState::Planned;
    const int next = row->record.info().indexOf(u"next_activity");
    return next >= 0 && !isNull(row->record.row[size_t(next)]);
}

void RowTools::hover(int row)
{
    if (row == m_row)
        return;
    m_row = row;
    place();
}

void RowTools::place()
{
    const bool isOffered = record().id != 0 && m_model.rowAt(m_row) && m_view.editors().empty();
    if (!isOffered) {
        hide();
        m_view.showHovered(m_row, 0);
        return;
    }
    m_call->setVisible(canCall());
    m_done->setVisible(canFinish());
    const int height = m_view.rowHeight(m_row);
    for (FlatButton *tool : {m_call, m_done, m_more})
        tool->setFixedSize(toolWidth, height - 1);
    layout()->activate();
    const int width = layout()->sizeHint().width();
    const int left = isRightToLeft() ? 0 : m_view.viewport()->width() - width;
    setGeometry(left, m_view.rowViewportPosition(m_row), width, height);
    m_view.showHovered(m_row, width);
    show();
    raise();
}

bool RowTools::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: {
        const auto *move = static_cast<QMouseEvent *>(event);
        hover(move->buttons() == Qt::NoButton ? m_view.rowAt(int(move->position().y())) : -1);
        break;
    }
    case QEvent::MouseButtonDblClick: // edits the cell
    case QEvent::Leave:
    case QEvent::Resize: leave(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void RowTools::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isSelected = m_view.selectionModel()->isRowSelected(m_row);
    painter.fillRect(rect(), palette().color(isSelected ? QPalette::Highlight : QPalette::Base));
    if (!isSelected)
        painter.fillRect(rect().adjusted(0, 0, 0, -1), colourRolesOf(*this).hover);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colourRolesOf(*this).hairline);
}

} // namespace headway::ui
