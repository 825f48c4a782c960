// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/detailhead.h"

#include "app/commands/commands.h"
#include "app/text/capital.h"
#include "app/text/plaintip.h"
#include "app/text/presentation.h"
#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/activities.h"
#include "domain/rules/conversion.h"
#include "domain/rules/deals.h"
#include "domain/rules/leads.h"
#include "domain/rules/nextstep.h"
#include "domain/rules/today.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/menutext.h"
#include "ui/controls/segmentedlabel.h"
#include "ui/record/reachline.h"
#include "ui/record/stagebar.h"
#include "ui/style/colourdots.h"
#include "ui/style/colours.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;
constexpr int side = space::large;
constexpr int linkSide = side - space::hair; // a link's text begins a little inside it
constexpr int rotWarning = 3;                // days before a deal rots

// The same margin at both sides: a layout does not mirror its margins.
QHBoxLayout *lineOf(QWidget *place, int aside, std::initializer_list<QWidget *> parts)
{
    auto *line = place ? new QHBoxLayout(place) : new QHBoxLayout;
    line->setContentsMargins(aside, 0, aside, 0);
    line->setSpacing(space::small);
    for (QWidget *part : parts)
        line->addWidget(part);
    return line;
}

Segment::Tone toneOf(app::Presentation::Weight weight)
{
    switch (weight) {
    case app::Presentation::Weight::Strong: return Segment::Tone::Strong;
    case app::Presentation::Weight::Quiet: return Segment::Tone::Quiet;
    case app::Presentation::Weight::Normal: break;
    }
    return Segment::Tone::Normal;
}

} // namespace

DetailHead::DetailHead(const EditorContext &context, const app::Commands &commands, QWidget *parent)
    : QWidget(parent), m_context(context), m_commands(commands), m_icon(new QLabel(this)),
      m_kind(new ElidedLabel(this)), m_name(new ElidedLabel(this)), m_amount(new QLabel(this)),
      m_line(new ElidedLabel(this)), m_reach(new ReachLine(this)), m_state(new SegmentedLabel(this)),
      m_stages(new StageBar(this)), m_next(new SegmentedLabel(this)),
      m_act(new FlatButton(FlatButton::Kind::Link, this)), m_parentRow(new QWidget(this)),
      m_nextRow(new QWidget(this)), m_buttons(new QWidget(this))
{
    m_kind->setFont(ui::font(TextSize::Small));
    m_name->setFont(ui::font(TextSize::Title, Weight::Strong));
    m_name->installEventFilter(this);
    m_name->setCursor(Qt::IBeamCursor); // a click changes it
    m_amount->setFont(ui::font(TextSize::Title));
    m_amount->setTextFormat(Qt::PlainText);
    m_amount->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // never cut
    m_next->installEventFilter(this);
    m_next->setCursor(Qt::PointingHandCursor);
    connect(m_act, &QAbstractButton::clicked, this, &DetailHead::nextClicked);
    connect(m_reach, &ReachLine::called, this, [this] { Q_EMIT logWanted(ActivityKind::Call); });
    connect(m_stages, &StageBar::stageChosen, this, &DetailHead::stageChosen);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (m_record && m_record->isLoaded())
            m_state->showSegments(stateOf(*m_record));
    });
    m_minute.start();
    build();
}

DetailHead::~DetailHead() = default;

void DetailHead::build()
{
    auto *kindRow = lineOf(nullptr, side, {m_icon});
    kindRow->setSpacing(space::hair + 2);
    kindRow->addWidget(m_kind, 1);
    auto *nameRow = lineOf(nullptr, side, {});
    nameRow->addWidget(m_name, 1);
    nameRow->addWidget(m_amount);
    fillParentRow();
    fillButtons();
    fillNextRow();
    // One line each, whatever there is to say, so that no other line moves.
    const int line = QFontMetrics(font()).height() + space::hair;
    for (SegmentedLabel *label : {m_state, m_next})
        label->setFixedHeight(line);
    orderFocus();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::medium, 0, space::small);
    column->setSpacing(space::hair);
    column->addLayout(kindRow);
    column->addLayout(nameRow);
    column->addWidget(m_parentRow);
    column->addLayout(lineOf(nullptr, side, {m_reach}));
    column->addLayout(lineOf(nullptr, side, {m_state}));
    column->addLayout(lineOf(nullptr, side, {m_stages}));
    column->addWidget(m_nextRow);
    column->addWidget(m_buttons);
}

void DetailHead::fillParentRow()
{
    auto *parents = lineOf(m_parentRow, linkSide, {});
    for (int i = 0; i < 2; ++i) {
        auto *link = new FlatButton(FlatButton::Kind::Link, m_parentRow);
        m_parents.push_back(link);
        parents->addWidget(link);
        connect(link, &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT followed(m_parentRefs[size_t(i)]); });
    }
    m_line->setContentsMargins(space::hair, 0, space::hair, 0); // as the text of a link
    parents->addWidget(m_line, 1);
    m_parentRow->setFixedHeight(m_parents.front()->sizeHint().height());
}

void DetailHead::fillButtons()
{
    auto *buttons = lineOf(m_buttons, side - space::small, {});
    buttons->setContentsMargins(side - space::small, space::small, 0, 0);
    if (isRightToLeft())
        buttons->setContentsMargins(0, space::small, side - space::small, 0);
    buttons->setSpacing(space::hair);
    m_call = addButton(ActivityKind::Call, u"activity.logCall"_s, tr("Log call"));
    m_call->setObjectName(u"call"_s);
    addButton(ActivityKind::Meeting, u"activity.logMeeting"_s, tr("Meeting"));
    addButton(ActivityKind::Task, u"activity.task"_s, tr("Task"));
    addButton(ActivityKind::Note, u"activity.logNote"_s, tr("Note"));
    buttons->addStretch(1);
}

// Its height is that of the row of parents.
void DetailHead::fillNextRow()
{
    auto *next = lineOf(m_nextRow, side, {});
    next->setContentsMargins(isRightToLeft() ? linkSide : side, 0, isRightToLeft() ? side : linkSide, 0);
    next->addWidget(m_next, 1);
    next->addWidget(m_act);
    m_nextRow->setFixedHeight(m_parentRow->height());
}

// Line by line, as they are seen.
void DetailHead::orderFocus()
{
    std::vector<QWidget *> stops(m_parents.begin(), m_parents.end());
    for (QWidget *link : m_reach->links())
        stops.push_back(link);
    stops.insert(stops.end(), {m_stages, m_act});
    for (QWidget *button : m_buttons->findChildren<FlatButton *>())
        stops.push_back(button);
    for (size_t i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
}

QString DetailHead::number() const
{
    return m_record ? m_reach->number() : QString();
}

FlatButton *DetailHead::addButton(ActivityKind kind, const QString &command, const QString &text)
{
    auto *button = new FlatButton(FlatButton::Kind::Quiet, m_buttons);
    button->setText(text);
    button->showIcon(iconOf(kind));
    const QString toolTip = m_commands.toolTip(command);
    button->setToolTip(app::plainTip(toolTip.isEmpty() ? text : toolTip));
    m_buttons->layout()->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, kind] { Q_EMIT logWanted(kind); });
    return button;
}

// A call that is due is done by it, so it says so.
void DetailHead::showCallText(const app::OpenRecord &record)
{
    const QTimeZone &zone = m_context.rules.display.zone();
    const Instant now = m_context.rules.now();
    const std::vector<Activity> planned = record.planned();
    const Activity *const finished = finishedBy(ActivityKind::Call, planned, {}, now, zone);
    const bool isDue = finished && dueState(finished->at, now, zone) != DueState::Later;
    m_call->setText(isDue ? tr("Done: call") : tr("Log call"));
    fitButtons();
}

// Where the words of all do not fit, all are pictures: some with words and some without would stand unevenly.
void DetailHead::fitButtons()
{
    const auto buttons = m_buttons->findChildren<FlatButton *>();
    const QMargins margins = m_buttons->layout()->contentsMargins();
    int wanted = margins.left() + margins.right() + int(buttons.size() - 1) * m_buttons->layout()->spacing();
    for (FlatButton *button : buttons) {
        button->showIconOnly(false);
        wanted += button->sizeHint().width();
    }
    for (FlatButton *button : buttons)
        button->showIconOnly(wanted > width());
}

void DetailHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void DetailHead::showTall(bool isWhole)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_amount, m_parentRow, m_reach, m_state, m_stages,
                                                          m_nextRow, m_buttons})
        part->setVisible(isWhole);
    m_stages->keepPlace(isWhole);
}

void DetailHead::showNew(EntityKind kind)
{
    m_record = nullptr;
    const QString name = m_context.rules.display.kindName(kind);
    m_iconName = iconOf(kind);
    m_icon->setPixmap(tinted(m_iconName, iconSize, colourRolesOf(*this).quietText, devicePixelRatioF()));
    m_kind->showText(app::withCapital(name, m_context.rules.display.locale()), ElidedLabel::Tone::Quiet);
    m_name->showText(tr("New %1").arg(name), ElidedLabel::Tone::Normal);
    showTall(false);
}

void DetailHead::showRecord(const app::OpenRecord &record)
{
    m_record = &record;
    const LoadedRecord &row = record.row();
    const QString name = app::withCapital(m_context.rules.display.kindName(record.ref().kind),
                                          m_context.rules.display.locale());
    m_iconName = iconOf(record.ref().kind);
    m_icon->setPixmap(tinted(m_iconName, iconSize, colourRolesOf(*this).quietText, devicePixelRatioF()));
    m_kind->showText(record.isDeleted() ? tr("%1, deleted").arg(name) : name,
                     record.isDeleted() ? ElidedLabel::Tone::Error : ElidedLabel::Tone::Quiet);
    showTall(true);
    m_name->showText(record.title(), ElidedLabel::Tone::Normal);
    showAmount(row);
    showParents(record);
    m_reach->showReach(record.reach());
    m_state->showSegments(stateOf(record));
    m_state->show(); // an empty one keeps its place
    showStages(row);
    showNext(record);
    showCallText(record);
    m_buttons->setVisible(record.ref().kind != EntityKind::Activity && !record.isDeleted());
}

void DetailHead::showAmount(const LoadedRecord &row)
{
    const EntityInfo &info = row.record.info();
    const int field = *info.worth ? info.indexOf(QString::fromLatin1(info.worth)) : -1;
    const bool hasAmount = field >= 0 && !isNull(row.record.row[size_t(field)]);
    m_amount->setText(!hasAmount ? QString()
                                 : m_context.rules.display.money(integerOf(row.record.row[size_t(field)]),
                                                                 textOf(row.record.value(u"currency")),
                                                                 app::Display::Decimals::WhenNeeded));
    m_amount->setVisible(hasAmount);
}

// What tells it apart beside its name: a lead's organisation, a job title, a company's sector and city. Of a lead that
// was converted, what it became.
void DetailHead::showParents(const app::OpenRecord &record)
{
    const LoadedRecord &row = record.row();
    const EntityInfo &info = row.record.info();
    std::vector<std::pair<EntityRef, QString>> parents;
    const auto add = [&](QStringView name, const QString &words) {
        const int field = info.indexOf(name);
        if (field >= 0 && integerOf(row.record.row[size_t(field)]))
            parents.push_back({{info.field(field).target, integerOf(row.record.row[size_t(field)])},
                               words.arg(row.titleOf(field))});
    };
    for (const QStringView name : {u"company_id", u"contact_id"})
        add(name, u"%1"_s);
    for (size_t last = conversionKinds.size(); last > 0; --last) // the deal first
        add(convertedField(conversionKinds[last - 1]), tr("→ %1", "a lead that became this"));
    if (record.ref().kind == EntityKind::Activity) {
        for (const EntityKind kind : kindsByCloseness(KindTrait::HasActivities)) {
            for (const LoadedRecord &linked : record.related().of(kind))
                parents.emplace_back(linked.record.ref, titleOf(kind, linked.record.row));
        }
    }
    m_parentRefs.assign(2, EntityRef{});
    for (size_t i = 0; i < m_parents.size(); ++i) {
        m_parents[i]->setVisible(i < parents.size());
        if (i >= parents.size())
            continue;
        m_parentRefs[i] = parents[i].first;
        m_parents[i]->setText(withoutMnemonic(parents[i].second));
        m_parents[i]->setToolTip(app::plainTip(tr("Go to %1").arg(parents[i].second)));
    }
    QStringList words;
    for (const QStringView name : {u"organisation", u"job_title", u"sector", u"city"}) {
        const bool isPlace = name == u"city" && record.ref().kind != EntityKind::Company;
        if (const int field = info.indexOf(name); field >= 0 && !isPlace)
            words += textOf(row.record.row[size_t(field)]);
    }
    words.removeAll(QString());
    words = words.mid(0, 2); // a lead's sector is not what one looks for
    m_line->showText(words.join(u" · "_s), ElidedLabel::Tone::Quiet);
}

void DetailHead::showStages(const LoadedRecord &row)
{
    if (row.record.ref.kind != EntityKind::Deal || row.record.deletedAt) {
        m_stages->showNothing();
        return;
    }
    const Deal deal = as<Deal>(row.record);
    std::vector<Stage> stages;
    for (const Stage &stage : m_context.workspace.lookups().stages) {
        if (stage.pipeline == deal.pipeline && !isClosed(stage.type))
            stages.push_back(stage);
    }
    std::stable_sort(stages.begin(), stages.end(),
                     [](const Stage &a, const Stage &b) { return a.position < b.position; });
    if (isClosed(deal.status))
        stages.clear(); // it is moved back by choosing a stage among its details
    const app::InputRules &rules = m_context.rules;
    const qint64 days = dayOf(deal.stageEnteredAt, rules.display.zone()).daysTo(rules.today());
    m_stages->showStages(std::move(stages), deal.stage,
                         deal.stageEnteredAt ? tr("for %1").arg(rules.display.days(days)) : QString());
}

std::vector<Segment> DetailHead::dealState(const LoadedRecord &row) const
{
    const app::Display &display = m_context.rules.display;
    const Deal deal = as<Deal>(row.record);
    const Stage *stage = m_context.workspace.lookups().stage(deal.stage);
    std::vector<Segment> segments;
    if (stage) {
        const QColor colour = dotColour({stage->colour, stage->position, {}}, palette());
        const QString shape = stage->type == StageType::Won ? u"✓"_s
            : stage->type == StageType::Lost                ? u"✕"_s
                                                            : u"●"_s;
        segments.push_back({stage->name, Segment::Tone::Normal, shape, colour, {}, stage->guidance});
    }
    if (!stage)
        return segments;
    const Probability probability = effectiveProbability(deal, *stage);
    const QString percent = display.percent(probability.percent);
    switch (probability.origin) {
    case ProbabilityOrigin::Closed: break;
    case ProbabilityOrigin::Override:
        segments.push_back(
            {tr("%1 (set by you)").arg(percent),
             Segment::Tone::Quiet,
             {},
             {},
             {},
             tr("Set for this deal; the stage has %1").arg(display.percent(stage->probability)),
             percent});
        break;
    case ProbabilityOrigin::Stage:
        segments.push_back({tr("%1 by stage").arg(percent),
                            Segment::Tone::Quiet,
                            {},
                            {},
                            {},
                            tr("The stage's probability; set another one under More"),
                            percent});
        break;
    }
    const QDate close = deal.closedOn.isValid() ? deal.closedOn : deal.expectedClose;
    if (close.isValid()) {
        const bool isLate = deal.status == StageType::Open && close < m_context.rules.today();
        const QString day = display.dayShort(close, m_context.rules.today());
        Segment segment{deal.closedOn.isValid() ? tr("closed %1").arg(day) : tr("closes %1").arg(day),
                        Segment::Tone::Quiet};
        segment.shorter = day;
        if (isLate) {
            segment.text = tr("should have closed %1").arg(day);
            segment.shape = u"▲"_s;
            segment.shapeColour = segment.textColour = colourRolesOf(*this).overdue;
        }
        segments.push_back(segment);
    }
    return segments;
}

// What is shown of a figure where there is little room, and never cut; empty: it is words.
QString DetailHead::figureInstead(const LoadedRecord &row, int field) const
{
    const app::InputRules &rules = m_context.rules;
    switch (row.record.info().field(field).type) {
    case FieldType::Moment:
        return rules.display.dayShort(dayIn(row.record.info(), row.record.row, field, rules.display.zone()),
                                      rules.today());
    case FieldType::Money:
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Duration:
    case FieldType::Day: return rules.display.cell(row, field);
    default: return {};
    }
}

// How long a lead has been in its status, behind that.
void DetailHead::addStay(const LoadedRecord &row, std::vector<Segment> &segments) const
{
    const Lead lead = as<Lead>(row.record);
    const LeadStatus *status = m_context.workspace.lookups().leadStatus(lead.status);
    if (!status || isClosed(status->type) || segments.empty())
        return;
    const app::InputRules &rules = m_context.rules;
    const LeadStay stay = stayOf(lead, row.record.createdAt, *status, rules.now(), rules.display.zone());
    const QString days = rules.display.days(stay.days);
    const QColor warning = colourRolesOf(*this).noneSet;
    Segment shown{tr("for %1").arg(days), Segment::Tone::Quiet};
    if (stay.isRotten)
        shown = {
            tr("rotting for %1").arg(rules.display.days(stay.days - *status->rotDays)),
            Segment::Tone::Normal,
            u"▲"_s,
            warning,
            warning,
            tr("%1 in %2, which allows %3").arg(days, status->name, rules.display.days(*status->rotDays))};
    segments.insert(segments.begin() + 1, shown);
}

std::vector<Segment> DetailHead::stateOf(const app::OpenRecord &record) const
{
    const app::Display &display = m_context.rules.display;
    const LoadedRecord &row = record.row();
    const EntityInfo &info = row.record.info();
    std::vector<Segment> segments;
    const auto add = [&](QStringView name, Segment::Tone tone) {
        const int field = info.indexOf(name);
        const QString text = field < 0 ? QString() : display.cell(row, field);
        if (text.isEmpty())
            return;
        segments.push_back({text, tone});
        if (info.field(field).type == FieldType::Reference) {
            const EntityRef named{info.field(field).target, integerOf(row.record.row[size_t(field)])};
            if (const auto dot = app::colourDotOf(named, m_context.workspace.lookups())) {
                segments.back().shape = dot->symbol.isEmpty() ? u"●"_s : dot->symbol;
                segments.back().shapeColour = dotColour(*dot, palette());
            }
        }
        segments.back().shorter = figureInstead(row, field); // half of a time would be another one
    };
    if (record.ref().kind == EntityKind::Deal) {
        segments = dealState(row);
    } else {
        for (const app::Presentation::HeadField &field : app::presentationOf(record.ref().kind).head)
            add(QString::fromLatin1(field.name), toneOf(field.weight));
    }
    if (record.ref().kind == EntityKind::Lead)
        addStay(row, segments);
    // Its own wish, or that of whoever is called about it.
    const app::Wishes own = app::wishesOf(row.record);
    const app::Wishes &reached = record.reach().wishes;
    const auto warn = [&](bool isWished, const QString &text) {
        if (isWished)
            segments.push_back({text, Segment::Tone::Normal, u"▲"_s, colourRolesOf(*this).overdue,
                                colourRolesOf(*this).overdue, record.reach().name, text});
    };
    warn(own.doNotCall || reached.doNotCall, tr("Do not call"));
    warn(own.optedOut || reached.optedOut, tr("No e-mail"));
    // Whom it is too early or too late to call.
    const QString there = app::timeThere(record.reach(), m_context.rules.now(), display);
    if (!there.isEmpty())
        segments.push_back({there, Segment::Tone::Quiet});
    return segments;
}

std::vector<Segment> DetailHead::rotOfDeal(const LoadedRecord &row) const
{
    const Deal deal = as<Deal>(row.record);
    const Stage *stage = m_context.workspace.lookups().stage(deal.stage);
    const app::Display &display = m_context.rules.display;
    const auto rot = stage ? rotOf(deal, *stage, m_context.rules.now(), display.zone()) : std::nullopt;
    if (!rot || rot->paused || (!rot->rotten && rot->daysLeft > rotWarning))
        return {};
    const QDate day = wholeDayTouched(deal);
    const QString last = day.isValid() ? display.dayAgo(day, m_context.rules.today())
                                       : display.momentAgo(rot->lastTouched, m_context.rules.now());
    const ColourRoles &colours = colourRolesOf(*this);
    if (rot->rotten)
        return {{tr("Rotting: last worked on %1").arg(last), Segment::Tone::Normal, u"▲"_s, colours.noneSet,
                 colours.noneSet, day.isValid() ? display.day(day) : display.moment(rot->lastTouched), last}};
    return {{tr("Rots in %1").arg(display.days(rot->daysLeft)),
             Segment::Tone::Quiet,
             u"◇"_s,
             colours.noneSet,
             {},
             tr("Last worked on %1").arg(last),
             display.days(rot->daysLeft)}};
}

std::vector<Segment> DetailHead::nextOf(const app::OpenRecord &record) const
{
    const app::InputRules &rules = m_context.rules;
    const app::Display &display = rules.display;
    const bool isStep = record.ref().kind != EntityKind::Activity;
    const LoadedRecord *next = isStep ? record.next() : &record.row();
    const Activity activity = next ? as<Activity>(next->record) : Activity{};
    std::optional<DueState> mark = nextStepMark(record.row().record, rules.now(), display.zone());
    if (!isStep && activity.state == ActivityState::Planned)
        mark = dueMark(activity, rules.now(), display.zone());
    if (!mark)
        return {};
    const QColor colour = dueColour(*mark, schemeOf(palette()));
    if (*mark == DueState::None || !next) {
        const int noted = record.row().record.info().indexOf(u"noted_step");
        const QString text = noted < 0 ? QString() : textOf(record.row().record.row[size_t(noted)]);
        std::vector<Segment> segments{
            {tr("No next step"), Segment::Tone::Normal, QString(dueSymbol(DueState::None)), colour, colour}};
        if (!text.isEmpty())
            segments.push_back({tr("noted: %1").arg(text), Segment::Tone::Quiet});
        return segments;
    }
    const QString when = display.dayShort(dueDay(activity, display.zone()), rules.today());
    const bool isLate = *mark == DueState::Overdue;
    const QString what = isStep
        ? display.cell(*next, next->record.info().indexOf(activity.subject.isEmpty() ? u"kind" : u"subject"))
        : display.cell(*next, next->record.info().indexOf(u"state"));
    return {{isLate ? tr("overdue, %1").arg(when) : when, Segment::Tone::Normal, QString(dueSymbol(*mark)),
             colour, isLate ? colour : QColor(),
             activity.allDay ? display.day(dueDay(activity, display.zone())) : display.moment(activity.at),
             when},
            {what, Segment::Tone::Normal}};
}

void DetailHead::showNext(const app::OpenRecord &record)
{
    std::vector<Segment> segments = nextOf(record);
    const bool isActivity = record.ref().kind == EntityKind::Activity;
    const bool isPlanned = isActivity ? !segments.empty() : record.next() != nullptr;
    const bool canPlan = !isActivity && !record.isDeleted();
    if (record.ref().kind == EntityKind::Deal && !isPlanned) {
        for (const Segment &each : rotOfDeal(record.row()))
            segments.push_back(each);
    }
    m_next->showSegments(std::move(segments));
    m_next->show(); // an empty one keeps its place
    m_act->setVisible(!record.isDeleted() && (isPlanned || canPlan));
    m_act->setText(isPlanned ? tr("Done") : tr("Plan a step"));
    m_act->showIcon(isPlanned ? u"dialog-ok-apply"_s : u"list-add"_s);
    const QString done = m_commands.toolTip(u"activity.done"_s);
    m_act->setToolTip(isPlanned ? done : tr("What is done next, and when"));
}

bool DetailHead::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && watched == m_name)
        Q_EMIT nameEditWanted();
    if (event->type() == QEvent::MouseButtonRelease && watched == m_next)
        Q_EMIT nextClicked();
    return QWidget::eventFilter(watched, event);
}

void DetailHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_buttons->layout())
        fitButtons();
    if (event->type() != QEvent::PaletteChange || m_iconName.isEmpty())
        return;
    if (m_record && m_record->isLoaded())
        showRecord(*m_record); // its marks, too, have colours of their own
    else
        m_icon->setPixmap(tinted(m_iconName, iconSize, colourRolesOf(*this).quietText, devicePixelRatioF()));
}

} // namespace headway::ui
