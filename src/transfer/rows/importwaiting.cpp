// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importwaiting.h"

#include <QDataStream>
#include <QSet>

#include <algorithm>
#include <vector>

namespace headway::transfer {

namespace {

Error unreadable(const QFile &file)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
            {}};
}

} // namespace

void RowCircles::wanted(const RowTies &row)
{
    for (const QString &key : row.refersTo)
        m_lines.insert(key, 0);
}

void RowCircles::called(const RowTies &row)
{
    for (const QString &key : row.isCalled) {
        if (const auto known = m_lines.find(key); known != m_lines.end() && *known == 0)
            *known = row.line;
    }
}

void RowCircles::tie(const RowTies &row)
{
    for (const QString &key : row.refersTo) {
        // Of several that are called so, itself.
        const qint64 line = row.isCalled.contains(key) ? row.line : m_lines.value(key);
        if (line == 0)
            continue;
        m_waitsFor.insert(row.line, line);
        return;
    }
}

QHash<qint64, Pass> RowCircles::passes() const
{
    QHash<qint64, Pass> passes;
    for (auto each = m_waitsFor.cbegin(); each != m_waitsFor.cend(); ++each) {
        std::vector<qint64> path;
        QSet<qint64> onPath;
        qint64 line = each.key();
        while (m_waitsFor.contains(line) && !passes.contains(line)) {
            passes.insert(line, Pass::MayWait);
            path.push_back(line);
            onPath.insert(line);
            line = m_waitsFor.value(line);
        }
        if (!onPath.contains(line))
            continue; // it leads to a row that waits for none, or to what was followed before
        const auto begin = std::find(path.begin(), path.end(), line);
        passes.insert(*std::max_element(begin, path.end()), Pass::Circle);
    }
    return passes;
}

Result<> WaitingRows::add(const SourceRow &row)
{
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open())
            return failure(unreadable(*m_file));
    }
    QDataStream out(m_file.get());
    out << row.line << row.cells << row.original;
    if (out.status() != QDataStream::Ok)
        return failure(ErrorCode::Full,
                       Sentence::tr("There is no room for a temporary file: %1.").arg(m_file->errorString()));
    ++m_count;
    return {};
}

Result<> WaitingRows::each(QTemporaryFile &file, qint64 count, const Take &take)
{
    if (!file.seek(0))
        return failure(unreadable(file));
    QDataStream in(&file);
    for (qint64 i = 0; i < count; ++i) {
        SourceRow row;
        in >> row.line >> row.cells >> row.original;
        if (in.status() != QDataStream::Ok)
            return failure(unreadable(file));
        HEADWAY_CHECK(take(row));
    }
    return {};
}

Result<> WaitingRows::takeAll(const Take &take)
{
    const std::unique_ptr<QTemporaryFile> rows = std::move(m_file);
    const qint64 count = m_count;
    m_count = 0;
    return rows ? each(*rows, count, take) : Result<>();
}

Result<QHash<qint64, Pass>> WaitingRows::passes(const RowReader &reader) const
{
    RowCircles circles;
    if (!m_file)
        return circles.passes();
    for (const auto note : {&RowCircles::wanted, &RowCircles::called, &RowCircles::tie}) {
        HEADWAY_CHECK(each(*m_file, m_count, [&](const SourceRow &row) -> Result<> {
            (circles.*note)(reader.tiesOf(row));
            return {};
        }));
    }
    return circles.passes();
}

} // namespace headway::transfer
