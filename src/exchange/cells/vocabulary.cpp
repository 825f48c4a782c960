// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/vocabulary.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

static void loadVocabularyResources()
{
    Q_INIT_RESOURCE(vocabulary); // a static library's resources are not linked in automatically
}

namespace headway::exchange {

namespace {

constexpr qsizetype columns = 4; // list, code, language, words

Vocabulary readOwn()
{
    loadVocabularyResources();
    Vocabulary words;
    const QString folder = u":/vocabulary"_s;
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        QFile file(folder + u'/' + name);
        const bool isRead = file.open(QIODevice::ReadOnly) && words.add(QString::fromUtf8(file.readAll()));
        Q_ASSERT(isRead); // a test reads them all
        Q_UNUSED(isRead)
    }
    return words;
}

} // namespace

const Vocabulary &Vocabulary::own()
{
    static const Vocabulary words = readOwn();
    return words;
}

Result<> Vocabulary::add(const QString &text)
{
    qint64 number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (line.startsWith(u'#') || line.trimmed().isEmpty())
            continue;
        const QStringList parts = line.split(u'\t');
        if (parts.size() != columns || parts[0].isEmpty())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Line %1 is not a list, a code, a language and words.").arg(number));
        QHash<QString, QString> &codes = m_codes[parts[0]];
        for (const QString &word : parts[3].trimmed().split(u'|')) {
            const QString key = looseKey(word);
            const auto known = codes.constFind(key);
            if (key.isEmpty() || (known != codes.cend() && *known != parts[1]))
                return failure(ErrorCode::Invalid,
                               Sentence::tr("Line %1: the word %2 is empty or means something else already.")
                                   .arg(number)
                                   .arg(Quoted{word}));
            codes.insert(key, parts[1]);
        }
    }
    return {};
}

std::optional<QString> Vocabulary::code(QStringView list, QStringView word) const
{
    const auto codes = m_codes.constFind(list.toString());
    if (codes == m_codes.cend())
        return std::nullopt;
    const auto code = codes->constFind(looseKey(word));
    return code == codes->cend() ? std::nullopt : std::optional(*code);
}

QStringList Vocabulary::codes(QStringView list) const
{
    QStringList codes = m_codes.value(list.toString()).values();
    std::sort(codes.begin(), codes.end());
    codes.removeDuplicates();
    return codes;
}

QStringList Vocabulary::lists() const
{
    QStringList lists = m_codes.keys();
    std::sort(lists.begin(), lists.end());
    return lists;
}

bool isBlankWord(QStringView text)
{
    return looseKey(text).isEmpty() || Vocabulary::own().has(u"blank", text);
}

std::optional<QString> sharedHost(const QString &host)
{
    const Vocabulary &words = Vocabulary::own();
    const auto whole = words.code(u"host", host);
    return whole ? whole : words.code(u"host", host.section(u'.', -2)); // de.linkedin.com
}

QString choiceList(EntityKind kind, QLatin1StringView field)
{
    const QString name(field);
    return tableName(kind) + u'.' + (name.endsWith("_id"_L1) ? name.chopped(3) : name);
}

} // namespace headway::exchange
