// SPDX-License-Identifier: GPL-3.0-or-later
// A window's changes to records, each as one step through the workspace: saving fields, creating and
// deleting records, logging and completing activities. Called on the GUI thread; `then` is called there,
// with the error if the step was refused (nothing was written then).
#pragma once

#include "app/workspace/workspace.h"
#include "domain/rules/activities.h"
#include "store/actions/actions.h"

#include <optional>
#include <vector>

namespace headway::app {

// Whether a user may set the field: not if it is derived from others.
bool isEditable(EntityKind kind, const FieldInfo &field);

// Moves a deal to the top of a stage.
void moveDeal(Workspace &workspace, QObject *context, DealId deal, StageId stage,
              const StageTransition &transition, Workspace::Committed then);

// Wins or loses deals, each in its own pipeline; `type` is Won or Lost.
void closeDeals(Workspace &workspace, QObject *context, const std::vector<DealId> &deals, StageType type,
                const StageTransition &transition, Workspace::Committed then);

// Each change expects the value that its editor started with; Conflict if one of the fields differs by now.
void saveFields(Workspace &workspace, QObject *context, EntityRef record,
                const std::vector<FieldDelta> &changes, Workspace::Committed then);

void createRecord(Workspace &workspace, QObject *context, EntityKind kind, const Row &row,
                  Workspace::Committed then);
// A new record that begins with what somebody typed to find it: a name (of people in its parts), or else an
// e-mail address or phone number where the kind has such.
Row rowFromTyped(EntityKind kind, const QString &typed);
// Creates a record from a name alone, to refer to: names of people are split, and a contact gets the
// company if one is given.
void createNamed(Workspace &workspace, QObject *context, EntityKind kind, const QString &name,
                 CompanyId company, Workspace::Committed then);
// Adds a user, who is about to work in the book. The step has no actor, since it must not be in the name of
// the previous user.
void addUser(Workspace &workspace, QObject *context, const QString &name,
             std::function<void(Result<UserId>)> then);
// Adds a tag to a record, and creates the tag if there is none of this name.
void addTag(Workspace &workspace, QObject *context, EntityRef record, const QString &name,
            Workspace::Committed then);
void deleteRecords(Workspace &workspace, QObject *context, const std::vector<EntityRef> &records,
                   Workspace::Committed then);

// One place up or down in its picklist.
enum class MoveDirection { Up, Down };
void movePicklistValue(Workspace &workspace, QObject *context, EntityRef value, MoveDirection step,
                       Workspace::Committed then);
void changeBookSettings(Workspace &workspace, QObject *context, const BookSettings &before,
                        const BookSettings &after, Workspace::Committed then);

void logActivity(Workspace &workspace, QObject *context, const LoggedActivity &logged,
                 Workspace::Committed then);
void completeActivity(Workspace &workspace, QObject *context, const Activity &done,
                      const std::optional<Activity> &followUp, Workspace::Committed then,
                      const std::vector<EntityRef> &participants = {});
// Puts planned activities on another day in the workspace's zone, as one step; no step if they are on it.
void moveActivities(Workspace &workspace, QObject *context, const std::vector<ActivityId> &activities,
                    QDate day, Workspace::Committed then);

// The first record of the kind that a step created; id 0 if it created none.
EntityRef createdIn(const ChangeSet &set, EntityKind kind);

} // namespace headway::app
