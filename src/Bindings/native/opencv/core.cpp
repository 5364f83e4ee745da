// Arithmetic, statistics and random numbers.
#include "shim.hpp"

#include <opencv2/core/utility.hpp>

using shim::guard;
using shim::Input;

SHIM_API int shim_add(const Input* a, const Input* b, cv::Mat* dst, const Input* mask, int dtype) {
    return guard([&] { cv::add(view(a), view(b), *dst, view(mask), dtype); });
}

SHIM_API int shim_multiply(const Input* a, const Input* b, cv::Mat* dst, double scale, int dtype) {
    return guard([&] { cv::multiply(view(a), view(b), *dst, scale, dtype); });
}

SHIM_API int shim_absdiff(const Input* a, const Input* b, cv::Mat* dst) {
    return guard([&] { cv::absdiff(view(a), view(b), *dst); });
}

SHIM_API int shim_add_weighted(
    const Input* a, double alpha, const Input* b, double beta, double gamma, cv::Mat* dst, int dtype) {
    return guard([&] { cv::addWeighted(view(a), alpha, view(b), beta, gamma, *dst, dtype); });
}

SHIM_API int shim_sum(const Input* src, shim::Scalar4* result) {
    return guard([&] { *result = shim::toScalar4(cv::sum(view(src))); });
}

SHIM_API int shim_mean(const Input* src, const Input* mask, shim::Scalar4* result) {
    return guard([&] { *result = shim::toScalar4(cv::mean(view(src), view(mask))); });
}

SHIM_API int shim_norm(const Input* src, int type, const Input* mask, double* result) {
    return guard([&] { *result = cv::norm(view(src), type, view(mask)); });
}

SHIM_API int shim_norm_difference(const Input* a, const Input* b, int type, const Input* mask, double* result) {
    return guard([&] { *result = cv::norm(view(a), view(b), type, view(mask)); });
}

SHIM_API int shim_min_max(const Input* src, double* low, double* high) {
    return guard([&] { cv::minMaxLoc(view(src), low, high); });
}

SHIM_API int shim_min_max_loc(
    const Input* src, double* low, double* high, shim::Point2* lowAt, shim::Point2* highAt, const Input* mask) {
    return guard([&] {
        cv::Point lowest, highest;
        cv::minMaxLoc(view(src), low, high, &lowest, &highest, view(mask));
        *lowAt = {lowest.x, lowest.y};
        *highAt = {highest.x, highest.y};
    });
}

SHIM_API int shim_flip(const Input* src, cv::Mat* dst, int mode) {
    return guard([&] { cv::flip(view(src), *dst, mode); });
}

SHIM_API int shim_rotate(const Input* src, cv::Mat* dst, int mode) {
    return guard([&] { cv::rotate(view(src), *dst, mode); });
}

SHIM_API int shim_copy_make_border(
    const Input* src, cv::Mat* dst, int top, int bottom, int left, int right, int type, const cv::Scalar* value) {
    return guard([&] { cv::copyMakeBorder(view(src), *dst, top, bottom, left, right, type, *value); });
}

SHIM_API int shim_randu(cv::Mat* dst, const Input* low, const Input* high) {
    return guard([&] { cv::randu(*dst, view(low), view(high)); });
}

SHIM_API int shim_randn(cv::Mat* dst, const Input* mean, const Input* deviation) {
    return guard([&] { cv::randn(*dst, view(mean), view(deviation)); });
}

SHIM_API int shim_set_rng_state(uint64_t state) {
    return guard([&] { cv::theRNG().state = state; });
}

SHIM_API int shim_set_num_threads(int count) {
    return guard([&] { cv::setNumThreads(count); });
}
