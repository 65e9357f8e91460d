// AVX-VNNI: the byte product of VNNI for processors without AVX-512.
#if defined(__x86_64__)

#include <immintrin.h>

#include "internal.h"

#pragma clang attribute push(__attribute__((target("avx2,avxvnni"))), apply_to = function)

#define FUNCTION(name) avxvnni_##name
#define QUERIES 4
#define KEYS 1
#define WEIGHED 2
#define MIXED 2
#include "floats.h"

static bool avxvnni_is_available(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avxvnni"); }

/// Rows multiplied at once: 6 x 2 sums, two vectors of weights and one activation fit the registers.
#define HEIGHT 6

/// `height` rows by 16 outputs.
INLINE void tile(
    int height, const hearsay_matrix *matrix, int32_t first, const uint8_t *values, size_t row_bytes,
    const float *row_scales, float *out, size_t stride
) {
    const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
    __m256i totals[HEIGHT][2];
    for (int row = 0; row < height; row++) { totals[row][0] = totals[row][1] = _mm256_setzero_si256(); }
    for (int32_t input = 0; input < matrix->inputs; input += 4, weights += 4 * HEARSAY_BLOCK) {
        __m256i low = _mm256_loadu_si256((const __m256i *)weights);
        __m256i high = _mm256_loadu_si256((const __m256i *)(weights + 32));
#pragma clang loop unroll(full)
        for (int row = 0; row < height; row++) {
            int32_t four;
            memcpy(&four, values + row * row_bytes + input, 4);
            __m256i v = _mm256_set1_epi32(four);
            totals[row][0] = _mm256_dpbusd_avx_epi32(totals[row][0], v, low);
            totals[row][1] = _mm256_dpbusd_avx_epi32(totals[row][1], v, high);
        }
    }
    for (int part = 0; part < 2; part++) {
        int32_t output = first + part * 8;
        __m256i offset = _mm256_loadu_si256((const __m256i *)(matrix->offsets + output));
        __m256 scale = _mm256_loadu_ps(matrix->scales + output);
        __m256 bias = _mm256_loadu_ps(matrix->biases + output);
        for (int row = 0; row < height; row++) {
            __m256 x = _mm256_cvtepi32_ps(_mm256_sub_epi32(totals[row][part], offset));
            x = _mm256_mul_ps(_mm256_mul_ps(x, _mm256_set1_ps(row_scales[row])), scale);
            _mm256_storeu_ps(out + row * stride + output, _mm256_add_ps(x, bias));
        }
    }
}

static void avxvnni_product(const hearsay_matrix *matrix, hearsay_rows rows, float *out, size_t stride) {
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
                CASE(5);
                CASE(6);
            }
#undef CASE
        }
    }
}

const hearsay_kernel hearsay_avxvnni = {
    .name = "avxvnni",
    .is_available = avxvnni_is_available,
    .product = avxvnni_product,
    .embed = avxvnni_embed,
    .quantise = avxvnni_quantise,
    .gelu = avxvnni_gelu,
    .normalise = avxvnni_normalise,
    .attend = avxvnni_attend,
    .dots = avxvnni_dots,
    .exponentials = avxvnni_exponentials,
};

#pragma clang attribute pop

#endif
