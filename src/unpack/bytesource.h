// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace plugsmith::unpack {

/// Bytes at positions: an open file or memory. Not shared between threads.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)

    virtual qint64 size() const = 0;
    /// Reads `count` bytes at `position`; fewer at the end or when the system cannot read on.
    virtual qint64 readAt(qint64 position, char *to, qint64 count) const = 0;
    /// The same as a value. Ask only for what may be held in memory.
    QByteArray bytesAt(qint64 position, qint64 count) const;
};

/// A place for bytes that are made while reading: the tar inside a compressed tar.
class Scratch : public ByteSource
{
public:
    virtual bool append(const char *bytes, qint64 count) = 0;
};

/// A file descriptor, which it closes. The size is that of the moment of opening.
class FileSource : public ByteSource
{
public:
    explicit FileSource(int descriptor);
    ~FileSource() override;

    qint64 size() const override { return m_size; }
    qint64 readAt(qint64 position, char *to, qint64 count) const override;

private:
    int m_descriptor;
    qint64 m_size = 0;
};

class MemorySource : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    qint64 size() const override { return m_bytes.size(); }
    qint64 readAt(qint64 position, char *to, qint64 count) const override;

private:
    QByteArray m_bytes;
};

/// A temporary file that has no name any more.
class FileScratch : public Scratch
{
public:
    explicit FileScratch(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~FileScratch() override;

    qint64 size() const override { return m_size; }
    qint64 readAt(qint64 position, char *to, qint64 count) const override;
    bool append(const char *bytes, qint64 count) override;

private:
    int m_descriptor;
    qint64 m_size = 0;
};

class MemoryScratch : public Scratch
{
public:
    qint64 size() const override { return m_bytes.size(); }
    qint64 readAt(qint64 position, char *to, qint64 count) const override;
    bool append(const char *bytes, qint64 count) override;

private:
    QByteArray m_bytes;
};

} // namespace plugsmith::unpack
