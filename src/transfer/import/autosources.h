// SPDX-License-Identifier: GPL-3.0-or-later
// The files of an import of several while they are looked at and read. For importauto.h; on one thread. A file that
// cannot be read is a look with that fault.
#pragma once

#include "transfer/import/importauto.h"

namespace headway::transfer {

// What is said of that file; null: nothing.
[[nodiscard]] const AutoFile *saidOf(const AutoRequest &request, const QString &path);

// The files while they are read. Some stay open, so that they are not opened once for each part.
class AutoSources
{
public:
    explicit AutoSources(const AutoRequest &request); // which outlives it

    // What is found out about a file without its rows; the same again without another look.
    const FileLook &look(const QString &path);
    // At no particular place. Good until the next call.
    Result<RowSource *> source(const QString &path);
    // All that were looked at.
    std::shared_ptr<const FileLooks> looks() const { return std::make_shared<const FileLooks>(m_looks); }

private:
    SourceFile fileOf(const QString &path) const;
    FileLook lookAt(const QString &path);

    const AutoRequest &m_request;
    FileLooks m_looks;
    std::map<QString, std::unique_ptr<RowSource>> m_open;
};

// The same error, with the name of the file in front.
[[nodiscard]] Error inFile(Error error, const QString &path);

} // namespace headway::transfer
