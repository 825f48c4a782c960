// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/openbook.h"

#include "domain/records/inenglish.h"
#include "domain/records/user.h"
#include "domain/rules/deals.h"
#include "sample/sample.h"
#include "store/book/book.h"
#include "store/book/defaults.h"
#include "store/commit/changelog.h"
#include "store/rows/records.h"
#include "support/await.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

void fill(sql::Connection &connection, OpenBook::Content content)
{
    auto step = valueOf(store::StepWriter::begin(connection, Sentence::verbatim(u"Begin"_s),
                                                 Origin::Generated, {UserId{1}, testNow}));
    const auto put = [&step](EntityKind kind, qint64 id, const Row &row, Instant createdAt) -> Result<> {
        Change change = createRow(kind, row, id);
        change.createdAt = createdAt;
        HEADWAY_CHECK(step.apply(change));
        return {};
    };
    if (content == OpenBook::Content::Sample) {
        valueOf(sample::generateSample(sample::SampleScale::small(), 1, dayOf(testNow, QTimeZone::utc()), put,
                                       {}));
    } else {
        valueOf(put(EntityKind::User, 1, toRow(User{.name = u"Ana Lind"_s}), testNow)); // the current user
        valueOf(put(EntityKind::User, 2, toRow(User{.name = u"Ben Okafor"_s}), testNow));
        for (const store::DefaultRecord &record : store::defaultRecords())
            valueOf(put(record.kind, record.id, record.row, testNow));
    }
    valueOf(step.finish());
}

// Made once for each content and copied for each test: the sample takes seconds.
QString templateBook(OpenBook::Content content)
{
    static const QTemporaryDir folder;
    const QString place =
        folder.filePath(content == OpenBook::Content::Sample ? u"sample.headway"_s : u"empty.headway"_s);
    if (!QFile::exists(place))
        fill(*valueOf(store::createBook(place)), content);
    return place;
}

} // namespace

OpenBook::OpenBook(Content content) : m_place(m_folder.filePath(u"Test.headway"_s))
{
    REQUIRE(QFile::copy(templateBook(content), m_place));
    m_other = valueOf(store::openBook(m_place, sql::Access::ReadWrite));
    bool isOver = false;
    app::Workspace::open(
        qApp, {.address = m_place, .clock = [this] { return m_now; }, .threads = app::Threads::None},
        [&](Result<std::shared_ptr<app::Workspace>> opened) {
            m_workspace = valueOf(std::move(opened));
            isOver = true;
        });
    REQUIRE(await([&] { return isOver; }));
}

ChangeSet OpenBook::commit(const Edit &edit)
{
    std::optional<Result<ChangeSet>> result;
    m_now.ms += 1000;
    m_workspace->submit(
        qApp, [edit](sql::Connection &) -> Result<Edit> { return edit; },
        [&result](Result<ChangeSet> set) { result = std::move(set); });
    REQUIRE(await([&] { return result.has_value(); }));
    return valueOf(*result);
}

ChangeSet OpenBook::commitElsewhere(const Edit &edit)
{
    m_now.ms += 1000;
    return valueOf(store::commit(*m_other, edit, {UserId{2}, m_now}));
}

Record OpenBook::record(EntityRef ref)
{
    return valueOf(store::load(*m_other, ref));
}

std::vector<Record> OpenBook::all(EntityKind kind)
{
    return valueOf(store::loadAll(*m_other, kind));
}

EntityRef OpenBook::find(EntityKind kind, QStringView field, const QString &text)
{
    for (const Record &each : all(kind)) {
        if (textOf(each.value(field)) == text)
            return each.ref;
    }
    FAIL("no such record");
    return {};
}

QString OpenBook::lastStep()
{
    return inEnglish(valueOf(store::operations(*m_other, 0, 1)).front().label);
}

} // namespace headway::test
