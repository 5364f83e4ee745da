// One entry point for every operator: arguments and results travel as tagged values through the
// dispatcher's boxed calling convention, so that no operator needs a function of its own here.
#include "shim.hpp"

#include <ATen/core/Generator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>

using shim::guard;
using shim::Handle;

namespace {

enum class Kind : int32_t {
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    IntList = 5,
    DoubleList = 6,
    TensorList = 7,
    Device = 8,
    Generator = 9,
};

// A number is held in its bits; a list or an object is pointed to by them.
struct Value {
    Kind kind;
    int32_t count;
    union {
        int64_t integer;
        double number;
        void* pointer;
    };
};
static_assert(sizeof(Value) == 16, "Value must match NativeValue on the managed side");

c10::IValue toStack(const Value& value) {
    switch (value.kind) {
        case Kind::Tensor: return shim::borrow(static_cast<Handle>(value.pointer));
        case Kind::Int: return value.integer;
        case Kind::Double: return value.number;
        case Kind::Bool: return value.integer != 0;
        case Kind::IntList: {
            auto* first = static_cast<const int64_t*>(value.pointer);
            return c10::IValue(at::IntArrayRef(first, value.count));
        }
        case Kind::DoubleList: {
            auto* first = static_cast<const double*>(value.pointer);
            return c10::IValue(at::ArrayRef<double>(first, value.count));
        }
        case Kind::TensorList: {
            auto* first = static_cast<const Handle*>(value.pointer);
            c10::List<at::Tensor> list;
            list.reserve(value.count);
            for (int32_t i = 0; i < value.count; i++) list.push_back(shim::borrow(first[i]));
            return list;
        }
        case Kind::Device: return c10::Device(static_cast<c10::DeviceType>(value.integer), value.count);
        case Kind::Generator: return *static_cast<at::Generator*>(value.pointer);
        case Kind::None: break;
    }
    return {};
}

void give(c10::IValue&& value, Value* result) {
    if (value.isTensor()) {
        result->kind = Kind::Tensor;
        result->pointer = shim::give(std::move(value).toTensor());
    } else {
        TORCH_CHECK(value.isBool(), "an operator returned a value of type ", value.tagKind());
        result->kind = Kind::Bool;
        result->integer = value.toBool();
    }
}

// The stack is kept between calls; operators never call back into this one.
struct Stack {
    torch::jit::Stack values;
    ~Stack() { values.clear(); }
};

thread_local Stack stack;

struct ClearOnExit {
    ~ClearOnExit() { stack.values.clear(); }
};

}  // namespace

SHIM_API int shim_operator_find(const char* name, const char* overload, c10::OperatorHandle** result) {
    return guard([&] {
        auto found = c10::Dispatcher::singleton().findSchema({name, overload});
        TORCH_CHECK(found, "this libtorch has no operator ", name, ".", overload);
        *result = new c10::OperatorHandle(*found);
    });
}

// The result may be null where only the effect of the call is wanted.
SHIM_API int shim_operator_call(
    const c10::OperatorHandle* target, const Value* arguments, int argumentCount, Value* result) {
    return guard([&] {
        ClearOnExit clear;
        auto& values = stack.values;
        for (int i = 0; i < argumentCount; i++) values.push_back(toStack(arguments[i]));
        target->callBoxed(values);
        if (result) give(std::move(values.at(0)), result);
    });
}
