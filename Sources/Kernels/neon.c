// 64-bit ARM with the dot product of ARMv8.2 (all Apple silicon, Graviton 2 and later).
#if defined(__aarch64__)

#include <arm_neon.h>
#if defined(__linux__)
#include <sys/auxv.h>
#endif

#include "internal.h"

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

#define FUNCTION(name) neon_##name
#define QUERIES 4
#define KEYS 1
#define WEIGHED 2
#define MIXED 2
#include "floats.h"

static bool neon_is_available(void) {
#if defined(__APPLE__)
    return true;
#elif defined(__linux__)
    return (getauxval(AT_HWCAP) >> 20 & 1) != 0;
#else
    return false;
#endif
}

/// Rows multiplied at once: 4 x 4 sums, four activations and four vectors of weights.
#define HEIGHT 4

/// `height` rows by 16 outputs.
INLINE void tile(
    int height, const hearsay_matrix *matrix, int32_t first, const uint8_t *values, size_t row_bytes,
    const float *row_scales, float *out, size_t stride
) {
    const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
    int32x4_t totals[HEIGHT][4];
    for (int row = 0; row < height; row++) {
        for (int part = 0; part < 4; part++) { totals[row][part] = vdupq_n_s32(0); }
    }
    for (int32_t input = 0; input < matrix->inputs; input += 16, weights += 16 * HEARSAY_BLOCK) {
        int8x16_t v[HEIGHT];
        for (int row = 0; row < height; row++) {
            uint8x16_t stored = vld1q_u8(values + row * row_bytes + input);
            v[row] = vreinterpretq_s8_u8(veorq_u8(stored, vdupq_n_u8(128)));
        }
#define GROUP(lane)                                                                  \
    for (int part = 0; part < 4; part++) {                                           \
        int8x16_t w = vld1q_s8(weights + (lane) * 4 * HEARSAY_BLOCK + part * 16);    \
        for (int row = 0; row < height; row++) {                                     \
            totals[row][part] = vdotq_laneq_s32(totals[row][part], w, v[row], lane); \
        }                                                                            \
    }
        GROUP(0) GROUP(1) GROUP(2) GROUP(3)
#undef GROUP
    }
    for (int part = 0; part < 4; part++) {
        int32_t output = first + part * 4;
        float32x4_t scale = vld1q_f32(matrix->scales + output);
        float32x4_t bias = vld1q_f32(matrix->biases + output);
        for (int row = 0; row < height; row++) {
            float32x4_t x = vmulq_f32(vmulq_n_f32(vcvtq_f32_s32(totals[row][part]), row_scales[row]), scale);
            vst1q_f32(out + row * stride + output, vaddq_f32(x, bias));
        }
    }
}

static void neon_product(const hearsay_matrix *matrix, hearsay_rows rows, float *out, size_t stride) {
    for (int32_t row = 0; row < rows.count; row += HEIGHT) {
        const uint8_t *values = rows.values + (size_t)row * rows.stride;
        const float *scales = rows.scales + row;
        float *target = out + row * stride;
        int32_t height = rows.count - row < HEIGHT ? rows.count - row : HEIGHT;
        for (int32_t first = 0; first < matrix->outputs; first += HEARSAY_BLOCK) {
#define CASE(n) \
    case n: tile(n, matrix, first, values, rows.stride, scales, target, stride); break
            switch (height) {
                CASE(1);
                CASE(2);
                CASE(3);
                CASE(4);
            }
#undef CASE
        }
    }
}

const hearsay_kernel hearsay_neon = {
    .name = "neon",
    .is_available = neon_is_available,
    .product = neon_product,
    .embed = neon_embed,
    .quantise = neon_quantise,
    .gelu = neon_gelu,
    .normalise = neon_normalise,
    .attend = neon_attend,
    .dots = neon_dots,
    .exponentials = neon_exponentials,
};

#pragma clang attribute pop

#endif
