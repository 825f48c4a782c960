// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/richtext.h"

#include "support/catch_qt.h"

using namespace headway::exchange;
using namespace Qt::StringLiterals;

TEST_CASE("A note that another system kept as HTML is read as its text", "[exchange]")
{
    CHECK(plainText(u"<p>Talked about <b>valves</b></p>"_s) == u"Talked about valves"_s);
    CHECK(plainText(u"<div><p>One</p>\n<p>Two</p></div>"_s) == u"One\nTwo"_s);
    CHECK(plainText(u"Went well<br>Next: offer<br />Then sign"_s) == u"Went well\nNext: offer\nThen sign"_s);
    CHECK(plainText(u"<ul><li>price</li><li>days</li></ul>"_s) == u"- price\n- days"_s);
    CHECK(plainText(u"<table><tr><td>Size</td><td>5 m</td></tr><tr><td>Red</td></tr></table>"_s)
          == u"Size 5 m\nRed"_s);
    CHECK(plainText(u"First line\nsecond <b>line</b>"_s) == u"First line\nsecond line"_s);
    CHECK(plainText(u"<P STYLE=\"color: red\">wrapped\ntext</P>"_s) == u"wrapped text"_s);
    CHECK(plainText(u"<style>p { margin: 0 }</style><p>seen<!-- not seen --></p>"_s) == u"seen"_s);
    CHECK(plainText(u"<p></p>"_s).isEmpty());
}

TEST_CASE("Links and letters of a note in HTML are kept", "[exchange]")
{
    CHECK(plainText(u"<p>See <a href=\"https://acme.example/a?b=1&amp;c=2\">the offer</a> please</p>"_s)
          == u"See the offer (https://acme.example/a?b=1&c=2) please"_s);
    CHECK(plainText(u"<p><a href='https://acme.example'>https://acme.example</a></p>"_s)
          == u"https://acme.example"_s);
    CHECK(plainText(u"<p><a href=\"mailto:ann@acme.example\">Ann</a></p>"_s) == u"Ann (ann@acme.example)"_s);
    CHECK(plainText(u"<p>M&uuml;ller &amp; S&ouml;hne &lt;KG&gt;, 5&nbsp;&euro; &#8211; &#x1F600;</p>"_s)
          == u"Müller & Söhne <KG>, 5 € – 😀"_s);
    CHECK(plainText(u"<p>AT&T; &unknown; &#0; &#xD800;</p>"_s) == u"AT&T; &unknown; &#0; &#xD800;"_s);
}

TEST_CASE("A text that only looks like HTML stays as it is", "[exchange]")
{
    for (const QString &text : {u"a < b and c > d"_s, u"Ann <ann@acme.example>"_s, u"M&uuml;ller"_s,
                                u"<acme> asked\n\nfor   it"_s, u"<p>never closed"_s, u"</acme>"_s, u""_s})
        CHECK(plainText(text) == text);
}
