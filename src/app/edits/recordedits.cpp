// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/recordedits.h"

#include "domain/records/record.h"
#include "domain/rules/nextstep.h"
#include "domain/text/phonetext.h"
#include "store/actions/listactions.h"
#include "store/reading/booksettings.h"
#include "transfer/rows/importreference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// Of people, any number is one; companies are called "1&1" and "4711", too.
bool isPhoneNumber(const QString &typed, const EntityInfo &info)
{
    constexpr int leastDigits = 6;
    const auto digits = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.isDigit(); });
    const bool hasLetters = std::any_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
    if (digits == 0 || (hasLetters && !isWrittenAsPhone(typed)))
        return false;
    return info.has(KindTrait::Person) || digits >= leastDigits || typed.trimmed().startsWith(u'+');
}

} // namespace

bool isEditable(EntityKind kind, const FieldInfo &field)
{
    if (field.has(Trait::System) || field.has(Trait::Internal))
        return false;
    if (!field.has(Trait::Derived))
        return true;
    // These fields show the next step, the primary contact point and address, and typing sets those.
    if (isNextStep(kind, field))
        return true;
    return entityInfo(kind).has(KindTrait::HasContactPoints)
        && (field.name == "email"_L1 || field.name == "phone"_L1 || field.name == "city"_L1
            || field.name == "country"_L1);
}

void saveFields(Workspace &workspace, QObject *context, EntityRef record,
                const std::vector<FieldDelta> &changes, Workspace::Committed then)
{
    workspace.submit(
        context,
        [record, changes, actor = workspace.actor()](sql::Connection &connection) {
            return store::changeFieldsEdit(connection, record, changes, actor);
        },
        std::move(then));
}

void createRecord(Workspace &workspace, QObject *context, EntityKind kind, const Row &row,
                  Workspace::Committed then)
{
    workspace.submit(
        context,
        [kind, row, actor = workspace.actor()](sql::Connection &connection) {
            return store::createRecordEdit(connection, kind, row, actor);
        },
        std::move(then));
}

Row rowFromTyped(EntityKind kind, const QString &typed)
{
    const EntityInfo &info = entityInfo(kind);
    Row row = info.defaults;
    const auto fill = [&](QStringView field, const QString &text) {
        row[size_t(info.indexOf(field))] = text;
    };
    if (info.has(KindTrait::HasContactPoints) && typed.contains(u'@') && !typed.contains(u' ')) {
        fill(u"email", typed);
    } else if (info.has(KindTrait::HasContactPoints) && isPhoneNumber(typed, info)) {
        fill(u"phone", typed);
    } else if (info.has(KindTrait::Person)) {
        const transfer::PersonName name = transfer::personName(typed);
        fill(u"first_name", name.first);
        fill(u"last_name", name.last);
    } else {
        fill(QString::fromLatin1(info.title), typed);
    }
    return row;
}

void createNamed(Workspace &workspace, QObject *context, EntityKind kind, const QString &name,
                 CompanyId company, Workspace::Committed then)
{
    const EntityInfo &info = entityInfo(kind);
    Row row = info.defaults;
    if (info.has(KindTrait::Person)) {
        const qsizetype space = name.lastIndexOf(u' ');
        row[size_t(info.indexOf(u"first_name"))] = name.left(qMax<qsizetype>(space, 0));
        row[size_t(info.indexOf(u"last_name"))] = name.mid(space + 1);
    } else {
        row[size_t(info.indexOf(u"name"))] = name;
    }
    if (kind == EntityKind::Contact && company)
        row[size_t(info.indexOf(u"company_id"))] = company.value;
    createRecord(workspace, context, kind, row, std::move(then));
}

void addUser(Workspace &workspace, QObject *context, const QString &name,
             std::function<void(Result<UserId>)> then)
{
    const Actor nobody{{}, workspace.now(), workspace.zone()};
    Ticket ticket = workspace.write(
        context,
        [name, nobody](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(
                edit,
                store::createRecordEdit(connection, EntityKind::User, toRow(User{.name = name}), nobody));
            return store::commit(connection, edit, nobody);
        },
        [then = std::move(then)](const Result<ChangeSet> &set) {
            then(set ? Result<UserId>(UserId{createdIn(*set, EntityKind::User).id}) : failure(set.error()));
        });
    ticket.release();
}

void addTag(Workspace &workspace, QObject *context, EntityRef record, const QString &name,
            Workspace::Committed then)
{
    workspace.submit(
        context,
        [record, name](sql::Connection &connection) { return store::addTagEdit(connection, record, name); },
        std::move(then));
}

void deleteRecords(Workspace &workspace, QObject *context, const std::vector<EntityRef> &records,
                   Workspace::Committed then)
{
    workspace.submit(
        context, [records](sql::Connection &connection) { return store::deleteEdit(connection, records); },
        std::move(then));
}

void movePicklistValue(Workspace &workspace, QObject *context, EntityRef value, MoveDirection step,
                       Workspace::Committed then)
{
    workspace.submit(
        context,
        [value, step](sql::Connection &connection) {
            return store::movePicklistValueEdit(connection, value, step == MoveDirection::Up ? -1 : 1);
        },
        std::move(then));
}

void changeBookSettings(Workspace &workspace, QObject *context, const BookSettings &before,
                        const BookSettings &after, Workspace::Committed then)
{
    workspace.submit(
        context,
        [before, after](sql::Connection &connection) {
            return store::bookSettingsEdit(connection, before, after);
        },
        std::move(then));
}

void logActivity(Workspace &workspace, QObject *context, const LoggedActivity &logged,
                 Workspace::Committed then)
{
    workspace.submit(
        context,
        [logged, actor = workspace.actor()](sql::Connection &connection) {
            return store::logActivityEdit(connection, logged, actor);
        },
        std::move(then));
}

void moveDeal(Workspace &workspace, QObject *context, DealId deal, StageId stage,
              const StageTransition &transition, Workspace::Committed then)
{
    workspace.submit(
        context,
        [deal, stage, transition, actor = workspace.actor()](sql::Connection &connection) {
            return store::moveDealEdit(connection, deal, {stage, {}}, transition, actor);
        },
        std::move(then));
}

void closeDeals(Workspace &workspace, QObject *context, const std::vector<DealId> &deals, StageType type,
                const StageTransition &transition, Workspace::Committed then)
{
    workspace.submit(
        context,
        [deals, type, transition, actor = workspace.actor()](sql::Connection &connection) {
            return store::closeDealsEdit(connection, deals, type, transition, actor);
        },
        std::move(then));
}

void completeActivity(Workspace &workspace, QObject *context, const Activity &done,
                      const std::optional<Activity> &followUp, Workspace::Committed then,
                      const std::vector<EntityRef> &participants)
{
    workspace.submit(
        context,
        [done, followUp, participants, actor = workspace.actor()](sql::Connection &connection) {
            return store::completeActivityEdit(connection, done, followUp, actor, participants);
        },
        std::move(then));
}

void moveActivities(Workspace &workspace, QObject *context, const std::vector<ActivityId> &activities,
                    QDate day, Workspace::Committed then)
{
    workspace.submit(
        context,
        [activities, day, zone = workspace.zone()](sql::Connection &connection) {
            return store::moveActivitiesEdit(connection, activities, day, zone);
        },
        std::move(then));
}

EntityRef createdIn(const ChangeSet &set, EntityKind kind)
{
    const auto found = std::find_if(set.changes.begin(), set.changes.end(), [kind](const Change &change) {
        return change.kind == ChangeKind::Create && change.ref.kind == kind;
    });
    return found == set.changes.end() ? EntityRef{kind, 0} : found->ref;
}

} // namespace headway::app
