// Keeps the large blocks of tensors for the next ones of their size. A training step takes and frees the same
// blocks over and over; the C library gives them back to the kernel, which then has to clear every page anew:
// with tensors of 32 MiB and more that is half of the time of a step. Small blocks stay with the C library.
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace {

constexpr size_t smallest = size_t{1} << 20;
constexpr size_t alignment = 64;

// Stands in the cache line before a block's memory.
struct Header {
    size_t size;
};
static_assert(sizeof(Header) <= alignment, "The header must leave the block aligned");

// Rounds up to one of eight sizes per power of two, so that blocks of nearly the same size serve for each other.
size_t roundUp(size_t size) {
    size_t step = smallest / 8;
    while (step * 16 < size) step *= 2;
    return (size + step - 1) / step * step;
}

class Cache {
public:
    void* take(size_t size) {
        if (size < smallest) return create(size);
        size = roundUp(size);
        {
            std::lock_guard<std::mutex> lock(mutex_);
            used_ += size;
            mostUsed_ = std::max(mostUsed_, used_);
            auto& blocks = idle_[size];
            if (!blocks.empty()) {
                void* data = blocks.back();
                blocks.pop_back();
                idleSize_ -= size;
                return data;
            }
        }

        try {
            return create(size);
        } catch (const c10::Error&) {
            clear();
        }
        try {
            return create(size);
        } catch (const c10::Error&) {
            std::lock_guard<std::mutex> lock(mutex_);
            used_ -= size;
            throw;
        }
    }

    // Keeps no more idle memory than was ever in use at once.
    void giveBack(void* data) {
        size_t size = header(data)->size;
        if (size >= smallest) {
            std::lock_guard<std::mutex> lock(mutex_);
            used_ -= size;
            if (used_ + idleSize_ + size <= mostUsed_) {
                idle_[size].push_back(data);
                idleSize_ += size;
                return;
            }
        }
        std::free(header(data));
    }

private:
    static Header* header(void* data) { return reinterpret_cast<Header*>(static_cast<char*>(data) - alignment); }

    static void* create(size_t size) {
        void* memory = nullptr;
        TORCH_CHECK(
            posix_memalign(&memory, alignment, size + alignment) == 0, "not enough memory: tried to allocate ", size,
            " bytes");
        static_cast<Header*>(memory)->size = size;
        return static_cast<char*>(memory) + alignment;
    }

    void clear() {
        std::lock_guard<std::mutex> lock(mutex_);
        for (auto& [size, blocks] : idle_) {
            for (void* data : blocks) std::free(header(data));
            blocks.clear();
        }
        idleSize_ = 0;
    }

    std::mutex mutex_;
    std::unordered_map<size_t, std::vector<void*>> idle_;
    size_t used_ = 0;
    size_t mostUsed_ = 0;
    size_t idleSize_ = 0;
};

// Never destroyed: tensors may outlive static destructors.
Cache& cache() {
    static auto* instance = new Cache();
    return *instance;
}

class CachingAllocator final : public c10::Allocator {
public:
    c10::DataPtr allocate(size_t size) const override {
        void* data = size == 0 ? nullptr : cache().take(size);
        return {data, data, release, c10::Device(c10::DeviceType::CPU)};
    }

    c10::DeleterFnPtr raw_deleter() const override { return release; }

private:
    static void release(void* data) {
        if (data) cache().giveBack(data);
    }
};

const bool isInstalled = [] {
    static CachingAllocator allocator;
    c10::SetCPUAllocator(&allocator);
    return true;
}();

}  // namespace
