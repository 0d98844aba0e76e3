// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/archivelimits.h"

#include <QDialog>

class QDoubleSpinBox;
class QSpinBox;

namespace plugsmith {

/// How large a source may become, which protects the disk from archives that are made to fill it. Not modal; deletes
/// itself.
class LimitsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Proposes `limits`.
    LimitsDialog(const ArchiveLimits &limits, QWidget *parent);

signals:
    void chosen(const plugsmith::ArchiveLimits &limits);

private:
    void fill(const ArchiveLimits &limits);
    ArchiveLimits limits() const;

    QDoubleSpinBox *m_total;
    QDoubleSpinBox *m_file;
    QSpinBox *m_entries;
    QSpinBox *m_ratio;
};

} // namespace plugsmith
