// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to people, before it is put into words: which sentence, and the values that stand in its
// places. Errors, the labels of steps and the reasons why something was refused are carried like this
// through all layers; where they are shown, app::Display writes them in the reader's language, with amounts,
// days and names as one reads them there. The English texts are found by lupdate, which knows tr() and
// QT_TRANSLATE_NOOP. Pure values; nothing fails; any thread.
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

// What can stand in a sentence's places beside plain texts and numbers.
struct Quoted { // what somebody typed, or a name: “Renewal”
    explicit Quoted(const QString &words) : text(words) {}
    explicit Quoted(QStringView words) : text(words.toString()) {}
    explicit Quoted(QLatin1StringView words) : text(words) {}

    QString text;
    bool operator==(const Quoted &) const = default;
};
struct RecordName { // “Renewal”; "deal 17" where it has no name
    EntityRef ref = {};
    QString title = {};
    bool operator==(const RecordName &) const = default;
};
enum class Number { One, Many };
struct KindName { // "deal", "deals"
    EntityKind kind = EntityKind::Deal;
    Number number = Number::One;
    bool operator==(const KindName &) const = default;
};
struct FieldName { // "Expected close"; a custom field by its own label
    EntityKind kind = EntityKind::Deal;
    QString field = {};
    QString custom = {};
    bool operator==(const FieldName &) const = default;
};
struct
    FieldContent { // what a field held or holds, written as that field is: "€12,500", "4 Mar 2026", "nothing"
    EntityKind kind = EntityKind::Deal;
    QString field = {};
    Value value = {};
    QString beside = {}; // money: its currency; a reference: the name of what it points to
    bool operator==(const FieldContent &) const = default;
};
struct Amount {
    qint64 minor = 0;
    QString currency = {};
    bool operator==(const Amount &) const = default;
};

using SentencePart = std::variant<QString, qint64, Quoted, QDate, Instant, Amount, RecordName, KindName,
                                  FieldName, FieldContent, std::shared_ptr<const Sentence>>;

// A sentence with a name of its own, under which the history keeps it: its words may change, the name may not.
struct Wording {
    const char *id = "";
    const char *source = "";
};

class Sentence
{
public:
    Sentence() = default; // says nothing
    Sentence(const Wording &wording) : m_id(wording.id), m_source(wording.source) {}

    // The English text with its places: "%1 is not a number.". Which of two that read alike in English is
    // meant is told by `disambiguation`; `count` chooses singular or plural and stands in "%n".
    static Sentence tr(const char *source) { return Sentence(Wording{"", source}); }
    static Sentence tr(const char *source, const char *disambiguation, qint64 count);
    // The words of somebody else, shown as they are: an operating system, a library, a book of an older
    // version.
    static Sentence verbatim(const QString &words);
    // One that is not known by its name here, of a newer version.
    static Sentence unknown(const QString &id);

    template <class... Parts>
    Sentence arg(Parts &&...parts) &&
    {
        (add(partOf(std::forward<Parts>(parts))), ...);
        return std::move(*this);
    }
    void add(SentencePart part) { m_parts.push_back(std::move(part)); }
    void setCount(qint64 count) { m_count = count; }

    bool isEmpty() const { return !*m_source && m_verbatim.isEmpty(); }
    bool isVerbatim() const { return !m_verbatim.isEmpty() && !*m_source; }
    bool isUnknown() const { return m_isUnknown; }
    // Its name in the history; empty for most.
    QString id() const { return m_isUnknown ? m_verbatim : QString::fromLatin1(m_id); }
    const char *source() const { return m_source; } // English, UTF-8
    const QString &words() const { return m_verbatim; }
    const std::vector<SentencePart> &parts() const { return m_parts; }
    const std::optional<qint64> &count() const { return m_count; }

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
    std::optional<qint64> m_count;
    bool m_isUnknown = false;
};

// Puts a sentence into words: app::Display for people, inEnglish() for the log.
using Words = std::function<QString(const Sentence &)>;

// `pattern` with the sentence's parts, as `write` writes each, in the places %1 … %9, and its count in %n. In one
// pass: a "%2" within a part is a part of that text.
QString filled(const QString &pattern, const Sentence &sentence,
               const std::function<QString(const SentencePart &)> &write);

} // namespace headway
