// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/plaintip.h"

#include "support/catch_qt.h"

#include <QTextDocument>
#include <QTextDocumentFragment>

using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

// As a tool tip shows it.
QString seen(const QString &tip)
{
    return Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
}

} // namespace

TEST_CASE("The tool tip of a name shows its letters, whatever they look like", "[app]")
{
    for (const QString &name :
         {u"Ana Núñez"_s, u"R&D"_s, u"<b>Acme</b> & Sons"_s, u"a < b"_s, u"5 &lt; 6"_s, u"R&amp;D"_s,
          u"<qt>"_s, u"Pump\n<i>new</i>\nlast line"_s, u"<!-- gone -->"_s, QString(500, u'W'), QString()}) {
        CAPTURE(name);
        CHECK(seen(plainTip(name)) == name);
    }
    CHECK(plainTip(u"R&D"_s) == u"R&D"_s); // no HTML where none is needed
}
