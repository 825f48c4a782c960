// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/foreignfiles.h"

#include "support/naughtytext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

struct Column {
    QString header = {};
    QStringList cells = {};
};
using Columns = std::vector<Column>;

const QStringList firms{u"Acme Inc"_s, u"Acme Inc."_s,   u"ACME INC"_s,     u"Granite Peak, Inc."_s,
                        u"Alpha"_s,    u"Beta"_s,        u"acme.example"_s, u"Müller GmbH & Co. KG"_s,
                        u"-"_s,        u"Alpha; Beta"_s, u"日本"_s,         u"Muller GmbH & Co KG"_s};
const QStringList people{
    u"Anna Berg"_s,        u"Bob Cole"_s,           u"Granite Peak, Inc."_s, u"Berg, Anna"_s,
    u"ANNA BERG"_s,        u"Smith & Sons, Ltd."_s, u"Dr. Ilse Brandt"_s,    u"Anna"_s,
    u"Rell, Tomas, Jr."_s, u"van der Berg"_s,       u"日本 太郎"_s,          u"Eva Lang <eva@x.example>"_s,
    u"Acme GmbH"_s,        u"Acme, Beta, C"_s,      u"Núñez, Ana"_s,         u"anna@a.example"_s};
const QStringList mails{u"anna@a.example"_s,      u"ANNA@a.example"_s, u"office@a.example"_s,
                        u"bob@b.example"_s,       u"nope"_s,           u"a@x.example; b@x.example"_s,
                        u"mailto:eva@x.example"_s};
const QStringList phones{u"+44 7700 900106"_s,
                         u"+49 30 123456"_s,
                         u"+1 212 555 0100, ext. 23"_s,
                         u"030 123456 (neu)"_s,
                         u"4.91512E+11"_s,
                         u"0171 1234567 / 0171 7654321"_s,
                         u"-"_s};
const QStringList owners{u"Jo Sales"_s, u"Max Power"_s, u"Jo Sales; Max Power"_s,
                         u"\"Lee, Ann\" <a@x.example>"_s};
const QStringList texts{u"text"_s, u"two\nlines"_s, u"Company: Acme Inc"_s};
const QStringList deals{u"Renewal"_s, u"Towers"_s, u"renewal"_s, u"Towers "_s, u"Deal, big"_s};
const QStringList own{u"1"_s, u"2"_s, u"3"_s, u"4"_s};
const QStringList others{u"1"_s, u"2"_s, u"5"_s, u"9"_s};
const QStringList tags{u"a,b"_s, u"A"_s, u"b; c"_s};

class Writer
{
public:
    explicit Writer(unsigned seed) : m_random(seed) {}

    int number(int greatest) { return m_random.number(greatest); }
    template <class List>
    typename List::value_type oneOf(const List &list)
    {
        return list[m_random.number(int(list.size()) - 1)];
    }

    QByteArray file(EntityKind kind) { return some(columnsOf(kind)); }
    QByteArray fileOfSeveralKinds() { return some(manyKinds()); }

private:
    QByteArray some(Columns columns)
    {
        const Column first = columns.front();
        const int kept = 30 + 25 * m_random.number(2); // of a hundred
        std::erase_if(columns, [&](const Column &) { return m_random.number(99) >= kept; });
        if (columns.empty())
            columns = {first};
        return table(columns);
    }

    // Each column takes only one way of writing days.
    QStringList days()
    {
        switch (m_random.number(3)) {
        case 0: return {u"2026-12-24"_s, u"2025-03-14"_s};
        case 1: return {u"24.12.2026"_s, u"14.3.2025"_s};
        case 2: return {u"2026-12-24 09:00"_s, u"2025-03-14 10:30"_s};
        default: return {u"2026-12-24T09:00:00Z"_s, u"2025-03-14T10:30:00+02:00"_s};
        }
    }

    Columns columnsOf(EntityKind kind)
    {
        switch (kind) {
        case EntityKind::Company: return companies();
        case EntityKind::Contact: return contacts();
        case EntityKind::Lead: return leads();
        case EntityKind::Deal: return dealColumns();
        case EntityKind::Activity: return activities();
        case EntityKind::User:
            return {{u"Name"_s, {u"Jo Sales"_s, u"Max Power"_s, u"Jo  Sales"_s}},
                    {u"Email"_s, mails.mid(0, 4)},
                    {u"Team"_s, {u"East"_s, u"West"_s}},
                    {u"ID"_s, own}};
        default:
            return {{u"Name"_s, {u"Pump"_s, u"Drill"_s, u"pump"_s}},
                    {u"Price"_s, {u"10"_s, u"20.5"_s}},
                    {u"Description"_s, texts},
                    {u"ID"_s, own}};
        }
    }
    Columns companies()
    {
        return {{u"Company name"_s, firms},
                {oneOf(QStringList{u"ID"_s, u"Record ID"_s}), own},
                {u"Website"_s, {u"https://acme.example"_s, u"beta.example"_s, u"a.example; b.example"_s}},
                {u"Email"_s, mails},
                {u"Phone"_s, phones},
                {u"City"_s, {u"Ulm"_s, u"Rome"_s}},
                {u"Parent Company"_s, firms},
                {u"Parent Id"_s, others},
                {u"Owner"_s, owners},
                {u"Description"_s, texts},
                {u"Tags"_s, tags},
                {u"Type"_s, {u"Customer"_s, u"Zzz"_s}},
                {u"Revenue"_s, {u"1000"_s, u"$2000.50"_s, u"ca. 5000"_s}}};
    }
    void addNames(Columns &columns)
    {
        const QStringList family{u"Berg"_s, u"Cole"_s, u"Granite Peak, Inc."_s, u"O'Hara"_s, u"Acme GmbH"_s};
        const QStringList given{u"Anna"_s, u"Bob"_s, u"A."_s};
        switch (m_random.number(3)) {
        case 0: columns.insert(columns.begin(), {u"Name"_s, people}); break;
        case 1: columns.insert(columns.begin(), {{u"First Name"_s, given}, {u"Last Name"_s, family}}); break;
        case 2: columns.insert(columns.begin(), {u"Last Name"_s, family}); break;
        default: break; // nobody has a name
        }
    }
    Columns contacts()
    {
        Columns columns{{u"Email"_s, mails},
                        {u"Phone"_s, phones},
                        {oneOf(QStringList{u"Id"_s, u"Record ID"_s}), own},
                        {u"Mobile"_s, phones},
                        {u"Company"_s, firms},
                        {u"Account Id"_s, others},
                        {u"Owner"_s, owners},
                        {u"City"_s, {u"Ulm"_s, u"Rome"_s}},
                        {u"Tags"_s, tags},
                        {u"Description"_s, texts},
                        {u"Birthday"_s, {u"1980-05-04"_s, u"--05-04"_s}},
                        {u"Reports To"_s, people}};
        addNames(columns);
        return columns;
    }
    Columns leads()
    {
        Columns columns{{u"Email"_s, mails},
                        {u"Phone"_s, phones},
                        {u"Id"_s, own},
                        {u"Company"_s, firms},
                        {u"Status"_s, {u"New"_s, u"Contacted"_s, u"Zzz"_s}},
                        {u"Next step"_s, {u"Call"_s, u"Visit"_s}},
                        {u"Lead Source"_s, {u"Web"_s, u"Fair"_s}},
                        {u"Owner"_s, owners},
                        {u"Description"_s, texts}};
        addNames(columns);
        return columns;
    }
    Columns dealColumns()
    {
        return {{u"Deal Name"_s, deals},
                {oneOf(QStringList{u"ID"_s, u"Record ID"_s}), own},
                {u"Stage"_s, {u"Lead"_s, u"Qualified"_s, u"Offer"_s, u"Won"_s, u"Lost"_s, u"Zzz"_s}},
                {u"Company"_s, firms},
                {u"Contact"_s, people},
                {u"Account Id"_s, others},
                {u"Contact Id"_s, others},
                {u"Owner"_s, owners},
                {u"Amount"_s, {u"1000"_s, u"€500"_s, u"2000 USD"_s, u"ca. 5"_s}},
                {u"Close Date"_s, days()},
                {u"Product"_s, {u"Pump"_s, u"Drill"_s}},
                {u"Status"_s, {u"Open"_s, u"Won"_s, u"Lost"_s, u"Zzz"_s}},
                {u"Next step"_s, {u"Call"_s, u"Visit"_s}},
                {u"Description"_s, texts},
                {u"Tags"_s, tags},
                {u"Created"_s, days()},
                {u"Lost reason"_s, {u"Price"_s}},
                {u"Quantity"_s, {u"2"_s, u"3"_s}}};
    }
    Columns activities()
    {
        Columns columns{{u"Subject"_s, {u"Hello"_s, u"Call back"_s, u"hello"_s, u"Hello "_s}},
                        {u"Id"_s, own},
                        {u"Description"_s, texts},
                        {u"Type"_s, {u"Call"_s, u"Meeting"_s, u"Task"_s, u"Note"_s, u"Zzz"_s}},
                        {u"Contact"_s, people},
                        {u"Company"_s, firms},
                        {u"Deal"_s, deals},
                        {u"Contact Id"_s, others},
                        {u"Owner"_s, owners},
                        {u"Status"_s, {u"Open"_s, u"Completed"_s, u"Zzz"_s}},
                        {u"Duration"_s, {u"15 min"_s, u"1h30"_s, u"15"_s}},
                        {u"Outcome"_s, {u"Reached"_s}},
                        {u"Created"_s, days()}};
        const QStringList times{u"9:00 AM"_s, u"10:30"_s, u"17:45"_s};
        switch (m_random.number(4)) {
        case 0: columns.push_back({u"Date"_s, days()}); break;
        case 1: columns.push_back({u"Due Date"_s, days()}); break;
        case 2:
            columns.push_back({u"Start Date"_s, days()});
            columns.push_back({u"Start Time"_s, times});
            columns.push_back({u"End Date"_s, days()});
            columns.push_back({u"End Time"_s, times});
            columns.push_back({u"All day event"_s, {u"False"_s, u"True"_s}});
            break;
        case 3:
            columns.push_back({u"Start"_s, days()});
            columns.push_back({u"End"_s, days()});
            break;
        default: break;
        }
        return columns;
    }

    Columns manyKinds()
    {
        return {{u"Person - Name"_s, people},
                {u"Deal - Title"_s, deals},
                {u"Person - ID"_s, own},
                {u"Person - Email"_s, mails},
                {u"Person - Phone"_s, phones},
                {u"Organization - ID"_s, own},
                {u"Organization - Name"_s, firms},
                {u"Deal - ID"_s, own},
                {u"Deal - Value"_s, {u"100"_s, u"200"_s}},
                {u"Deal - Stage"_s, {u"Lead"_s, u"Offer"_s}},
                {u"Deal - Status"_s, {u"Open"_s, u"Won"_s, u"Lost"_s}},
                {u"Deal - Owner"_s, owners},
                {u"Activity - Subject"_s, {u"Hello"_s, u"Call back"_s}},
                {u"Activity - Due date"_s, {u"2026-12-24"_s, u"2025-01-02"_s}},
                {u"Activity - Type"_s, {u"Call"_s, u"Task"_s}}};
    }

    static QByteArray quoted(QString cell) { return '"' + cell.replace(u'"', u"\"\""_s).toUtf8() + '"'; }
    static QByteArray line(const QStringList &cells)
    {
        QByteArray line;
        for (const QString &cell : cells)
            line += (line.isEmpty() ? "" : ",") + quoted(cell);
        return line + '\n';
    }
    QByteArray table(const Columns &columns)
    {
        const int blank = 15 * m_random.number(3); // of a hundred
        QStringList headers;
        for (const Column &column : columns)
            headers += column.header;
        QByteArray content = line(headers);
        std::vector<QStringList> rows;
        for (int left = m_random.number(5); left >= 0; --left) {
            QStringList row;
            for (const Column &column : columns)
                row += m_random.number(99) < blank ? QString() : oneOf(column.cells);
            if (!rows.empty() && m_random.number(4) == 0) { // as an earlier one, but for one cell at most
                const qsizetype other = m_random.number(int(row.size()) - 1);
                const QString cell = row[other];
                row = oneOf(rows);
                if (m_random.number(1))
                    row[other] = cell;
            }
            rows.push_back(row);
            content += line(row);
        }
        return content;
    }

    NaughtyText m_random;
};

QStringList namesOf(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Company: return {u"companies"_s};
    case EntityKind::Contact: return {u"contacts"_s};
    case EntityKind::Lead: return {u"leads"_s};
    case EntityKind::Deal: return {u"deals"_s};
    case EntityKind::User: return {u"users"_s};
    case EntityKind::Product: return {u"products"_s};
    default: return {u"calls"_s, u"meetings"_s, u"tasks"_s, u"notes"_s, u"activities"_s, u"calendar"_s};
    }
}

} // namespace

std::vector<ForeignFile> foreignFiles(unsigned seed, int most)
{
    Writer writer(seed);
    const std::vector<EntityKind> kinds{EntityKind::Contact, EntityKind::Deal,     EntityKind::Activity,
                                        EntityKind::Lead,    EntityKind::Company,  EntityKind::Deal,
                                        EntityKind::Contact, EntityKind::Activity, EntityKind::User,
                                        EntityKind::Product};
    if (writer.number(5) == 0)
        return {{u"export.csv"_s, EntityKind::Deal, writer.fileOfSeveralKinds()}};
    std::vector<ForeignFile> files;
    for (int left = most - 1 - writer.number(most - 1); left >= 0; --left) {
        const EntityKind kind = writer.oneOf(kinds);
        const QString name = writer.oneOf(namesOf(kind));
        const QString number = files.empty() ? QString() : u"-%1"_s.arg(files.size() + 1);
        files.push_back({name + number + u".csv"_s, kind, writer.file(kind)});
    }
    return files;
}

} // namespace headway::test
