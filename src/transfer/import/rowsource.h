// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of an import come from: named columns, and rows of cells with the line where each begins.
// CSV is one source (csvsource.h); another format is another, and a line in openSource(). Read on the
// thread of whoever reads. Fails as what it reads does; a row that is not right is a problem, and the
// reading goes on behind it.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvdetect.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace headway::transfer {

struct SourceColumns {
    QStringList names = {};           // none empty, none twice
    std::vector<Sentence> notes = {}; // a sentence for each name that had to be made up or altered
};

struct SourceRow {
    qint64 line = 0;        // where it begins; the first is 1
    QStringList cells = {}; // one for each column
};

struct SourceProblem {
    qint64 line = 0;
    QString column = {};  // empty: the row as a whole
    Sentence reason = {}; // one sentence for the user
    QString raw = {};     // what was passed over
};

using SourceItem = std::variant<SourceRow, SourceProblem>;

// How a source is written, found out or said, for people to check.
struct Writing {
    struct Trait {
        QString name = {}; // "separator"
        QString text = {}; // "semicolon (all 120 rows looked at have 7 fields)"
    };
    std::vector<Trait> traits = {};
    bool isPlain = true; // nothing that anybody need be told

    QStringList texts() const;
};

class RowSource
{
public:
    virtual ~RowSource() = default;

    virtual QString name() const = 0; // for people: "contacts.csv"
    virtual Writing writing() const { return {}; }
    // How the rows that an import rejects are written, so that they are mended and imported like the rest.
    virtual exchange::CsvDialect rejectedDialect() const { return exchange::CsvDialect::machine(); }

    // Goes to the first row, as often as somebody wants to read them. Unreadable without columns.
    [[nodiscard]] virtual Result<SourceColumns> begin() = 0;
    // The next row or problem; nothing at the end.
    [[nodiscard]] virtual Result<std::optional<SourceItem>> next() = 0;

    // How far the reading is, and how far it goes, in bytes, rows, or what the source counts.
    virtual qint64 position() const = 0;
    virtual qint64 size() const = 0;

protected:
    RowSource() = default;
    RowSource(const RowSource &) = delete;
    RowSource &operator=(const RowSource &) = delete;
};

// Whose file it is: an export of ours says its columns' names and separator itself.
enum class Author { Anybody, Headway };

// A file, and what somebody says about how it is written; what is not said is found out.
struct SourceFile {
    QString path = {};
    Author author = Author::Anybody;
    exchange::CsvAnswers csv = {};
};

// The source for a file of any format that can be read. Unreadable if the file cannot.
[[nodiscard]] Result<std::unique_ptr<RowSource>> openSource(const SourceFile &file);

} // namespace headway::transfer
