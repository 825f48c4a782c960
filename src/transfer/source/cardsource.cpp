// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/cardsource.h"

#include "transfer/source/cardcolumns.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::Card;
using exchange::CardEntry;
using exchange::CardProblem;
using exchange::CardVersion;
using Kind = CardEntry::Kind;

namespace {

Error unreadable(const QFile &file)
{
    return {ErrorCode::Unreadable,
            Sentence::tr("%1 cannot be read: %2.").arg(QFileInfo(file).fileName(), file.errorString()),
            {}};
}

QDateTime changedAt(const QFile &file)
{
    return QFileInfo(file.fileName()).lastModified();
}

} // namespace

class CardSource::Detected : public SourceDetection
{
public:
    Detected(Shape shape, const SourceFile &file, qint64 size, QDateTime changed)
        : m_shape(std::move(shape)), m_path(file.path), m_said(file.csv.encoding), m_size(size),
          m_changed(std::move(changed))
    {
    }

    const Shape &shape() const { return m_shape; }
    bool holdFor(const SourceFile &file, qint64 size, const QDateTime &changed) const
    {
        return m_path == file.path && m_said == file.csv.encoding && m_size == size && m_changed == changed;
    }

private:
    const Shape m_shape;
    const QString m_path;
    const std::optional<exchange::TextEncoding> m_said;
    const qint64 m_size;
    const QDateTime m_changed;
};

Result<std::unique_ptr<RowSource>> CardSource::open(const SourceFile &file)
{
    std::unique_ptr<CardSource> source(new CardSource(file));
    if (!source->m_file.open(QIODevice::ReadOnly))
        return failure(unreadable(source->m_file));
    HEADWAY_CHECK(source->detect(file));
    return source;
}

Result<> CardSource::detect(const SourceFile &file)
{
    const QDateTime changed = changedAt(m_file); // before it is looked at
    const qint64 size = m_file.size();
    const auto *known = dynamic_cast<const Detected *>(file.detection.get());
    if (known && known->holdFor(file, size, changed)) {
        m_shape = known->shape();
        m_detected = file.detection;
        return {};
    }
    HEADWAY_CHECK(look());
    m_detected = std::make_shared<const Detected>(m_shape, file, size, changed);
    return {};
}

// Which columns have something in them: of all cards, for the last may be the only one with a fax.
Result<> CardSource::look()
{
    const std::vector<CardColumn> &columns = cardColumns();
    std::vector<bool> isFilled(columns.size());
    HEADWAY_CHECK(rewind());
    while (true) {
        HEADWAY_TRY(item, m_reader->next());
        if (!item)
            break;
        const auto *card = std::get_if<Card>(&*item);
        if (!card)
            continue;
        CardEntry entry = exchange::entryOf(*card);
        ++(entry.kind == Kind::Person        ? m_shape.people
               : entry.kind == Kind::Company ? m_shape.companies
                                             : m_shape.others);
        keepBeyondColumns(entry);
        for (size_t i = 0; i < columns.size(); ++i) {
            if (!isFilled[i] && entry.kind != Kind::Other)
                isFilled[i] = !columns[i].cell(entry).isEmpty();
        }
    }
    isFilled.front() = m_shape.companies > 0; // else there is nothing to tell apart
    for (size_t i = 0; i < columns.size(); ++i) {
        if (isFilled[i] || columns[i].isAlways)
            m_shape.columns.push_back(i);
    }
    m_shape.told = m_reader->told();
    m_reader.reset();
    return {};
}

Result<> CardSource::rewind()
{
    m_reader.reset();
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    m_reader.emplace(m_file, m_said, exchange::KeepOriginal::Yes);
    return {};
}

QString CardSource::name() const
{
    return QFileInfo(m_file).fileName();
}

Writing CardSource::writing() const
{
    QStringList versions;
    for (const CardVersion version : {CardVersion::V21, CardVersion::V30, CardVersion::V40}) {
        if (m_shape.told.versions[size_t(version)] > 0)
            versions += exchange::versionText(version);
    }
    return {{{u"format"_s, u"vCard "_s + versions.join(u", "_s)}}, versions.size() < 2};
}

QString CardSource::digest() const
{
    if (!m_digest)
        m_digest = digestOf(m_file.fileName());
    return *m_digest;
}

Result<SourceColumns> CardSource::begin()
{
    HEADWAY_CHECK(rewind());
    SourceColumns columns;
    for (const size_t column : m_shape.columns)
        columns.names += cardColumns()[column].name;
    return columns;
}

bool CardSource::isWanted(const CardEntry &entry) const
{
    if (entry.kind == Kind::Other)
        return false;
    return !m_wanted || (entry.kind == Kind::Company) == (*m_wanted == EntityKind::Company);
}

SourceRow CardSource::rowOf(Card card, CardEntry entry) const
{
    keepBeyondColumns(entry);
    SourceRow row{.line = card.line, .original = std::move(card.original)};
    row.cells.reserve(qsizetype(m_shape.columns.size()));
    for (const size_t column : m_shape.columns)
        row.cells += cardColumns()[column].cell(entry);
    return row;
}

Result<std::optional<SourceItem>> CardSource::next()
{
    while (true) {
        HEADWAY_TRY(item, m_reader->next());
        if (!item)
            return std::optional<SourceItem>();
        if (auto *problem = std::get_if<CardProblem>(&*item))
            return std::optional<SourceItem>(SourceProblem{problem->line, {}, problem->reason, problem->raw});
        auto &card = std::get<Card>(*item);
        CardEntry entry = exchange::entryOf(card);
        if (isWanted(entry))
            return std::optional<SourceItem>(rowOf(std::move(card), std::move(entry)));
    }
}

// Lines, as they stand there.
Result<std::vector<SourceRow>> CardSource::opening(int most)
{
    constexpr qsizetype longest = 200;
    std::vector<SourceRow> rows;
    if (!m_file.seek(0))
        return failure(unreadable(m_file));
    for (int i = 0; i < most && !m_file.atEnd(); ++i)
        rows.push_back({.line = i + 1, .cells = {QString::fromUtf8(m_file.readLine(longest).trimmed())}});
    return rows;
}

std::vector<Sentence> CardSource::remarks() const
{
    std::vector<Sentence> remarks;
    const auto tell = [&remarks](qint64 count, Sentence one, Sentence several) {
        if (count > 0)
            remarks.push_back(count == 1 ? std::move(one) : std::move(several).arg(count));
    };
    const exchange::CardTold &told = m_shape.told;
    tell(m_wanted && *m_wanted != EntityKind::Company ? m_shape.companies : 0,
         Sentence::tr("1 card of a company was passed over; “import auto” takes it, too."),
         Sentence::tr("%1 cards of companies were passed over; “import auto” takes them, too."));
    tell(m_wanted == EntityKind::Company ? m_shape.people : 0,
         Sentence::tr("1 card of a person was passed over; “import auto” takes it, too."),
         Sentence::tr("%1 cards of people were passed over; “import auto” takes them, too."));
    tell(m_shape.others, Sentence::tr("1 card of a group, a place or a device was passed over."),
         Sentence::tr("%1 cards of groups, places or devices were passed over."));
    tell(told.within, Sentence::tr("1 card stood within another, and is one of its own."),
         Sentence::tr("%1 cards stood within others, and are ones of their own."));
    tell(told.pictures, Sentence::tr("1 picture or other content that is no text was left out."),
         Sentence::tr("%1 pictures and other contents that are no text were left out."));
    tell(
        told.otherSets,
        Sentence::tr(
            "1 value is not written in the character set that it names; see whether it is read right."),
        Sentence::tr(
            "%1 values are not written in the character sets that they name; see whether they are read right."));
    tell(told.notProperties + told.outside, Sentence::tr("1 line that belongs to no card was left out."),
         Sentence::tr("%1 lines that belong to no card were left out."));
    if (told.firstBad > 0)
        remarks.push_back(Sentence::tr("The first such place is line %1.").arg(told.firstBad));
    return remarks;
}

} // namespace headway::transfer
