// AVX-512 with VNNI: 64 products of a byte pair an instruction.
#if defined(__x86_64__)

#include <immintrin.h>

#include "internal.h"

#pragma clang attribute push(                                                                     \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function \
)

#define FUNCTION(name) vnni_##name
#define QUERIES 6
#define KEYS 4
#define WEIGHED 4
#define MIXED 12
#include "floats.h"

static bool vnni_is_available(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vnni");
}

/// Rows of activations multiplied at once: 12 x 2 sums, two vectors of weights and one activation fill the registers.
#define HEIGHT 12

/// `height` rows by 32 outputs.
INLINE void tile(
    int height, const hearsay_matrix *matrix, int32_t first, const uint8_t *values, size_t row_bytes,
    const float *row_scales, float *out, size_t stride
) {
    const int8_t *low = matrix->weights + (size_t)first * matrix->inputs;
    const int8_t *high = low + (size_t)HEARSAY_BLOCK * matrix->inputs;
    __m512i totals[HEIGHT][2];
    for (int row = 0; row < height; row++) {
        totals[row][0] = _mm512_setzero_si512();
        totals[row][1] = _mm512_setzero_si512();
    }
    for (int32_t input = 0; input < matrix->inputs; input += 4) {
        __m512i a = _mm512_loadu_si512(low + (size_t)input * HEARSAY_BLOCK);
        __m512i b = _mm512_loadu_si512(high + (size_t)input * HEARSAY_BLOCK);
#pragma clang loop unroll(full)
        for (int row = 0; row < height; row++) {
            int32_t four;
            memcpy(&four, values + row * row_bytes + input, 4);
            __m512i v = _mm512_set1_epi32(four);
            totals[row][0] = _mm512_dpbusd_epi32(totals[row][0], v, a);
            totals[row][1] = _mm512_dpbusd_epi32(totals[row][1], v, b);
        }
    }
    for (int part = 0; part < 2; part++) {
        int32_t output = first + part * HEARSAY_BLOCK;
        __m512i offset = _mm512_loadu_si512(matrix->offsets + output);
        __m512 scale = _mm512_loadu_ps(matrix->scales + output);
        __m512 bias = _mm512_loadu_ps(matrix->biases + output);
        for (int row = 0; row < height; row++) {
            __m512 x = _mm512_cvtepi32_ps(_mm512_sub_epi32(totals[row][part], offset));
            x = _mm512_mul_ps(_mm512_mul_ps(x, _mm512_set1_ps(row_scales[row])), scale);
            _mm512_storeu_ps(out + row * stride + output, _mm512_add_ps(x, bias));
        }
    }
}

static void vnni_product(const hearsay_matrix *matrix, hearsay_rows rows, float *out, size_t stride) {
    for (int32_t row = 0; row < rows.count; row += HEIGHT) {
        const uint8_t *values = rows.values + (size_t)row * rows.stride;
        const float *scales = rows.scales + row;
        float *target = out + row * stride;
        int32_t height = rows.count - row < HEIGHT ? rows.count - row : HEIGHT;
        for (int32_t first = 0; first < matrix->outputs; first += HEARSAY_OUTPUT_ALIGNMENT) {
#define CASE(n) \
    case n: tile(n, matrix, first, values, rows.stride, scales, target, stride); break
            switch (height) {
                CASE(1);
                CASE(2);
                CASE(3);
                CASE(4);
                CASE(5);
                CASE(6);
                CASE(7);
                CASE(8);
                CASE(9);
                CASE(10);
                CASE(11);
                CASE(12);
            }
#undef CASE
        }
    }
}

const hearsay_kernel hearsay_vnni = {
    .name = "vnni",
    .is_available = vnni_is_available,
    .product = vnni_product,
    .embed = vnni_embed,
    .quantise = vnni_quantise,
    .gelu = vnni_gelu,
    .normalise = vnni_normalise,
    .attend = vnni_attend,
    .dots = vnni_dots,
    .exponentials = vnni_exponentials,
};

#pragma clang attribute pop

#endif
