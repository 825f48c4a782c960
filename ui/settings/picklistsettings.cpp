// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/picklistsettings.h"

#include "domain/records/record.h"
#include "domain/rules/picklists.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/remarklabel.h"
#include "ui/fields/recordform.h"
#include "ui/settings/picklistview.h"
#include "ui/settings/settingsform.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int leastListWidth = 240;
constexpr int mostListWidth = 340;
constexpr int mostSheetWidth = 520;
constexpr int labelLetters = 22;

} // namespace

PicklistSettings::PicklistSettings(EntityKind kind, const Text &text, const EditorContext &context,
                                   QWidget *parent)
    : QWidget(parent), m_kind(kind), m_context(context), m_list(new PicklistView(this)),
      m_sheet(new RecordForm(context, this)), m_remark(new RemarkLabel(this))
{
    build(text);
    connect(m_list, &PicklistView::chosen, this, &PicklistSettings::showChosen);
    connect(m_list, &PicklistView::addWanted, this, &PicklistSettings::addOne);
    connect(m_list, &PicklistView::editWanted, this, &PicklistSettings::edit);
    connect(m_list, &PicklistView::moveWanted, this, &PicklistSettings::move);
    connect(m_list, &PicklistView::removeWanted, this, &PicklistSettings::removeCurrent);
    connect(m_sheet, &RecordForm::created, this, [this](EntityRef value) {
        m_list->select(value);
        showChosen();
        m_list->setFocus();
    });
    connect(m_sheet, &RecordForm::cancelled, this, [this] {
        m_sheet->discardNew();
        showChosen();
        m_list->setFocus();
    });
    connect(m_sheet, &RecordForm::refused, m_remark, &RemarkLabel::refuse);
    connect(&context.workspace, &app::Workspace::lookupsChanged, this, &PicklistSettings::showValues);
    showValues();
}

PicklistSettings::~PicklistSettings() = default;

void PicklistSettings::build(const Text &text)
{
    setObjectName(QString(tableName(m_kind)));
    m_list->setAccessibleName(text.title);
    m_sheet->setAccessibleName(tr("What is chosen in the list"));
    m_sheet->setMaximumWidth(mostSheetWidth);
    m_sheet->widenLabels(labelLetters);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::huge);
    columns->addWidget(buildList(), 80);
    columns->addWidget(m_sheet, 100);
    columns->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::huge, space::huge, space::huge, space::large);
    column->setSpacing(space::large);
    column->addWidget(makePartTitle(text.title, text.sentence, this));
    column->addLayout(columns, 1);
    setFocusProxy(m_list);
}

QWidget *PicklistSettings::buildList()
{
    auto *place = new QWidget(this);
    place->setMinimumWidth(leastListWidth);
    place->setMaximumWidth(mostListWidth);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::hair);
    auto *under = new QHBoxLayout; // not in one row: wordy languages would leave no room for the sheet
    const bool isPipelines = m_kind == EntityKind::Pipeline;
    auto *first =
        makeButton(isPipelines ? tr("Add a stage") : tr("Add"), u"list-add"_s, &PicklistSettings::addOne);
    first->setToolTip(tr("%1 (Insert)").arg(first->text()));
    buttons->addWidget(first);
    if (isPipelines) {
        auto *second = makeButton(tr("Add a pipeline"), u"list-add"_s, &PicklistSettings::addPipeline);
        second->setToolTip(tr("Add a pipeline, with the stages it cannot do without"));
        under->addWidget(second);
        under->addStretch(1);
    }
    buttons->addStretch(1);
    const auto addIcon = [&](const QString &tip, const QString &icon, void (PicklistSettings::*run)()) {
        FlatButton *button = makeButton({}, icon, run);
        button->setToolTip(tip);
        button->setAccessibleName(tip.section(u" ("_s, 0, 0));
        buttons->addWidget(button);
        return button;
    };
    if (hasOrder(m_kind)) {
        m_up = addIcon(tr("Move up (Alt+Up)"), u"go-up"_s, &PicklistSettings::moveUp);
        m_down = addIcon(tr("Move down (Alt+Down)"), u"go-down"_s, &PicklistSettings::moveDown);
    }
    m_remove = addIcon(tr("Delete (Del)"), u"edit-delete"_s, &PicklistSettings::removeCurrent);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins({});
    column->setSpacing(space::small);
    column->addWidget(m_list, 1);
    column->addWidget(m_remark);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(space::hair);
    rows->addLayout(buttons);
    rows->addLayout(under);
    column->addLayout(rows);
    return place;
}

FlatButton *PicklistSettings::makeButton(const QString &text, const QString &iconName,
                                         void (PicklistSettings::*run)())
{
    auto *button = new FlatButton(FlatButton::Kind::Quiet, this);
    button->setText(text);
    button->showIcon(iconName);
    connect(button, &FlatButton::clicked, this, run);
    return button;
}

void PicklistSettings::showValues()
{
    m_list->showValues(app::picklistRows(m_kind, m_context.workspace.lookups(), m_context.rules.display));
}

// Choosing another value saves the input, and leaves a new one (which stays as a draft).
void PicklistSettings::showChosen()
{
    m_remark->explain({});
    const app::PicklistRow *chosen = m_list->current();
    m_sheet->setVisible(chosen || m_sheet->isNew());
    if (m_remove)
        m_remove->setEnabled(chosen);
    for (FlatButton *button : {m_up, m_down}) {
        if (button)
            button->setEnabled(chosen);
    }
    const bool isTyping = m_sheet->isNew() && m_sheet->isAncestorOf(window()->focusWidget());
    if (!chosen || isTyping)
        return;
    m_sheet->saveAll();
    m_sheet->showRecord(chosen->row);
}

void PicklistSettings::addOne()
{
    add(m_kind == EntityKind::Pipeline ? EntityKind::Stage : m_kind);
}

void PicklistSettings::addPipeline()
{
    add(EntityKind::Pipeline);
}

void PicklistSettings::add(EntityKind kind)
{
    m_remark->explain({});
    m_sheet->saveAll();
    Row preset = entityInfo(kind).defaults;
    const app::PicklistRow *chosen = m_list->current();
    if (kind == EntityKind::Stage && chosen) {
        const bool isPipeline = chosen->ref().kind == EntityKind::Pipeline;
        preset[size_t(entityInfo(kind).indexOf(u"pipeline_id"))] =
            isPipeline ? Value(chosen->ref().id) : chosen->row.record.value(u"pipeline_id");
    }
    if (kind == EntityKind::CustomField && chosen) { // of the same records
        const int of = entityInfo(kind).indexOf(u"record_kind");
        preset[size_t(of)] = chosen->row.record.row[size_t(of)];
    }
    m_sheet->show();
    m_sheet->showNew(kind, preset);
}

void PicklistSettings::edit()
{
    if (m_list->current())
        m_sheet->edit(QString::fromLatin1(entityInfo(m_list->current()->ref().kind).title));
}

void PicklistSettings::move(int step)
{
    const app::PicklistRow *chosen = m_list->current();
    if (!chosen || !hasOrder(chosen->ref().kind))
        return;
    app::movePicklistValue(m_context.workspace, this, chosen->ref(),
                           step < 0 ? app::MoveDirection::Up : app::MoveDirection::Down,
                           [this](const Result<ChangeSet> &set) { tell(set); });
}

void PicklistSettings::removeCurrent()
{
    const app::PicklistRow *chosen = m_list->current();
    if (!chosen)
        return;
    app::deleteRecords(m_context.workspace, this, {chosen->ref()},
                       [this](const Result<ChangeSet> &set) { tell(set); });
}

void PicklistSettings::tell(const Result<ChangeSet> &set)
{
    if (set)
        m_remark->explain({});
    else
        m_remark->refuse(m_context.rules.display.words(set.error().text));
}

void PicklistSettings::hideEvent(QHideEvent *event)
{
    m_sheet->saveAll();
    QWidget::hideEvent(event);
}

// The same keys as in the detail pane.
void PicklistSettings::keyPressEvent(QKeyEvent *event)
{
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (withControl && (isEnter || event->key() == Qt::Key_S)) {
        if (m_sheet->isNew())
            m_sheet->saveNew();
        else
            m_sheet->saveAll();
    } else if (event->key() == Qt::Key_Escape && m_sheet->isNew()) {
        m_list->setFocus(); // the input stays as a draft
        showChosen();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace headway::ui
