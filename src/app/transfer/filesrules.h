// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody says of each of several files: how it is written, what it holds, where its columns go, what its
// questions are answered with. An answer to one file is for the others, too, as far as it fits them and they have none
// of their own. Values; any thread; nothing fails.
#pragma once

#include "transfer/import/importauto.h"
#include "transfer/request/questionanswers.h"

#include <map>

namespace headway::app {

class FilesRules
{
public:
    // A part of what is imported: a kind of records in a file.
    using Part = std::pair<QString, EntityKind>;
    // What near names mean, of each part.
    using Names = std::map<Part, std::vector<exchange::ValueRule>>;

    void chooseKind(const QString &path, std::optional<EntityKind> kind); // none: as its columns say
    std::optional<EntityKind> chosenKind(const QString &path) const;
    // Of a file that has several kinds.
    void takeKind(const Part &part, bool isTaken);
    bool isTaken(const Part &part) const;
    const std::vector<EntityKind> &without(const QString &path) const;

    void sayWriting(const QString &path, const exchange::CsvAnswers &csv);
    // As the assistant says it: where each column goes, by what records are known …
    void say(const Part &part, const transfer::ImportRequest &rules);
    // A column that was left out goes there; empty: it stays out.
    void sendColumn(const Part &part, const QString &column, const QString &target);
    std::map<QString, QString> sentColumns(const Part &part) const; // each with where it goes
    // Whether how it is written, or where its columns go, was said; forgets both.
    bool isSaid(const QString &path) const;
    void forget(const QString &path);

    transfer::GivenAnswers &answers(const Part &part) { return m_answers[part]; }
    // Whether somebody still has to say something.
    bool isOpen(const Part &part, const std::vector<transfer::ImportQuestion> &questions) const;

    // Of these files. Before anything was read only what was said of them as a whole counts.
    std::vector<transfer::AutoFile> ofFiles(const QStringList &paths) const;
    // With answers. `report`: the last one, which tells where columns go.
    std::vector<transfer::AutoFile> ofParts(const QStringList &paths, const transfer::AutoPreview &preview,
                                            const transfer::AutoReport &report, const Names &names) const;

private:
    struct File {
        std::optional<EntityKind> kind = {};
        std::vector<EntityKind> without = {};
        exchange::CsvAnswers csv = {};
        std::map<EntityKind, transfer::ImportRequest> rules = {};
    };

    transfer::AutoFile fileOf(const QString &path) const;
    transfer::ImportRequest withoutAnswers(const Part &part) const;
    transfer::ImportRequest answersFor(const Part &part, const Names &names, const QStringList &columns,
                                       const QStringList &targets) const;
    QStringList targetsOf(const transfer::AutoPreview::Part &part, const transfer::AutoReport &report) const;

    std::map<QString, File> m_files;
    std::map<Part, std::map<QString, QString>> m_sent; // columns, and where they go
    std::map<Part, transfer::GivenAnswers> m_answers;
};

// What `rules` do not say themselves, as `others` say it.
void addRules(transfer::ImportRequest &rules, const transfer::ImportRequest &others);

} // namespace headway::app
