// SPDX-License-Identifier: GPL-3.0-or-later
// What a window does to records, each as one step through the workspace: saving fields, making and
// deleting records, logging and completing activities. Called on the GUI thread; `then` comes there,
// with the error if the step was refused (nothing was written then).
#pragma once

#include "app/workspace/workspace.h"
#include "domain/rules/activities.h"
#include "store/actions/actions.h"

#include <optional>
#include <vector>

namespace headway::app {

// Whether a person may set the field: not what follows from other things.
bool isEditable(EntityKind kind, const FieldInfo &field);

// Moves a deal to the top of a stage.
void moveDeal(Workspace &workspace, QObject *context, DealId deal, StageId stage,
              const StageTransition &transition, Workspace::Committed then);

// Wins or loses deals, each in its own pipeline; `type` is Won or Lost.
void closeDeals(Workspace &workspace, QObject *context, const std::vector<DealId> &deals, StageType type,
                const StageTransition &transition, Workspace::Committed then);

// Each field from what its editor began with; Conflict if one of them holds something else by now.
void saveFields(Workspace &workspace, QObject *context, EntityRef record,
                const std::vector<FieldDelta> &changes, Workspace::Committed then);

void createRecord(Workspace &workspace, QObject *context, EntityKind kind, const Row &row,
                  Workspace::Committed then);
// A record that is only a name yet, to refer to: people's names are taken apart, a contact gets the
// company if one is given.
void createNamed(Workspace &workspace, QObject *context, EntityKind kind, const QString &name,
                 CompanyId company, Workspace::Committed then);
// Somebody new in the book, who is about to work in it: a step of nobody's, since it must not stand under the
// name of whoever worked before.
void addUser(Workspace &workspace, QObject *context, const QString &name,
             std::function<void(Result<UserId>)> then);
// Hangs a tag on a record, and makes it if there is none of this name.
void addTag(Workspace &workspace, QObject *context, EntityRef record, const QString &name,
            Workspace::Committed then);
void deleteRecords(Workspace &workspace, QObject *context, const std::vector<EntityRef> &records,
                   Workspace::Committed then);

// One place up or down in the book's list of its kind.
enum class MoveDirection { Up, Down };
void movePicklistValue(Workspace &workspace, QObject *context, EntityRef value, MoveDirection step,
                       Workspace::Committed then);
void changeBookSettings(Workspace &workspace, QObject *context, const BookSettings &before,
                        const BookSettings &after, Workspace::Committed then);

void logActivity(Workspace &workspace, QObject *context, const LoggedActivity &logged,
                 Workspace::Committed then);
void completeActivity(Workspace &workspace, QObject *context, const Activity &done,
                      const std::optional<Activity> &followUp, Workspace::Committed then);
// Puts planned activities on another day of the workspace's clock, as one step; none if they are on it.
void moveActivities(Workspace &workspace, QObject *context, const std::vector<ActivityId> &activities,
                    QDate day, Workspace::Committed then);

// The first record of the kind that a step made; id 0 if it made none.
EntityRef createdIn(const ChangeSet &set, EntityKind kind);

} // namespace headway::app
