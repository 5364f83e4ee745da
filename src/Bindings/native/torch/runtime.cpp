// Threads and random numbers.
#include "shim.hpp"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <mutex>

using shim::guard;
using shim::Handle;

namespace {

at::Generator& withLock(at::Generator& generator, std::unique_lock<std::mutex>& lock) {
    lock = std::unique_lock<std::mutex>(generator.mutex());
    return generator;
}

}  // namespace

SHIM_API int shim_set_num_threads(int count) {
    return guard([&] { at::set_num_threads(count); });
}

SHIM_API int shim_get_num_threads() { return at::get_num_threads(); }

SHIM_API int shim_set_num_interop_threads(int count) {
    return guard([&] { at::set_num_interop_threads(count); });
}

SHIM_API int shim_get_num_interop_threads() { return at::get_num_interop_threads(); }

SHIM_API int shim_generator_default(at::Generator** result) {
    return guard([&] { *result = new at::Generator(at::globalContext().defaultGenerator(c10::kCPU)); });
}

SHIM_API int shim_generator_new(uint64_t seed, at::Generator** result) {
    return guard([&] { *result = new at::Generator(at::make_generator<at::CPUGeneratorImpl>(seed)); });
}

SHIM_API void shim_generator_release(at::Generator* generator) { delete generator; }

SHIM_API int shim_generator_set_seed(at::Generator* generator, uint64_t seed) {
    return guard([&] {
        std::unique_lock<std::mutex> lock;
        withLock(*generator, lock).set_current_seed(seed);
    });
}

SHIM_API uint64_t shim_generator_initial_seed(at::Generator* generator) { return generator->current_seed(); }

SHIM_API int shim_generator_seed(at::Generator* generator, uint64_t* seed) {
    return guard([&] {
        std::unique_lock<std::mutex> lock;
        *seed = withLock(*generator, lock).seed();
    });
}

SHIM_API int shim_generator_get_state(at::Generator* generator, Handle* state) {
    return guard([&] {
        std::unique_lock<std::mutex> lock;
        *state = shim::give(withLock(*generator, lock).get_state());
    });
}

SHIM_API int shim_generator_set_state(at::Generator* generator, Handle state) {
    return guard([&] {
        std::unique_lock<std::mutex> lock;
        withLock(*generator, lock).set_state(shim::borrow(state));
    });
}
