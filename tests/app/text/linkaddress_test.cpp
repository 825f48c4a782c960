// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/linkaddress.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

QString page(const QString &text)
{
    return linkAddress(ContactPointType::Website, text);
}

QString phone(const QString &text)
{
    return linkAddress(ContactPointType::Phone, text);
}

QString mail(const QString &text)
{
    return linkAddress(ContactPointType::Email, text);
}

} // namespace

TEST_CASE("A web page is opened as it was typed, without a scheme safely", "[app]")
{
    CHECK(page(u"acme.example"_s) == u"https://acme.example"_s);
    CHECK(page(u" www.acme.example/shop?q=1 "_s) == u"https://www.acme.example/shop?q=1"_s);
    CHECK(page(u"acme.example:8080/x"_s) == u"https://acme.example:8080/x"_s);
    CHECK(page(u"http://acme.example"_s) == u"http://acme.example"_s);
    CHECK(page(u"HTTPS://acme.example/A%20b"_s) == u"https://acme.example/A%20b"_s);
    CHECK(page(u"http://intranet/crm"_s) == u"http://intranet/crm"_s);
}

TEST_CASE("A page that leads on to another one is opened itself", "[app]")
{
    CHECK(page(u"acme.example/login?next=https://shop.example"_s)
          == u"https://acme.example/login?next=https://shop.example"_s);
    CHECK(page(u"web.archive.example/2026/http://acme.example"_s)
          == u"https://web.archive.example/2026/http://acme.example"_s);
}

TEST_CASE("A page on the company's own network is opened by its short name", "[app]")
{
    CHECK(page(u"intranet/wiki"_s) == u"https://intranet/wiki"_s);
    CHECK(page(u"crm:8080/x"_s) == u"https://crm:8080/x"_s);
    CHECK(page(u"crm-2:8080"_s) == u"https://crm-2:8080"_s);
}

TEST_CASE("What was imported as a web page and is none is never opened", "[app]")
{
    const QString text = GENERATE(values<QString>({u"file:///etc/passwd"_s,
                                                   u"file:/etc/passwd"_s,
                                                   u"/etc/passwd"_s,
                                                   u"//acme.example"_s,
                                                   u"\\\\server\\share\\run.exe"_s,
                                                   u"C:\\run.exe"_s,
                                                   u"javascript:alert(1)"_s,
                                                   u"data:text/html,<b>"_s,
                                                   u"ftp://acme.example"_s,
                                                   u"smb://server/share"_s,
                                                   u"mailto:a@b.example"_s,
                                                   u"info@acme.example"_s,
                                                   u"tel:123"_s,
                                                   u"TEL:123/4"_s,
                                                   u"n/a"_s,
                                                   u"C:/run.exe"_s,
                                                   u"none"_s,
                                                   u"intranet"_s,
                                                   u"http://"_s,
                                                   u"://"_s,
                                                   u""_s,
                                                   u"  "_s,
                                                   u"see the card"_s}));
    CAPTURE(text);
    CHECK(page(text).isEmpty());
}

TEST_CASE("A number is called by its digits, in whatever script it was written", "[app]")
{
    CHECK(phone(u"+49 (30) 12-3"_s) == u"tel:+4930123"_s);
    CHECK(phone(u"٠٣٠ ١٢٣"_s) == u"tel:030123"_s);
    CHECK(phone(u"*100#"_s) == u"tel:*100#"_s);
    CHECK(phone(u"+49 (0)30 123"_s) == u"tel:+4930123"_s);
    CHECK(phone(u"0049 (0) 30 123"_s) == u"tel:004930123"_s);
    CHECK(phone(u"(+44) (0)20 123"_s) == u"tel:+4420123"_s);
    CHECK(phone(u"+٤٩ (٠)٣٠ ١٢٣"_s) == u"tel:+4930123"_s);
    CHECK(phone(u"+39 (0)2 123"_s) == u"tel:+3902123"_s);   // in Italy it is dialled from anywhere
    CHECK(phone(u"+379 (0)6 123"_s) == u"tel:+37906123"_s); // and in the Vatican
    CHECK(phone(u"\uFF0B49 30 123"_s) == u"tel:+4930123"_s);
    CHECK(phone(u"(0)30 123"_s) == u"tel:030123"_s);
    CHECK(phone(u"ask Cara"_s).isEmpty());
    CHECK(phone(u"+"_s).isEmpty());
    CHECK(phone({}).isEmpty());
}

TEST_CASE("An extension is not dialled as digits of the number", "[app]")
{
    CHECK(phone(u"030 444444 ext. 5"_s) == u"tel:030444444;ext=5"_s);
    CHECK(phone(u"030 444444, Ext 23"_s) == u"tel:030444444;ext=23"_s);
    CHECK(phone(u"030 444444,,5"_s) == u"tel:030444444,,5"_s);
    CHECK(phone(u"030 444444 доб. 5"_s) == u"tel:030444444;ext=5"_s);
    CHECK(phone(u"030 444444 DW-0"_s) == u"tel:030444444;ext=0"_s);
    CHECK(phone(u"(212) 555-0123 x23"_s) == u"tel:2125550123;ext=23"_s);
    CHECK(phone(u"next 5"_s).isEmpty());
}

TEST_CASE("Letters are dialled where they are part of a number, and never words beside it", "[app]")
{
    CHECK(phone(u"1-800-FLOWERS"_s) == u"tel:18003569377"_s);
    CHECK(phone(u"+1 800 FLOWERS ext. 2"_s) == u"tel:+18003569377;ext=2"_s);
    CHECK(phone(u"030 444444 Fax"_s) == u"tel:030444444"_s);
    CHECK(phone(u"tel:+49-30-123"_s) == u"tel:+4930123"_s);
    CHECK(phone(u"Tel. +49 (0)30 123"_s) == u"tel:+4930123"_s);
    CHECK(phone(u"call me at 5"_s).isEmpty());
}

TEST_CASE("A phone number keeps its plus at the left where all else is written from the right", "[app]")
{
    CHECK(fromTheLeft(u"+49 30 1234"_s, Qt::LeftToRight) == u"+49 30 1234"_s);
    CHECK(fromTheLeft(u"+49 30 1234"_s, Qt::RightToLeft) == u"\u2066+49 30 1234\u2069"_s);
}

TEST_CASE("An e-mail goes to its address, and takes nothing along that the address asks for", "[app]")
{
    CHECK(mail(u" cara+crm@acme.example "_s) == u"mailto:cara+crm@acme.example"_s);
    CHECK(mail(u"a@b.example?attach=/etc/passwd&bcc=c@d.example"_s)
          == u"mailto:a@b.example%3Fattach%3D%2Fetc%2Fpasswd%26bcc%3Dc@d.example"_s);
    CHECK(mail({}).isEmpty());
}
