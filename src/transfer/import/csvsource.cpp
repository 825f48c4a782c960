// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/csvsource.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

Error unreadable(const QFile &file)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            {}};
}

} // namespace

Result<std::unique_ptr<RowSource>> CsvSource::open(const SourceFile &file)
{
    std::unique_ptr<CsvSource> source(new CsvSource(file.path));
    if (!source->m_file.open(QIODevice::ReadOnly))
        return failure(unreadable(source->m_file));
    HEADWAY_CHECK(source->detect(file));
    return source;
}

Result<> CsvSource::detect(const SourceFile &file)
{
    HEADWAY_TRY(detection, exchange::detectCsv(m_file));
    m_detection = detection;
    // Texts full of separators mislead the detection; our own files begin with "id" and the separator.
    const QByteArray start = m_file.peek(6);
    const QByteArrayView first = QByteArrayView(start).sliced(start.startsWith("\xEF\xBB\xBF") ? 3 : 0);
    if (file.author == Author::Headway && first.size() > 2 && first.startsWith("id"))
        m_detection.dialect.separator = QChar::fromLatin1(first[2]);
    m_detection.overrule(file.csv);
    return {};
}

QString CsvSource::name() const
{
    return QFileInfo(m_file).fileName();
}

Writing CsvSource::writing() const
{
    return {{{u"encoding"_s, m_detection.encodingEvidence}, {u"separator"_s, m_detection.separatorEvidence}},
            m_detection.isPlain};
}

exchange::CsvDialect CsvSource::rejectedDialect() const
{
    exchange::CsvDialect dialect = exchange::CsvDialect::machine();
    dialect.separator = m_detection.dialect.separator;
    return dialect;
}

Result<SourceColumns> CsvSource::begin()
{
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    m_reader.emplace(m_file, m_detection.dialect);
    HEADWAY_TRY(header, m_reader->readHeader());
    SourceColumns columns{header.names, {}};
    for (const exchange::CsvProblem &problem : header.problems)
        columns.notes.push_back(problem.reason);
    return columns;
}

Result<std::optional<SourceItem>> CsvSource::next()
{
    HEADWAY_TRY(item, m_reader->next());
    if (!item)
        return std::optional<SourceItem>();
    if (auto *row = std::get_if<exchange::CsvRow>(&*item))
        return SourceRow{row->line, std::move(row->fields)};
    auto &problem = std::get<exchange::CsvProblem>(*item);
    return SourceProblem{problem.line, problem.column ? QString::number(problem.column) : QString(),
                         std::move(problem.reason), std::move(problem.raw)};
}

} // namespace headway::transfer
