// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace plugsmith {

/// A value or the reason why there is none. Everything that can fail because of the world returns one; assertions are
/// for our own bugs. `return Error{...}` and `return value` both work, and the compiler warns when a result is dropped.
template<class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using Base = tl::expected<T, Error>;
    using Base::Base;
    Result(Error error)
        : Base(tl::unexpect, std::move(error))
    {
    }
    Result(Base other)
        : Base(std::move(other))
    {
    }
};

} // namespace plugsmith
