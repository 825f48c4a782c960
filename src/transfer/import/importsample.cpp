// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importsample.h"

#include "domain/changes/stepwords.h"
#include "store/reading/lists.h"
#include "store/reading/related.h"
#include "transfer/import/importrun.h"
#include "transfer/import/stylequestions.h"
#include "transfer/rows/groupblanks.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int mostRelated = 10;                      // of each kind
constexpr qint64 largestDigested = 20 * 1024 * 1024; // bytes; larger ones take too long while people choose

// Rows that were read before: all of them to find out how the file is written, then one.
class ChosenRow : public RowSource
{
public:
    ChosenRow(const RowSource &source, SourceColumns columns, std::vector<SourceItem> items)
        : m_source(source), m_columns(std::move(columns)), m_items(std::move(items)),
          m_digest(source.size() <= largestDigested ? source.digest() : QString())
    {
    }

    // After so many passes over all of them.
    void choose(size_t row, int passes)
    {
        m_chosen = row;
        m_passes = passes;
    }

    QString name() const override { return m_source.name(); }
    Writing writing() const override { return m_source.writing(); }
    QString digest() const override { return m_digest; }
    bool isSample() const override { return true; }
    Result<SourceColumns> begin() override
    {
        m_isWhole = m_passes > 0;
        if (m_isWhole)
            --m_passes;
        m_next = m_isWhole ? 0 : m_chosen;
        return m_columns;
    }
    Result<std::optional<SourceItem>> next() override
    {
        const size_t end = m_isWhole ? m_items.size() : std::min(m_chosen + 1, m_items.size());
        return m_next < end ? std::optional(m_items[m_next++]) : std::optional<SourceItem>();
    }
    qint64 position() const override { return qint64(m_next); }
    qint64 size() const override { return qint64(m_items.size()); }

private:
    const RowSource &m_source;
    const SourceColumns m_columns;
    const std::vector<SourceItem> m_items;
    const QString m_digest;
    size_t m_chosen = 0;
    int m_passes = 0;
    bool m_isWhole = true;
    size_t m_next = 0;
};

qint64 lineOf(const SourceItem &item)
{
    return std::visit([](const auto &each) { return each.line; }, item);
}

Result<std::vector<SourceItem>> firstItems(RowSource &source)
{
    std::vector<SourceItem> items;
    while (int(items.size()) < rowsForStyle) {
        HEADWAY_TRY(item, source.next());
        if (!item)
            break;
        items.push_back(std::move(*item));
    }
    return items;
}

Result<> look(sql::Connection &connection, EntityRef ref, ImportSample &sample)
{
    const ImportReport &report = sample.report;
    sample.becomes = report.created > 0 ? ImportSample::Becomes::New
        : report.updated > 0            ? ImportSample::Becomes::Changed
        : report.unchanged > 0          ? ImportSample::Becomes::Same
                                        : ImportSample::Becomes::Rejected;
    if (ref.id == 0 || sample.becomes == ImportSample::Becomes::Rejected)
        return {};
    HEADWAY_TRY(rows, store::rows(connection, ref.kind, {ref.id}));
    if (!rows.empty())
        sample.record = rows.front();
    HEADWAY_TRY(related, store::relatedTo(connection, ref, mostRelated));
    sample.related = related;
    return {};
}

} // namespace

Result<std::vector<ImportSample>> sampleImport(sql::Connection &connection, RowSource &source,
                                               ImportRequest request, const Actor &actor, int most)
{
    source.wantOnly(request.kind);
    HEADWAY_TRY(columns, source.begin());
    HEADWAY_TRY(items, firstItems(source));
    const size_t count = std::min(size_t(most), items.size());
    std::vector<qint64> lines;
    for (size_t i = 0; i < count; ++i)
        lines.push_back(lineOf(items[i]));
    GroupBlanks blanks(request.cells, columns.names);
    for (SourceItem &item : items) {
        if (auto *row = std::get_if<SourceRow>(&item))
            blanks.read(row->cells);
    }
    columns.grouped.clear(); // one row is no group
    ChosenRow rows(source, columns, std::move(items));
    request.mode = RunMode::Dry;
    request.rejectedPath.clear();
    HEADWAY_TRY(step,
                store::StepWriter::begin(connection, Sentence(steps::filesImported).arg(0, source.name()),
                                         Origin::Imported, actor));
    std::vector<ImportSample> samples;
    for (size_t i = 0; i < count; ++i) {
        // How the file is written is found out from all of them, and so are the stages of a new pipeline.
        rows.choose(i, request.newPipeline.isEmpty() ? 1 : 2);
        HEADWAY_TRY(run, ImportRun::prepare(connection, rows, request, actor));
        HEADWAY_CHECK(run->into(step, {}));
        if (!request.newPipeline.isEmpty()) // it is there now
            request.pipeline = std::exchange(request.newPipeline, {});
        ImportSample sample{.line = lines[i], .report = run->report()};
        HEADWAY_CHECK(look(connection, {request.kind, run->lastRecord()}, sample));
        samples.push_back(std::move(sample));
    }
    return samples; // without finish() all of it is taken back
}

} // namespace headway::transfer
