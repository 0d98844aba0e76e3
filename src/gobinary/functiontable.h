// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gobinary/modulerecord.h"

#include <QHash>
#include <QString>

namespace plugsmith {

/// Where something is declared, as the compiler wrote it down: a path of the building machine, or with -trimpath
/// "example.com/shop/pricing/price.go".
struct GoPlace
{
    QString file;
    int line = 0; ///< 0 when only the file is known

    /// "example.com/shop/pricing/price.go:77"
    QString toString() const;

    bool operator==(const GoPlace &) const = default;
};

/// The table of functions that Go's linker writes for stack traces ("pclntab"; runtime/symtab.go and debug/gosym of
/// each release). It is there in stripped files too. Looks into the image, which must outlive it.
class FunctionTable
{
public:
    struct Function
    {
        QByteArrayView name; ///< "example.com/shop/plug%2ev1.Add"; empty when it cannot be read
        quint64 size = 0;    ///< bytes of code, with what fills up to the next one
        quint64 record = 0;  ///< where more is written about it, as an offset in the table
    };

    /// nullopt when the header contradicts itself.
    static std::optional<FunctionTable> read(const LoadedImage &image, const ModuleRecord &record);

    quint64 count() const { return m_count; }
    Function at(quint64 index) const;
    /// Where the function is declared; nullopt when the table does not say it.
    std::optional<GoPlace> placeOf(const Function &function) const;

private:
    enum class Layout { Go12, Go116, Go118, Go120 }; ///< by the release that brought it

    FunctionTable(const LoadedImage &image, quint64 address);
    bool readHeader(quint32 magic);
    bool hasWideEntries() const { return m_layout < Layout::Go118; }
    quint64 entrySize() const;
    std::optional<quint64> entryNumber(quint64 offset) const;
    std::optional<quint64> startOf(quint64 index) const;
    std::optional<quint32> field(const Function &function, quint64 number) const;
    std::optional<qint64> firstValue(std::optional<quint32> offset) const;
    std::optional<QByteArrayView> fileOf(const Function &function) const;

    const LoadedImage *m_image;
    quint64 m_address;
    ByteReader m_table; // from the header to the end of its segment
    Layout m_layout = Layout::Go120;
    quint64 m_count = 0;
    // Offsets in the table.
    quint64 m_names = 0;
    quint64 m_unitFiles = 0;
    quint64 m_files = 0;
    quint64 m_values = 0;
    quint64 m_functions = 0;
    quint64 m_records = 0; // what offsets of records count from
};

/// Code of one package.
struct PackageSize
{
    QByteArray package; ///< import path, not escaped; empty for what the compiler made
    quint64 bytes = 0;

    bool operator==(const PackageSize &) const = default;
};

/// What the functions of a plugin tell. A value.
struct FunctionFacts
{
    QList<PackageSize> sizes;          ///< sorted by package
    QHash<QByteArray, GoPlace> places; ///< of functions of the main package, by name
};

/// Some 15,000 functions in a plugin with net/http: about 1 ms.
FunctionFacts readFunctions(const LoadedImage &image, const ModuleRecord &record);

} // namespace plugsmith
