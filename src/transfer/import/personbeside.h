// SPDX-License-Identifier: GPL-3.0-or-later
// The person beside a company: a list of customers with a column "Ansprechpartner" has both, and makes both, linked.
// Pure; any thread; nothing fails.
#pragma once

#include "transfer/import/importparts.h"

namespace headway::transfer {

// The part that makes the contacts of a file of companies; none if no column names one. By what they are reached is
// theirs as well as the company's, but in files of known products, where that is the company's alone. The rest is of the
// company.
[[nodiscard]] std::optional<FilePart> personBeside(const QStringList &columns,
                                                   const std::vector<CustomField> &custom);

} // namespace headway::transfer
