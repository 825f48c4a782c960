// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/naughtybook.h"

#include "domain/records/deal.h"
#include "domain/records/pipeline.h"
#include "domain/records/record.h"

#include <array>

using namespace Qt::StringLiterals;

namespace headway::test {

void NaughtyBook::fill(int ofEachKind)
{
    for (const EntityKind kind : allEntityKinds()) {
        std::vector<Change> changes;
        for (int i = 0; i < ofEachKind; ++i) {
            Change change = createRow(kind, row(kind), 0);
            change.createdAt = {moment()};
            changes.push_back(change);
        }
        for (const Change &change : m_book.commit({Sentence::verbatim(u"Add"_s), changes}).changes)
            m_ids[kind].push_back(change.ref.id);
    }
    link(EntityKind::Team, u"manager_id"_s, EntityKind::User);
    link(EntityKind::Company, u"parent_id"_s, EntityKind::Company);
    link(EntityKind::Contact, u"reports_to_id"_s, EntityKind::Contact);
    link(EntityKind::Lead, u"converted_deal_id"_s, EntityKind::Deal);
}

Row NaughtyBook::row(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    Row row = info.defaults;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        if (!info.field(i).has(Trait::Derived))
            row[size_t(i)] = value(kind, i, row);
    }
    if (kind == EntityKind::Deal)
        agree(row);
    if (kind == EntityKind::Activity && isNull(row[size_t(info.indexOf(u"at"))]))
        row[size_t(info.indexOf(u"at"))] = moment();
    if (kind == EntityKind::CustomField) {
        row[size_t(info.indexOf(u"record_kind"))] = u"deal"_s;
        row[size_t(info.indexOf(u"name"))] = u"own_%1"_s.arg(++m_customFields);
        row[size_t(info.indexOf(u"kind"))] = m_customFields % 2 ? u"text"_s : u"number"_s;
    }
    return row;
}

Value NaughtyBook::value(EntityKind kind, int index, const Row &row)
{
    const FieldInfo &field = entityInfo(kind).field(index);
    const bool required = field.has(Trait::Required);
    switch (field.type) {
    case FieldType::Integer: return qint64(m_text.number(5000) - 2000);
    case FieldType::Rank: return qint64(m_text.number(100'000)) * 1'000'003;
    case FieldType::Money:
        return m_text.number(3) == 0 ? Value() : Value(qint64(m_text.number(1 << 30)) - (1 << 29));
    case FieldType::Currency: return pick({u"EUR"_s, u"JPY"_s, u"KWD"_s, u"USD"_s});
    case FieldType::Percent: return percent(field);
    case FieldType::Day:
        return m_text.number(2) == 0 ? Value()
                                     : Value(u"20%1-0%2-1%3"_s.arg(10 + m_text.number(80))
                                                 .arg(1 + m_text.number(8))
                                                 .arg(m_text.number(9)));
    case FieldType::Moment: return required || m_text.number(2) ? Value(moment()) : Value();
    case FieldType::Duration: return qint64(m_text.number(100'000));
    case FieldType::YesNo: return qint64(m_text.number(1));
    case FieldType::Choice:
        return QString::fromLatin1(field.choices[size_t(m_text.number(int(field.choices.size()) - 1))].code);
    case FieldType::Reference: return reference(field);
    case FieldType::RecordKind:
        return QString(tableName(kind == EntityKind::Participant ? EntityKind::Contact : owner()));
    case FieldType::RecordId: return any(*entityKindNamed(textOf(row[size_t(index - 1)])));
    case FieldType::Json: return kind == EntityKind::Deal ? custom() : QString();
    default: break;
    }
    return text(field);
}

QString NaughtyBook::text(const FieldInfo &field)
{
    QString text = m_text.text().left(480);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    // Both engines' drivers drop a byte order mark at the start of a text.
    while (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    const bool isName = field.name == "name"_L1 || field.name == "last_name"_L1;
    return (field.has(Trait::Required) || isName) && text.trimmed().isEmpty() ? u"x"_s + text : text;
}

Value NaughtyBook::percent(const FieldInfo &field)
{
    return field.name == "probability_override"_L1 && m_text.number(1) ? Value()
                                                                       : Value(qint64(m_text.number(100)));
}

Value NaughtyBook::reference(const FieldInfo &field)
{
    const auto ids = m_ids.find(field.target);
    if (ids == m_ids.end() || (!field.has(Trait::Required) && m_text.number(3) == 0))
        return Value();
    return any(field.target);
}

void NaughtyBook::agree(Row &row)
{
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    const Stage stage = m_book.load<Stage>({integerOf(row[size_t(info.indexOf(u"stage_id"))])});
    row[size_t(info.indexOf(u"pipeline_id"))] = stage.pipeline.value;
    row[size_t(info.indexOf(u"status"))] =
        QString::fromLatin1(Choices<StageType>::list[size_t(stage.type)].code);
}

QString NaughtyBook::custom()
{
    if (m_text.number(1) == 0)
        return {};
    return u"{\"own_1\":\"=1+1\\n\\\"x\",\"own_2\":%1.25}"_s.arg(m_text.number(1000));
}

EntityKind NaughtyBook::owner()
{
    constexpr std::array kinds{EntityKind::Company, EntityKind::Contact, EntityKind::Lead, EntityKind::Deal};
    return kinds[size_t(m_text.number(3))];
}

qint64 NaughtyBook::any(EntityKind kind)
{
    const auto &ids = m_ids.at(kind);
    return ids[size_t(m_text.number(int(ids.size()) - 1))];
}

// References to records that come later in the order of kinds, or in the same file.
void NaughtyBook::link(EntityKind kind, const QString &field, EntityKind target)
{
    const int index = entityInfo(kind).indexOf(field);
    std::vector<Change> changes;
    for (size_t i = 0; i + 1 < m_ids[kind].size(); ++i) {
        const Record record = m_book.record({kind, m_ids[kind][i]});
        changes.push_back(setField(record, index, kind == target ? m_ids[target][i + 1] : any(target)));
    }
    m_book.commit({Sentence::verbatim(u"Link"_s), changes});
}

} // namespace headway::test
