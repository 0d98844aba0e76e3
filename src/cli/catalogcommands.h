// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/catalog.h"
#include "cli/catalogcommandline.h"

#include <memory>

namespace plugsmith {

/// `plugsmith-cli list`: a catalogue of the folders, printed when all of it has been read.
class ListCommand : public QObject
{
    Q_OBJECT

public:
    /// The index is that of the window, so that only changed files are read.
    explicit ListCommand(CatalogCommandLine line);

    void start();

signals:
    void finished(int exitCode);

private:
    void onSettled();

    CatalogCommandLine m_line;
    std::unique_ptr<Catalog> m_catalog;
};

} // namespace plugsmith
