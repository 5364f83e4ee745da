// Shared by all parts of the shim: the exported calling convention, the argument types that
// cross the boundary by value, and the guard that keeps C++ exceptions on this side of it.
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <exception>

#define SHIM_API extern "C" __attribute__((visibility("default")))

namespace shim {

struct Size2 {
    int32_t width, height;
    operator cv::Size() const { return {width, height}; }
};

struct Point2 {
    int32_t x, y;
    operator cv::Point() const { return {x, y}; }
};

struct Rect4 {
    int32_t x, y, width, height;
    operator cv::Rect() const { return {x, y, width, height}; }
};

struct Scalar4 {
    double v[4];
    operator cv::Scalar() const { return {v[0], v[1], v[2], v[3]}; }
};

inline Scalar4 toScalar4(const cv::Scalar& s) { return {{s[0], s[1], s[2], s[3]}}; }

enum class InputKind : int32_t { None = 0, Matrix = 1, Scalar = 2, Number = 3 };

// What a managed InputArray holds: a matrix, four numbers or one number.
struct Input {
    cv::Mat* matrix;
    cv::Scalar values;
    InputKind kind;
};
static_assert(sizeof(Input) == 48, "Input must match NativeInput on the managed side");

// The view OpenCV takes of an input; it points into the argument and must not outlive it.
inline cv::_InputArray view(const Input* input) {
    switch (input->kind) {
        case InputKind::Matrix: return cv::_InputArray(*input->matrix);
        case InputKind::Scalar: return cv::_InputArray(input->values);
        case InputKind::Number: return cv::_InputArray(input->values[0]);
        case InputKind::None: break;
    }
    return cv::_InputArray();
}

// An optional output; a null pointer means that the result is not wanted.
inline cv::_OutputArray optional(cv::Mat* matrix) {
    return matrix ? cv::_OutputArray(*matrix) : cv::_OutputArray();
}

void recordError(const cv::Exception& error) noexcept;
void recordError(const char* message) noexcept;

// Runs the body; returns 0, or 1 after recording the error for this thread.
template <class Body>
int guard(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const cv::Exception& error) {
        recordError(error);
    } catch (const std::exception& error) {
        recordError(error.what());
    } catch (...) {
        recordError("unknown native error");
    }
    return 1;
}

}  // namespace shim
