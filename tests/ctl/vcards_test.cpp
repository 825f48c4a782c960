// SPDX-License-Identifier: GPL-3.0-or-later
// Address books on the command line: in, out, and what is said of them.
#include "support/program.h"

#include <QFileInfo>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray cards =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-1\r\nN:Lee;Ann;;;\r\nFN:Ann Lee\r\nORG:Lund Ltd.\r\n"
    "TEL;TYPE=CELL:070 1\r\nNICKNAME:Annie\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Acme\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nNOTE:Who?\r\nEND:VCARD\r\n";

void fails(Program &ctl, const QString &typed, const QString &word)
{
    CAPTURE(typed);
    const Run run = ctl.line(typed);
    CHECK(run.status == 2);
    CHECK(run.err.contains(word));
}

} // namespace

TEST_CASE("An address book goes in and out by two commands, whatever it is called", "[ctl][vcard]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    ctl.file(u"people.csv"_s, cards);
    const Run in = ctl.line(u"import contacts people.csv --create-missing companies --rejected back.vcf"_s);
    CHECK(in.status == 3);
    CHECK(QString(in.out + in.err).contains(u"1 card of a company was passed over"_s));
    CHECK(ctl.bytes(u"back.vcf"_s).contains("\r\nNOTE:Who?\r\nEND:VCARD\r\n"));
    CHECK(ctl.done(u"show \"contact:Ann Lee\""_s).contains(u"Lund Ltd."_s));
    CHECK_FALSE(ctl.done(u"show \"contact:Ann Lee\""_s).contains(u"Annie"_s));

    ctl.done(u"export contacts --format vcard -o out.vcf"_s);
    const QByteArray out = ctl.bytes(u"out.vcf"_s);
    CHECK(out.startsWith(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u-1\r\nFN:Ann Lee\r\nN:Lee;Ann;;;\r\nORG:Lund Ltd.\r\n"));
    CHECK(out.contains("\r\nTEL;TYPE=CELL,PREF:070 1\r\n"));
    CHECK(out.endsWith("\r\nNICKNAME:Annie\r\nEND:VCARD\r\n"));
    ctl.done(u"export contacts -o named.VCF"_s);
    CHECK(ctl.bytes(u"named.VCF"_s) == out);
    const QString newer = ctl.done(u"export contacts --format vcard --vcard-version 4.0"_s);
    CHECK(newer.contains(u"VERSION:4.0"_s));
    CHECK(newer.contains(u"TEL;TYPE=cell;PREF=1:070 1"_s));
    CHECK(ctl.line(u"import contacts out.vcf"_s).out.contains(u"0 new"_s));
}

TEST_CASE("What cannot be written as an address book is said in a sentence", "[ctl][vcard]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    fails(ctl, u"export contacts --format xls"_s, u"xls"_s);
    fails(ctl, u"export contacts --vcard-version 4.0"_s, u"--vcard-version"_s);
    fails(ctl, u"export contacts --format vcard --vcard-version 2.1"_s, u"2.1"_s);
    fails(ctl, u"export contacts --format vcard --columns name"_s, u"--columns"_s);
    fails(ctl, u"export contacts --format vcard --dialect machine"_s, u"--dialect"_s);
    fails(ctl, u"export deals --format vcard -o deals.vcf"_s, u"deals"_s);
    fails(ctl, u"export deals -o deals.vcf"_s, u"deals"_s);
    fails(ctl, u"export all -o folder --format vcard"_s, u"--format"_s);
    CHECK_FALSE(QFileInfo::exists(ctl.path(u"deals.vcf"_s)));
}

TEST_CASE("A file for mailing leaves out who wants no e-mail, as a table and as cards, and says so", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    ctl.done(u"add contact last_name=Ada"_s);
    ctl.done(u"add contact last_name=Bob opted_out=yes"_s);
    CHECK(ctl.done(u"export contacts --for mailing -o people.csv"_s)
              .contains(u"Exported 1 contact to people.csv.\n  Left out: 1 who wants no e-mail."_s));
    CHECK(ctl.done(u"export contacts --for mailing -o people.vcf"_s).contains(u"Exported 1 contact"_s));
    CHECK(ctl.done(u"export contacts --for calls -o people.csv"_s).contains(u"Exported 2 contacts"_s));
    CHECK(ctl.line(u"export contacts --for fun -o people.csv"_s)
              .err.contains(u"A file is for mailing or for calls, not for “fun”."_s));
    CHECK(ctl.line(u"export deals --for mailing -o deals.csv"_s)
              .err.contains(u"Only contacts and leads say whether they want to be written to"_s));
}
