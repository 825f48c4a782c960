// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/derive.h"

#include "domain/changes/customvalues.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/text/phonenumber.h"
#include "domain/text/searchwords.h"
#include "domain/text/text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

class Cells
{
public:
    Cells(EntityKind kind, Row &row) : m_info(entityInfo(kind)), m_row(row) {}

    QString text(QStringView name) const
    {
        const int i = m_info.indexOf(name);
        return i < 0 ? QString() : textOf(m_row[size_t(i)]);
    }
    void set(QStringView name, Value value)
    {
        if (const int i = m_info.indexOf(name); i >= 0)
            m_row[size_t(i)] = std::move(value);
    }

private:
    const EntityInfo &m_info;
    Row &m_row;
};

QString joined(const QStringList &parts)
{
    QStringList present;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            present += part.trimmed();
    }
    return present.join(u' ');
}

// Keys are for sorting and look-up; of a longer name they hold the beginning.
constexpr int longestKey = 200;

QString sortKey(const QString &text)
{
    return beginning(fold(text), longestKey);
}

void derivePerson(Cells &cells)
{
    const QString first = cells.text(u"first_name");
    const QString middle = cells.text(u"middle_name");
    const QString last = cells.text(u"last_name");
    QString name = joined({first, middle, last});
    QString key = joined({last, first, middle});
    if (name.isEmpty())
        name = key = cells.text(u"organisation");
    cells.set(u"name", name);
    cells.set(u"name_key", sortKey(key));
}

void deriveDeal(Cells &cells)
{
    cells.set(u"name_key", sortKey(cells.text(u"name")));
    const QString close = cells.text(u"expected_close");
    if (close.size() >= 7)
        cells.set(u"close_month", close.left(4).toLongLong() * 100 + close.mid(5, 2).toLongLong());
    else
        cells.set(u"close_month", Value());
}

void deriveActivity(Row &row)
{
    static const EntityInfo &info = entityInfo(EntityKind::Activity);
    static const int at = info.indexOf(u"at");
    static const int day = info.indexOf(u"day");
    row[size_t(day)] = Codec<QDate>::read(wholeDayIn(info, row, at));
}

// Names of organisations are often compounds, and people remember how they end: the works of "Möbelwerke".
bool mayBeCompound(EntityKind kind, const FieldInfo &field)
{
    return field.name == "organisation"_L1 || (kind == EntityKind::Company && field.name == "name"_L1);
}

// "mobelwerke" → "obelwerke", "belwerke" … "erke": nothing tells where the last word of it begins.
QStringList endingsOf(const QString &word)
{
    constexpr qsizetype shortestCompound = 8;
    constexpr qsizetype longestCompound = 40; // longer ones are no names
    constexpr qsizetype shortestEnding = 4;
    QStringList endings;
    if (word.size() < shortestCompound || word.size() > longestCompound)
        return endings;
    for (qsizetype from = 1; word.size() - from >= shortestEnding; ++from) {
        if (!word[from].isLowSurrogate())
            endings += word.mid(from);
    }
    return endings;
}

QStringList endingsIn(const QString &text)
{
    QStringList endings;
    for (const QString &word : words(text)) {
        if (!isUnspaced(word)) // that is found by any part of it
            endings += endingsOf(word);
    }
    return endings;
}

QString searchedText(const FieldInfo &field, const Value &value)
{
    const QString text = textOf(value);
    return field.type == FieldType::Json ? customTexts(text).join(u'\n') : text;
}

} // namespace

Row derive(EntityKind kind, Row row)
{
    Cells cells(kind, row);
    if (entityInfo(kind).has(KindTrait::Person)) {
        derivePerson(cells);
        return row;
    }
    switch (kind) {
    case EntityKind::Deal: deriveDeal(cells); break;
    case EntityKind::Activity: deriveActivity(row); break;
    case EntityKind::ContactPoint:
        cells.set(u"value_key",
                  cells.text(u"reach_by") == "phone"_L1 ? phoneKey(cells.text(u"value"))
                                                        : sortKey(cells.text(u"value")));
        break;
    default: cells.set(u"name_key", sortKey(cells.text(u"name")));
    }
    return row;
}

QString titleOf(EntityKind kind, const Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    const QString own = QString::fromLatin1(info.title);
    for (const QStringView name :
         {QStringView(own), QStringView(u"name"), QStringView(u"subject"), QStringView(u"value"),
          QStringView(u"description"), QStringView(u"role")}) {
        if (const int i = info.indexOf(name); i >= 0 && !textOf(row[size_t(i)]).isEmpty())
            return textOf(row[size_t(i)]);
    }
    if (kind == EntityKind::Activity) {
        // The title of a note is its beginning, that of any other activity without a subject is its kind.
        const QString note = textOf(row[size_t(info.indexOf(u"note"))]).section(u'\n', 0, 0);
        if (!note.isEmpty())
            return beginning(note, 80);
        const QString code = textOf(row[size_t(info.indexOf(u"kind"))]);
        for (const Choice &choice : info.field(info.indexOf(u"kind")).choices) {
            if (code == QLatin1StringView(choice.code))
                return QString::fromLatin1(choice.label);
        }
    }
    return {};
}

SentencePart nameInSentence(EntityRef record, const QString &title)
{
    return title.isEmpty() ? SentencePart(RecordName{record, {}}) : Quoted{title};
}

QString searchText(EntityKind kind, const Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    QStringList result;
    for (size_t i = 0; i < info.fields.size(); ++i) {
        const FieldInfo &field = info.fields[i];
        if (!field.isSearched() || field.type == FieldType::Reference)
            continue;
        const QString text = searchedText(field, row[i]);
        if (text.isEmpty())
            continue;
        const QStringList found = searchWords(text);
        result += field.has(Trait::SearchedBeside) ? besideWords(found) : found;
        if (mayBeCompound(kind, field))
            result += endingsIn(text);
    }
    result.removeDuplicates();
    return result.join(u' ');
}

} // namespace headway
