// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/killing.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/maintenance/check.h"
#include "support/secondself.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

void checkSteps(const QString &place, qint64 told)
{
    const QString counts = u"SELECT count(*) FROM "_s;
    // a server notices the end of its client after a moment
    auto own = valueOf(store::openBook(place, sql::Access::ReadWrite));
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

} // namespace

int kills(int share)
{
    const int all =
        qEnvironmentVariableIsSet("HEADWAY_KILLS") ? qEnvironmentVariableIntValue("HEADWAY_KILLS") : 5;
    return std::max(all / share, 2);
}

Edit stepNamed(const QString &name)
{
    return {Sentence::verbatim(name),
            {create(Company{.name = name}, -1), create(Contact{.firstName = name, .company = {-1}}, -1),
             create(Activity{.kind = ActivityKind::Call, .subject = name, .at = {5}}, -1),
             create(ActivityLink{.activity = {-1}, .recordKind = EntityKind::Contact, .recordId = -1})}};
}

void killWhileCommitting(FreshBook &book, const QString &name, int rounds)
{
    QRandomGenerator random(17);
    qint64 told = 0;
    for (int round = 0; round < rounds; ++round) {
        auto other = startSecondSelf(name, book.place(), As::Myself);
        const qint64 enough = told + 1 + qint64(random.bounded(40));
        while (told < enough && other->waitForReadyRead(20'000)) {
            while (other->canReadLine())
                told = std::max(told, other->readLine().trimmed().toLongLong());
        }
        REQUIRE(told >= enough);
        other->kill(); // SIGKILL: in the middle of the next step
        other->waitForFinished();
        const QList<QByteArray> rest = other->readAllStandardOutput().split('\n');
        for (const QByteArray &line : rest.sliced(0, rest.size() - 1))
            told = std::max(told, line.trimmed().toLongLong());
        checkSteps(book.place(), told);
    }
    const auto report = valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    CAPTURE(linesInEnglish(report.sentences()));
    CHECK(report.isSound());
}

} // namespace headway::test
