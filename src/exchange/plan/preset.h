// SPDX-License-Identifier: GPL-3.0-or-later
// What a product calls its columns, and by which of them a file of its own is known. Presets are data, one file each
// (resources/presets/*.tsv), so that another product needs no compiler; resources/presets/README.md tells how they are
// written. Values; any thread. A text that is no preset fails with Invalid, which names the line and what is wrong.
#pragma once

#include "domain/fields/entity.h"
#include "domain/result.h"
#include "exchange/cells/activitytext.h"
#include "exchange/cells/vocabulary.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace headway::exchange {

// A column is a sign of the product if it is called so, letter by letter; `*` at one place stands for anything.
struct ColumnSign {
    QString before = {};
    QString after = {};
    bool isWhole = true; // there is no `*`

    static ColumnSign of(const QString &text);
    bool fits(const QString &column) const;
    // As it would stand in a file.
    QString example() const { return isWhole ? before : before + u'x' + after; }
};

// A column whose name has the name of something else in it: "Date entered *". Case does not matter, nor whether there is
// a space, a dash, a colon or a _ between its words.
struct OpenColumn {
    QString before = {};
    QString after = {};

    // Of a text with one `*`.
    static OpenColumn of(const QString &text);
    // The name of a column, and the same as all are compared.
    struct Header {
        explicit Header(const QString &column);
        QString text;
        QString alike;
    };
    // What stands in the place of the `*`, without the quotes around it; empty: it is another column.
    QString textIn(const Header &header) const;

    bool operator==(const OpenColumn &) const = default;
};

// As many different columns as `least` have to be there.
struct ProductSignature {
    int least = 1;
    QStringList signs = {};
};

class Preset
{
public:
    // What a column means for one kind of record: the names of targets (importplan.h), the best first; "nothing" for
    // one that is of no use here.
    struct Meaning {
        QStringList targets = {};
        bool isDoubtful = false; // only if no other column says so

        bool operator==(const Meaning &) const = default;
    };

    // `system` is the name of the file without its ending, and that of the ids in the product's files. Only `common`
    // has no signature: it is what everybody calls so.
    [[nodiscard]] static Result<Preset> read(const QString &system, const QString &text);
    static QString commonName();

    const QString &system() const { return m_system; }
    const QString &title() const { return m_title; } // "Microsoft Dynamics"
    const std::vector<ProductSignature> &signatures() const { return m_signatures; }

    // By the column's looseKey: of its kind itself first, then as that of any person, anybody with telephone numbers,
    // and any record.
    std::vector<Meaning> meanings(EntityKind kind, const QString &key) const;
    // Of a column whose name has the name of a stage in it, the one with the longest rest: the stage takes the place of
    // the `*` of the target.
    std::optional<Meaning> openMeaning(EntityKind kind, const QString &column) const;
    // Whether each row of a file of the product with these columns is a move of a deal from one stage to another; what
    // such a column means then, by its looseKey: a target of deals, empty if it is of no use. Doubtful meanings are those that
    // count only if no other column says so.
    bool isStageHistory(const QStringList &columns) const;
    QString historyMeaning(const QString &key, bool isDoubtful) const;
    // The kind that a word before a field names: "Organization - Name".
    std::optional<EntityKind> object(const QString &key) const;
    // Whether a column may mean a record of any kind.
    bool isAnyRecord(const QString &key) const { return m_anyRecord.contains(key); }
    // Whether a file of that name, without its ending, holds what this program has no place for: "CampaignMember".
    bool isForeign(const QString &fileName) const;
    // The kind of record that a file of the product with these columns holds, as far as a preset says.
    std::optional<EntityKind> kindOf(const QStringList &columns) const;
    // Whether texts that begin like a formula have an apostrophe before them.
    bool isGuarded() const { return m_isGuarded; }
    // Whether each cell is one value and nothing else; see ImportPlan.
    bool isLiteral() const { return m_isLiteral; }
    // Whether a column, by its looseKey, has codes such as COMPUTER_SOFTWARE, or amounts in hundredths.
    bool hasCodes(const QString &key) const { return m_codes.contains(key); }
    bool hasHundredths(const QString &key) const { return m_hundredths.contains(key); }
    // In what bare numbers of a column of durations are; none: the product does not say.
    std::optional<DurationUnit> unitOf(const QString &key) const;
    // What the product's words mean in fields of fixed choices; they go before those that all have in common.
    const Vocabulary &words() const { return m_words; }

private:
    struct Line;
    Result<> take(const Line &line);
    Result<> takeWords(const Line &line);
    Result<> takeSignature(const Line &line);
    Result<> takeObject(const Line &line);
    Result<> takeKind(const Line &line);
    Result<> takeFiles(const Line &line);
    Result<> takeCells(const Line &line);
    Result<> takeColumns(const Line &line);
    Result<> takeOpen(const Line &line, const QString &name, const Meaning &meaning);

    struct OpenName {
        OpenColumn column = {};
        Meaning meaning = {};
    };
    QString m_system;
    QString m_title;
    std::vector<ProductSignature> m_signatures;
    QHash<QString, QHash<QString, Meaning>> m_meanings;   // by group of kinds, then by key
    QHash<QString, std::vector<OpenName>> m_openMeanings; // by group of kinds
    QHash<QString, EntityKind> m_objects;
    struct KindSign {
        EntityKind kind = EntityKind::Contact;
        bool isOfMoves = false;           // its rows are moves of such records
        std::vector<ColumnSign> all = {}; // of the columns that have to be there

        bool fits(const QStringList &columns) const;
    };
    std::vector<KindSign> m_kinds;
    QSet<QString> m_anyRecord;
    QSet<QString> m_foreignFiles;
    bool m_isGuarded = false;
    bool m_isLiteral = false;
    QSet<QString> m_codes;                  // columns
    QSet<QString> m_hundredths;             // likewise
    QHash<QString, DurationUnit> m_units;   // by column
    QHash<QString, QSet<QString>> m_fields; // while it is read: those of each group of kinds
    Vocabulary m_words;
};

} // namespace headway::exchange
