// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/csvsource.h"

#include "exchange/csv/csvreader.h"
#include "exchange/csv/filecontent.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

class CsvFeed : public RowFeed
{
public:
    // The device is at its start; one that is given is that of this reading alone.
    CsvFeed(QIODevice &device, const exchange::CsvDialect &dialect) : m_reader(device, dialect) {}
    CsvFeed(std::unique_ptr<QIODevice> device, const exchange::CsvDialect &dialect)
        : m_own(std::move(device)), m_reader(*m_own, dialect)
    {
    }

    Result<std::optional<exchange::CsvItem>> next() override { return m_reader.next(); }
    void forgetWidth() override { m_reader.forgetWidth(); }
    void fillShortRows() override { m_reader.fillShortRows(); }
    qint64 filledRows() const override { return m_reader.filledRows(); }
    qint64 position() const override { return m_reader.bytesRead(); }

private:
    std::unique_ptr<QIODevice> m_own;
    exchange::CsvReader m_reader;
};

} // namespace

Result<std::unique_ptr<RowSource>> CsvSource::open(const SourceFile &file)
{
    std::unique_ptr<CsvSource> source(new CsvSource(file));
    HEADWAY_CHECK(source->openFile());
    const QByteArray start = exchange::startOf(source->file());
    if (const auto other = exchange::otherContent(source->name(), start))
        return failure(ErrorCode::Unreadable, *other);
    if (exchange::isAddressBook(start)) // from a pipe: how it is written is seen at its end only
        return failure(
            ErrorCode::Unreadable,
            Sentence::tr("%1 is an address book of vCards. Save it as a file of its own, and import that.")
                .arg(source->name()));
    HEADWAY_CHECK(source->detect());
    return source;
}

Result<> CsvSource::look(const SourceFile &said)
{
    HEADWAY_TRY(detection, exchange::detectCsv(file()));
    shape().csv = detection;
    // Texts full of separators mislead the detection; our own files begin with "id" and the separator.
    const QByteArray start = file().peek(6);
    const QByteArrayView first = QByteArrayView(start).sliced(start.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    if (said.author == Author::Headway && first.size() > 2 && first.startsWith("id"))
        shape().csv.dialect.separator = QChar::fromLatin1(first[2]);
    shape().csv.overrule(said.csv);
    HEADWAY_CHECK(findHeader(said));
    return findTitles(said);
}

Result<std::unique_ptr<RowFeed>> CsvSource::feed()
{
    if (!file().isSequential() && !file().seek(0))
        return failure(unreadable(file()));
    return std::unique_ptr<RowFeed>(std::make_unique<CsvFeed>(file(), shape().csv.dialect));
}

Result<std::unique_ptr<RowFeed>> CsvSource::feedBeside() const
{
    auto again = std::make_unique<QFile>(file().fileName());
    if (file().isSequential() || !again->open(QIODevice::ReadOnly))
        return std::unique_ptr<RowFeed>();
    return std::unique_ptr<RowFeed>(std::make_unique<CsvFeed>(std::move(again), shape().csv.dialect));
}

Writing CsvSource::writing() const
{
    return {{{u"encoding"_s, shape().csv.encodingEvidence}, {u"separator"_s, shape().csv.separatorEvidence}},
            shape().csv.isPlain};
}

exchange::CsvDialect CsvSource::rejectedDialect() const
{
    exchange::CsvDialect dialect = exchange::CsvDialect::machine();
    dialect.separator = shape().csv.dialect.separator;
    return dialect;
}

} // namespace headway::transfer
