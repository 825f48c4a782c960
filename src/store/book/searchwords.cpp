// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/searchwords.h"

#include "store/book/phonekeys.h"
#include "store/search/searchindex.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

Result<> renewWords(sql::Connection &connection)
{
    HEADWAY_CHECK(renewPhoneKeys(connection));
    return indexWholeBook(connection);
}

} // namespace

// 2: deals by the names of their customers, organisations by how their names end. 3: places, tags, the company of a
// person, own fields; what is written without spaces, or with signs in a word; activities by their places, too.
const Renewal searchWordsRenewal{"search_words"_L1, "3"_L1, 4823047, &renewWords};

} // namespace headway::store
