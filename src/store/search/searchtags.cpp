// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/searchtags.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr QChar tagMark(u'\uE000');
constexpr int mostTags = 5'000;
constexpr qsizetype mostOfWord = 100;

// Signs may join words, so that a name has a word whose letters do not stand together in it.
bool hasSigns(const QString &name)
{
    return std::any_of(name.begin(), name.end(), [](QChar c) { return !c.isLetterOrNumber() && c != u' '; });
}

// A tag's folded name; its words are made when they are first needed, which is for few of thousands.
class TagName
{
public:
    explicit TagName(const QString &folded) : m_name(folded), m_hasSigns(hasSigns(folded)) {}

    bool has(const SoughtWord &word)
    {
        if (!m_hasSigns && !m_name.contains(word.pieces.front().text)
            && (word.whole.isEmpty() || !m_name.contains(word.whole)))
            return false;
        if (m_words.isEmpty())
            m_words = searchWords(m_name);
        return isFound(word, m_words);
    }

private:
    QString m_name;
    bool m_hasSigns;
    QStringList m_words;
};

} // namespace

QString tagWord(qint64 tag)
{
    return tagMark + QString::number(tag);
}

Result<std::vector<QStringList>> tagsFound(sql::Connection &connection, const std::vector<SoughtWord> &words)
{
    std::vector<QStringList> found(words.size());
    HEADWAY_CHECK(
        connection.each(u"SELECT id, name_key FROM tag WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?"_s,
                        {qint64(mostTags)}, [&](const sql::RowView &row) -> Result<> {
                            TagName name(row.text(1));
                            for (size_t i = 0; i < words.size(); ++i) {
                                if (found[i].size() < mostOfWord && name.has(words[i]))
                                    found[i] += tagWord(row.integer(0));
                            }
                            return {};
                        }));
    return found;
}

} // namespace headway::store
