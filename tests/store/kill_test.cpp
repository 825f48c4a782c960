// SPDX-License-Identifier: GPL-3.0-or-later
// Another process commits steps and tells each one when it is done; it is killed at some moment. Every
// step it told is there, none is half there, and the book passes its check. HEADWAY_KILLS sets how often
// (5; 1,000 in `./run check`).
#include "domain/activity.h"
#include "domain/company.h"
#include "domain/contact.h"
#include "store/book.h"
#include "store/check.h"
#include "store/commit.h"
#include "support/book.h"
#include "support/secondself.h"

#include <QRandomGenerator>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// Four records, all named after the step, so that a part of a step would show.
Edit stepNamed(const QString &name)
{
    return {name,
            {create(Company{.name = name}, -1), create(Contact{.firstName = name, .company = {-1}}, -1),
             create(Activity{.kind = ActivityKind::Call, .subject = name, .at = {5}}, -1),
             create(ActivityLink{.activity = {-1}, .recordKind = EntityKind::Contact, .recordId = -1})}};
}

int kills()
{
    return qEnvironmentVariableIsSet("HEADWAY_KILLS") ? qEnvironmentVariableIntValue("HEADWAY_KILLS") : 5;
}

} // namespace

TEST_CASE("second self: commits until it is killed", "[.]")
{
    if (secondSelfArgument().isNull())
        return;
    auto book = valueOf(store::openBook(secondSelfArgument(), sql::Access::ReadWrite));
    for (qint64 i = 1;; ++i) {
        const auto set = store::commit(*book, stepNamed(u"Step %1"_s.arg(i)), {UserId{1}, Instant{i}});
        if (!set)
            return;
        tell(QString::number(set->operation.id));
    }
}

TEST_CASE("Steps that were done survive kill -9, and no other leaves a trace", "[store][slow]")
{
    // slow: processes are started
    FreshBook book(GENERATE(anyEngine()));
    CAPTURE(book.connection().engine());
    QRandomGenerator random(17);
    qint64 told = 0;
    for (int round = 0; round < kills(); ++round) {
        auto other = startSecondSelf(u"second self: commits until it is killed"_s, book.place(), As::Myself);
        const qint64 enough = told + 1 + qint64(random.bounded(40));
        while (told < enough && other->waitForReadyRead(20'000)) {
            while (other->canReadLine())
                told = other->readLine().trimmed().toLongLong();
        }
        REQUIRE(told >= enough);
        other->kill(); // SIGKILL: in the middle of the next step
        other->waitForFinished();
        const QList<QByteArray> rest = other->readAllStandardOutput().split('\n');
        for (const QByteArray &line : rest.sliced(0, rest.size() - 1))
            told = line.trimmed().toLongLong();

        const QString counts = u"SELECT count(*) FROM "_s;
        // a server notices only after a moment that its client is gone
        auto own = valueOf(store::openBook(book.place(), sql::Access::ReadWrite));
        const auto lastThere =
            std::get<qint64>(valueOf(own->cell(u"SELECT coalesce(max(id), 0) FROM operation"_s)));
        CHECK(lastThere >= told);
        auto snapshot = valueOf(sql::Transaction::read(*own));
        const qint64 steps = std::get<qint64>(valueOf(own->cell(counts + u"operation"_s)));
        for (const QString &table : {u"company"_s, u"contact"_s, u"activity"_s, u"activity_link"_s})
            CHECK(valueOf(own->cell(counts + table)) == sql::Value(steps));
        CHECK(valueOf(own->cell(counts + u"change"_s)) == sql::Value(4 * steps));
        valueOf(snapshot.commit());
    }
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).sentences()
          == QStringList());
}
