// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a sheet, whatever its format, as records: the column names are found below notes, and titles of groups,
// sums and footers are told from rows. Read in constant memory; the file stays open until the source is destroyed.
#pragma once

#include "transfer/source/reportrows.h"
#include "transfer/source/rowsource.h"
#include "transfer/source/sheetreader.h"

#include <QFile>

#include <deque>

namespace headway::transfer {

// Of a workbook: which sheet, and which of its columns have something in them.
struct SheetPlace {
    size_t sheet = 0;
    QString name = {};
    std::vector<int> columns = {};
};

class SheetSource : public RowSource
{
public:
    QString name() const override;
    Result<SourceColumns> begin() override;
    Result<std::optional<SourceItem>> next() override;
    std::shared_ptr<const SourceDetection> detection() const override;
    QString digest() const override;
    Result<std::vector<SourceRow>> opening(int most) override;
    qint64 headerLine() const override { return m_shape.headerLine; }
    std::vector<Sentence> remarks() const override;
    std::vector<ImportQuestion> questions() const override;
    qint64 position() const override { return m_reader ? m_reader->position() : 0; }
    qint64 size() const override { return m_file.size(); }

protected:
    // How the file is written, and where its rows begin.
    struct Shape {
        exchange::CsvDetection csv = {};
        SheetPlace place = {};
        qint64 headerLine = 1;
        bool isHeaderFound = false;    // below other rows, and not by the user
        QStringList above = {};        // the row directly above the column names
        QStringList headerGroups = {}; // that stand there, as exchange::headerGroups() has them
        Titles titles = Titles::None;
        Titles supposed = Titles::None;      // of rows that stand like titles, but are taken for records
        std::vector<qsizetype> grouped = {}; // columns with a value in the first row of each group only
        bool hasBareSums = false; // rows of figures behind "Total", of which each group may have one
    };

    explicit SheetSource(const SourceFile &said) : m_said(said), m_file(said.path) {}

    static Error unreadable(const QFile &file);
    Result<> openFile();
    Result<> detect(); // how it is written; once, before anything is read
    // Finds out what `said` leaves open.
    virtual Result<> look(const SourceFile &said) = 0;
    Result<> findHeader(const SourceFile &file); // where the column names stand
    Result<> findTitles(const SourceFile &file); // below them: which rows are records
    // All rows from the first; what was given before is not read on.
    virtual Result<std::unique_ptr<RowFeed>> feed() = 0;
    // The same beside the one that is read; null if the file can be read only once.
    virtual Result<std::unique_ptr<RowFeed>> feedBeside() const = 0;
    // What is to be said of the choice of this sheet, if there is anything.
    virtual std::vector<Sentence> placeNotes() const { return {}; }

    const SourceFile &said() const { return m_said; }
    QFile &file() { return m_file; }
    const QFile &file() const { return m_file; }
    Shape &shape() { return m_shape; }
    const Shape &shape() const { return m_shape; }

private:
    class Detected;

    bool takeOver(); // what was found out before, if it still holds
    SheetReader readerOf(std::unique_ptr<RowFeed> feed) const;
    // The next row or problem that is no title, sum or footer.
    Result<bool> passAside();
    Result<std::optional<SheetItem>> nextItem();
    Result<bool> hold(size_t count); // whether there are so many more
    Result<bool> passOver();
    bool passNested(const SheetRow &row, const SheetRow *next);
    Result<bool> passImprint();
    Result<bool> passFooters();
    SumLine sumLine(const QStringList &cells) const;
    bool mayBeFooter(const QStringList &cells) const;
    bool isSumOfGroup(const QStringList &cells) const;
    bool isBareSumOfGroup(const QStringList &cells) const;
    void takeTitle(const QString &title);
    Result<bool> isFooter(size_t at); // of those that are held
    Result<bool> addsUp(const SheetItem &last) const;

    const SourceFile m_said;
    QFile m_file;
    Shape m_shape;
    std::shared_ptr<const SourceDetection> m_detected;
    mutable std::optional<QString> m_digest; // once for all parts of the file
    bool m_isOurs = false;
    bool m_areAllRecords = false; // as the user says
    bool m_areTitlesSaid = false; // likewise

    std::optional<SheetReader> m_reader;
    std::deque<SheetItem> m_held; // read ahead
    // What the rows up to now have told; begun anew with each reading.
    struct Told {
        bool isFirst = true; // no row came yet
        bool isAfterSums = false;
        QString group = {}; // the title above the rows
        QStringList groups = {};
        qint64 groupCount = 0;
        qint64 headersAgain = 0;
        qint64 sums = 0;
        bool isNested = false; // the rows belong to one above them
        qint64 nested = 0;
        qint64 lone = 0; // taken for records
        QString firstLone = {};
        QStringList footers = {};
        bool areFootersPassed = false;
        bool isTailSeen = false; // rows of one cell at the end, which were taken for records
        RowsAbove above = {};
        bool isBelowSum = false; // of a group
        ColumnSums since = {};   // of the rows since the last sum, where the file has bare ones
        qint64 full = 0;         // rows with more than one cell
        qint64 single = 0;       // with one, taken for records
        QString bareSum = {};    // left out, though somebody may be called so
        QString unlikely = {};   // went in, though it begins like a sum
    };
    Told m_told;
};

} // namespace headway::transfer
