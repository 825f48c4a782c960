// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/detailhead.h"

#include "app/commands/commands.h"
#include "app/text/presentation.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"
#include "domain/rules/deals.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/segmentedlabel.h"
#include "ui/style/colours.h"
#include "ui/style/kindicons.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>

namespace headway::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 16;
constexpr int side = space::large;
constexpr int rotWarning = 3; // days before a deal rots

QString titled(const QString &name)
{
    return name.left(1).toUpper() + name.mid(1);
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
      m_kind(new ElidedLabel(this)), m_name(new QLabel(this)), m_line(new ElidedLabel(this)),
      m_state(new SegmentedLabel(this)), m_next(new SegmentedLabel(this)), m_rot(new SegmentedLabel(this)),
      m_parentRow(new QWidget(this)), m_buttons(new QWidget(this))
{
    m_kind->setFont(ui::font(TextSize::Small));
    m_name->setFont(ui::font(TextSize::Title, Weight::Strong));
    m_name->setWordWrap(true);
    m_name->setAlignment(leadingEdge());
    m_name->setTextFormat(Qt::PlainText);
    m_name->installEventFilter(this);
    m_name->setToolTip(tr("Click to change the name"));
    m_next->installEventFilter(this);
    m_next->setCursor(Qt::PointingHandCursor);

    auto *kindRow = new QHBoxLayout;
    kindRow->setContentsMargins(side, 0, 0, 0);
    kindRow->setSpacing(space::hair + 2);
    kindRow->addWidget(m_icon);
    kindRow->addWidget(m_kind, 1);
    auto *parents = new QHBoxLayout(m_parentRow);
    parents->setContentsMargins(side - space::hair, 0, 0, 0); // a link's text begins a little inside it
    parents->setSpacing(space::small);
    for (int i = 0; i < 2; ++i) {
        auto *link = new FlatButton(FlatButton::Kind::Link, m_parentRow);
        m_parents.push_back(link);
        parents->addWidget(link);
        connect(link, &QAbstractButton::clicked, this,
                [this, i] { Q_EMIT followed(m_parentRefs[size_t(i)]); });
    }
    parents->addStretch(1);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(side - space::small, space::small, 0, 0);
    buttons->setSpacing(space::hair);
    m_call = addButton(ActivityKind::Call, u"activity.logCall"_s, tr("Log call"));
    m_call->setObjectName(u"call"_s);
    addButton(ActivityKind::Meeting, u"activity.logMeeting"_s, tr("Meeting"));
    addButton(ActivityKind::Task, u"activity.task"_s, tr("Task"));
    addButton(ActivityKind::Note, u"activity.logNote"_s, tr("Note"));
    buttons->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::medium, space::medium, space::small);
    column->setSpacing(space::hair);
    column->addLayout(kindRow);
    column->addWidget(m_name);
    m_name->setContentsMargins(side, 0, 0, 0);
    auto *lineRow = new QHBoxLayout;
    lineRow->setContentsMargins(side, 0, 0, 0);
    lineRow->addWidget(m_line);
    column->addLayout(lineRow);
    column->addWidget(m_parentRow);
    column->addSpacing(space::hair);
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(side, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_state);
    lines->addWidget(m_rot);
    lines->addWidget(m_next);
    column->addLayout(lines);
    column->addWidget(m_buttons);
}

DetailHead::~DetailHead() = default;

FlatButton *DetailHead::addButton(ActivityKind kind, const QString &command, const QString &text)
{
    auto *button = new FlatButton(FlatButton::Kind::Quiet, m_buttons);
    button->setText(text);
    button->showIcon(iconOf(kind));
    const QString toolTip = m_commands.toolTip(command);
    button->setToolTip(toolTip.isEmpty() ? text : toolTip);
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
}

void DetailHead::showNew(EntityKind kind)
{
    m_record = nullptr;
    const QString name = m_context.rules.display.kindName(kind);
    m_iconName = iconOf(kind);
    m_icon->setPixmap(tinted(m_iconName, iconSize, colourRolesOf(*this).quietText, devicePixelRatioF()));
    m_kind->showText(titled(name), ElidedLabel::Tone::Quiet);
    m_name->setText(tr("New %1").arg(name));
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_line, m_parentRow, m_state, m_next, m_rot, m_buttons})
        part->hide();
}

void DetailHead::showRecord(const app::OpenRecord &record)
{
    m_record = &record;
    const LoadedRecord &row = record.row();
    const QString name = titled(m_context.rules.display.kindName(record.ref().kind));
    m_iconName = iconOf(record.ref().kind);
    m_icon->setPixmap(tinted(m_iconName, iconSize, colourRolesOf(*this).quietText, devicePixelRatioF()));
    m_kind->showText(record.isDeleted() ? tr("%1, deleted").arg(name) : name,
                     record.isDeleted() ? ElidedLabel::Tone::Error : ElidedLabel::Tone::Quiet);
    m_name->setText(record.title());
    const QStringView lines[] = {u"job_title", u"sector"};
    QString line;
    for (const QStringView field : lines) {
        if (line.isEmpty() && row.record.info().indexOf(field) >= 0)
            line = textOf(row.record.value(field));
    }
    if (const int city = row.record.info().indexOf(u"city");
        city >= 0 && record.ref().kind == EntityKind::Company) {
        const QString place = textOf(row.record.row[size_t(city)]);
        line += !line.isEmpty() && !place.isEmpty() ? QString(u" · "_s + place) : place;
    }
    m_line->showText(line, ElidedLabel::Tone::Quiet);
    m_line->setVisible(!line.isEmpty());
    showParents(row);
    m_state->showSegments(stateOf(record));
    m_rot->showSegments(record.ref().kind == EntityKind::Deal ? rotOfDeal(row) : std::vector<Segment>());
    m_next->showSegments(nextOf(record));
    showCallText(record);
    m_buttons->setVisible(record.ref().kind != EntityKind::Activity && !record.isDeleted());
}

void DetailHead::showParents(const LoadedRecord &row)
{
    m_parentRefs.assign(2, EntityRef{});
    bool hasAny = false;
    const QStringView names[] = {u"company_id", u"contact_id"};
    for (size_t i = 0; i < 2; ++i) {
        const int field = row.record.info().indexOf(names[i]);
        const qint64 id = field < 0 ? 0 : integerOf(row.record.row[size_t(field)]);
        m_parents[i]->setVisible(id != 0);
        if (id == 0)
            continue;
        m_parentRefs[i] = {row.record.info().field(field).target, id};
        const QString title = row.titleOf(field);
        m_parents[i]->setText(QString(title).replace(u'&', u"&&"_s));
        m_parents[i]->setToolTip(tr("Go to %1").arg(title));
        hasAny = true;
    }
    m_parentRow->setVisible(hasAny);
}

std::vector<Segment> DetailHead::dealState(const LoadedRecord &row) const
{
    const app::Display &display = m_context.rules.display;
    const Deal deal = as<Deal>(row.record);
    const Stage *stage = m_context.workspace.lookups().stage(deal.stage);
    std::vector<Segment> segments;
    if (stage) {
        const QColor own(stage->colour);
        const QColor colour = own.isValid() ? own : stageColour(int(stage->position), schemeOf(palette()));
        const QString shape = stage->type == StageType::Won ? u"✓"_s
            : stage->type == StageType::Lost                ? u"✕"_s
                                                            : u"●"_s;
        segments.push_back({stage->name, Segment::Tone::Normal, shape, colour, {}, stage->guidance});
    }
    if (deal.amount)
        segments.push_back({display.money(*deal.amount, deal.currency, app::Display::Decimals::WhenNeeded),
                            Segment::Tone::Strong});
    if (!stage)
        return segments;
    const Probability probability = effectiveProbability(deal, *stage);
    const QString percent = display.percent(probability.percent);
    switch (probability.origin) {
    case ProbabilityOrigin::Closed: break;
    case ProbabilityOrigin::Override:
        segments.push_back(
            {tr("%1 by hand").arg(percent),
             Segment::Tone::Quiet,
             {},
             {},
             {},
             tr("Set for this deal; the stage has %1").arg(display.percent(stage->probability))});
        break;
    case ProbabilityOrigin::Stage:
        segments.push_back({tr("%1 by stage").arg(percent),
                            Segment::Tone::Quiet,
                            {},
                            {},
                            {},
                            tr("The stage's probability; set another one under More")});
        break;
    }
    const QDate close = deal.closedOn.isValid() ? deal.closedOn : deal.expectedClose;
    if (close.isValid()) {
        const bool isLate = deal.status == StageType::Open && close < m_context.rules.today();
        const QString day = display.dayShort(close, m_context.rules.today());
        Segment segment{deal.closedOn.isValid() ? tr("closed %1").arg(day) : tr("closes %1").arg(day),
                        Segment::Tone::Quiet};
        if (isLate) {
            segment.text = tr("should have closed %1").arg(day);
            segment.shape = u"▲"_s;
            segment.shapeColour = segment.textColour = colourRolesOf(*this).overdue;
        }
        segments.push_back(segment);
    }
    return segments;
}

std::vector<Segment> DetailHead::stateOf(const app::OpenRecord &record) const
{
    const app::Display &display = m_context.rules.display;
    const LoadedRecord &row = record.row();
    if (record.ref().kind == EntityKind::Deal)
        return dealState(row);
    std::vector<Segment> segments;
    const auto add = [&](QStringView name, Segment::Tone tone) {
        const int field = row.record.info().indexOf(name);
        const QString text = field < 0 ? QString() : display.cell(row, field);
        if (!text.isEmpty())
            segments.push_back({text, tone});
    };
    for (const app::Presentation::HeadField &field : app::presentationOf(record.ref().kind).head)
        add(QString::fromLatin1(field.name), toneOf(field.weight));
    const auto warn = [&](QStringView name, const QString &text) {
        const int field = row.record.info().indexOf(name);
        if (field >= 0 && integerOf(row.record.row[size_t(field)]))
            segments.push_back({text, Segment::Tone::Normal, u"▲"_s, colourRolesOf(*this).overdue,
                                colourRolesOf(*this).overdue});
    };
    warn(u"do_not_call", tr("Do not call"));
    warn(u"opted_out", tr("No e-mail"));
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
    const QString last = display.momentAgo(rot->lastTouched, m_context.rules.now());
    const ColourRoles &colours = colourRolesOf(*this);
    if (rot->rotten)
        return {{tr("Rotting: last worked on %1").arg(last), Segment::Tone::Normal, u"▲"_s, colours.noneSet,
                 colours.noneSet, display.moment(rot->lastTouched)}};
    return {{tr("Rots in %1").arg(display.days(rot->daysLeft)),
             Segment::Tone::Quiet,
             u"◇"_s,
             colours.noneSet,
             {},
             tr("Last worked on %1").arg(last)}};
}

std::vector<Segment> DetailHead::nextOf(const app::OpenRecord &record) const
{
    const app::InputRules &rules = m_context.rules;
    const LoadedRecord &row = record.row();
    const bool isOver = record.ref().kind == EntityKind::Deal && isClosed(as<Deal>(row.record).status);
    if (record.ref().kind == EntityKind::Activity || isOver)
        return {};
    DueState state = DueState::None;
    QString text;
    QString when;
    if (record.next()) {
        const Activity next = as<Activity>(record.next()->record);
        text = next.subject.isEmpty() ? tr("Planned") : next.subject;
        when = rules.display.dayShort(dayOf(next.at, rules.display.zone()), rules.today());
        switch (dueState(next.at, rules.now(), rules.display.zone())) {
        case DueState::Overdue: state = DueState::Overdue; break;
        case DueState::Today: state = DueState::Today; break;
        case DueState::Later:
        case DueState::None: state = DueState::Later; break;
        }
    } else if (const int step = row.record.info().indexOf(u"next_step");
               step >= 0 && !textOf(row.record.row[size_t(step)]).isEmpty()) {
        text = textOf(row.record.row[size_t(step)]);
        const QDate day = Codec<QDate>::write(row.record.value(u"next_step_on"));
        when = rules.display.dayShort(day, rules.today());
        if (day.isValid())
            state = day < rules.today() ? DueState::Overdue
                : day == rules.today()  ? DueState::Today
                                        : DueState::Later;
    }
    const QColor colour = dueColour(state, schemeOf(palette()));
    if (text.isEmpty())
        return {{tr("Nothing planned"),
                 Segment::Tone::Quiet,
                 QString(dueSymbol(state)),
                 colour,
                 {},
                 tr("Log a call with a follow-up, or add a task")}};
    std::vector<Segment> segments{{text, Segment::Tone::Normal, QString(dueSymbol(state)), colour}};
    if (!when.isEmpty())
        segments.push_back({state == DueState::Overdue ? tr("overdue, %1").arg(when) : when,
                            Segment::Tone::Quiet,
                            {},
                            {},
                            state == DueState::Overdue ? colour : QColor()});
    return segments;
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
    if (event->type() != QEvent::PaletteChange || m_iconName.isEmpty())
        return;
    if (m_record && m_record->isLoaded())
        showRecord(*m_record); // its marks, too, have colours of their own
    else
        m_icon->setPixmap(tinted(m_iconName, iconSize, colourRolesOf(*this).quietText, devicePixelRatioF()));
}

} // namespace headway::ui
