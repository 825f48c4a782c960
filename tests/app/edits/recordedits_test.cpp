// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/recordedits.h"

#include "domain/records/record.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

// "name: 4711"
QStringList filled(EntityKind kind, const QString &typed)
{
    const EntityInfo &info = entityInfo(kind);
    const Row row = rowFromTyped(kind, typed);
    QStringList all;
    for (size_t i = 0; i < row.size(); ++i) {
        if (row[i] != info.defaults[i] && !textOf(row[i]).isEmpty())
            all += info.fields[i].name + u": "_s + textOf(row[i]);
    }
    return all;
}

} // namespace

TEST_CASE("A company may be called by a number; what is long enough to be dialled is its phone", "[app]")
{
    for (const QString &name : {u"1&1"_s, u"4711"_s, u"3 M"_s, u"2020"_s, u"Acme"_s})
        CHECK(filled(EntityKind::Company, name) == QStringList{u"name: "_s + name});
    for (const QString &number : {u"+49 30"_s, u"030 901820"_s, u"(030) 9018-20"_s})
        CHECK(filled(EntityKind::Company, number) == QStringList{u"phone: "_s + number});
    CHECK(filled(EntityKind::Company, u"info@acme.example"_s) == QStringList{u"email: info@acme.example"_s});
    CHECK(filled(EntityKind::Contact, u"030 5550123 x12"_s) == QStringList{u"phone: 030 5550123 x12"_s});
    CHECK(filled(EntityKind::Contact, u"4711"_s) == QStringList{u"phone: 4711"_s}); // nobody is called so
}
