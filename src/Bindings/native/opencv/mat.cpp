// Life cycle, header and contents of cv::Mat.
#include "shim.hpp"

using shim::guard;

SHIM_API int shim_mat_new(cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(); });
}

SHIM_API int shim_mat_new_size(int rows, int cols, int type, cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(rows, cols, type); });
}

SHIM_API int shim_mat_new_filled(int rows, int cols, int type, const cv::Scalar* value, cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(rows, cols, type, *value); });
}

SHIM_API int shim_mat_new_roi(const cv::Mat* source, shim::Rect4 roi, cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(*source, static_cast<cv::Rect>(roi)); });
}

SHIM_API int shim_mat_new_data(int rows, int cols, int type, void* data, int64_t step, cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(rows, cols, type, data, static_cast<size_t>(step)); });
}

SHIM_API void shim_mat_delete(cv::Mat* mat) { delete mat; }

// The getters below are called without leaving the managed thread state: they must stay this short.
SHIM_API int shim_mat_dims(const cv::Mat* mat) { return mat->dims; }
SHIM_API int shim_mat_rows(const cv::Mat* mat) { return mat->rows; }
SHIM_API int shim_mat_cols(const cv::Mat* mat) { return mat->cols; }
SHIM_API int shim_mat_type(const cv::Mat* mat) { return mat->type(); }
SHIM_API int shim_mat_depth(const cv::Mat* mat) { return mat->depth(); }
SHIM_API int shim_mat_channels(const cv::Mat* mat) { return mat->channels(); }
SHIM_API int shim_mat_elem_size(const cv::Mat* mat) { return static_cast<int>(mat->elemSize()); }
SHIM_API int shim_mat_empty(const cv::Mat* mat) { return mat->empty(); }
SHIM_API int shim_mat_is_continuous(const cv::Mat* mat) { return mat->isContinuous(); }
SHIM_API int shim_mat_is_submatrix(const cv::Mat* mat) { return mat->isSubmatrix(); }
SHIM_API int64_t shim_mat_total(const cv::Mat* mat) { return static_cast<int64_t>(mat->total()); }
SHIM_API int64_t shim_mat_step(const cv::Mat* mat) { return static_cast<int64_t>(static_cast<size_t>(mat->step)); }
SHIM_API uint8_t* shim_mat_data(const cv::Mat* mat) { return mat->data; }
SHIM_API uint8_t* shim_mat_ptr1(cv::Mat* mat, int i0) { return mat->ptr(i0); }
SHIM_API uint8_t* shim_mat_ptr2(cv::Mat* mat, int i0, int i1) { return mat->ptr(i0, i1); }

SHIM_API int shim_mat_clone(const cv::Mat* mat, cv::Mat** result) {
    return guard([&] { *result = new cv::Mat(mat->clone()); });
}

SHIM_API int shim_mat_copy_to(const cv::Mat* mat, cv::Mat* target, const shim::Input* mask) {
    return guard([&] {
        if (mask->kind == shim::InputKind::None)
            mat->copyTo(*target);
        else
            mat->copyTo(*target, view(mask));
    });
}

SHIM_API int shim_mat_convert_to(const cv::Mat* mat, cv::Mat* target, int type, double alpha, double beta) {
    return guard([&] { mat->convertTo(*target, type, alpha, beta); });
}

SHIM_API int shim_mat_create(cv::Mat* mat, int rows, int cols, int type) {
    return guard([&] { mat->create(rows, cols, type); });
}

SHIM_API int shim_mat_set_to(cv::Mat* mat, const shim::Input* value, const shim::Input* mask) {
    return guard([&] { mat->setTo(view(value), view(mask)); });
}
