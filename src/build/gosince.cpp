// SPDX-License-Identifier: Apache-2.0
#include "build/gosince.h"

#include <QStringList>

namespace plugsmith {

using namespace Qt::StringLiterals;

namespace {

/// What a release of Go added to the standard library, for programs: "PACKAGE NAME NAME…", packages that are new as a
/// whole with "+". From the api files of Go 1.26.
struct Addition
{
    int series;
    const char *words;
};

constexpr Addition Additions[] = {
    {16, "+embed FS"},
    {16, "flag Func"},
    {16, "+go/build/constraint"},
    {16, "html/template ParseFS"},
    {16, "io Discard NopCloser ReadAll ReadSeekCloser"},
    {16, "+io/fs DirEntry ErrClosed ErrExist ErrInvalid ErrNotExist ErrPermission FS File FileInfo FileMode "
         "Glob GlobFS ModeAppend ModeCharDevice ModeDevice ModeDir ModeExclusive ModeIrregular ModeNamedPipe "
         "ModePerm ModeSetgid ModeSetuid ModeSocket ModeSticky ModeSymlink ModeTemporary ModeType PathError "
         "ReadDir ReadDirFS ReadDirFile ReadFile ReadFileFS SkipDir Stat StatFS Sub SubFS ValidPath WalkDir "
         "WalkDirFunc"},
    {16, "log Default"},
    {16, "net ErrClosed"},
    {16, "net/http FS"},
    {16, "os CreateTemp DirEntry DirFS ErrProcessDone MkdirTemp ReadDir ReadFile WriteFile"},
    {16, "os/signal NotifyContext"},
    {16, "path/filepath WalkDir"},
    {16, "+runtime/metrics All Description Float64Histogram KindBad KindFloat64 KindFloat64Histogram "
         "KindUint64 Read Sample Value ValueKind"},
    {16, "+testing/fstest"},
    {16, "text/template ParseFS"},
    {16, "text/template/parse CommentNode Mode NodeComment ParseComments"},
    {16, "unicode Chorasmian Dives_Akuru Khitan_Small_Script Yezidi"},
    {17, "compress/lzw Reader Writer"},
    {17, "database/sql NullByte NullInt16"},
    {17, "image RGBA64Image"},
    {17, "image/draw RGBA64Image"},
    {17, "io/fs FileInfoToDirEntry"},
    {17, "math MaxInt MaxUint MinInt"},
    {17, "net/http AllowQuerySemicolons"},
    {17, "reflect VisibleFields"},
    {17, "+runtime/cgo"},
    {17, "strconv QuotedPrefix"},
    {17, "text/template/parse SkipFuncCheck"},
    {17, "time Layout UnixMicro UnixMilli"},
    {18, "bytes Cut"},
    {18, "+debug/buildinfo"},
    {18, "net TCPAddrFromAddrPort UDPAddrFromAddrPort"},
    {18, "net/http MaxBytesHandler"},
    {18, "+net/netip Addr AddrFrom16 AddrFrom4 AddrFromSlice AddrPort AddrPortFrom IPv4Unspecified "
         "IPv6LinkLocalAllNodes IPv6Unspecified MustParseAddr MustParseAddrPort MustParsePrefix ParseAddr "
         "ParseAddrPort ParsePrefix Prefix PrefixFrom"},
    {18, "reflect Pointer PointerTo"},
    {18, "runtime/debug BuildSetting ParseBuildInfo"},
    {18, "strings Clone Cut"},
    {18, "text/template/parse BreakNode ContinueNode NodeBreak NodeContinue"},
    {18, "unicode/utf8 AppendRune"},
    {19, "crypto/x509 ParseRevocationList"},
    {19, "encoding/binary AppendByteOrder AppendUvarint AppendVarint"},
    {19, "flag TextVar"},
    {19, "fmt Append Appendf Appendln"},
    {19, "+go/doc/comment"},
    {19, "hash/maphash Bytes String"},
    {19, "net/http MaxBytesError"},
    {19, "net/url JoinPath"},
    {19, "os/exec ErrDot"},
    {19, "regexp/syntax ErrNestingDepth"},
    {19, "runtime/debug SetMemoryLimit"},
    {19, "sort Find"},
    {19, "sync/atomic Bool Int32 Int64 Pointer Uint32 Uint64 Uintptr"},
    {20, "archive/tar ErrInsecurePath"},
    {20, "archive/zip ErrInsecurePath"},
    {20, "bytes Clone CutPrefix CutSuffix"},
    {20, "context CancelCauseFunc Cause WithCancelCause"},
    {20, "+crypto/ecdh Curve P256 P384 P521 PrivateKey PublicKey X25519"},
    {20, "crypto/ed25519 Options VerifyWithOptions"},
    {20, "crypto/subtle XORBytes"},
    {20, "crypto/tls CertificateVerificationError"},
    {20, "crypto/x509 SetFallbackRoots"},
    {20, "errors Join"},
    {20, "fmt FormatString"},
    {20, "io NewOffsetWriter OffsetWriter"},
    {20, "io/fs SkipAll"},
    {20, "net FlagRunning"},
    {20, "net/http NewResponseController ResponseController"},
    {20, "net/http/httputil ProxyRequest"},
    {20, "net/netip IPv6LinkLocalAllRouters IPv6Loopback"},
    {20, "os/exec ErrWaitDelay"},
    {20, "path/filepath IsLocal SkipAll"},
    {20, "regexp/syntax ErrLarge"},
    {20, "+runtime/coverage ClearCounters WriteCounters WriteCountersDir WriteMeta WriteMetaDir"},
    {20, "strings CutPrefix CutSuffix"},
    {20, "time DateOnly DateTime TimeOnly"},
    {20, "unicode/utf16 AppendRune"},
    {21, "bytes ContainsFunc"},
    {21, "+cmp Compare Less Ordered"},
    {21, "context AfterFunc WithDeadlineCause WithTimeoutCause WithoutCancel"},
    {21, "crypto/tls AlertError NewResumptionState ParseSessionState QUICClient QUICConfig QUICConn "
         "QUICEncryptionLevel QUICEncryptionLevelApplication QUICEncryptionLevelEarly "
         "QUICEncryptionLevelHandshake QUICEncryptionLevelInitial QUICEvent QUICEventKind QUICHandshakeDone "
         "QUICNoEvent QUICRejectedEarlyData QUICServer QUICSessionTicketOptions QUICSetReadSecret "
         "QUICSetWriteSecret QUICTransportParameters QUICTransportParametersRequired QUICWriteData "
         "SessionState VersionName"},
    {21, "crypto/x509 RevocationListEntry"},
    {21, "encoding/binary NativeEndian"},
    {21, "errors ErrUnsupported"},
    {21, "flag BoolFunc"},
    {21, "html/template ErrJSTemplate"},
    {21, "io/fs FormatDirEntry FormatFileInfo"},
    {21, "+log/slog Any AnyValue Attr Bool BoolValue Debug DebugContext Default Duration DurationValue Error "
         "ErrorContext Float64 Float64Value Group GroupValue Handler HandlerOptions Info InfoContext Int Int64 "
         "Int64Value IntValue JSONHandler Kind KindAny KindBool KindDuration KindFloat64 KindGroup KindInt64 "
         "KindLogValuer KindString KindTime KindUint64 Level LevelDebug LevelError LevelInfo LevelKey LevelVar "
         "LevelWarn Leveler Log LogAttrs LogValuer Logger MessageKey New NewJSONHandler NewLogLogger NewRecord "
         "NewTextHandler Record SetDefault Source SourceKey String StringValue TextHandler Time TimeKey "
         "TimeValue Uint64 Uint64Value Value Warn WarnContext With"},
    {21, "+maps Clone Copy DeleteFunc Equal EqualFunc"},
    {21, "net/http ErrSchemeMismatch"},
    {21, "runtime PanicNilError Pinner"},
    {21, "+slices BinarySearch BinarySearchFunc Clip Clone Compact CompactFunc Compare CompareFunc Contains "
         "ContainsFunc Delete DeleteFunc Equal EqualFunc Grow Index IndexFunc Insert IsSorted IsSortedFunc Max "
         "MaxFunc Min MinFunc Replace Reverse Sort SortFunc SortStableFunc"},
    {21, "strings ContainsFunc"},
    {21, "sync OnceFunc OnceValue OnceValues"},
    {21, "+testing/slogtest"},
    {21, "unicode Cypro_Minoan Kawi Nag_Mundari Old_Uyghur Tangsa Toto Vithkuqi"},
    {22, "cmp Or"},
    {22, "crypto/x509 OID OIDFromInts"},
    {22, "database/sql Null"},
    {22, "encoding/hex AppendDecode AppendEncode"},
    {22, "+go/version"},
    {22, "log/slog SetLogLoggerLevel"},
    {22, "+math/rand/v2 ChaCha8 ExpFloat64 Float32 Float64 Int Int32 Int32N Int64 Int64N IntN N New NewChaCha8 "
         "NewPCG NewZipf NormFloat64 PCG Perm Rand Shuffle Source Uint32 Uint32N Uint64 Uint64N UintN Zipf"},
    {22, "net/http FileServerFS NewFileTransportFS ServeFileFS"},
    {22, "reflect TypeFor"},
    {22, "slices Concat"},
    {23, "archive/tar FileInfoNames"},
    {23, "crypto/tls ECHRejectionError QUICResumeSession QUICStoreSession"},
    {23, "crypto/x509 ParseOID"},
    {23, "encoding/binary Append Decode Encode"},
    {23, "+iter Pull Pull2 Seq Seq2"},
    {23, "maps All Collect Insert Keys Values"},
    {23, "math/rand/v2 Uint"},
    {23, "net KeepAliveConfig"},
    {23, "net/http ParseCookie ParseSetCookie"},
    {23, "net/http/httptest NewRequestWithContext"},
    {23, "os CopyFS"},
    {23, "path/filepath Localize"},
    {23, "reflect SliceAt"},
    {23, "runtime/debug CrashOptions SetCrashOutput"},
    {23, "slices All AppendSeq Backward Chunk Collect Repeat Sorted SortedFunc SortedStableFunc Values"},
    {23, "+structs HostLayout"},
    {23, "sync/atomic AndInt32 AndInt64 AndUint32 AndUint64 AndUintptr OrInt32 OrInt64 OrUint32 OrUint64 "
         "OrUintptr"},
    {23, "unicode/utf16 RuneLen"},
    {23, "+unique Handle Make"},
    {24, "bytes FieldsFuncSeq FieldsSeq Lines SplitAfterSeq SplitSeq"},
    {24, "crypto/cipher NewGCMWithRandomNonce"},
    {24, "+crypto/fips140 Enabled"},
    {24, "+crypto/hkdf Expand Extract Key"},
    {24, "+crypto/mlkem CiphertextSize1024 CiphertextSize768 DecapsulationKey1024 DecapsulationKey768 "
         "EncapsulationKey1024 EncapsulationKey768 EncapsulationKeySize1024 EncapsulationKeySize768 "
         "GenerateKey1024 GenerateKey768 NewDecapsulationKey1024 NewDecapsulationKey768 "
         "NewEncapsulationKey1024 NewEncapsulationKey768 SeedSize SharedKeySize"},
    {24, "+crypto/pbkdf2 Key"},
    {24, "crypto/rand Text"},
    {24, "+crypto/sha3 New224 New256 New384 New512 NewCSHAKE128 NewCSHAKE256 NewSHAKE128 NewSHAKE256 SHA3 "
         "SHAKE Sum224 Sum256 Sum384 Sum512 SumSHAKE128 SumSHAKE256"},
    {24, "crypto/subtle WithDataIndependentTiming"},
    {24, "crypto/tls EncryptedClientHelloKey X25519MLKEM768"},
    {24, "crypto/x509 NoValidChains PolicyMapping"},
    {24, "encoding BinaryAppender TextAppender"},
    {24, "hash/maphash Comparable WriteComparable"},
    {24, "log/slog DiscardHandler"},
    {24, "net/http HTTP2Config Protocols"},
    {24, "os OpenInRoot OpenRoot Root"},
    {24, "runtime AddCleanup Cleanup"},
    {24, "strings FieldsFuncSeq FieldsSeq Lines SplitAfterSeq SplitSeq"},
    {24, "+weak Make Pointer"},
    {25, "crypto MessageSigner SignMessage"},
    {25, "crypto/ecdsa ParseRawPrivateKey ParseUncompressedPublicKey"},
    {25, "hash Cloner XOF"},
    {25, "io/fs Lstat ReadLink ReadLinkFS"},
    {25, "log/slog GroupAttrs"},
    {25, "mime/multipart FileContentDisposition"},
    {25, "net/http CrossOriginProtection NewCrossOriginProtection"},
    {25, "reflect TypeAssert"},
    {25, "runtime SetDefaultGOMAXPROCS"},
    {25, "runtime/trace FlightRecorder FlightRecorderConfig NewFlightRecorder"},
    {25, "+testing/synctest"},
    {25, "unicode CategoryAliases Cn LC"},
    {26, "crypto Decapsulator Encapsulator"},
    {26, "crypto/ecdh KeyExchanger"},
    {26, "crypto/fips140 Enforced Version WithoutEnforcement"},
    {26, "+crypto/hpke AEAD AES128GCM AES256GCM ChaCha20Poly1305 DHKEM ExportOnly HKDFSHA256 HKDFSHA384 "
         "HKDFSHA512 KDF KEM MLKEM1024 MLKEM1024P384 MLKEM768 MLKEM768P256 MLKEM768X25519 NewAEAD "
         "NewDHKEMPrivateKey NewDHKEMPublicKey NewHybridPrivateKey NewHybridPublicKey NewKDF NewKEM "
         "NewMLKEMPrivateKey NewMLKEMPublicKey NewRecipient NewSender Open PrivateKey PublicKey Recipient "
         "SHAKE128 SHAKE256 Seal Sender"},
    {26, "+crypto/mlkem/mlkemtest Encapsulate1024 Encapsulate768"},
    {26, "crypto/rsa EncryptOAEPWithOptions"},
    {26, "crypto/tls QUICErrorEvent SecP256r1MLKEM768 SecP384r1MLKEM1024"},
    {26, "crypto/x509 OIDFromASN1OID"},
    {26, "errors AsType"},
    {26, "log/slog MultiHandler NewMultiHandler"},
    {26, "net/http ClientConn"},
    {26, "os ErrNoHandle"},
    {26, "+testing/cryptotest"},
};

/// The name a package has in code: "rand" for math/rand/v2.
QString nameOfPackage(const QString &path)
{
    const QString last = path.section(u'/', -1);
    const bool isVersion = last.size() > 1 && last[0] == u'v' && last[1].isDigit();
    return isVersion ? path.section(u'/', -2, -2) : last;
}

} // namespace

int goSeriesOfSymbol(const QString &symbol)
{
    const QString package = symbol.section(u'.', 0, 0);
    const QString name = symbol.section(u'.', 1);
    for (const Addition &addition : Additions) {
        QStringList words = QString::fromLatin1(addition.words).split(u' ');
        QString path = words.takeFirst();
        if (path.startsWith(u'+'))
            path.remove(0, 1);
        if (nameOfPackage(path) == package && words.contains(name))
            return addition.series;
    }
    return 0;
}

int goSeriesOfPackage(const QString &importPath)
{
    for (const Addition &addition : Additions) {
        const QString words = QString::fromLatin1(addition.words);
        if (words.startsWith(u'+') && words.section(u' ', 0, 0).sliced(1) == importPath)
            return addition.series;
    }
    return 0;
}

} // namespace plugsmith
