// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of an import come from: named columns, and rows of cells with the line where each begins.
// CSV is one source (csvsource.h); another format is another source, and a line in openSource(). Read on
// the caller's thread. Fails as its input does; a malformed row is a problem, and reading continues after
// it.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvdetect.h"
#include "transfer/questions/importquestions.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace headway::transfer {

struct SourceColumns {
    QStringList names = {};           // not empty, unique
    std::vector<Sentence> notes = {}; // a sentence for each name that had to be made up or altered
    // Not a column of the file: the titles that stand above groups of its rows. -1: there are none.
    qsizetype groups = -1;
    // Those that seem to have a value only in the first row of each group; its other rows are blank there.
    std::vector<qsizetype> grouped = {};
};

struct SourceRow {
    qint64 line = 0;        // where it begins; the first is 1
    QStringList cells = {}; // one for each column
    // Those that the source knows for numbers, and that have decimals: they are written with a point, however texts are
    // that look like numbers. A file of texts has none.
    std::vector<qsizetype> numbers = {};
    QByteArray original = {}; // as it stands in the source; see RejectedForm

    // The same with that mark in those cells: as the texts beside them are written.
    void writeNumbers(QChar decimalMark);
};

struct SourceProblem {
    qint64 line = 0;
    QString column = {};  // empty: the row as a whole
    Sentence reason = {}; // one sentence for the user
    QString raw = {};     // the skipped text
};

// How rejected rows are given back, so that they can be corrected and imported like the rest.
enum class RejectedForm {
    Rows,  // as CSV, in the dialect of the source
    Cards, // as they were: SourceRow::original
};

using SourceItem = std::variant<SourceRow, SourceProblem>;

// How a source is written, detected or set, for the user to check.
struct Writing {
    struct Trait {
        QString name = {}; // "separator"
        QString text = {}; // "semicolon (all 120 rows looked at have 7 fields)"
    };
    std::vector<Trait> traits = {};
    bool isPlain = true; // nothing worth mentioning

    QStringList texts() const;
};

// What was found out about how a file is written. Whoever opens the file again hands it on, so that the file is looked
// at once. It is of use for the same answers only; that the file has changed meanwhile is noticed.
class SourceDetection
{
public:
    virtual ~SourceDetection() = default;
    Q_DISABLE_COPY_MOVE(SourceDetection)

protected:
    SourceDetection() = default;
};

struct SourceSheet {
    QString name = {};
    bool isHidden = false;
};

class RowSource
{
public:
    virtual ~RowSource() = default;
    Q_DISABLE_COPY_MOVE(RowSource)

    virtual QString name() const = 0; // for display: "contacts.csv"
    virtual Writing writing() const { return {}; }
    virtual RejectedForm rejectedForm() const { return RejectedForm::Rows; }
    virtual exchange::CsvDialect rejectedDialect() const { return exchange::CsvDialect::machine(); }

    // Goes to the first row; can be called repeatedly. Unreadable if there are no columns.
    [[nodiscard]] virtual Result<SourceColumns> begin() = 0;
    // The next row or problem; nothing at the end.
    [[nodiscard]] virtual Result<std::optional<SourceItem>> next() = 0;

    // From now on rows that are known to be of another kind of record are passed over, and told in remarks().
    virtual void wantOnly(EntityKind) {}

    // For opening it again; null: there is nothing to hand on.
    virtual std::shared_ptr<const SourceDetection> detection() const { return {}; }
    // Of the whole content, so that the very same is recognised; empty if that cannot be read twice.
    virtual QString digest() const { return {}; }
    // The first rows as they stand in the source, what is above the column names too, for people to see. Before begin().
    [[nodiscard]] virtual Result<std::vector<SourceRow>> opening(int) { return std::vector<SourceRow>(); }
    // The sheets of the file among which one can be chosen, and the one that is read; none: it is no workbook.
    virtual std::vector<SourceSheet> sheets() const { return {}; }
    virtual QString sheet() const { return {}; }
    // The line of the column names, once they are read; 0: it has no lines.
    virtual qint64 headerLine() const { return 0; }

    // What was made of rows so far that were not quite like the others, to be told after the import.
    virtual std::vector<Sentence> remarks() const { return {}; }
    // Whether it stands for some of the rows of another source, for people to see what would become of them.
    virtual bool isSample() const { return false; }
    // Whether its rows hold records of other kinds, too: a person then stands in the row of each of their deals.
    virtual bool isOfSeveralKinds() const { return false; }
    // Which rows may be something else than they were taken for.
    virtual std::vector<ImportQuestion> questions() const { return {}; }

    // Progress and total of reading, in bytes, rows, or what the source counts.
    virtual qint64 position() const = 0;
    virtual qint64 size() const = 0;

protected:
    RowSource() = default;
};

// Who wrote the file: an export of ours is known to contain its column names and separator.
enum class Author { Anybody, Headway };

// A file, and what the user states about how it is written; the rest is detected.
struct SourceFile {
    QString path = {};
    Author author = Author::Anybody;
    exchange::CsvAnswers csv = {};
    std::shared_ptr<const SourceDetection> detection = {}; // of the last time; null: it is looked at
};

// A sheet of a workbook has an address like a file in a folder: "customers.xlsx/Deals". What of it is the file, and the
// sheet; any other path is a file.
struct SheetAddress {
    QString path = {};
    QString sheet = {};
};
[[nodiscard]] SheetAddress sheetAddress(const QString &path);
// Files, with each workbook of several sheets that are shown and have rows replaced by the addresses of those.
[[nodiscard]] QStringList withSheets(const QStringList &files);
// Whether it is a sheet's address, or a file that is packed as workbooks are.
[[nodiscard]] bool isOfWorkbook(const QString &path);
// Whether it is an address book of vCards; of what can be read only once, that is not said.
[[nodiscard]] bool isOfCards(const QString &path);

// Of the content of a file, and of a sheet of it: each is known by its own. Empty if it cannot be read.
[[nodiscard]] QString digestOf(const QString &path, const QString &sheet = {});

// How a file of rejected rows of this file ends: "csv", or "vcf".
[[nodiscard]] QString rejectedEnding(const QString &path);

// The source for a file of any supported format, which is told by its content; the path may be the address of a sheet.
// Unreadable if the file cannot be read, Invalid if it has no such sheet.
[[nodiscard]] Result<std::unique_ptr<RowSource>> openSource(const SourceFile &file);

} // namespace headway::transfer
