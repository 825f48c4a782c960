// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/importsamples.h"

#include <memory>

namespace headway::app {

Ticket readSamples(Workspace &workspace, QObject *context, const transfer::SourceFile &file,
                   const transfer::ImportRequest &request,
                   std::function<void(Result<std::vector<transfer::ImportSample>>)> then)
{
    const auto samples = std::make_shared<std::vector<transfer::ImportSample>>();
    const Actor actor = workspace.actor();
    return workspace.write(
        context,
        [file, request, actor, samples](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(source, transfer::openSource(file));
            HEADWAY_TRY(found, transfer::sampleImport(connection, *source, request, actor, samplesShown));
            *samples = std::move(found);
            return ChangeSet{{}, {}, {}, true}; // nothing was changed
        },
        [samples, then = std::move(then)](const Result<ChangeSet> &set) {
            if (set)
                then(std::move(*samples));
            else
                then(failure(set.error()));
        });
}

} // namespace headway::app
