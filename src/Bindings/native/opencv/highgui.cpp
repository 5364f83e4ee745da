// Windows and keys.
#include "shim.hpp"

#include <opencv2/highgui.hpp>

using shim::guard;

SHIM_API int shim_imshow(const char* window, const cv::Mat* img) {
    return guard([&] { cv::imshow(window, *img); });
}

SHIM_API int shim_named_window(const char* window, int flags) {
    return guard([&] { cv::namedWindow(window, flags); });
}

SHIM_API int shim_resize_window(const char* window, int width, int height) {
    return guard([&] { cv::resizeWindow(window, width, height); });
}

SHIM_API int shim_destroy_window(const char* window) {
    return guard([&] { cv::destroyWindow(window); });
}

SHIM_API int shim_destroy_all_windows() {
    return guard([&] { cv::destroyAllWindows(); });
}

SHIM_API int shim_set_window_title(const char* window, const char* title) {
    return guard([&] { cv::setWindowTitle(window, title); });
}

SHIM_API int shim_get_window_property(const char* window, int property, double* value) {
    return guard([&] { *value = cv::getWindowProperty(window, property); });
}

SHIM_API int shim_set_window_property(const char* window, int property, double value) {
    return guard([&] { cv::setWindowProperty(window, property, value); });
}

SHIM_API int shim_wait_key(int delay, int* key) {
    return guard([&] { *key = cv::waitKey(delay); });
}

SHIM_API int shim_wait_key_ex(int delay, int* key) {
    return guard([&] { *key = cv::waitKeyEx(delay); });
}
