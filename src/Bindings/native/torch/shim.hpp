// Shared by all parts of the shim: the exported calling convention, the owning form in which
// tensors cross the boundary, and the guard that keeps C++ exceptions on this side of it.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>

#include <cstdint>
#include <exception>

#define SHIM_API extern "C" __attribute__((visibility("default")))

namespace shim {

// A tensor on the other side of the boundary: one strong reference, or null for an undefined tensor.
using Handle = c10::TensorImpl*;

// Takes a new reference; the caller of the shim keeps its own.
inline at::Tensor borrow(Handle handle) {
    if (!handle) return {};
    using Pointer = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;
    return at::Tensor(Pointer::reclaim_copy(handle));
}

// Hands the reference over to the caller of the shim.
inline Handle give(at::Tensor&& tensor) {
    return tensor.defined() ? std::move(tensor).unsafeReleaseIntrusivePtr().release() : nullptr;
}

void recordError(const char* message) noexcept;

// Runs the body; returns 0, or 1 after recording the error for this thread.
template <class Body>
int guard(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const c10::Error& error) {
        recordError(error.what_without_backtrace());
    } catch (const std::exception& error) {
        recordError(error.what());
    } catch (...) {
        recordError("unknown native error");
    }
    return 1;
}

}  // namespace shim
