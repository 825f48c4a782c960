// SPDX-License-Identifier: GPL-3.0-or-later
// Properties that every field of every kind of record must have.
#include "domain/records/record.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/savedview.h"
#include "domain/records/user.h"
#include "domain/text/reftext.h"
#include "support/catch_qt.h"

#include <QSet>

#include <limits>

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

// A value that the field can hold and that differs from what a new record holds.
Value someValue(const FieldInfo &field, const Value &nothing)
{
    switch (field.type) {
    case FieldType::Day: return u"2026-02-28"_s;
    case FieldType::Choice: {
        const QString last = QString::fromLatin1(field.choices.back().code);
        return last == headway::textOf(nothing) ? QString::fromLatin1(field.choices.front().code) : last;
    }
    case FieldType::RecordKind: return u"lead"_s;
    case FieldType::YesNo: return qint64(integerOf(nothing) == 0 ? 1 : 0);
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Percent:
    case FieldType::Moment:
    case FieldType::Duration:
    case FieldType::Reference:
    case FieldType::RecordId:
    case FieldType::Rank: return qint64(42);
    default: return u"„Text“ with 'quotes', 日本 and \n"_s;
    }
}

} // namespace

TEST_CASE("Every kind of record has its names and its place in the list of kinds", "[domain]")
{
    QSet<QString> tables;
    for (const EntityKind kind : allEntityKinds()) {
        const EntityInfo &info = entityInfo(kind);
        const QString table = tableName(kind);
        CAPTURE(table);
        CHECK(info.kind == kind);
        CHECK(entityKindNamed(table) == kind);
        CHECK_FALSE(tables.contains(table));
        tables.insert(table);
        CHECK(*info.singular);
        CHECK(*info.plural);
        CHECK(info.fields.size() == info.defaults.size());
    }
    CHECK(entityKindNamed(u"") == std::nullopt);
    CHECK(entityKindNamed(u"Deal") == std::nullopt);
}

TEST_CASE("No two fields of a record share a name, and people see no field without a label", "[domain]")
{
    for (const EntityKind kind : allEntityKinds()) {
        QSet<QString> names;
        for (const FieldInfo &field : entityInfo(kind).fields) {
            const QString name = field.name;
            const QString table = tableName(kind);
            CAPTURE(table, name);
            CHECK_FALSE(names.contains(name));
            names.insert(name);
            CHECK(name == name.toLower());
            CHECK((*field.label || field.has(Trait::Internal)));
            const bool refers = field.type == FieldType::Reference || field.type == FieldType::RecordId;
            CHECK((name.endsWith(u"_id"_s) || !refers || name == u"entered_by"_s));
        }
    }
}

TEST_CASE("No two choices of a field share a code, and a code is ASCII", "[domain]")
{
    for (const EntityKind kind : allEntityKinds()) {
        for (const FieldInfo &field : entityInfo(kind).fields) {
            const QString name = field.name;
            CAPTURE(name);
            CHECK(field.choices.empty() == (field.type != FieldType::Choice));
            QSet<QString> codes;
            for (const Choice &choice : field.choices) {
                const QString code = QString::fromLatin1(choice.code);
                CHECK_FALSE(codes.contains(code));
                codes.insert(code);
                CHECK(std::all_of(code.begin(), code.end(),
                                  [](QChar c) { return c == u'_' || (c >= u'a' && c <= u'z'); }));
            }
        }
    }
}

TEST_CASE("A reference follows the field of its kind wherever a record may hang on any other", "[domain]")
{
    for (const EntityKind kind : allEntityKinds()) {
        const EntityInfo &info = entityInfo(kind);
        for (size_t i = 0; i < info.fields.size(); ++i) {
            if (info.fields[i].type == FieldType::RecordId) {
                REQUIRE(i > 0);
                CHECK(info.fields[i - 1].type == FieldType::RecordKind);
            }
        }
    }
}

TEMPLATE_TEST_CASE("Each field of a record comes out as it went in", "[domain]", Team, User, Source,
                   LostReason, Outcome, Tag, Product, Pipeline, Stage, CustomField, Company, Contact, Lead,
                   Deal, Activity, Affiliation, ContactPoint, Address, DealContact, LineItem, StageVisit,
                   ActivityLink, Participant, TagLink, ExternalRef, SavedView)
{
    const EntityInfo &info = entityInfo(Table<TestType>::kind);
    CHECK(toRow(TestType{}) == info.defaults);
    CHECK(toRow(fromRow<TestType>(info.defaults)) == info.defaults);
    for (size_t i = 0; i < info.fields.size(); ++i) {
        const QString name = info.fields[i].name;
        CAPTURE(name);
        Row row = info.defaults;
        row[i] = someValue(info.fields[i], info.defaults[i]);
        CHECK(row != info.defaults);
        CHECK(toRow(fromRow<TestType>(row)) == row); // this member, and no other
    }
}

TEST_CASE("Every choice of a field comes out as it went in", "[domain]")
{
    const auto check = [](auto sample) {
        using Enum = decltype(sample);
        for (size_t i = 0; i < Choices<Enum>::list.size(); ++i)
            CHECK(Codec<Enum>::write(Codec<Enum>::read(Enum(i))) == Enum(i));
        CHECK(Codec<Enum>::write(u"no such code"_s) == Enum{});
    };
    check(StageType{});
    check(ForecastCategory{});
    check(DealType{});
    check(Priority{});
    check(DealRole{});
    check(ActivityKind{});
    check(ActivityState{});
    check(Direction{});
    check(Acceptance{});
    check(LeadState{});
    check(Rating{});
    check(CompanyType{});
    check(ContactPointType{});
    check(ContactPointPlace{});
    check(CustomKind{});
    check(Role{});
    check(ViewPlace{});
}

TEST_CASE("Nothing is not zero: an amount of zero, a date and a reference that are missing", "[domain]")
{
    CHECK(Codec<std::optional<qint64>>::read(0) == Value(qint64(0)));
    CHECK(isNull(Codec<std::optional<qint64>>::read(std::nullopt)));
    CHECK(Codec<std::optional<qint64>>::write(Value()) == std::nullopt);
    CHECK(isNull(Codec<QDate>::read(QDate())));
    CHECK_FALSE(Codec<QDate>::write(Value()).isValid());
    CHECK(isNull(Codec<Instant>::read({})));
    CHECK(isNull(Codec<DealId>::read({})));
    CHECK(Codec<QString>::read(QString()) == Value(QString::fromLatin1("")));
}

TEST_CASE("A record written as one word is found by it again, and no other word names one", "[domain]")
{
    for (const EntityRef ref : {EntityRef{EntityKind::Deal, 17}, EntityRef{EntityKind::LineItem, 0},
                                EntityRef{EntityKind::User, std::numeric_limits<qint64>::max()}})
        CHECK(refNamed(refText(ref)) == ref);
    CHECK(refText({EntityKind::Deal, 17}) == u"deal/17"_s);
    for (const QString &word : {u""_s, u"/"_s, u"deal"_s, u"deal/"_s, u"deal/x"_s, u"deal/-1"_s,
                                u"house/17"_s, u"deal/99999999999999999999"_s, u"deal/1/2"_s})
        CHECK_FALSE(refNamed(word));
}
