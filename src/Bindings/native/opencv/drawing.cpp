// Lines, shapes and text.
#include "shim.hpp"

#include <opencv2/imgproc.hpp>

#include <vector>

using shim::guard;
using shim::Input;
using shim::Point2;

namespace {

// Polygons arrive as one run of points with the number of points of each polygon.
std::vector<std::vector<cv::Point>> polygons(const Point2* points, const int* counts, int polygonCount) {
    std::vector<std::vector<cv::Point>> result(static_cast<size_t>(polygonCount));
    for (int i = 0; i < polygonCount; i++) {
        result[i].reserve(static_cast<size_t>(counts[i]));
        for (int k = 0; k < counts[i]; k++)
            result[i].push_back(*points++);
    }
    return result;
}

}  // namespace

SHIM_API int shim_line(
    cv::Mat* img, Point2 from, Point2 to, const cv::Scalar* color, int thickness, int lineType, int shift) {
    return guard([&] { cv::line(*img, from, to, *color, thickness, lineType, shift); });
}

SHIM_API int shim_rectangle_points(
    cv::Mat* img, Point2 a, Point2 b, const cv::Scalar* color, int thickness, int lineType, int shift) {
    return guard([&] {
        cv::rectangle(*img, static_cast<cv::Point>(a), static_cast<cv::Point>(b), *color, thickness, lineType, shift);
    });
}

SHIM_API int shim_rectangle(
    cv::Mat* img, shim::Rect4 rect, const cv::Scalar* color, int thickness, int lineType, int shift) {
    return guard([&] { cv::rectangle(*img, static_cast<cv::Rect>(rect), *color, thickness, lineType, shift); });
}

SHIM_API int shim_circle(
    cv::Mat* img, Point2 center, int radius, const cv::Scalar* color, int thickness, int lineType, int shift) {
    return guard([&] { cv::circle(*img, center, radius, *color, thickness, lineType, shift); });
}

SHIM_API int shim_ellipse(
    cv::Mat* img, Point2 center, shim::Size2 axes, double angle, double start, double end, const cv::Scalar* color,
    int thickness, int lineType, int shift) {
    return guard([&] {
        cv::ellipse(
            *img, static_cast<cv::Point>(center), static_cast<cv::Size>(axes), angle, start, end, *color, thickness,
            lineType, shift);
    });
}

SHIM_API int shim_polylines(
    cv::Mat* img, const Point2* points, const int* counts, int polygonCount, int closed, const cv::Scalar* color,
    int thickness, int lineType, int shift) {
    return guard([&] {
        cv::polylines(
            *img, polygons(points, counts, polygonCount), closed != 0, *color, thickness, lineType, shift);
    });
}

SHIM_API int shim_polylines_array(
    cv::Mat* img, const Input* points, int closed, const cv::Scalar* color, int thickness, int lineType, int shift) {
    return guard([&] { cv::polylines(*img, view(points), closed != 0, *color, thickness, lineType, shift); });
}

SHIM_API int shim_fill_poly(
    cv::Mat* img, const Point2* points, const int* counts, int polygonCount, const cv::Scalar* color, int lineType,
    int shift, Point2 offset) {
    return guard([&] {
        cv::fillPoly(*img, polygons(points, counts, polygonCount), *color, lineType, shift, offset);
    });
}

SHIM_API int shim_fill_poly_array(
    cv::Mat* img, const Input* points, const cv::Scalar* color, int lineType, int shift, Point2 offset) {
    return guard([&] { cv::fillPoly(*img, view(points), *color, lineType, shift, offset); });
}

SHIM_API int shim_fill_convex_poly(
    cv::Mat* img, const Point2* points, int count, const cv::Scalar* color, int lineType, int shift) {
    return guard([&] {
        cv::fillConvexPoly(*img, polygons(points, &count, 1).front(), *color, lineType, shift);
    });
}

SHIM_API int shim_fill_convex_poly_array(
    cv::Mat* img, const Input* points, const cv::Scalar* color, int lineType, int shift) {
    return guard([&] { cv::fillConvexPoly(*img, view(points), *color, lineType, shift); });
}

SHIM_API int shim_put_text(
    cv::Mat* img, const char* text, Point2 at, int font, double scale, const cv::Scalar* color, int thickness,
    int lineType, int bottomLeftOrigin) {
    return guard([&] {
        cv::putText(*img, text, at, font, scale, *color, thickness, lineType, bottomLeftOrigin != 0);
    });
}

SHIM_API int shim_text_size(
    const char* text, int font, double scale, int thickness, int* baseLine, shim::Size2* result) {
    return guard([&] {
        const cv::Size size = cv::getTextSize(text, font, scale, thickness, baseLine);
        *result = {size.width, size.height};
    });
}
