// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "unpack/entry.h"
#include "unpack/limits.h"

namespace plugsmith::unpack {

/// Whether the file system that is written to tells "A" from "a".
enum class CaseRule { Matters, Ignored };

/// The clean form of a name in an archive: relative, "/" between components, no "." and no empty components, no slash
/// at the end. Empty for the folder itself ("./"). Refuses whatever could mean another place.
Outcome<QByteArray> cleanName(const QByteArray &raw);

/// Names come in no particular encoding: UTF-8 if they are valid UTF-8, else code page 437 (zip) or Latin-1 (tar).
bool isUtf8(const QByteArray &bytes);
QByteArray fromCodePage437(const QByteArray &bytes);
QByteArray fromLatin1(const QByteArray &bytes);

/// Whether a UTF-8 text holds control characters (C0, DEL, C1), which terminals and logs obey.
bool hasControls(const QByteArray &text);

/// What macOS adds to its archives and no other system wants, and what is in it: never unpacked.
bool isMacLitter(const QByteArray &path);

/// Turns what readers found into a tree that can be written: cleans names, resolves hard links to the file that they
/// copy, adds folders that are only implied, refuses everything that could do harm, and sorts by path.
Outcome<void> checkTree(std::vector<Entry> &entries, const Limits &limits, qint64 archiveBytes, CaseRule caseRule);

} // namespace plugsmith::unpack
