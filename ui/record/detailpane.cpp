// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/detailpane.h"

#include "app/commands/commands.h"
#include "app/edits/recordedits.h"
#include "app/history/takingback.h"
#include "app/input/stagequestion.h"
#include "domain/fields/valuejson.h"
#include "domain/records/record.h"
#include "domain/text/reftext.h"
#include "ui/controls/tabrow.h"
#include "ui/fields/recordform.h"
#include "ui/record/detailhead.h"
#include "ui/record/detaillinks.h"
#include "ui/record/relatedlist.h"
#include "ui/record/tagfield.h"
#include "ui/record/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QStackedWidget>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

// A name for what is given in advance, the same for the same values; empty: nothing is.
QString beginningOf(const Row &preset, const EntityInfo &info, DetailPane::StageGiven stage)
{
    QJsonObject given;
    for (size_t i = 0; i < preset.size(); ++i) {
        const QLatin1StringView name = info.field(int(i)).name;
        const bool isStage = name == "stage_id"_L1 || name == "pipeline_id"_L1;
        if (isStage && stage == DetailPane::StageGiven::AtHand)
            continue;
        if (preset[i] != info.defaults[i])
            given.insert(info.field(int(i)).name, toJson(preset[i]));
    }
    if (given.isEmpty())
        return {};
    const QByteArray text = QJsonDocument(given).toJson(QJsonDocument::Compact);
    const QByteArray digest = QCryptographicHash::hash(text, QCryptographicHash::Sha1);
    return u"with-"_s + QString::fromLatin1(digest.toHex().first(16));
}

} // namespace

DetailPane::DetailPane(const EditorContext &context, app::Commands &commands, QWidget *parent)
    : QWidget(parent), m_workspace(context.workspace), m_ownCommands(commands), m_context(context),
      m_record(m_workspace),
      m_timeline(m_workspace, context.rules.display, app::TimelineModel::Content::Everything),
      m_history(m_workspace, context.rules.display, app::TimelineModel::Content::Changes)
{
    addCommands(); // before the buttons, whose tool tips show the shortcuts
    build(commands);
    connect(&m_record, &app::OpenRecord::opened, this, &DetailPane::takeRecord);
    connect(&m_record, &app::OpenRecord::updated, this, &DetailPane::showRecord);
    connect(&m_record, &app::OpenRecord::failed, this, &DetailPane::failed);
    connect(&m_workspace, &app::Workspace::lookupsChanged, this, [this] {
        if (m_record.isLoaded() && !isCreating())
            showRecord();
    });
}

DetailPane::~DetailPane()
{
    disconnect(qApp, nullptr, this, nullptr); // ~QWidget clears the focus when this is no DetailPane any more
}

void DetailPane::listen()
{
    connect(this, &DetailPane::failed, this, &DetailPane::forgetAwaited); // it may never be shown
    connect(m_tabs, &TabRow::chosen, m_parts, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &TabRow::chosen, this, [this](int tab) { m_chosen = Part(tab); });
    connect(m_head, &DetailHead::followed, this, &DetailPane::follow);
    connect(m_head, &DetailHead::logWanted, this, &DetailPane::log);
    connect(m_head, &DetailHead::nextClicked, this, [this] {
        if (m_record.next() || m_record.ref().kind == EntityKind::Activity)
            complete(m_record.next() ? m_record.next()->record.ref.id : m_record.ref().id);
        else
            planStep();
    });
    connect(m_head, &DetailHead::stageChosen, this, &DetailPane::moveTo);
    connect(m_head, &DetailHead::nameEditWanted, this, [this] {
        const EntityInfo &info = entityInfo(m_record.ref().kind);
        const bool isPerson = info.has(KindTrait::Person);
        editField(isPerson ? u"first_name"_s : QString::fromLatin1(info.title));
    });
    connect(m_timelineView, &TimelineView::doneWanted, this, &DetailPane::complete);
    connect(m_timelineView, &TimelineView::activityWanted, this, [this](qint64 id) {
        follow({EntityKind::Activity, id});
    });
    connect(m_historyView, &TimelineView::undoWanted, this, [this](qint64 operation) {
        app::takeBack(m_workspace, this, operation,
                      [this](const app::StepRefusal &refusal) { Q_EMIT undoRefused(refusal); });
    });
    const auto fail = [this](const QString &why) {
        Q_EMIT failed({ErrorCode::Invalid, Sentence::verbatim(why), {}});
    };
    for (RelatedList *list : {m_contactPoints, m_related}) {
        connect(list, &LinkList::followed, this, &DetailPane::follow);
        connect(list, &LinkList::called, this, [this] { log(ActivityKind::Call); });
        connect(list, &RelatedList::refused, this, fail);
        connect(list, &RelatedList::newWanted, this, &DetailPane::createHere);
    }
    connect(m_tags, &TagField::refused, this, fail);
    connect(m_sheet, &RecordForm::followed, this, &DetailPane::follow);
    connect(m_sheet, &RecordForm::outdated, &m_record, &app::OpenRecord::reload);
    connect(m_sheet, &RecordForm::refused, this, fail);
    connect(m_sheet, &RecordForm::created, this, [this](EntityRef record) {
        follow(record);
        Q_EMIT created(record);
    });
    connect(m_sheet, &RecordForm::cancelled, this, [this] {
        m_sheet->discardNew();
        show(m_record.ref());
    });
    connect(m_form, &LogForm::closed, this, &DetailPane::hideForm);
    connect(m_form, &LogForm::subjectChosen, this, &DetailPane::chooseSubject);
    connect(m_form, &LogForm::saved, this, [this](EntityRef activity, bool isAnew) {
        if (isAnew)
            Q_EMIT created(activity);
    });
}

bool DetailPane::isCreating() const
{
    return m_sheet->isNew() || asksSubject();
}

void DetailPane::follow(EntityRef record)
{
    show(record);
    Q_EMIT opened(record);
}

void DetailPane::leaveRecord()
{
    m_sheet->saveAll();
    m_contactPoints->leave();
    m_tags->leave();
    m_related->leave();
    m_form->dismiss();
}

void DetailPane::show(EntityRef record)
{
    m_aim.reset();
    if (record.id && record != m_awaitedOf)
        forgetAwaited();
    if (record == m_record.ref() && m_record.isLoaded() && !isCreating())
        return;
    leaveRecord();
    m_record.open(record);
    if (!record.id)
        m_whole->setCurrentIndex(0);
}

void DetailPane::create(EntityKind kind, const Row &preset, StageGiven stage)
{
    if (kind == EntityKind::Activity) {
        logAnew();
        return;
    }
    LoadedRecord begun;
    begun.record.ref = {kind, 0};
    begun.record.row = preset;
    begin(std::move(begun), beginningOf(preset, entityInfo(kind), stage));
}

bool DetailPane::canCreateHere(EntityKind kind) const
{
    return m_record.isLoaded() && !m_record.isDeleted() && !isCreating()
        && begunBeside(m_record.row(), kind).record.row != entityInfo(kind).defaults;
}

void DetailPane::createHere(EntityKind kind)
{
    if (canCreateHere(kind))
        begin(begunBeside(m_record.row(), kind), u"beside-"_s + refText(m_record.ref()).replace(u'/', u'-'));
}

void DetailPane::begin(LoadedRecord begun, const QString &beginning)
{
    forgetAwaited();
    leaveRecord();
    const EntityKind kind = begun.record.ref.kind;
    const EntityInfo &info = entityInfo(kind);
    Row &row = begun.record.row;
    const auto fill = [&](QStringView name, const Value &value) {
        if (const int field = info.indexOf(name); field >= 0 && isNull(row[size_t(field)]))
            row[size_t(field)] = value;
    };
    fill(u"owner_id", m_workspace.user().value);
    if (kind == EntityKind::Deal) {
        for (const Stage &stage : m_workspace.lookups().stages) {
            const int pipeline = info.indexOf(u"pipeline_id");
            const bool isOurs =
                isNull(row[size_t(pipeline)]) || integerOf(row[size_t(pipeline)]) == stage.pipeline.value;
            if (stage.type == StageType::Open && isOurs) {
                fill(u"stage_id", stage.id.value);
                fill(u"pipeline_id", stage.pipeline.value);
                break;
            }
        }
    }
    m_head->showNew(kind);
    m_tabs->hide();
    m_parts->setCurrentWidget(formPart());
    m_whole->setCurrentIndex(1);
    Q_EMIT wanted();
    m_sheet->showNew(begun, beginning);
}

void DetailPane::takeRecord()
{
    m_whole->setCurrentIndex(1);
    m_tabs->setVisible(!m_form->isOpen());
    showTabs();
    m_parts->setCurrentIndex(m_tabs->current());
    m_timeline.show(m_record.ref());
    m_history.show(m_record.ref());
    showRecord();
    if (hasFocus())
        m_tabs->setFocus(Qt::OtherFocusReason);
    Q_EMIT shown(m_record.ref());
    doAwaited();
}

void DetailPane::showRecord()
{
    // While a new one is being typed, this one is shown afterwards. A log form hides the tabs, too.
    const bool isTyped = m_form->isOpen() ? asksSubject() : m_sheet->isNew() && m_tabs->isHidden();
    if (isTyped && m_whole->currentIndex() == 1)
        return;
    m_head->showRecord(m_record);
    m_sheet->showRecord(m_record.row());
    showLinks();
    m_form->learn(subject());
}

void DetailPane::showLinks()
{
    m_contactPoints->showRelated(contactPointLinks(m_record, m_context.rules.display));
    m_tags->showRecord();
    m_related->showRelated(relatedLinks(m_record, m_workspace, m_context.rules.display));
    showTabs();
    orderStops();
}

void DetailPane::choosePart(Part part)
{
    m_tabs->choose(int(part));
}

void DetailPane::save()
{
    if (m_form->isOpen())
        m_form->save();
    else if (isCreating())
        m_sheet->saveNew();
    else {
        m_sheet->saveAll();
        m_contactPoints->save();
        m_tags->save();
        m_related->save();
    }
}

void DetailPane::editField(QStringView name)
{
    choosePart(Part::Details);
    m_sheet->edit(name);
}

bool DetailPane::canAddRelated(EntityKind kind) const
{
    return m_record.isLoaded() && !m_record.isDeleted() && !isCreating()
        && (kind == EntityKind::TagLink ? m_tags->canAdd()
                                        : m_contactPoints->canAdd(kind) || m_related->canAdd(kind));
}

void DetailPane::addRelated(EntityKind kind)
{
    if (!canAddRelated(kind))
        return;
    const bool isContactPoint = m_contactPoints->canAdd(kind);
    Q_EMIT wanted();
    if (kind == EntityKind::TagLink) {
        choosePart(Part::Details);
        m_tags->begin();
        return;
    }
    choosePart(isContactPoint ? Part::Details : Part::Related);
    (isContactPoint ? m_contactPoints : m_related)->add(kind);
}

void DetailPane::moveDealsBy(std::function<void(const Record &deal, const Stage &to)> move)
{
    m_moveDeal = move;
    m_sheet->moveDealsBy(std::move(move));
}

// What a stage asks for is asked first, as when the deal is moved on the board.
void DetailPane::moveTo(StageId id)
{
    const Stage *stage = m_workspace.lookups().stage(id);
    if (!deal() || !stage)
        return;
    m_sheet->saveAll();
    if (m_moveDeal && app::questionFor(*stage, {1, {as<Deal>(*deal())}})) {
        m_moveDeal(*deal(), *stage);
        return;
    }
    app::moveDeal(m_workspace, this, as<Deal>(*deal()).id, id, {}, [this](const Result<ChangeSet> &set) {
        if (!set)
            Q_EMIT failed(set.error());
    });
}

// A step that was only noted is planned as it stands; else a task is asked for.
void DetailPane::planStep()
{
    const EntityInfo &info = entityInfo(m_record.ref().kind);
    const int noted = info.indexOf(u"noted_step");
    const Row row = m_record.isLoaded() ? m_record.row().record.row : Row();
    if (noted < 0 || row.empty() || textOf(row[size_t(noted)]).isEmpty()) {
        log(ActivityKind::Task);
        return;
    }
    std::vector<FieldDelta> changes;
    const auto set = [&](QStringView name, const Value &value) {
        const int field = info.indexOf(name);
        if (row[size_t(field)] != value)
            changes.push_back({field, row[size_t(field)], value});
    };
    set(u"next_step", row[size_t(noted)]);
    const QDate day = Codec<QDate>::write(m_record.row().record.value(u"noted_step_on"));
    if (day.isValid())
        set(u"next_activity", day.startOfDay(m_context.rules.display.zone()).toMSecsSinceEpoch());
    set(u"noted_step", u""_s);
    set(u"noted_step_on", Value());
    app::saveFields(m_workspace, this, m_record.ref(), changes, [this](const Result<ChangeSet> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
}

void DetailPane::copyNumber() const
{
    QGuiApplication::clipboard()->setText(m_head->number());
}

bool DetailPane::hasNumber() const
{
    return m_record.isLoaded() && !m_head->number().isEmpty();
}

const Record *DetailPane::loaded(EntityKind kind) const
{
    return m_record.isLoaded() && m_record.ref().kind == kind ? &m_record.row().record : nullptr;
}

void DetailPane::keyPressEvent(QKeyEvent *event)
{
    const bool withControl = event->modifiers().testFlag(Qt::ControlModifier);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (withControl && (isEnter || event->key() == Qt::Key_S)) {
        save();
    } else if (withControl && event->key() == Qt::Key_PageDown) {
        m_tabs->chooseNext(1);
    } else if (withControl && event->key() == Qt::Key_PageUp) {
        m_tabs->chooseNext(-1);
    } else if (event->key() == Qt::Key_F2 && m_record.isLoaded()) {
        choosePart(Part::Details);
        m_sheet->editCurrent();
    } else if (event->key() == Qt::Key_Escape && isCreating()) {
        show(m_record.ref()); // the input stays as a draft for the next Ctrl+N
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace headway::ui
