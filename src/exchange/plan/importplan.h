// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a file goes where, recognised from the header or set by the user; replacements of single
// values; how the file's numbers and dates are written. Pure, without a database; any thread. Fails with
// Invalid, in a sentence that names the column, the field or the sample, and the option that helps.
#pragma once

#include "domain/records/lists.h"
#include "domain/text/datetext.h"
#include "exchange/cells/activitytext.h"
#include "exchange/cells/namelist.h"
#include "exchange/csv/csvheader.h"
#include "exchange/plan/amountheader.h"
#include "exchange/plan/amounttext.h"
#include "exchange/plan/fieldtext.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace headway::exchange {

enum class TargetRole {
    Nothing,    // not imported
    Field,      // a field of the kind; for a reference: the id in this book
    Name,       // the name of the record that a reference field refers to
    Custom,     // a custom field, custom.NAME
    Id,         // the record's own id
    Created,    // when the record was created
    ExternalId, // the record's id in another system
    ForeignId,  // that system's id of a record that this one refers to or, for an activity, is linked to
    FullName,   // of a person, to be split into first and last name
    Email,
    EmailHome,
    Phone,
    PhoneHome,
    Mobile,
    Fax,
    Website, // of a contact; companies and leads have a field
    Street,  // and the rest of an address: at work, unless the target's name says "_home" or "_other"
    PostalCode,
    City,
    Region,
    Country,
    Tags,
    Product,      // the first line item of a deal
    Quantity,     // of the first line item
    Closing,      // closed_on of a closed deal, expected_close of an open one
    LinkedEmail,  // of a deal's contact, beside the name
    LostTime,     // closed_on of a closed deal that has no other day
    StageEntered, // when a deal entered the stage that the target's name says; see stagecolumns.h
    StageLeft,    // when it left that
    MovedTo,      // of a row that is a move of a deal: the stage that it entered; see stagecolumns.h
    MovedFrom,    // the one that it left
    MovedAt,      // when that was
    MovedField,   // what the row is a change of, where it need not be the stage
    Link,         // the name of a record that an activity is linked to; of the target's kind `linked`
    Minutes,      // the duration of an activity
    StartTime,    // of an activity whose day stands in another column
    Ends,         // when an activity ends; with its beginning the duration
    EndTime,      // likewise, of a day in another column
    TeamManager,  // of the user's team
    NextStep,     // becomes a planned task
    NextStepOn,   // its day or time
};

struct ImportTarget {
    TargetRole role = TargetRole::Nothing;
    int field = -1;    // Field, Name, ForeignId: index into the kind's fields; Custom: into the given ones
    QString name = {}; // as on the command line: "owner", "closed_on", "custom.sla"
    EntityKind linked = EntityKind::Deal; // Link, and ForeignId without a field

    bool operator==(const ImportTarget &) const = default;
};

// Whether ids in the file are those of the book; if not, they are those of the system that it comes from.
enum class FileIds { Ignored, Kept };

// All targets that a file of `kind` can be imported into, by the names used in --map; for help and
// completion. Ids of the book are among them only for files that have them.
[[nodiscard]] std::vector<ImportTarget> importTargets(EntityKind kind, const std::vector<CustomField> &custom,
                                                      FileIds ids = FileIds::Ignored);
// In a file of another system "company_id" means the id that it has for the company.
[[nodiscard]] Result<ImportTarget> importTarget(EntityKind kind, const QString &name,
                                                const std::vector<CustomField> &custom,
                                                FileIds ids = FileIds::Ignored);

// The target for the id of what `target` names: "company" → "company.external_id".
[[nodiscard]] QString foreignIdName(const QString &target);
// The target for the id of a record of any kind that an activity is linked to.
[[nodiscard]] QString anyRecordIdName();

// --map 'Column=field'; `target` may be "nothing".
struct MapRule {
    QString column = {};
    QString target = {};
};
// --values 'field:old=new'; "field" is a target's name. An empty `to` makes the cell blank. A rule that
// maps a name to itself confirms that name, though a similar one exists.
struct ValueRule {
    QString target = {};
    QString from = {};
    QString to = {};
};
// --set 'name={product}[ for {account}]': a text for every row, made of its columns; a part in brackets is
// left out if one of its columns is blank.
struct SetRule {
    QString target = {};
    QString text = {};
};
[[nodiscard]] Result<MapRule> parseMapRule(const QString &text);
[[nodiscard]] Result<ValueRule> parseValueRule(const QString &text);
[[nodiscard]] Result<SetRule> parseSetRule(const QString &text);

// The text of a SetRule with its columns resolved.
class RowText
{
public:
    static Result<RowText> parse(const QString &text, const QStringList &columns);

    // `cells` as in the file, one for each column.
    QString of(const QStringList &cells) const;

private:
    struct Piece {
        QString text = {};
        int column = -1; // ≥ 0: that cell instead of the text
        int part = 0;    // > 0: inside the brackets of that number
    };
    std::vector<Piece> m_pieces;
};

// An input of each row: a column of the file, or a text made of several.
struct ImportInput {
    ImportTarget target = {};
    int column = -1; // index; -1: `text`
    QString columnName = {};
    std::optional<RowText> text = {};
    int labelColumn = -1; // says of each row what kind of number, address or record it is
    PercentScale percent = PercentScale::Percent; // of a column of percentages
    AmountUnit amount = {};                       // of a column of money, if the header says it
    Commas commas = Commas::Untold;               // of a column of people
    bool hasCodes = false;                        // COMPUTER_SOFTWARE, of a product that writes so
    std::optional<DurationUnit> unit =
        {}; // of bare numbers in a column of durations, if header or product say it
};

struct ImportPlan {
    EntityKind kind = EntityKind::Deal;
    QStringList columns = {}; // the file's
    std::vector<ImportInput> inputs = {};
    QStringList notImported = {};         // columns without a target
    std::vector<CustomField> custom = {}; // of the kind
    QString product = {};   // the system whose columns these are (presets.h); empty: nobody knows
    bool isGuarded = false; // texts that begin like a formula have an apostrophe before them
    // Each cell is one value and nothing else, as in the properties of a card; several tags stand in a line each.
    bool isLiteral = false;

    const ImportInput *find(TargetRole role) const;
    const ImportInput *find(const QString &targetName) const;
};

// The index of a column, called so or, if none is, in other case. Invalid names those that there are.
[[nodiscard]] Result<qsizetype> columnNamed(const QStringList &columns, const QString &name);
// The names of the first of them, for a sentence: a file may have thousands.
[[nodiscard]] QString someOf(const QStringList &columns);

// The columns that a file of rejected rows has behind those of the file that they are from. When it comes back, mended,
// they are passed over.
[[nodiscard]] const QStringList &columnsOfRejection();
[[nodiscard]] bool isOfRejectedRows(const QStringList &columns);

struct PlanRules {
    std::vector<MapRule> map = {};
    std::vector<SetRule> set = {};
    FileIds ids = FileIds::Ignored;
    QString system = {}; // whose words hold where the columns do not say whose file it is
};
// Each column goes to one place or is named in `notImported`; what the rules say goes first.
[[nodiscard]] Result<ImportPlan> planImport(EntityKind kind, const QStringList &columns,
                                            const PlanRules &rules, const std::vector<CustomField> &custom);

// What the user sets about numbers and dates; the rest is detected.
// The detail of errors that only the user can resolve.
inline constexpr QLatin1StringView decimalMarkUnclear("decimal mark");
inline constexpr QLatin1StringView dayOrderUnclear("order of days");
inline constexpr QLatin1StringView columnsUnclear("columns");

struct StyleOptions {
    std::optional<DateOrder> dateOrder = {};
    std::optional<QChar> decimalMark = {};
    QString currency = {};
    QTimeZone zone = QTimeZone::utc();
};
// `rows` are some of the file's. Fails if a sample has two readings that differ, naming the sample and the
// option that decides.
[[nodiscard]] Result<CellStyle> detectStyle(const ImportPlan &plan, const std::vector<QStringList> &rows,
                                            const StyleOptions &options);

} // namespace headway::exchange
