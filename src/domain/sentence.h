// SPDX-License-Identifier: GPL-3.0-or-later
// A message to people, before it is put into words: which sentence, and the values for its placeholders.
// Errors, the labels of steps and the reasons for a refusal pass through all layers in this form; where
// they are shown, app::Display writes them in the user's language, with amounts, days and names formatted
// for it. The English texts are found by lupdate, which knows tr() and QT_TRANSLATE_NOOP. Pure values;
// nothing fails; any thread.
#pragma once

#include "domain/fields/ids.h"
#include "domain/fields/value.h"

#include <QDate>
#include <QLatin1StringView>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace headway {

class Sentence;

// What a placeholder can take besides plain texts and numbers.
struct Quoted { // something typed, or a name: “Renewal”
    explicit Quoted(const QString &words) : text(words) {}
    explicit Quoted(QStringView words) : text(words.toString()) {}
    explicit Quoted(QLatin1StringView words) : text(words) {}

    QString text;
    bool operator==(const Quoted &) const = default;
};
struct RecordName { // “Renewal”; else "deal 17", or "a deal" while it has no number
    EntityRef ref = {};
    QString title = {};
    bool operator==(const RecordName &) const = default;
};
enum class Number { One, Many, Any }; // Any: with its article
struct KindName {                     // "deal", "deals", "a deal"
    EntityKind kind = EntityKind::Deal;
    Number number = Number::One;
    bool operator==(const KindName &) const = default;
};
// The word behind that number of them: "1 deal", "0 deals".
inline KindName counted(qint64 count, EntityKind kind)
{
    return {kind, count == 1 ? Number::One : Number::Many};
}
struct FieldName { // "Expected close"; a custom field by its own label
    EntityKind kind = EntityKind::Deal;
    QString field = {};
    QString custom = {};
    bool operator==(const FieldName &) const = default;
};
struct
    FieldContent { // a field's old or new value, formatted like the field: "€12,500", "4 Mar 2026", "nothing"
    EntityKind kind = EntityKind::Deal;
    QString field = {};
    Value value = {};
    QString beside = {}; // money: its currency; a reference: the name of the record it points to
    bool operator==(const FieldContent &) const = default;
};
struct Amount {
    qint64 minor = 0;
    QString currency = {};
    bool operator==(const Amount &) const = default;
};

using SentencePart = std::variant<QString, qint64, Quoted, QDate, Instant, Amount, RecordName, KindName,
                                  FieldName, FieldContent, std::shared_ptr<const Sentence>>;

// A sentence with a permanent name, under which the history stores it: its text may change, the name may
// not.
struct Wording {
    const char *id = "";
    const char *source = "";
};

class Sentence
{
public:
    Sentence() = default; // empty
    Sentence(const Wording &wording) : m_id(wording.id), m_source(wording.source) {}

    // The English text with its placeholders: "%1 is not a number.". One and many are sentences of their own.
    static Sentence tr(const char *source) { return Sentence(Wording{"", source}); }
    // Text from elsewhere, shown as it is: from the operating system, a library, or a book of an older
    // version.
    static Sentence verbatim(const QString &words);
    // A wording whose name this version does not know, because a newer one wrote it.
    static Sentence unknown(const QString &id);

    template <class... Parts>
    Sentence arg(Parts &&...parts) &&
    {
        (add(partOf(std::forward<Parts>(parts))), ...);
        return std::move(*this);
    }
    void add(SentencePart part) { m_parts.push_back(std::move(part)); }

    bool isEmpty() const { return !*m_source && m_verbatim.isEmpty(); }
    bool isVerbatim() const { return !m_verbatim.isEmpty() && !*m_source; }
    bool isUnknown() const { return m_isUnknown; }
    // Its name in the history; empty for most sentences.
    QString id() const { return m_isUnknown ? m_verbatim : QString::fromLatin1(m_id); }
    const char *source() const { return m_source; } // English, UTF-8
    const QString &words() const { return m_verbatim; }
    const std::vector<SentencePart> &parts() const { return m_parts; }

    bool operator==(const Sentence &other) const;

private:
    static SentencePart partOf(const QString &text) { return text; }
    static SentencePart partOf(QStringView text) { return text.toString(); }
    static SentencePart partOf(QLatin1StringView text) { return QString(text); }
    static SentencePart partOf(const Sentence &sentence)
    {
        return std::make_shared<const Sentence>(sentence);
    }
    template <class T>
    static SentencePart partOf(const T &part)
    {
        if constexpr (std::is_integral_v<T>)
            return qint64(part);
        else if constexpr (std::is_convertible_v<T, QString>)
            return QString(part);
        else
            return SentencePart(part);
    }

    const char *m_id = "";
    const char *m_source = "";
    QString m_verbatim;
    std::vector<SentencePart> m_parts;
    bool m_isUnknown = false;
};

// Whether it begins with a kind of record, whose name is written small elsewhere: "%1 have no %2.".
bool beginsWithKind(const QString &pattern, const Sentence &sentence);

// Puts a sentence into words: app::Display for people, inEnglish() for the log.
using Words = std::function<QString(const Sentence &)>;

// `pattern` with its placeholders %1 … %9 filled by the sentence's parts, each formatted by `write`. In one
// pass: a "%2" within a part is not a placeholder.
QString filled(const QString &pattern, const Sentence &sentence,
               const std::function<QString(const SentencePart &)> &write);

} // namespace headway
