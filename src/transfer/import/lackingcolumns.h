// SPDX-License-Identifier: GPL-3.0-or-later
// The question for a field that no column of a file is, though one that nothing takes holds just that. It is asked once
// for each field, with the columns that may be it; until it is answered they go where all such columns go. Looks at the
// first rows only. On the writer's thread; nothing fails.
#pragma once

#include "domain/records/lookups.h"
#include "exchange/plan/lackingfields.h"
#include "transfer/request/importreport.h"

namespace headway::transfer {

class LackingColumns
{
public:
    // Once it is planned what becomes of the columns that nothing takes. `misfits` are asked about in another way.
    void find(const ImportRequest &request, const ImportReport &report, const Lookups &book,
              const std::vector<exchange::Misfit> &misfits, const std::vector<QStringList> &rows);
    // Once all rows are read; also gives the questions for a day the columns that hold days.
    void ask(ImportReport &report) const;

private:
    std::vector<exchange::LackingField> m_fields;
    QStringList m_days;
};

// The parts of one file ask about its columns together: none about one that another part takes, and once about each.
// `reports`: of all parts of the file, in the order in which they were imported.
void askOnce(const std::vector<ImportReport *> &reports);

} // namespace headway::transfer
