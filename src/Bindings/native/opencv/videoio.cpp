// Reading from and writing to video files and cameras.
#include "shim.hpp"

#include <opencv2/videoio.hpp>

#include <string>

using shim::guard;

namespace {

// Keeps the last name handed out on this thread alive until the next one.
const char* keep(std::string text) {
    thread_local std::string kept;
    kept = std::move(text);
    return kept.c_str();
}

}  // namespace

SHIM_API int shim_capture_new(cv::VideoCapture** result) {
    return guard([&] { *result = new cv::VideoCapture(); });
}

SHIM_API void shim_capture_delete(cv::VideoCapture* capture) { delete capture; }

SHIM_API int shim_capture_open_file(cv::VideoCapture* capture, const char* file, int api, int* opened) {
    return guard([&] { *opened = capture->open(file, api); });
}

SHIM_API int shim_capture_open_index(cv::VideoCapture* capture, int index, int api, int* opened) {
    return guard([&] { *opened = capture->open(index, api); });
}

SHIM_API int shim_capture_is_opened(const cv::VideoCapture* capture, int* opened) {
    return guard([&] { *opened = capture->isOpened(); });
}

SHIM_API int shim_capture_release(cv::VideoCapture* capture) {
    return guard([&] { capture->release(); });
}

SHIM_API int shim_capture_read(cv::VideoCapture* capture, cv::Mat* frame, int* read) {
    return guard([&] { *read = capture->read(*frame); });
}

SHIM_API int shim_capture_grab(cv::VideoCapture* capture, int* grabbed) {
    return guard([&] { *grabbed = capture->grab(); });
}

SHIM_API int shim_capture_retrieve(cv::VideoCapture* capture, cv::Mat* frame, int flag, int* retrieved) {
    return guard([&] { *retrieved = capture->retrieve(*frame, flag); });
}

SHIM_API int shim_capture_get(const cv::VideoCapture* capture, int property, double* value) {
    return guard([&] { *value = capture->get(property); });
}

SHIM_API int shim_capture_set(cv::VideoCapture* capture, int property, double value, int* accepted) {
    return guard([&] { *accepted = capture->set(property, value); });
}

SHIM_API int shim_capture_backend(const cv::VideoCapture* capture, const char** name) {
    return guard([&] { *name = keep(capture->getBackendName()); });
}

SHIM_API int shim_writer_new(cv::VideoWriter** result) {
    return guard([&] { *result = new cv::VideoWriter(); });
}

SHIM_API void shim_writer_delete(cv::VideoWriter* writer) { delete writer; }

SHIM_API int shim_writer_open(
    cv::VideoWriter* writer, const char* file, int api, int fourcc, double fps, shim::Size2 size, int color,
    int* opened) {
    return guard([&] { *opened = writer->open(file, api, fourcc, fps, size, color != 0); });
}

SHIM_API int shim_writer_is_opened(const cv::VideoWriter* writer, int* opened) {
    return guard([&] { *opened = writer->isOpened(); });
}

SHIM_API int shim_writer_release(cv::VideoWriter* writer) {
    return guard([&] { writer->release(); });
}

SHIM_API int shim_writer_write(cv::VideoWriter* writer, const shim::Input* frame) {
    return guard([&] { writer->write(view(frame)); });
}

SHIM_API int shim_writer_get(const cv::VideoWriter* writer, int property, double* value) {
    return guard([&] { *value = writer->get(property); });
}

SHIM_API int shim_writer_set(cv::VideoWriter* writer, int property, double value, int* accepted) {
    return guard([&] { *accepted = writer->set(property, value); });
}

SHIM_API int shim_writer_backend(const cv::VideoWriter* writer, const char** name) {
    return guard([&] { *name = keep(writer->getBackendName()); });
}
