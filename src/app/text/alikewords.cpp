// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/alikewords.h"

#include <QCoreApplication>

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Alike)
};

QString wordOf(AlikeBy by)
{
    switch (by) {
    case AlikeBy::Email: return Words::tr("same e-mail address");
    case AlikeBy::Phone: return Words::tr("same phone number");
    case AlikeBy::Website: return Words::tr("same web page");
    case AlikeBy::Name: return Words::tr("same name");
    case AlikeBy::SimilarName: break;
    }
    return Words::tr("similar name");
}

} // namespace

QStringList alikeWords(const std::vector<AlikeBy> &reasons)
{
    QStringList words;
    for (const AlikeBy by : reasons)
        words += wordOf(by);
    return words;
}

} // namespace headway::app
