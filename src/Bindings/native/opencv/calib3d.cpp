// Poses and projections.
#include "shim.hpp"

#include <opencv2/calib3d.hpp>

using shim::guard;
using shim::Input;

SHIM_API int shim_rodrigues(const Input* src, cv::Mat* dst, cv::Mat* jacobian) {
    return guard([&] { cv::Rodrigues(view(src), *dst, shim::optional(jacobian)); });
}

SHIM_API int shim_solve_pnp(
    const Input* objectPoints, const Input* imagePoints, const Input* camera, const Input* distortion, cv::Mat* rvec,
    cv::Mat* tvec, int useGuess, int method) {
    return guard([&] {
        cv::solvePnP(
            view(objectPoints), view(imagePoints), view(camera), view(distortion), *rvec, *tvec, useGuess != 0,
            method);
    });
}

SHIM_API int shim_solve_pnp_points(
    const float* objectPoints, int objectCount, const float* imagePoints, int imageCount, const double* camera,
    const double* distortion, int distortionCount, double* rvec, double* tvec, int useGuess, int method) {
    return guard([&] {
        const cv::Mat object(objectCount, 1, CV_32FC3, const_cast<float*>(objectPoints));
        const cv::Mat image(imageCount, 1, CV_32FC2, const_cast<float*>(imagePoints));
        const cv::Mat intrinsics(3, 3, CV_64FC1, const_cast<double*>(camera));
        cv::Mat coefficients;
        if (distortionCount > 0)
            coefficients = cv::Mat(distortionCount, 1, CV_64FC1, const_cast<double*>(distortion));
        cv::Mat rotation(3, 1, CV_64FC1, rvec);
        cv::Mat translation(3, 1, CV_64FC1, tvec);
        cv::solvePnP(object, image, intrinsics, coefficients, rotation, translation, useGuess != 0, method);
    });
}

SHIM_API int shim_project_points(
    const Input* objectPoints, const Input* rvec, const Input* tvec, const Input* camera, const Input* distortion,
    cv::Mat* imagePoints, cv::Mat* jacobian, double aspectRatio) {
    return guard([&] {
        cv::projectPoints(
            view(objectPoints), view(rvec), view(tvec), view(camera), view(distortion), *imagePoints,
            shim::optional(jacobian), aspectRatio);
    });
}
