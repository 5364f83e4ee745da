// Image files and encoded images in memory.
#include "shim.hpp"

#include <opencv2/imgcodecs.hpp>

#include <vector>

using shim::guard;

using Bytes = std::vector<uchar>;

namespace {

std::vector<int> parameters(const int* values, int count) { return {values, values + count}; }

}  // namespace

SHIM_API int shim_imread(const char* file, int flags, cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(cv::imread(file, flags)); });
}

SHIM_API int shim_imwrite(const char* file, const cv::Mat* img, const int* values, int count, int* written) {
    return guard([&] { *written = cv::imwrite(file, *img, parameters(values, count)); });
}

SHIM_API int shim_imdecode(const shim::Input* buffer, int flags, cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(cv::imdecode(view(buffer), flags)); });
}

SHIM_API int shim_imdecode_bytes(const uchar* bytes, int count, int flags, cv::Mat** result) {
    return guard([&] {
        const cv::Mat buffer(1, count, CV_8UC1, const_cast<uchar*>(bytes));
        *result = new cv::Mat(cv::imdecode(buffer, flags));
    });
}

SHIM_API int shim_imencode(
    const char* extension, const shim::Input* img, const int* values, int count, Bytes** result, int* encoded) {
    return guard([&] {
        Bytes bytes;
        *encoded = cv::imencode(extension, view(img), bytes, parameters(values, count));
        *result = new Bytes(std::move(bytes));
    });
}

SHIM_API int64_t shim_bytes_size(const Bytes* bytes) { return static_cast<int64_t>(bytes->size()); }
SHIM_API const uchar* shim_bytes_data(const Bytes* bytes) { return bytes->data(); }
SHIM_API void shim_bytes_delete(Bytes* bytes) { delete bytes; }
