#include "shim.hpp"

#include <string>

namespace {

thread_local std::string lastError;

}  // namespace

namespace shim {

void recordError(const char* message) noexcept {
    try {
        lastError = message;
    } catch (...) {
        lastError.clear();
    }
}

}  // namespace shim

SHIM_API const char* shim_last_error() { return lastError.c_str(); }
