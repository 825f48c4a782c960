// SPDX-License-Identifier: GPL-3.0-or-later
// demo: a book with the sample company
#include "ctl/commands.h"

#include "ctl/progressprinter.h"
#include "ctl/words.h"
#include "domain/text/quoted.h"
#include "sample/samplebook.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

struct Wish {
    sample::SampleScale scale = {};
    quint64 seed = 1;
    QDate today = {};
};

Result<Wish> wishOf(const Session &session, const Arguments &arguments)
{
    const QString size = arguments.has(u"--scale"_s) ? arguments.value(u"--scale"_s) : u"small"_s;
    const auto scale = sample::SampleScale::named(size);
    if (!scale)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("--scale cannot be %1: it is small, medium, large or a number of deals.")
                           .arg(Quoted{size}));
    HEADWAY_TRY(seed, arguments.number(u"--seed"_s, 0, 1));
    return Wish{*scale, quint64(seed), session.today()};
}

} // namespace

Result<ExitStatus> runDemo(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(wish, wishOf(session, arguments));
    HEADWAY_TRY(address, session.address());
    {
        ProgressPrinter line(session.output(), Words::tr("Made"), Words::tr("records"));
        HEADWAY_CHECK(sample::makeSampleBook(address, wish.scale, wish.seed, wish.today, line.progress()));
    }
    session.rememberBook();
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"book"_s, address}});
    session.output().tell(Sentence::tr("Made the book %1 with a sample company of %2 %3.")
                              .arg(address, wish.scale.deals, counted(wish.scale.deals, EntityKind::Deal)));
    return ExitStatus::Done;
}

} // namespace headway::ctl
