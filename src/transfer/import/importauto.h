// SPDX-License-Identifier: GPL-3.0-or-later
// Imports a file of several kinds, or a folder of files, in one step of the history: each part finds out what it
// holds, those that others refer to come first, and ids link them. What cannot be taken is left, and said. Each file is
// looked at once, however many parts it has and however often it is imported. Fails as importRows() does, naming the
// file; then nothing was imported. On the writer's thread; the preview on any.
#pragma once

#include "domain/records/lookups.h"
#include "transfer/import/importer.h"
#include "transfer/import/rowkinds.h"

#include <QDateTime>

#include <functional>
#include <map>
#include <memory>

namespace headway::transfer {

// What is said of one of the files; it goes before what is said of all.
struct AutoFile {
    QString path = {};
    bool isLeftOut = false;
    exchange::CsvAnswers csv = {};        // how it is written, as far as that is said
    std::optional<EntityKind> kind = {};  // what all of it holds
    std::vector<EntityKind> without = {}; // kinds of which it has something, but nothing is made

    // For a part of it, or for all of them, instead of AutoRequest::rules.
    struct Rules {
        std::optional<EntityKind> kind = {};
        ImportRequest request = {};
        // Whether they also say by what records are known, what becomes of those and which names may be made, as those
        // of the assistant do; with Keys::Proposed only the keys are found out.
        bool areKeysSaid = false;
    };
    std::vector<Rules> rules = {};
};

// What was found out about a file without its rows. It is of use until the file, or what is said of how it is written,
// changes.
struct FileLook {
    exchange::CsvAnswers csv = {};
    qint64 size = 0;
    QDateTime changed = {};
    std::shared_ptr<const SourceDetection> detection = {};
    Writing writing = {};
    QStringList columns = {};
    std::optional<RowKinds> rows = {}; // what a column says of each of them
    bool isEmpty = false;              // there are no rows below the column names
    std::optional<Error> fault = {};   // it cannot be read
};
using FileLooks = std::map<QString, FileLook>; // by path

struct AutoRequest {
    QString path = {}; // a file or a folder
    exchange::CsvAnswers csv = {};
    // Kind, keys and names that may be made are found for each part; rules are for the parts that have their columns.
    ImportRequest rules = {};
    QStringList files = {}; // only these of the folder; empty: all of them
    std::vector<AutoFile> said = {};
    std::shared_ptr<const FileLooks> looks = {}; // of a preview or an import before; null: none
    std::function<Result<std::unique_ptr<RowSource>>(const SourceFile &)> open = openSource;
};

struct AutoReport {
    struct Part {
        QString path = {};
        ImportRequest request = {};
        ImportReport report = {};
        // Records of the kind that are new have ids above the one, up to the other.
        qint64 lastBefore = 0;
        qint64 last = 0;
    };
    struct Left {
        QString path = {};
        Sentence reason = {};
        bool isUnclear = false; // it may be taken if somebody says what it holds
    };
    std::vector<Part> parts = {}; // as they were imported
    std::vector<Left> left = {};  // files of which nothing was taken
    Operation step = {};          // id 0 after a dry run, or if nothing changed
    std::shared_ptr<const FileLooks> looks = {};

    qint64 rejected() const;
};

// The detail of the error if it is not clear what a file holds, and there is no other.
inline constexpr QLatin1StringView unclearFile("file kind");

// The columns of each file that none of its parts has taken; files without such are left out.
[[nodiscard]] std::map<QString, QStringList> columnsLeft(const AutoReport &report);

// What such an import would take, before any row is looked at closely: for people to see and to correct.
struct AutoPreview {
    struct Part {
        QString path = {};
        EntityKind kind = EntityKind::Contact;
        bool isOneOfSeveral = false; // of the same file
        bool isEmpty = false;        // no rows
        QStringList columns = {};    // of the file
        QStringList targets = {};    // of each column, where it goes; empty: it is left
        Writing writing = {};
        // Without an answer it cannot be read.
        std::vector<ImportQuestion> questions = {};
    };
    std::vector<Part> parts = {}; // in the order in which they are imported
    std::vector<AutoReport::Left> left = {};
    std::shared_ptr<const FileLooks> looks = {};
};
// `stages` of the book, as for previewImport().
[[nodiscard]] Result<AutoPreview> previewAuto(const AutoRequest &request, const Lookups &book);

[[nodiscard]] Result<AutoReport> importAuto(sql::Connection &connection, const AutoRequest &request,
                                            const Actor &actor, const Progress &progress = {});

} // namespace headway::transfer
