// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/currencytable.h"

#include "domain/text/quoted.h"

#include <array>

using namespace Qt::StringLiterals;

namespace headway {
namespace {

// ISO 4217, list one, without metals, bond units and test codes. Codes are four characters apart. Those without two
// decimals stand in the index deal_by_amount, too: for another one it has to be made again by a script in
// resources/schema.
struct CodesByDecimals {
    int decimals;
    QStringView codes;
};

constexpr std::array codesByDecimals = {
    CodesByDecimals{2,
                    u"AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV "
                    u"BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE "
                    u"CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD "
                    u"HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR "
                    u"LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD "
                    u"NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR "
                    u"SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY "
                    u"TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG ZWL "},
    CodesByDecimals{0, u"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF "},
    CodesByDecimals{3, u"BHD IQD JOD KWD LYD OMR TND "},
    CodesByDecimals{4, u"CLF UYW "},
};

struct Symbol {
    QStringView text;
    QStringView codes; // the usual meaning first
};

// Where a currency has several, the one to show comes first.
constexpr std::array symbols = {
    Symbol{u"$",
           u"USD AUD CAD NZD SGD HKD MXN ARS CLP COP TWD UYU BBD BMD BND BSD BZD FJD GYD JMD "
           u"KYD LRD NAD SBD SRD TTD XCD DOP CUP SVC"},
    Symbol{u"US$", u"USD"},
    Symbol{u"dollar", u"USD AUD CAD NZD SGD HKD TWD"},
    Symbol{u"dollars", u"USD AUD CAD NZD SGD HKD TWD"},
    Symbol{u"CA$", u"CAD"},
    Symbol{u"C$", u"CAD NIO"},
    Symbol{u"A$", u"AUD"},
    Symbol{u"AU$", u"AUD"},
    Symbol{u"NZ$", u"NZD"},
    Symbol{u"HK$", u"HKD"},
    Symbol{u"S$", u"SGD"},
    Symbol{u"NT$", u"TWD"},
    Symbol{u"MX$", u"MXN"},
    Symbol{u"R$", u"BRL"},
    Symbol{u"€", u"EUR"},
    Symbol{u"euro", u"EUR"},
    Symbol{u"euros", u"EUR"},
    Symbol{u"£", u"GBP EGP FKP GIP SHP SSP SYP LBP"},
    Symbol{u"¥", u"JPY CNY"},
    Symbol{u"￥", u"JPY CNY"},
    Symbol{u"円", u"JPY"},
    Symbol{u"元", u"CNY TWD HKD"},
    Symbol{u"CN¥", u"CNY"},
    Symbol{u"kr", u"SEK NOK DKK ISK"},
    Symbol{u"Fr", u"CHF"},
    Symbol{u"SFr", u"CHF"},
    Symbol{u"zł", u"PLN"},
    Symbol{u"Kč", u"CZK"},
    Symbol{u"Ft", u"HUF"},
    Symbol{u"lei", u"RON MDL"},
    Symbol{u"лв", u"BGN"},
    Symbol{u"₽", u"RUB"},
    Symbol{u"руб", u"RUB BYN"},
    Symbol{u"₴", u"UAH"},
    Symbol{u"₺", u"TRY"},
    Symbol{u"TL", u"TRY"},
    Symbol{u"₹", u"INR"},
    Symbol{u"Rs", u"INR PKR LKR NPR MUR SCR"},
    Symbol{u"₩", u"KRW KPW"},
    Symbol{u"₪", u"ILS"},
    Symbol{u"₫", u"VND"},
    Symbol{u"฿", u"THB"},
    Symbol{u"₱", u"PHP"},
    Symbol{u"₦", u"NGN"},
    Symbol{u"₵", u"GHS"},
    Symbol{u"₡", u"CRC"},
    Symbol{u"₲", u"PYG"},
    Symbol{u"₸", u"KZT"},
    Symbol{u"₼", u"AZN"},
    Symbol{u"₾", u"GEL"},
    Symbol{u"R", u"ZAR"},
    Symbol{u"RM", u"MYR"},
    Symbol{u"Rp", u"IDR"},
};

bool lists(QStringView codes, QStringView code)
{
    if (code.size() != 3)
        return false;
    for (qsizetype at = 0; at + 3 <= codes.size(); at += 4) {
        if (codes[at] == code[0] && codes[at + 1] == code[1] && codes[at + 2] == code[2])
            return true;
    }
    return false;
}

} // namespace

Result<int> currencyDecimals(QStringView code)
{
    for (const CodesByDecimals &entry : codesByDecimals) {
        if (lists(entry.codes, code))
            return entry.decimals;
    }
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 is not a currency: write a code such as EUR.").arg(Quoted{code}));
}

Result<QString> currencySymbol(QStringView code)
{
    HEADWAY_CHECK(currencyDecimals(code));
    for (const Symbol &symbol : symbols) {
        if (symbol.codes.startsWith(code))
            return symbol.text.toString();
    }
    for (const Symbol &symbol : symbols) {
        if (lists(symbol.codes, code))
            return symbol.text.toString();
    }
    return code.toString();
}

QStringList currencyCodes()
{
    QStringList codes;
    for (const CodesByDecimals &entry : codesByDecimals)
        codes += entry.codes.toString().split(u' ', Qt::SkipEmptyParts);
    codes.sort();
    return codes;
}

QStringList currenciesWithSymbol(QStringView symbol)
{
    for (const Symbol &known : symbols) {
        if (symbol.compare(known.text, Qt::CaseInsensitive) == 0)
            return known.codes.toString().split(u' ');
    }
    return {};
}

} // namespace headway
