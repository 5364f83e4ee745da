// Threads and random numbers.
#include "shim.hpp"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <mutex>

using shim::guard;

SHIM_API int shim_set_num_threads(int count) {
    return guard([&] { at::set_num_threads(count); });
}

SHIM_API int shim_generator_default(at::Generator** result) {
    return guard([&] { *result = new at::Generator(at::globalContext().defaultGenerator(c10::kCPU)); });
}

SHIM_API void shim_generator_release(at::Generator* generator) { delete generator; }

SHIM_API int shim_generator_set_seed(at::Generator* generator, uint64_t seed) {
    return guard([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_current_seed(seed);
    });
}
