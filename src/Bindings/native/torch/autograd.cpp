// Gradients: what a tensor records, the backward pass, and the modes of the calling thread.
#include "shim.hpp"

#include <c10/core/GradMode.h>

using shim::borrow;
using shim::guard;
using shim::Handle;

SHIM_API int shim_tensor_backward(Handle tensor) {
    return guard([&] { borrow(tensor).backward(); });
}

SHIM_API int shim_tensor_requires_grad(Handle tensor) { return borrow(tensor).requires_grad(); }

SHIM_API int shim_tensor_set_requires_grad(Handle tensor, int required) {
    return guard([&] {
        auto target = borrow(tensor);
        TORCH_CHECK(
            target.is_leaf() || required, "you can only change requires_grad flags of leaf variables.");
        target.set_requires_grad(required != 0);
    });
}

SHIM_API int shim_tensor_grad(Handle tensor, Handle* result) {
    return guard([&] { *result = shim::give(at::Tensor(borrow(tensor).grad())); });
}

SHIM_API int shim_tensor_set_grad(Handle tensor, Handle gradient) {
    return guard([&] { borrow(tensor).mutable_grad() = borrow(gradient); });
}

SHIM_API int shim_grad_mode_enabled() { return c10::GradMode::is_enabled(); }

SHIM_API void shim_grad_mode_set(int enabled) { c10::GradMode::set_enabled(enabled != 0); }
