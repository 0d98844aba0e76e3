// SPDX-License-Identifier: Apache-2.0
#include "models/toolchainmodel.h"

#include "build/buildengine.h"
#include "models/buildtext.h"

#include <QFileInfo>

#include <algorithm>
#include <compare>

namespace plugsmith {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using State = ToolchainModel::State;
using Row = ToolchainModel::Row;
using Tone = ToolchainRow::Tone;
using Action = ToolchainRow::Action;

constexpr auto FlushEvery = 50ms;
constexpr qint64 SpeedSpan = 700; // ms; shorter ones jump about

State stateOf(InstallProgress::Step step)
{
    switch (step) {
    case InstallProgress::Step::Waiting:
        return State::Waiting;
    case InstallProgress::Step::Downloading:
        return State::Downloading;
    case InstallProgress::Step::Verifying:
        return State::Verifying;
    case InstallProgress::Step::Unpacking:
        return State::Unpacking;
    case InstallProgress::Step::Checking:
        return State::Checking;
    }
    return State::Waiting;
}

QString keyOf(const GoToolchain &toolchain)
{
    return toolchain.origin == GoToolchain::Origin::Fetched ? QFileInfo(toolchain.root).fileName() : toolchain.root;
}

/// Files, whose version nobody knows yet, come first; then the newest.
bool isShownBefore(const Row &a, const Row &b)
{
    if (a.version != b.version) {
        if (!a.version.isValid() || !b.version.isValid())
            return !a.version.isValid();
        return std::is_gt(a.version <=> b.version);
    }
    if (a.toolchain.isOnPath != b.toolchain.isOnPath)
        return a.toolchain.isOnPath;
    return a.key < b.key;
}

/// Go compares what the module proxy gives with the checksum database.
bool isFromProxy(const FetchedToolchain &fetched)
{
    return fetched.from == "golang.org/toolchain"_L1;
}

/// "24.0" of "57.0 MB": the unit once, where it is the same.
QString shownPart(qint64 part, qint64 whole)
{
    const QString text = shownSize(part);
    const QString unit = shownSize(whole).section(u' ', -1);
    return text.section(u' ', -1) == unit ? text.section(u' ', 0, -2) : text;
}

int daysSince(const QDateTime &time)
{
    return static_cast<int>(qMax(qint64(0), time.daysTo(QDateTime::currentDateTimeUtc())));
}

} // namespace

bool Row::operator==(const Row &other) const
{
    return key == other.key && version == other.version && state == other.state && toolchain == other.toolchain &&
           fetched == other.fetched && release == other.release && progress.done == other.progress.done &&
           progress.total == other.progress.total && progress.note == other.progress.note &&
           error.message == other.error.message && error.reason == other.error.reason && verdict == other.verdict &&
           verdictError.message == other.verdictError.message;
}

ToolchainModel::ToolchainModel(BuildEngine &engine, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
    , m_store(engine.store())
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(FlushEvery);
    connect(&m_flush, &QTimer::timeout, this, &ToolchainModel::flushProgress);
    connect(&engine, &BuildEngine::machineFound, this, &ToolchainModel::refresh);
    connect(&m_store, &ToolchainStore::installedChanged, this, &ToolchainModel::refresh);
    connect(&m_store, &ToolchainStore::knownChanged, this, &ToolchainModel::refresh);
    connect(&m_store, &ToolchainStore::installChanged, this, &ToolchainModel::onInstallChanged);
    connect(&m_store, &ToolchainStore::installFinished, this, &ToolchainModel::onInstallFinished);
    for (const QString &name : m_store.installing())
        m_progress.insert(name, {});
    refresh();
}

int ToolchainModel::find(const QString &keyOrVersion) const
{
    auto found = std::ranges::find(m_rows, keyOrVersion, &Row::key);
    if (found == m_rows.end()) {
        if (const auto version = GoVersion::parse(keyOrVersion))
            found = std::ranges::find(m_rows, *version, &Row::version);
    }
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ToolchainModel::installedCount() const
{
    return static_cast<int>(std::ranges::count(m_rows, State::Installed, &Row::state));
}

int ToolchainModel::busyCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Row::isBusy));
}

qint64 ToolchainModel::fetchedBytes() const
{
    qint64 bytes = 0;
    for (const FetchedToolchain &fetched : m_store.installed())
        bytes += fetched.bytes;
    return bytes;
}

const GoRelease *ToolchainModel::newestMissing() const
{
    for (const Row &row : m_rows) {
        if (row.state == State::Available && row.release && !row.release->isPreview())
            return &*row.release;
    }
    return nullptr;
}

bool ToolchainModel::isNewest(const GoVersion &version) const
{
    for (const GoRelease &release : m_store.known()) { // newest first
        if (!release.isPreview())
            return release.version == version;
    }
    return false;
}

void ToolchainModel::forgetError(const QString &key)
{
    if (m_errors.remove(key) > 0)
        refresh();
}

void ToolchainModel::setVerdict(const QString &key, Verdict verdict, const Error &error)
{
    m_verified.insert(key, {verdict, error});
    refresh();
}

void ToolchainModel::addInstalled(QVector<Row> &rows) const
{
    QHash<QString, FetchedToolchain> fetched;
    for (const FetchedToolchain &one : m_store.installed())
        fetched.insert(one.versionText, one);
    for (const GoToolchain &toolchain : m_engine.machine().toolchains) {
        Row row;
        row.key = keyOf(toolchain);
        row.version = toolchain.version;
        row.state = toolchain.isUsable() ? State::Installed : State::Broken;
        row.toolchain = toolchain;
        if (toolchain.origin == GoToolchain::Origin::Fetched) {
            // Removed a moment ago: it is searched for again.
            if (!fetched.contains(row.key) && !m_store.installed().isEmpty())
                continue;
            if (const auto it = fetched.constFind(row.key); it != fetched.constEnd())
                row.fetched = *it;
        }
        rows += row;
    }
}

void ToolchainModel::addOthers(QVector<Row> &rows) const
{
    const auto rowOf = [&rows](const QString &key) -> Row & {
        const auto found = std::ranges::find(rows, key, &Row::key);
        if (found != rows.end())
            return *found;
        Row row;
        row.key = key;
        if (const auto version = GoVersion::parse(key))
            row.version = *version;
        rows += row;
        return rows.last();
    };
    for (auto it = m_errors.begin(); it != m_errors.end(); ++it) {
        Row &row = rowOf(it.key());
        row.state = State::Failed;
        row.error = *it;
    }
    for (auto it = m_progress.begin(); it != m_progress.end(); ++it) {
        Row &row = rowOf(it.key());
        row.state = stateOf(it->step);
        row.progress = *it;
    }
    for (const GoRelease &release : m_store.known()) {
        const bool isHere = std::ranges::any_of(
            rows, [&release](const Row &row) { return row.version == release.version && row.state != State::Broken; });
        if (!isHere)
            rowOf(release.versionText).state = State::Available;
    }
}

QVector<Row> ToolchainModel::wantedRows() const
{
    QVector<Row> rows;
    addInstalled(rows);
    addOthers(rows);
    QHash<QString, const GoRelease *> releases;
    for (const GoRelease &release : m_store.known())
        releases.insert(release.versionText, &release);
    for (Row &row : rows) {
        const bool isRelease = row.version.isValid() && row.version.suffix.isEmpty();
        if (const GoRelease *release = isRelease ? releases.value(releaseName(row.version)) : nullptr)
            row.release = *release;
        const Verified verified = m_verified.value(row.key);
        row.verdict = verified.verdict;
        row.verdictError = verified.error;
    }
    std::ranges::sort(rows, isShownBefore);
    return rows;
}

/// Changes as few rows as possible: what is selected stays so.
void ToolchainModel::refresh()
{
    const QVector<Row> wanted = wantedRows();
    QSet<QString> keys;
    for (const Row &row : wanted)
        keys.insert(row.key);
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (keys.contains(m_rows[i].key))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < wanted.size(); ++i) {
        const bool isThere = i < m_rows.size() && m_rows[i].key == wanted[i].key;
        const auto later = isThere ? m_rows.end() : std::ranges::find(m_rows, wanted[i].key, &Row::key);
        if (!isThere && later == m_rows.end()) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, wanted[i]);
            endInsertRows();
            continue;
        }
        if (!isThere) {
            const int from = static_cast<int>(later - m_rows.begin());
            beginMoveRows({}, from, from, {}, i);
            m_rows.move(from, i);
            endMoveRows();
        }
        if (!(m_rows[i] == wanted[i])) {
            m_rows[i] = wanted[i];
            emit dataChanged(index(i, 0), index(i, ColumnCount - 1));
        }
    }
    emit changed();
}

void ToolchainModel::onInstallChanged(const QString &name, const InstallProgress &progress)
{
    m_errors.remove(name);
    const bool isNew = !m_progress.contains(name) || m_progress[name].step != progress.step;
    m_progress.insert(name, progress);
    Speed &speed = m_speeds[name];
    if (isNew || !speed.since.isValid() || progress.done < speed.bytes) {
        speed = {{}, progress.done, 0};
        speed.since.start();
    } else if (const qint64 span = speed.since.elapsed(); span >= SpeedSpan) {
        speed.perSecond = static_cast<double>(progress.done - speed.bytes) * 1000 / static_cast<double>(span);
        speed.bytes = progress.done;
        speed.since.restart();
    }
    if (isNew)
        return refresh();
    m_moved.insert(name);
    if (!m_flush.isActive())
        m_flush.start();
}

void ToolchainModel::flushProgress()
{
    for (const QString &name : std::exchange(m_moved, {})) {
        const int row = find(name);
        if (row < 0 || !m_progress.contains(name))
            continue;
        m_rows[row].progress = m_progress[name];
        emit dataChanged(index(row, StateColumn), index(row, StateColumn));
    }
}

void ToolchainModel::onInstallFinished(const QString &name, const Result<GoToolchain> &result)
{
    m_progress.remove(name);
    m_speeds.remove(name);
    if (!result && result.error().code != ErrorCode::Cancelled)
        m_errors.insert(name, result.error());
    refresh();
}

int ToolchainModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ToolchainModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ToolchainModel::versionText(const Row &row)
{
    if (row.version.isValid())
        return row.version.toString() + row.version.suffix;
    return row.toolchain.versionText.isEmpty() ? QFileInfo(row.key).fileName() : row.toolchain.versionText;
}

QString ToolchainModel::versionDetail(const Row &row) const
{
    if (row.version.isValid() && isNewest(row.version))
        return tr("newest");
    if (row.release && row.release->isPreview())
        return tr("preview");
    if (row.release && !row.release->isSupported())
        return tr("no longer supported");
    return {};
}

QString ToolchainModel::stateText(const Row &row)
{
    const InstallProgress &progress = row.progress;
    switch (row.state) {
    case State::Available:
        return tr("Available");
    case State::Waiting:
        return tr("Queued");
    case State::Downloading:
        if (progress.done <= 0)
            return tr("Downloading");
        return progress.total > 0
                   ? tr("Downloading %1 of %2").arg(shownPart(progress.done, progress.total), shownSize(progress.total))
                   : tr("Downloading, %1").arg(shownSize(progress.done));
    case State::Verifying:
        return tr("Verifying");
    case State::Unpacking:
        return tr("Unpacking");
    case State::Checking:
        return tr("Trying it out");
    case State::Installed:
        return tr("Installed");
    case State::Broken:
        return tr("Cannot be used");
    case State::Failed:
        return row.isRejected() ? tr("Rejected") : tr("Not installed");
    }
    return {};
}

QString ToolchainModel::stateDetail(const Row &row) const
{
    if (row.isBusy()) {
        const double speed = m_speeds.value(row.key).perSecond;
        if (!row.progress.note.isEmpty())
            return row.progress.note;
        return row.state == State::Downloading && speed > 0 ? tr("%1/s").arg(shownSize(static_cast<qint64>(speed)))
                                                            : QString();
    }
    switch (row.verdict) {
    case Verdict::Running:
        return tr("builds a small plugin…");
    case Verdict::Good:
        return tr("builds plugins");
    case Verdict::Bad:
        return tr("builds no plugins");
    case Verdict::None:
        break;
    }
    if (row.state == State::Broken)
        return row.toolchain.problem;
    if (row.state == State::Failed)
        return row.error.reason.isEmpty() ? row.error.message : row.error.reason;
    if (row.state != State::Installed)
        return {};
    if (!row.fetched)
        return row.toolchain.root;
    const int days = daysSince(row.fetched->lastUse);
    return days > 0 ? tr("not used for %n day(s)", nullptr, days) : tr("from %1").arg(row.fetched->from);
}

QString ToolchainModel::checksumText(const Row &row)
{
    if (row.isRejected())
        return tr("Does not match");
    if (row.isBusy() || row.state == State::Available || row.state == State::Failed)
        return tr("After download");
    if (!row.fetched)
        return row.toolchain.origin == GoToolchain::Origin::Fetched ? QString() : tr("Not managed here");
    if (row.fetched->isCompared)
        return tr("SHA-256 verified");
    return isFromProxy(*row.fetched) ? tr("Checked by Go") : tr("Added from a file");
}

QString ToolchainModel::sizeText(const Row &row)
{
    if (row.fetched && row.fetched->bytes > 0)
        return shownSize(row.fetched->bytes);
    const bool isHere = row.state == State::Installed || row.state == State::Broken;
    return !isHere && row.release && row.release->archive && row.release->archive->bytes > 0
               ? shownSize(row.release->archive->bytes)
               : QString();
}

Tone ToolchainModel::toneOf(const Row &row, int column)
{
    const bool isHere = row.state == State::Installed;
    switch (column) {
    case VersionColumn:
        return Tone::Strong;
    case StateColumn:
        if (row.verdict == Verdict::Bad)
            return Tone::Bad;
        return row.verdict == Verdict::Running || row.isBusy()            ? Tone::Busy
               : isHere                                                   ? Tone::Good
               : row.state == State::Broken || row.state == State::Failed ? Tone::Bad
                                                                          : Tone::Quiet;
    case ChecksumColumn:
        if (row.isRejected())
            return Tone::Bad;
        return row.fetched && (row.fetched->isCompared || isFromProxy(*row.fetched)) ? Tone::Checked : Tone::Quiet;
    case SizeColumn:
        return isHere ? Tone::Plain : Tone::Quiet;
    default:
        return Tone::Quiet;
    }
}

Action ToolchainModel::actionOf(const Row &row)
{
    if (row.isBusy())
        return Action::Cancel;
    if (row.state == State::Available)
        return Action::Get;
    if (row.state == State::Failed)
        return Action::Retry;
    if (row.toolchain.isUnfinished)
        return Action::Finish;
    return row.toolchain.origin == GoToolchain::Origin::Fetched ? Action::Remove : Action::None;
}

QString ToolchainModel::actionText(const Row &row)
{
    switch (actionOf(row)) {
    case Action::Get:
        return tr("Get", "download a Go version");
    case Action::Cancel:
        return tr("Cancel");
    case Action::Remove:
        return tr("Remove");
    case Action::Retry:
        return tr("Try again");
    case Action::Finish:
        return tr("Set up");
    default:
        return {};
    }
}

QString ToolchainModel::reasonOf(const Row &row)
{
    if (row.state == State::Failed)
        return row.error.sentence();
    if (row.verdict == Verdict::Bad)
        return row.verdictError.sentence();
    return row.state == State::Broken ? row.toolchain.problem : QString();
}

/// The whole row in one sentence, for assistive tools.
QString ToolchainModel::sentence(const Row &row) const
{
    QStringList parts{tr("Go %1").arg(versionText(row))};
    for (const QString &part :
         {versionDetail(row), stateText(row), stateDetail(row), checksumText(row), sizeText(row)}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.join(u", "_s);
}

QVariant ToolchainModel::cellText(const Row &row, int column) const
{
    switch (column) {
    case VersionColumn:
        return versionText(row);
    case StateColumn:
        return stateText(row);
    case ChecksumColumn:
        return checksumText(row);
    case SizeColumn:
        return sizeText(row);
    default:
        return actionOf(row) == Action::None ? tr("System") : QString();
    }
}

QVariant ToolchainModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::AccessibleTextRole:
        return column == VersionColumn ? sentence(row) : cellText(row, column);
    case Qt::ToolTipRole:
        return reasonOf(row).isEmpty() ? sentence(row) : reasonOf(row);
    case Qt::TextAlignmentRole:
        return column == SizeColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ToolchainRow::ToneRole:
        return QVariant::fromValue(toneOf(row, column));
    case ToolchainRow::DetailRole:
        return column == VersionColumn ? versionDetail(row) : column == StateColumn ? stateDetail(row) : QString();
    case ToolchainRow::FractionRole:
        if (column != StateColumn || row.state != State::Downloading)
            return {};
        return row.progress.total > 0 ? static_cast<double>(row.progress.done) / static_cast<double>(row.progress.total)
                                      : -1.0;
    case ToolchainRow::ActionRole:
        return QVariant::fromValue(actionOf(row));
    case ToolchainRow::ActionTextRole:
        return actionText(row);
    case ToolchainRow::LinkRole:
        return column == StateColumn && !reasonOf(row).isEmpty() ? tr("Why") : QString();
    case ToolchainRow::KeyRole:
        return row.key;
    case ToolchainRow::ReasonRole:
        return reasonOf(row);
    default:
        return {};
    }
}

QVariant ToolchainModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case VersionColumn:
        return tr("Go version");
    case StateColumn:
        return tr("State");
    case ChecksumColumn:
        return tr("Checksum");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace plugsmith
