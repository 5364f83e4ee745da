// Gradients: what a tensor records, the backward pass, and the modes of the calling thread.
#include "shim.hpp"

#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>

#include <vector>

using shim::borrow;
using shim::guard;
using shim::Handle;

namespace {

std::vector<at::Tensor> borrowAll(const Handle* tensors, int count) {
    std::vector<at::Tensor> result;
    result.reserve(count);
    for (int i = 0; i < count; i++) result.push_back(borrow(tensors[i]));
    return result;
}

}  // namespace

SHIM_API int shim_autograd_backward(
    const Handle* tensors, int tensorCount, const Handle* gradients, int gradientCount, int retainGraph,
    int createGraph, const Handle* inputs, int inputCount) {
    return guard([&] {
        torch::autograd::backward(
            borrowAll(tensors, tensorCount), borrowAll(gradients, gradientCount), retainGraph != 0, createGraph != 0,
            borrowAll(inputs, inputCount));
    });
}

SHIM_API int shim_autograd_grad(
    const Handle* outputs, int outputCount, const Handle* inputs, int inputCount, const Handle* gradients,
    int gradientCount, int retainGraph, int createGraph, int allowUnused, Handle* results) {
    return guard([&] {
        auto computed = torch::autograd::grad(
            borrowAll(outputs, outputCount), borrowAll(inputs, inputCount), borrowAll(gradients, gradientCount),
            retainGraph != 0, createGraph != 0, allowUnused != 0);
        for (size_t i = 0; i < computed.size(); i++) results[i] = shim::give(std::move(computed[i]));
    });
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

SHIM_API int shim_tensor_is_leaf(Handle tensor) { return borrow(tensor).is_leaf(); }

SHIM_API int shim_tensor_retain_grad(Handle tensor) {
    return guard([&] { borrow(tensor).retain_grad(); });
}

SHIM_API int shim_tensor_grad(Handle tensor, Handle* result) {
    return guard([&] { *result = shim::give(at::Tensor(borrow(tensor).grad())); });
}

SHIM_API int shim_tensor_set_grad(Handle tensor, Handle gradient) {
    return guard([&] { borrow(tensor).mutable_grad() = borrow(gradient); });
}

SHIM_API int shim_grad_mode_enabled() { return c10::GradMode::is_enabled(); }

SHIM_API void shim_grad_mode_set(int enabled) { c10::GradMode::set_enabled(enabled != 0); }

SHIM_API int shim_inference_mode_enabled() { return c10::InferenceMode::is_enabled(); }

SHIM_API int shim_inference_mode_enter(int enabled, c10::InferenceMode** result) {
    return guard([&] { *result = new c10::InferenceMode(enabled != 0); });
}

SHIM_API void shim_inference_mode_leave(c10::InferenceMode* mode) { delete mode; }
