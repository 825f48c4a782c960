// SPDX-License-Identifier: GPL-3.0-or-later
// What ActivityInput keeps of unsaved input.
#include "app/input/activityinput.h"
#include "domain/text/reftext.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

QString codeOf(ActivityKind kind)
{
    return textOf(Codec<ActivityKind>::read(kind));
}

} // namespace

QString ActivityInput::draftKey() const
{
    switch (m_use) {
    case Use::Complete: return Drafts::key(u"done-%1"_s.arg(m_planned->id.value), m_subject.record);
    case Use::LogAnew: return Drafts::key(u"log", {EntityKind::Activity, 0});
    case Use::Log: break;
    }
    return Drafts::key(u"log-%1"_s.arg(codeOf(m_kind)), m_subject.record);
}

// Nothing is typed, and nothing chosen that took more than a key.
bool ActivityInput::isBlank(const LogLines &lines) const
{
    const auto isTyped = [](const QString &text, const QString &first) {
        return !text.trimmed().isEmpty() && text != first;
    };
    const bool isTimeTyped =
        m_time.choice() == ActivityTime::Choice::Typed && !m_time.typed().trimmed().isEmpty();
    const bool isDayGiven = m_isDayChosen && m_day.isValid();
    return lines.text == ownText() && lines.place.isEmpty() && m_outcome < 0 && !isTimeTyped && !isDayGiven
        && !isTyped(lines.title, ownTitle()) && !isTyped(lines.duration, ownDuration());
}

void ActivityInput::keepDraft(const LogLines &lines)
{
    if (isBlank(lines)) {
        discardDraft(draftKey());
        return;
    }
    m_drafts.keep(draftKey(),
                  {{u"kind"_s, codeOf(m_kind)},
                   {u"about"_s, isAnew() && m_subject.record.id ? refText(m_subject.record) : QString()},
                   {u"about_title"_s, m_subject.title},
                   {u"subject"_s, lines.title},
                   {u"own_subject"_s, lines.ownTitle},
                   {u"text"_s, lines.text},
                   {u"own_text"_s, lines.ownText},
                   {u"outcome"_s, m_outcome},
                   {u"time"_s, m_time.kept()},
                   {u"separate"_s, m_isSeparate},
                   {u"day"_s, m_day.toString(Qt::ISODate)},
                   {u"day_chosen"_s, m_isDayChosen},
                   {u"place"_s, lines.place},
                   {u"duration"_s, lines.duration},
                   {u"own_duration"_s, lines.ownDuration}});
}

void ActivityInput::discardDraft(const QString &key)
{
    m_drafts.discard(key);
}

std::optional<LogLines> ActivityInput::takeUpDraft()
{
    const QJsonObject draft = m_drafts.find(draftKey());
    if (draft.isEmpty())
        return std::nullopt;
    if (isAnew()) {
        changeKind(Codec<ActivityKind>::write(Value(draft.value(u"kind"_s).toString())));
        if (const auto about = refNamed(draft.value(u"about"_s).toString()))
            concern(*about, draft.value(u"about_title"_s).toString());
    }
    if (draft.value(u"separate"_s).toBool())
        logSeparately();
    const int outcome = draft.value(u"outcome"_s).toInt(-1);
    m_outcome = outcome < int(m_outcomes.size()) ? outcome : -1; // the draft's outcome may not exist any more
    m_time.takeUp(draft.value(u"time"_s).toString());
    m_day = QDate::fromString(draft.value(u"day"_s).toString(), Qt::ISODate);
    m_isDayChosen = draft.value(u"day_chosen"_s).toBool();
    return LogLines{.title = draft.value(u"subject"_s).toString(),
                    .text = draft.value(u"text"_s).toString(),
                    .duration = draft.value(u"duration"_s).toString(),
                    .place = draft.value(u"place"_s).toString(),
                    .ownTitle = draft.value(u"own_subject"_s).toString(ownTitle()),
                    .ownText = draft.value(u"own_text"_s).toString(ownText()),
                    .ownDuration = draft.value(u"own_duration"_s).toString(ownDuration())};
}

} // namespace headway::app
