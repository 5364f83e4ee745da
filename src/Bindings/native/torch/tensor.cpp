// Life cycle, properties and memory of a tensor.
#include "shim.hpp"

#include <ATen/Functions.h>

#include <algorithm>
#include <cstring>

using shim::guard;
using shim::Handle;

SHIM_API void shim_tensor_release(Handle tensor) {
    c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(tensor);
}

// A new contiguous tensor with a copy of the caller's elements.
SHIM_API int shim_tensor_from_data(const void* data, const int64_t* sizes, int dimensions, int dtype, Handle* result) {
    return guard([&] {
        auto type = static_cast<at::ScalarType>(dtype);
        auto tensor = at::empty({sizes, static_cast<size_t>(dimensions)}, at::TensorOptions().dtype(type));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        *result = shim::give(std::move(tensor));
    });
}

SHIM_API int shim_tensor_dimensions(Handle tensor) { return static_cast<int>(tensor->dim()); }

SHIM_API int64_t shim_tensor_numel(Handle tensor) { return tensor->numel(); }

SHIM_API int shim_tensor_dtype(Handle tensor) {
    return static_cast<int>(c10::typeMetaToScalarType(tensor->dtype()));
}

SHIM_API int shim_tensor_is_contiguous(Handle tensor) { return tensor->is_contiguous(); }

SHIM_API void shim_tensor_sizes(Handle tensor, int64_t* sizes) {
    auto source = tensor->sizes();
    std::copy(source.begin(), source.end(), sizes);
}

SHIM_API void shim_tensor_strides(Handle tensor, int64_t* strides) {
    auto source = tensor->strides();
    std::copy(source.begin(), source.end(), strides);
}

SHIM_API int shim_tensor_data(Handle tensor, void** data) {
    return guard([&] { *data = tensor->data(); });
}
