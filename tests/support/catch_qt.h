// SPDX-License-Identifier: GPL-3.0-or-later
// Catch2 for the project's values: includes Catch2 and adds printers for them. Every test includes this
// instead of <catch2/catch.hpp>.
#pragma once

#include "domain/records/inenglish.h"
#include "domain/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QDebug>
#include <QString>
#include <QStringList>

// After the printers: Catch2 chooses how to print a type where it is first compared.
#include <catch2/catch.hpp>

namespace Catch {

// Quoted, with invisible characters escaped: "a\tb" and "a b" must not look the same.
template <>
struct StringMaker<QString> {
    static std::string convert(const QString &text)
    {
        QString printed;
        QDebug(&printed).nospace() << text;
        return printed.toStdString();
    }
};

template <>
struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray &bytes)
    {
        QString printed;
        QDebug(&printed).nospace() << bytes;
        return printed.toStdString();
    }
};

template <>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList &list)
    {
        QString printed;
        QDebug(&printed).nospace() << list;
        return printed.toStdString();
    }
};

template <>
struct StringMaker<QDate> {
    static std::string convert(QDate date)
    {
        return date.isValid() ? date.toString(Qt::ISODate).toStdString() : "no date";
    }
};

template <>
struct StringMaker<QDateTime> {
    static std::string convert(const QDateTime &time)
    {
        return time.isValid() ? time.toString(Qt::ISODateWithMs).toStdString() : "no time";
    }
};

template <>
struct StringMaker<headway::Error> {
    static std::string convert(const headway::Error &error)
    {
        const QString detail = error.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.detail);
        return "Error " + std::to_string(int(error.code)) + ": "
            + QString(inEnglish(error.text) + detail).toStdString();
    }
};

template <class T>
struct StringMaker<headway::Result<T>> {
    static std::string convert(const headway::Result<T> &result)
    {
        if (!result)
            return StringMaker<headway::Error>::convert(result.error());
        if constexpr (std::is_void_v<T>)
            return "done";
        else
            return ::Catch::Detail::stringify(*result);
    }
};

} // namespace Catch

namespace headway::test {

// The value of a result that must not fail; otherwise ends the test with the error's text.
template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        FAIL(Catch::StringMaker<Error>::convert(result.error()));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

} // namespace headway::test
