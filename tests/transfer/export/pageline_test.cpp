// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/pageline.h"

#include "support/catch_qt.h"

#include <set>

using namespace headway;
using namespace headway::transfer;
using namespace Qt::StringLiterals;

namespace {

void send(PageLine &line, std::unique_ptr<ExportPage> page, const QString &mark)
{
    page->names = {mark};
    line.send(std::move(page));
}

} // namespace

TEST_CASE("Pages of an export are written in the order in which they were read", "[transfer]")
{
    QStringList written;
    PageLine line([&written](const ExportPage &page) -> Result<> {
        written += page.names.front();
        return {};
    });
    QStringList read;
    std::set<const ExportPage *> used;
    for (int i = 0; i < 1000; ++i) {
        auto page = line.emptyPage();
        REQUIRE(page);
        used.insert(page.get());
        read += QString::number(i);
        send(line, std::move(page), read.back());
    }
    test::valueOf(line.finish());
    CHECK((written == read));
    CHECK(used.size() <= 4); // so much memory, and no more
}

TEST_CASE("An export whose file cannot be written stops reading and says why", "[transfer]")
{
    int written = 0;
    PageLine line([&written](const ExportPage &) -> Result<> {
        if (++written == 3)
            return failure(ErrorCode::Full, Sentence::tr("The disk is full."));
        return {};
    });
    int sent = 0;
    while (auto page = line.emptyPage()) {
        send(line, std::move(page), {});
        REQUIRE(++sent < 100);
    }
    const auto outcome = line.finish();
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::Full);
    CHECK(written == 3);
}

TEST_CASE("An export that is given up ends at the page it is at", "[transfer]")
{
    int written = 0;
    {
        PageLine line([&written](const ExportPage &) -> Result<> {
            ++written;
            return {};
        });
        send(line, line.emptyPage(), {});
    }
    CHECK(written <= 1);
}
