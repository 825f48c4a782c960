// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/celleditor.h"

#include "app/input/drafts.h"
#include "app/input/stagequestion.h"
#include "app/lists/listmodel.h"
#include "domain/records/loadedrecord.h"
#include "ui/fields/fieldrow.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace headway::ui {

namespace {

constexpr int indent = 5; // pixels; text begins further right in a cell than in an editor: it must not jump
constexpr int noteLetters = 36; // letters; a sentence below a narrow cell needs room

app::InputField inputFieldOf(EntityKind kind, const app::Column &column)
{
    return column.own ? app::InputField(*column.own) : app::InputField(kind, column.field);
}

int leastLetters(FieldType type)
{
    switch (type) {
    case FieldType::LongText: return 48;
    case FieldType::Reference: return 28;
    case FieldType::Day:
    case FieldType::Moment: return 22;
    default: return 16;
    }
}

} // namespace

CellEditor::CellEditor(app::ListModel &model, const EditorContext &context, const QModelIndex &cell,
                       QAbstractItemView &view)
    : QFrame(view.viewport()), m_model(model), m_context(context), m_view(view), m_cell(cell),
      m_record(model.recordAt(cell.row())),
      m_fieldRow(new FieldRow(inputFieldOf(m_record.kind, model.columns()[size_t(cell.column())]),
                              FieldRow::Saved::Alone, context, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(indent, 0, 0, 0);
    column->addWidget(m_fieldRow);
    m_fieldRow->hideLabel();
    setBackgroundRole(QPalette::Window); // children of a viewport would hide the refusal colour
    setFocusProxy(m_fieldRow);
    setAccessibleName(m_fieldRow->accessibleName());
    showRow();
    connect(m_fieldRow, &FieldRow::saveWanted, this, &CellEditor::submit);
    connect(m_fieldRow, &FieldRow::finished, this, &CellEditor::finish);
    connect(m_fieldRow, &FieldRow::typed, this, &CellEditor::keepDraft);
    const auto follow = [this] { place(); };
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, this, follow);
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, this, follow);
    connect(&model, &app::ListModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                if (m_cell.isValid() && from.row() <= m_cell.row() && m_cell.row() <= to.row())
                    showRow();
            });
    const auto look = [this] { lookForCell(); };
    // Queued: the view must handle the signal first.
    connect(&model, &app::ListModel::rowsInserted, this, look, Qt::QueuedConnection);
    connect(&model, &app::ListModel::rowsRemoved, this, look, Qt::QueuedConnection);
    connect(&model, &app::ListModel::layoutChanged, this, look, Qt::QueuedConnection);
    connect(&model, &app::ListModel::modelReset, this, look, Qt::QueuedConnection);
    connect(&context.workspace, &app::Workspace::changed, this, [this](const ChangeSet &set) {
        m_isDeleted |= std::any_of(set.changes.begin(), set.changes.end(), [this](const Change &change) {
            return change.kind == ChangeKind::Remove && change.ref == m_record;
        });
    });
}

CellEditor::~CellEditor() = default;

bool CellEditor::isOf(const app::Column &column) const
{
    return m_fieldRow->field() == inputFieldOf(m_record.kind, column);
}

QString CellEditor::note() const
{
    return m_fieldRow->note();
}

bool CellEditor::isUnsaved() const
{
    return m_fieldRow->isUnsaved();
}

void CellEditor::save()
{
    m_fieldRow->save();
}

QRect CellEditor::cellPlace() const
{
    return m_cell.isValid() ? m_view.visualRect(m_cell) : geometry();
}

void CellEditor::open()
{
    place();
    show();
    raise();
    const bool isFirst = !m_fieldRow->isEditing();
    m_fieldRow->edit();
    if (isFirst && m_fieldRow->isEditing())
        watchEditor();
    place();
}

// Tab ends the edit wherever the focus is, including the pop-up lists of choices and search results.
void CellEditor::watchEditor()
{
    for (QWidget *part : m_fieldRow->editor()->findChildren<QWidget *>())
        part->installEventFilter(this);
    // A figure stays where its column has it.
    const bool isFigure = m_cell.isValid()
        && app::alignmentOf(m_record.kind, m_model.columns()[size_t(m_cell.column())])
               .testFlag(Qt::AlignRight);
    if (auto *line = m_fieldRow->editor()->findChild<QLineEdit *>(); line && isFigure)
        line->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter));
    if (auto *choice = m_fieldRow->editor()->findChild<QComboBox *>())
        choice->view()->installEventFilter(this);
    if (auto *found = m_fieldRow->editor()->findChild<QCompleter *>())
        found->popup()->installEventFilter(this);
}

void CellEditor::showRow()
{
    if (const LoadedRecord *row = m_cell.isValid() ? m_model.rowAt(m_cell.row()) : nullptr)
        m_fieldRow->showRecord(*row);
}

void CellEditor::lookForCell()
{
    if (!m_cell.isValid()) {
        const auto &columns = m_model.columns();
        const auto column = std::find_if(columns.begin(), columns.end(),
                                         [this](const app::Column &one) { return isOf(one); });
        m_cell = m_model.index(m_model.rowOf(m_record.id), int(column - columns.begin()));
    }
    if (m_cell.isValid()) {
        place();
        return;
    }
    if (m_fieldRow->isSaving() || m_fieldRow->isRefused())
        return;
    if (!m_fieldRow->isUnsaved()) {
        m_fieldRow->revert();
        return;
    }
    const QString kind = m_context.rules.display.kindName(m_record.kind);
    m_fieldRow->showRefused(
        m_isDeleted
            ? tr("This %1 was deleted in the meantime. What you typed stays here until Esc.").arg(kind)
            : tr("This %1 has left the list. Enter saves it all the same, Esc does not.").arg(kind));
}

// Over the cell, as wide as the input needs, and wholly visible as long as the cell is.
void CellEditor::place()
{
    if (!m_cell.isValid())
        return;
    const QRect cell = m_view.visualRect(m_cell);
    const int letters =
        std::max(leastLetters(m_fieldRow->field().meaning()), m_fieldRow->note().isEmpty() ? 0 : noteLetters);
    const QRect room = m_view.viewport()->rect();
    const int width =
        std::min(std::max(cell.width(), letters * fontMetrics().averageCharWidth()), room.width());
    const int wanted = layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height();
    const int height = std::max(cell.height(), wanted);
    const bool isRight =
        app::alignmentOf(m_record.kind, m_model.columns()[size_t(m_cell.column())]).testFlag(Qt::AlignRight)
        != m_view.isRightToLeft();
    const int left = isRight ? cell.right() + 1 - width : cell.left();
    const bool isInSight = room.intersects(cell);
    const int top = isInSight ? std::max(0, std::min(cell.top(), room.bottom() + 1 - height)) : cell.top();
    setGeometry(isInSight ? std::clamp(left, 0, std::max(0, room.width() - width)) : left, top, width,
                height);
}

void CellEditor::submit(const std::vector<FieldDelta> &changes)
{
    const LoadedRecord *row = m_model.rowAt(m_model.rowOf(m_record.id));
    if (row && app::questionFor(m_context.workspace.lookups(), m_record.kind, row->record.row, changes)) {
        Q_EMIT stageWanted(changes);
        m_then = Then::Stay;
        m_fieldRow->showSaved();
        return;
    }
    app::saveFields(m_context.workspace, this, m_record, changes, [this](const Result<ChangeSet> &set) {
        if (set) {
            m_fieldRow->showSaved();
            return;
        }
        m_then = Then::Stay;
        m_fieldRow->showRefused(m_context.rules.display.words(set.error().text));
        place();
        if (set.error().code == ErrorCode::Conflict)
            m_model.readAgain(m_record.id);
    });
}

// Input must survive a crash and a closed window; see app::Drafts.
void CellEditor::keepDraft()
{
    const QString key = app::Drafts::key(u"cell", m_record);
    if (isUnsaved())
        m_context.drafts.keepPart(key, m_fieldRow->field().name(), m_fieldRow->editor()->typed());
    else
        m_context.drafts.discardPart(key, m_fieldRow->field().name());
}

void CellEditor::finish()
{
    keepDraft();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (hadFocus)
        m_view.setFocus(Qt::OtherFocusReason);
    hide();
    deleteLater();
    Q_EMIT left(m_then);
}

// The next cell may be edited while this one is being saved; if it is refused then, this editor is still
// there.
void CellEditor::saveThen(Then then)
{
    m_then = then;
    m_fieldRow->save();
    if (m_fieldRow->isSaving()) {
        m_then = Then::Stay;
        Q_EMIT left(then);
    } else if (m_fieldRow->isRefused()) {
        m_then = Then::Stay;
    }
}

bool CellEditor::takeKey(QKeyEvent &key)
{
    m_then = Then::Stay;
    const bool isForward = key.key() == Qt::Key_Tab;
    if (!isForward && key.key() != Qt::Key_Backtab)
        return false;
    saveThen(isForward ? Then::Next : Then::Previous);
    return true;
}

bool CellEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_fieldRow->isEditing())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys such as Delete and "/" go to the input, not to the list below.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isFunction = key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35;
        if (!isFunction && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
            event->accept();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto &key = static_cast<QKeyEvent &>(*event);
    const bool isTab = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
    auto *choice = m_fieldRow->editor()->findChild<QComboBox *>();
    if (choice && watched == choice->view()) {
        if (!isTab)
            return false;
        choice->setCurrentIndex(choice->view()->currentIndex().row());
        choice->hidePopup();
        return takeKey(key);
    }
    auto *found = m_fieldRow->editor()->findChild<QCompleter *>();
    if (found && watched == found->popup()) {
        // A choice made by Tab is saved as soon as it is made; then the next cell is edited.
        m_then = !isTab ? Then::Stay : key.key() == Qt::Key_Tab ? Then::Next : Then::Previous;
        return false;
    }
    return takeKey(key);
}

bool CellEditor::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QFrame::event(event);
}

void CellEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(colourRolesOf(*this).hairline);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace headway::ui
