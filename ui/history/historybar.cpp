// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historybar.h"

#include "domain/records/record.h"
#include "domain/text/daterange.h"
#include "domain/text/reftext.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/nowheelcombobox.h"
#include "ui/pages/bookcontext.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace headway::ui {

namespace {

constexpr int everyKind = -1;
constexpr int lettersOfAName = 14; // a longer one is cut: it must not widen the page

Instant startOf(QDate day, const QTimeZone &zone)
{
    return {QDateTime(day, QTime(0, 0), zone).toMSecsSinceEpoch()};
}

} // namespace

HistoryBar::HistoryBar(const BookContext &context, QWidget *parent)
    : QWidget(parent), m_workspace(context.workspace()), m_display(context.display()),
      m_people(new NoWheelComboBox(this)), m_kinds(new NoWheelComboBox(this)),
      m_days(new NoWheelComboBox(this)), m_record(new FlatButton(FlatButton::Kind::Quiet, this)),
      m_clear(new FlatButton(FlatButton::Kind::Quiet, this)), m_mistake(new ElidedLabel(this))
{
    m_people->setAccessibleName(tr("Whose steps are shown"));
    m_kinds->setAccessibleName(tr("Of what kind of record"));
    m_kinds->addItem(tr("everything"), everyKind);
    for (const EntityKind kind : allEntityKinds()) {
        if (!entityInfo(kind).has(KindTrait::IsPart))
            m_kinds->addItem(m_display.kindPlural(kind), int(kind));
    }
    m_days->setAccessibleName(tr("Of which days"));
    m_days->setEditable(true);
    m_days->setInsertPolicy(QComboBox::NoInsert);
    m_days->setToolTip(tr("Choose days, or type them: 3 Nov, 2026-11, 2026-11-02..2026-11-06"));
    m_days->lineEdit()->setAccessibleName(m_days->accessibleName());
    for (QComboBox *each : {m_people, m_kinds, m_days}) {
        each->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        each->setMinimumContentsLength(lettersOfAName);
    }
    m_record->setText(tr("This record"));
    m_record->setToolTip(tr("Only what was done to the record of the chosen step"));
    m_record->setCheckable(true);
    m_clear->setText(tr("Clear the filter"));
    m_mistake->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    for (QWidget *each : std::initializer_list<QWidget *>{m_people, m_kinds, m_days, m_record, m_clear})
        row->addWidget(each);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::small, space::large, space::small);
    column->setSpacing(space::hair);
    column->addLayout(row);
    column->addWidget(m_mistake);
    showPeople();
    showDays();
    read();
    connect(&m_workspace, &app::Workspace::lookupsChanged, this, &HistoryBar::showPeople);
    connect(&m_workspace, &app::Workspace::dayChanged, this, &HistoryBar::read); // "this week" is another one
    for (QComboBox *each : {m_people, m_kinds, m_days})
        connect(each, &QComboBox::activated, this, &HistoryBar::read);
    connect(m_days->lineEdit(), &QLineEdit::editingFinished, this, &HistoryBar::read);
    connect(m_record, &FlatButton::clicked, this, [this](bool only) {
        m_only = only ? m_offered : EntityRef();
        read();
    });
    connect(m_clear, &FlatButton::clicked, this, &HistoryBar::clear);
}

HistoryBar::~HistoryBar() = default;

// Former colleagues are included: their steps stay in the history.
void HistoryBar::showPeople()
{
    m_people->clear();
    m_people->addItem(tr("everybody"), 0);
    for (const User &user : m_workspace.lookups().users)
        m_people->addItem(user.name, user.id.value);
    m_people->setCurrentIndex(qMax(0, m_people->findData(m_filter.actor.value)));
}

void HistoryBar::showDays()
{
    m_days->addItem(tr("any day"), QString());
    m_days->addItem(tr("today"), u"today"_s);
    m_days->addItem(tr("yesterday"), u"yesterday"_s);
    m_days->addItem(tr("this week"), u"this-week"_s);
    m_days->addItem(tr("last week"), u"last-week"_s);
    m_days->addItem(tr("this month"), u"this-month"_s);
    m_days->addItem(tr("last month"), u"last-month"_s);
}

// What is chosen, by its name for the program, or typed.
std::optional<QString> HistoryBar::daysWanted() const
{
    const QString text = m_days->currentText().trimmed();
    const int known = m_days->findText(text);
    const QString days = known >= 0 ? m_days->itemData(known).toString() : text;
    return days.isEmpty() ? std::nullopt : std::optional(days);
}

void HistoryBar::read()
{
    Filter filter{.actor = {m_people->currentData().toLongLong()}, .record = m_only};
    if (const int kind = m_kinds->currentData().toInt(); kind != everyKind)
        filter.kind = EntityKind(kind);
    const auto wanted = daysWanted();
    QString mistake;
    const auto days = parseDayRange(wanted.value_or(QString()), m_workspace.calendar());
    if (wanted && !days)
        mistake = m_display.words(days.error().text);
    if (wanted && days) {
        filter.since = startOf(days->first, m_workspace.zone());
        filter.until = startOf(days->last.addDays(1), m_workspace.zone());
    }
    m_mistake->showText(mistake, ElidedLabel::Tone::Error);
    m_mistake->setVisible(!mistake.isEmpty());
    m_clear->setVisible(!filter.isEmpty() || !mistake.isEmpty());
    const bool isOther = filter != m_filter;
    m_filter = filter;
    showRecord();
    if (isOther)
        Q_EMIT changed();
}

// All controls first, then one reading: what is halfway there is no filter that somebody asked for.
void HistoryBar::narrowTo(const Filter &filter, const QString &days)
{
    m_people->setCurrentIndex(qMax(0, m_people->findData(filter.actor.value)));
    m_kinds->setCurrentIndex(qMax(0, m_kinds->findData(filter.kind ? int(*filter.kind) : everyKind)));
    const int known = m_days->findData(days);
    m_days->setCurrentIndex(qMax(0, known)); // any day
    if (known < 0)
        m_days->setEditText(days);
    m_only = filter.record;
    read();
}

void HistoryBar::clear()
{
    narrowTo({}, {});
}

void HistoryBar::offerRecord(EntityRef record)
{
    m_offered = record;
    showRecord();
}

void HistoryBar::showRecord()
{
    m_record->setChecked(m_filter.record.id != 0);
    m_record->setEnabled(m_filter.record.id || m_offered.id);
}

QString HistoryBar::place() const
{
    QStringList words;
    if (m_filter.actor)
        words += u"user:"_s + QString::number(m_filter.actor.value);
    if (m_filter.kind)
        words += u"kind:"_s + tableName(*m_filter.kind);
    if (m_filter.since)
        words += u"days:"_s + QString::fromLatin1(QUrl::toPercentEncoding(daysWanted().value_or(QString())));
    if (m_filter.record.id)
        words += u"record:"_s + refText(m_filter.record);
    return words.join(u' ');
}

void HistoryBar::showPlace(const QString &place)
{
    Filter filter;
    QString days;
    const QStringList words = place.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QString value = word.section(u':', 1);
        if (word.startsWith("user:"_L1))
            filter.actor = {value.toLongLong()};
        else if (word.startsWith("kind:"_L1))
            filter.kind = entityKindNamed(value);
        else if (word.startsWith("days:"_L1))
            days = QUrl::fromPercentEncoding(value.toLatin1());
        else if (word.startsWith("record:"_L1))
            filter.record = refNamed(value).value_or(EntityRef());
    }
    narrowTo(filter, days);
}

QStringList HistoryBar::trail() const
{
    QStringList words;
    if (m_filter.actor)
        words += m_people->currentText();
    if (m_filter.kind)
        words += m_kinds->currentText();
    if (m_filter.since)
        words += m_days->currentText().trimmed();
    if (m_filter.record.id)
        words += tr("one record");
    return words.isEmpty() ? QStringList() : QStringList{words.join(u", "_s)};
}

} // namespace headway::ui
