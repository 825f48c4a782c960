// SPDX-License-Identifier: GPL-3.0-or-later
// The options of imports under a name: --profile, --file-profile and --save-profile. Fails as profiles do.
#pragma once

#include "ctl/session.h"
#include "transfer/request/importprofile.h"

namespace headway::ctl {

// What --profile names; without it, one that says nothing. What was not understood in it is told. `kind`: what is
// imported, none by import auto; Invalid if the profile is for another, or if none can be called as --save-profile says.
[[nodiscard]] Result<transfer::ImportProfile>
chosenProfile(const Session &session, const Arguments &arguments, std::optional<EntityKind> kind);
// One of the profiles of --file-profile, likewise.
[[nodiscard]] Result<transfer::ImportProfile> profileNamed(const Session &session, const QString &name);
// Under the name that --save-profile says, if it does. The import is done by then: if this fails, it is only told.
void saveProfile(const Session &session, const Arguments &arguments, std::optional<EntityKind> kind,
                 const transfer::SourceFile &file, const transfer::ImportRequest &request);

} // namespace headway::ctl
