// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/cataloguecontent.h"
#include "models/factsmodel.h"

namespace plugsmith {

/// The builds of one plugin for one Go version and platform, newest first, each with what changed against the one
/// before it.
class PluginVersionsModel : public FactsModel
{
    Q_OBJECT

public:
    enum Column { ScnColumn, DateColumn, SizeColumn, ChangeColumn, FileColumn };

    explicit PluginVersionsModel(QObject *parent = nullptr);

    /// -1 shows nothing.
    void setEntry(const CatalogueContent &content, int entry);
    QString pathAt(int row) const { return m_paths.value(row); }

private:
    QStringList m_paths;
};

} // namespace plugsmith
