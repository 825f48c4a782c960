// SPDX-License-Identifier: GPL-3.0-or-later
// Imports a file of several kinds, or a folder of files, in one step of the history: each part finds out what it
// holds, those that others refer to come first, and ids link them. What cannot be taken is left, and said. Fails as
// importRows() does, naming the file; then nothing was imported. On the writer's thread.
#pragma once

#include "transfer/import/importer.h"

namespace headway::transfer {

struct AutoRequest {
    QString path = {}; // a file or a folder
    exchange::CsvAnswers csv = {};
    // Kind, keys and names that may be made are found for each part; rules are for the parts that have their columns.
    ImportRequest rules = {};
};

struct AutoReport {
    struct Part {
        QString path = {};
        ImportRequest request = {};
        ImportReport report = {};
    };
    struct Left {
        QString path = {};
        Sentence reason = {};
    };
    std::vector<Part> parts = {}; // as they were imported
    std::vector<Left> left = {};  // files of which nothing was taken
    Operation step = {};          // id 0 after a dry run, or if nothing changed

    qint64 rejected() const;
};

[[nodiscard]] Result<AutoReport> importAuto(sql::Connection &connection, const AutoRequest &request,
                                            const Actor &actor, const Progress &progress = {});

} // namespace headway::transfer
