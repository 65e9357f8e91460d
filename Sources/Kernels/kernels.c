#include "kernels.h"

#include <string.h>

#include "internal.h"

static const hearsay_kernel *const kernels[] = {
#if defined(__x86_64__)
    &hearsay_vnni,  &hearsay_avxvnni, &hearsay_avx2, &hearsay_sse2,
#elif defined(__aarch64__)
    &hearsay_neon,
#endif
    &hearsay_plain,
};

size_t hearsay_kernel_count(void) { return sizeof kernels / sizeof kernels[0]; }

const hearsay_kernel *hearsay_kernel_at(size_t index) { return kernels[index]; }

void hearsay_pack(
    const int8_t *weights, size_t outputs, size_t depth, size_t stride, size_t first, size_t inputs, int8_t *packed,
    int32_t *offsets
) {
    for (size_t row = 0; row < outputs; row++) {
        const int8_t *source = weights + row * stride;
        size_t output = first + row;
        int8_t *target = packed + output / HEARSAY_BLOCK * HEARSAY_BLOCK * inputs + output % HEARSAY_BLOCK * 4;
        int32_t total = 0;
        for (size_t input = 0; input < depth; input++) { total += source[input]; }
        size_t whole = depth / 4 * 4;
        for (size_t input = 0; input < whole; input += 4) { memcpy(target + input * HEARSAY_BLOCK, source + input, 4); }
        memcpy(target + whole * HEARSAY_BLOCK, source + whole, depth - whole);
        offsets[output] = 128 * total;
    }
}

size_t hearsay_attention_scratch(size_t count) {
    return (2 * HEARSAY_HEAD + HEARSAY_GROUP) * hearsay_attention_width(count);
}
