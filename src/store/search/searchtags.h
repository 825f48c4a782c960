// SPDX-License-Identifier: GPL-3.0-or-later
// Tags by which records are found: the index holds which tag a record has, not what it is called, so that a name is
// looked up first. On the connection's thread; fails as the connection fails.
#pragma once

#include "domain/result.h"
#include "domain/text/searchwords.h"
#include "sql/connection.h"

#include <QStringList>

#include <vector>

namespace headway::store {

// What stands for a tag in the words of the records that have it: its id, so that nothing is to be written where half a
// million records have a tag that is renamed. No word that is typed is like it.
QString tagWord(qint64 tag);

// For each word the tags whose names have it, as they stand in the index: the newest hundred of the newest five thousand.
Result<std::vector<QStringList>> tagsFound(sql::Connection &connection, const std::vector<SoughtWord> &words);

} // namespace headway::store
