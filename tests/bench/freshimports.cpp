// SPDX-License-Identifier: GPL-3.0-or-later
// A file of contacts into a book that has none yet, against the same file in a table of the bare engine with five indexes
// and a full-text index like ours; and customers with two numbers and companies that nobody knows.
#include "bench/families.h"
#include "bench/measure.h"
#include "bench/memory.h"
#include "sql/file.h"
#include "store/book/book.h"
#include "transfer/import/importer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

#include <sqlite3.h>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

const Actor actor{UserId{1}, Instant{1'795'000'000'000}};

// Names that nobody has, the same in each run.
class Names
{
public:
    QString word(int syllables)
    {
        static const QStringList all =
            u"ba be bi bo da de di do fa fe ga ha ja ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si "
            "so ta te ti to va ve wi wo za"_s.split(u' ');
        QString text;
        for (; syllables > 0; --syllables)
            text += all[below(int(all.size()))];
        return text.left(1).toUpper() + text.mid(1);
    }
    int below(int end) { return int(m_random() % unsigned(end)); }
    QString number() { return u"+49 %1 %2"_s.arg(100 + below(900)).arg(1'000'000 + below(9'000'000)); }

private:
    std::mt19937 m_random{7};
};

struct Files {
    QString companies = {};
    QString contacts = {};
    QString customers = {};
};

Result<> write(const QString &path, const QString &header, int rows,
               const std::function<QString(int row)> &line)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Full, Sentence::verbatim(u"Cannot write %1."_s.arg(path)));
    QTextStream text(&file);
    text << header << '\n';
    for (int row = 0; row < rows; ++row)
        text << line(row) << '\n';
    return {};
}

Result<Files> writeFiles(const QString &beside, int rows)
{
    const Files files{beside + u"-companies.csv"_s, beside + u"-contacts.csv"_s,
                      beside + u"-customers.csv"_s};
    Names names;
    QStringList firms;
    for (int i = 0; i < rows / 10; ++i)
        firms += u"%1 %2 %3"_s.arg(names.word(3), names.word(2)).arg(i);
    HEADWAY_CHECK(
        write(files.companies, u"Name,Website,City,Country,Phone"_s, int(firms.size()), [&](int row) {
            return u"%1,www.firm%2.example,%3,DE,%4"_s.arg(firms[row])
                .arg(row)
                .arg(names.word(3), names.number());
        }));
    HEADWAY_CHECK(write(files.contacts,
                        u"First name,Last name,Email,Phone,Job title,Company,Street,City,Country"_s, rows,
                        [&](int row) {
                            const QString first = names.word(2);
                            const QString last = names.word(3);
                            return u"%1,%2,%3.%4%5@mail.example,%6,Head of %7,%8,%9str. 5,%10,DE"_s
                                .arg(first, last, first.toLower(), last.toLower())
                                .arg(row)
                                .arg(names.number(), names.word(3), firms[names.below(int(firms.size()))],
                                     names.word(3), names.word(2));
                        }));
    HEADWAY_CHECK(write(files.customers, u"First name,Last name,Company,Work phone,Mobile,Email"_s,
                        std::min(rows, 10'000), [&](int row) {
                            return u"%1,%2,%3 %4 %5,%6,%7,a%5@new%5.example"_s
                                .arg(names.word(2), names.word(3), names.word(3), names.word(2))
                                .arg(row)
                                .arg(names.number(), names.number());
                        }));
    return files;
}

struct Timed {
    double ms = 0;
    qint64 rows = 0;
    qint64 grown = 0; // MiB

    double perSecond() const { return double(rows) / ms * 1000; }
};

Timed timedImport(sql::Connection &connection, EntityKind kind, const QString &path)
{
    transfer::ImportRequest request;
    request.kind = kind;
    request.createMissing = {EntityKind::Company};
    const qint64 before = memory().resident;
    QElapsedTimer clock;
    clock.start();
    const auto report = must(transfer::importFile(connection, {.path = path}, request, actor));
    return {double(clock.nsecsElapsed()) / 1e6, report.created, (memory().resident - before) >> 20};
}

void give(sqlite3 *database, const char *statement)
{
    char *problem = nullptr;
    if (sqlite3_exec(database, statement, nullptr, nullptr, &problem) != SQLITE_OK) {
        std::fprintf(stderr, "The engine itself failed: %s in %s\n", problem, statement);
        std::exit(1);
    }
}

// As `sqlite3` does it with .import: a prepared insert, one transaction; the cells of these files have no quotes.
double timedRaw(const QString &path, const QString &file)
{
    sql::removeDatabaseFile(path);
    QElapsedTimer clock;
    clock.start();
    sqlite3 *database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    give(
        database,
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE contact (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g TEXT, h TEXT, i TEXT);"
        "CREATE INDEX by_b ON contact (b); CREATE INDEX by_c ON contact (c);"
        "CREATE INDEX by_d ON contact (d); CREATE INDEX by_f ON contact (f); CREATE INDEX by_h ON contact (h);"
        "CREATE VIRTUAL TABLE words USING fts5(a, b, c, d, e, f, g, h, i, content='contact',"
        " prefix='1 2 3 4 5 6 7 8', detail='none', columnsize=0); BEGIN");
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert,
                       nullptr);
    QFile text(file);
    if (!text.open(QIODevice::ReadOnly))
        std::exit(1);
    for (text.readLine(); !text.atEnd();) {
        const QByteArrayList cells = text.readLine().trimmed().split(',');
        for (int i = 0; i < int(cells.size()); ++i)
            sqlite3_bind_text(insert, i + 1, cells[i].constData(), int(cells[i].size()), SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    give(database, "INSERT INTO words (words) VALUES ('rebuild'); COMMIT");
    sqlite3_close(database);
    const double ms = double(clock.nsecsElapsed()) / 1e6;
    sql::removeDatabaseFile(path);
    return ms;
}

} // namespace

void measureFreshImport(Bench &bench)
{
    if (!bench.wants(u"import.fresh"_s) && !bench.wants(u"import.customers"_s))
        return;
    const int rows = bench.scale() == u"large" ? 200'000 : bench.scale() == u"medium" ? 50'000 : 5'000;
    const QString beside = QFileInfo(bench.book().path).absolutePath() + u"/import-fresh"_s;
    const QString book = beside + u".headway"_s;
    const Files files = must(writeFiles(beside, rows));
    std::vector<double> times;
    std::vector<double> rawTimes;
    std::vector<double> customers;
    Timed fresh;
    Timed further;
    for (int round = 0; round < 3; ++round) {
        sql::removeDatabaseFile(book);
        {
            const auto connection = must(store::createBook(book));
            timedImport(*connection, EntityKind::Company, files.companies);
            fresh = timedImport(*connection, EntityKind::Contact, files.contacts);
            times.push_back(fresh.ms);
        }
        rawTimes.push_back(timedRaw(beside + u"-raw.db"_s, files.contacts));
        sql::removeDatabaseFile(book);
        const auto connection = must(store::createBook(book));
        further = timedImport(*connection, EntityKind::Contact, files.customers);
        customers.push_back(further.ms);
    }
    bench.addPair({u"import.fresh"_s,
                   {.ratio = 1.8},
                   3,
                   u"%L1 contacts, %L2 rows/s, memory +%3 MiB"_s.arg(fresh.rows)
                       .arg(qint64(fresh.perSecond()))
                       .arg(fresh.grown)},
                  times, rawTimes);
    bench.add({u"import.customers"_s,
               {},
               3,
               u"%L1 customers with new companies, %L2 rows/s"_s.arg(further.rows)
                   .arg(qint64(further.perSecond()))},
              customers);
    sql::removeDatabaseFile(book);
    for (const QString &file : {files.companies, files.contacts, files.customers})
        QFile::remove(file);
}

} // namespace headway::bench
