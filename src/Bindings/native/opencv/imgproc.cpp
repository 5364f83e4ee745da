// Geometry and smoothing.
#include "shim.hpp"

#include <opencv2/imgproc.hpp>

using shim::guard;
using shim::Input;

SHIM_API int shim_resize(const Input* src, cv::Mat* dst, shim::Size2 size, double fx, double fy, int interpolation) {
    return guard([&] { cv::resize(view(src), *dst, size, fx, fy, interpolation); });
}

SHIM_API int shim_warp_affine(
    const Input* src, cv::Mat* dst, const Input* matrix, shim::Size2 size, int flags, int border,
    const cv::Scalar* value) {
    return guard([&] { cv::warpAffine(view(src), *dst, view(matrix), size, flags, border, *value); });
}

SHIM_API int shim_gaussian_blur(
    const Input* src, cv::Mat* dst, shim::Size2 size, double sigmaX, double sigmaY, int border) {
    return guard([&] { cv::GaussianBlur(view(src), *dst, size, sigmaX, sigmaY, border); });
}

SHIM_API int shim_blur(const Input* src, cv::Mat* dst, shim::Size2 size, shim::Point2 anchor, int border) {
    return guard([&] { cv::blur(view(src), *dst, size, anchor, border); });
}
