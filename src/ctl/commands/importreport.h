// SPDX-License-Identifier: GPL-3.0-or-later
// The options of imports as a request, and what is said of an import: of one file, and of each part of several.
// Only the options, and import auto itself, fail.
#pragma once

#include "ctl/session.h"
#include "transfer/import/importer.h"
#include "transfer/request/importprofile.h"

#include <QJsonObject>

namespace headway::ctl {

// What is typed, beside and before what the profile says; but for the kind. Invalid names the option.
[[nodiscard]] Result<transfer::ImportRequest>
importOptions(const Session &session, const Arguments &arguments, const transfer::ImportProfile &profile);
[[nodiscard]] Result<transfer::SourceFile> importSource(const Arguments &arguments,
                                                        const transfer::ImportProfile &profile);

void tellImport(const Session &session, const transfer::SourceFile &file,
                const transfer::ImportRequest &request, const transfer::ImportReport &report);
[[nodiscard]] QJsonObject importJson(const app::Display &display, const transfer::SourceFile &file,
                                     const transfer::ImportRequest &request,
                                     const transfer::ImportReport &report);
// The error with the options that answer it.
[[nodiscard]] Error importError(Error error);

// import auto: a file of several kinds, or a folder.
Result<ExitStatus> importAuto(Session &session, const Arguments &arguments);

} // namespace headway::ctl
