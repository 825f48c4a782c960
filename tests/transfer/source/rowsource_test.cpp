// SPDX-License-Identifier: GPL-3.0-or-later
// Imports and exports do not depend on CSV: a table in memory is imported and exported in the same way.
#include "transfer/source/rowsource.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "support/transfer.h"
#include "transfer/import/importpreview.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace headway;
using namespace Qt::StringLiterals;
using namespace headway::test;

namespace {

// Cells as from a spreadsheet or the clipboard; a row of another width is reported as a problem.
class Cells : public transfer::RowSource
{
public:
    Cells(const QStringList &columns, const std::vector<QStringList> &rows) : m_columns(columns), m_rows(rows)
    {
    }

    QString name() const override { return u"the clipboard"_s; }

    Result<transfer::SourceColumns> begin() override
    {
        m_at = 0;
        return transfer::SourceColumns{m_columns, {}};
    }

    Result<std::optional<transfer::SourceItem>> next() override
    {
        if (m_at == m_rows.size())
            return std::nullopt;
        const QStringList &cells = m_rows[m_at++];
        if (cells.size() != m_columns.size())
            return transfer::SourceProblem{
                position(), {}, Sentence::verbatim(u"The row is too short."_s), cells.join(u'|')};
        return transfer::SourceRow{position(), cells};
    }

    qint64 position() const override { return qint64(m_at); }
    qint64 size() const override { return qint64(m_rows.size()); }

private:
    QStringList m_columns;
    std::vector<QStringList> m_rows;
    size_t m_at = 0;
};

class Rows : public transfer::RowSink
{
public:
    Result<> begin(const QStringList &columns) override
    {
        m_rows.push_back(columns);
        return {};
    }
    Result<> add(std::span<const exchange::ExportCell> cells) override
    {
        QStringList texts;
        for (const exchange::ExportCell &cell : cells)
            texts += exchange::machineText(cell);
        m_rows.push_back(texts);
        return {};
    }
    Result<> finish() override
    {
        m_isFinished = true;
        return {};
    }

    const std::vector<QStringList> &rows() const { return m_rows; }
    bool isFinished() const { return m_isFinished; }

private:
    std::vector<QStringList> m_rows;
    bool m_isFinished = false;
};

Cells people()
{
    return {{u"Last name"_s, u"E-mail"_s, u"Company"_s},
            {{u"Fry"_s, u"dora@acme.example"_s, u"Acme"_s},
             {u"Gau"_s},
             {QString(), QString(), u"Acme"_s},
             {u"Iwu"_s, u"ife@acme.example"_s, u"Acme"_s}}};
}

} // namespace

TEST_CASE("A table that is no file goes in like one: rows, problems, the rejected file, one step",
          "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    QTemporaryDir folder;
    const QString rejected = folder.filePath(u"rejected.csv"_s);
    Cells table = people();
    const transfer::ImportReport report = valueOf(transfer::importRows(
        book.connection(), table,
        {.kind = EntityKind::Contact, .createMissing = {EntityKind::Company}, .rejectedPath = rejected},
        book.actor()));
    CHECK(report.read == 4);
    CHECK(report.created == 2);
    REQUIRE(report.rejected == 2);
    CHECK(report.firstRejected[0].line == 2);
    CHECK(inEnglish(report.firstRejected[0].reason) == u"The row is too short."_s);
    CHECK(report.firstRejected[1].line == 3);
    CHECK(inEnglish(report.firstRejected[1].reason) == u"A contact needs a first or a last name."_s);
    CHECK(report.writing.traits.empty());
    CHECK(inEnglish(book.history().front().label) == u"Imported 2 contacts from the clipboard"_s);
    CHECK(book.count(EntityKind::Company) == 1);

    // Rejected rows are corrected and imported like any other file.
    const QByteArray lines = test::contentOf(rejected);
    CHECK(lines.startsWith("Last name,E-mail,Company,line,column,reason\nGau,"));
    const transfer::ImportReport mended =
        test::import(book, {.kind = EntityKind::Contact},
                     QByteArray(lines).replace("\n,,Acme", "\nHall,hana@acme.example,Acme"));
    CHECK(mended.created == 2);
}

TEST_CASE("The preview shows the columns of a table that is no file, and where they would go", "[transfer]")
{
    Cells table = people();
    const auto preview = valueOf(transfer::previewImport(table, EntityKind::Contact, {}));
    CHECK(preview.columns == QStringList{u"Last name"_s, u"E-mail"_s, u"Company"_s});
    CHECK(preview.samples == QStringList{u"Fry"_s, u"dora@acme.example"_s, u"Acme"_s});
    CHECK(preview.targets == QStringList{u"last_name"_s, u"email"_s, u"company"_s});
    CHECK(preview.match == u"email"_s);
}

TEST_CASE("What goes out into a table comes back from it", "[transfer]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    book.add(Company{.name = u"Acme"_s, .sector = u"Retail"_s});
    book.add(Company{.name = u"Bolt"_s});
    Rows rows;
    const transfer::ExportReport report = valueOf(transfer::exportRows(
        book.connection(), {.query = {.kind = EntityKind::Company}, .columns = {u"name"_s, u"sector"_s}},
        rows));
    CHECK(report.rows == 2);
    CHECK(rows.isFinished());
    REQUIRE(rows.rows().size() == 3);
    CHECK(rows.rows()[1] == QStringList{u"Acme"_s, u"Retail"_s});

    FreshBook other(sql::Engine::Sqlite);
    Cells table(rows.rows().front(), {rows.rows().begin() + 1, rows.rows().end()});
    CHECK(
        valueOf(transfer::importRows(other.connection(), table, {.kind = EntityKind::Company}, other.actor()))
            .created
        == 2);
    CHECK(test::all<Company>(other).front().sector == u"Retail"_s);
}

TEST_CASE("A CSV file says how it is written, and its rejected rows are written like it", "[transfer]")
{
    FreshBook book(sql::Engine::Sqlite);
    QTemporaryDir folder;
    const QString rejected = folder.filePath(u"rejected.csv"_s);
    const test::TextFile file("Title;Value\nFry;lots\nGau;12,50\n");
    const transfer::ImportReport report =
        test::importFile(book, {.kind = EntityKind::Deal, .rejectedPath = rejected}, file.path());
    REQUIRE(report.writing.traits.size() == 2);
    CHECK(report.writing.traits[1].name == u"separator"_s);
    CHECK(report.writing.traits[1].text.startsWith(u"semicolon"_s));
    CHECK_FALSE(report.writing.isPlain);
    CHECK(test::contentOf(rejected).startsWith("Title;Value;line;column;reason\nFry;lots;2;"));
}

TEST_CASE("A file that is opened again is not looked at again, until it changes", "[transfer]")
{
    const TextFile file("Name;City\nAnna Berg;Rome\n");
    const auto detected = valueOf(transfer::openSource({.path = file.path()}))->detection();
    REQUIRE(detected);
    const auto columns = [&](const exchange::CsvAnswers &said) {
        const auto source =
            valueOf(transfer::openSource({.path = file.path(), .csv = said, .detection = detected}));
        return valueOf(source->begin()).names;
    };
    const auto rewrite = [&](const QByteArray &content, const QDateTime &changed) {
        QFile disk(file.path());
        REQUIRE(disk.open(QIODevice::WriteOnly));
        REQUIRE(disk.write(content) == content.size());
        REQUIRE(disk.flush());
        REQUIRE(disk.setFileTime(changed, QFileDevice::FileModificationTime));
    };
    const QStringList both{u"Name"_s, u"City"_s};
    CHECK(columns({}) == both);

    const QDateTime before = QFileInfo(file.path()).lastModified();
    const QByteArray commas = "Name,City\nAnna Berg,Rome\n";
    rewrite(commas, before); // as long and as old as it was, so it is read as it was
    CHECK(columns({}) == QStringList{u"Name,City"_s});
    CHECK(columns({.headerLine = 1}) == both); // other answers
    rewrite(commas, before.addSecs(60));
    CHECK(columns({}) == both);
}
