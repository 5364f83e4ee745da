#include "shim.hpp"

#include <string>

namespace {

struct LastError {
    int code = 0;
    int line = 0;
    std::string message;
    std::string function;
    std::string file;
};

thread_local LastError lastError;

int ignoreError(int, const char*, const char*, const char*, int, void*) { return 0; }

// Without a handler OpenCV prints every error to stderr before it throws; the caller reports it instead.
const bool errorsAreQuiet = [] {
    cv::redirectError(ignoreError);
    return true;
}();

}  // namespace

namespace shim {

void recordError(const cv::Exception& error) noexcept {
    try {
        lastError = {error.code, error.line, error.err, error.func, error.file};
    } catch (...) {
        lastError.code = cv::Error::StsNoMem;
    }
}

void recordError(const char* message) noexcept {
    try {
        lastError = {cv::Error::StsError, 0, message, {}, {}};
    } catch (...) {
        lastError.code = cv::Error::StsNoMem;
    }
}

}  // namespace shim

SHIM_API const char* shim_last_error() { return lastError.message.c_str(); }

SHIM_API void shim_last_error_details(int* code, int* line, const char** function, const char** file) {
    *code = lastError.code;
    *line = lastError.line;
    *function = lastError.function.c_str();
    *file = lastError.file.c_str();
}
