// AVX2: bytes are widened to 16 bits and multiplied in pairs (pmaddwd), which is exact; the byte product of AVX2
// saturates.
#if defined(__x86_64__)

#include <immintrin.h>

#include "internal.h"

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

#define FUNCTION(name) avx2_##name
#define QUERIES 4
#define KEYS 1
#define WEIGHED 2
#define MIXED 2
#include "floats.h"
#include "widened.h"

static bool avx2_is_available(void) { return __builtin_cpu_supports("avx2"); }

/// Rows multiplied at once: 6 x 2 sums, two vectors of weights, one activation and one product fill the registers.
#define HEIGHT 6

/// `height` rows by 8 outputs, half a block.
INLINE void tile(
    int height, const hearsay_matrix *matrix, int32_t first, const int16_t *values, const float *row_scales, float *out,
    size_t stride
) {
    const int8_t *weights =
        matrix->weights + (size_t)(first / HEARSAY_BLOCK * HEARSAY_BLOCK) * matrix->inputs + first % HEARSAY_BLOCK * 4;
    __m256i totals[HEIGHT][2];
    for (int row = 0; row < height; row++) { totals[row][0] = totals[row][1] = _mm256_setzero_si256(); }
    for (int32_t input = 0; input < matrix->inputs; input += 4, weights += 4 * HEARSAY_BLOCK) {
        __m256i low = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)weights));
        __m256i high = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(weights + 16)));
#pragma clang loop unroll(full)
        for (int row = 0; row < height; row++) {
            int64_t four;
            memcpy(&four, values + (size_t)row * matrix->inputs + input, 8);
            __m256i v = _mm256_set1_epi64x(four);
            totals[row][0] = _mm256_add_epi32(totals[row][0], _mm256_madd_epi16(v, low));
            totals[row][1] = _mm256_add_epi32(totals[row][1], _mm256_madd_epi16(v, high));
        }
    }
    __m256 scale = _mm256_loadu_ps(matrix->scales + first);
    __m256 bias = _mm256_loadu_ps(matrix->biases + first);
    for (int row = 0; row < height; row++) {
        __m256i pairs = _mm256_hadd_epi32(totals[row][0], totals[row][1]);
        __m256 x = _mm256_cvtepi32_ps(_mm256_permute4x64_epi64(pairs, 0xd8));
        x = _mm256_mul_ps(_mm256_mul_ps(x, _mm256_set1_ps(row_scales[row])), scale);
        _mm256_storeu_ps(out + row * stride + first, _mm256_add_ps(x, bias));
    }
}

static void avx2_product(const hearsay_matrix *matrix, hearsay_rows rows, float *out, size_t stride) {
    int16_t widened[HEIGHT * HEARSAY_MAX_INPUTS];
    for (int32_t row = 0; row < rows.count; row += HEIGHT) {
        const float *scales = rows.scales + row;
        float *target = out + row * stride;
        int32_t height = rows.count - row < HEIGHT ? rows.count - row : HEIGHT;
        hearsay_widen(rows.values + (size_t)row * rows.stride, rows.stride, height, matrix->inputs, widened);
        for (int32_t first = 0; first < matrix->outputs; first += 8) {
#define CASE(n) \
    case n: tile(n, matrix, first, widened, scales, target, stride); break
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

const hearsay_kernel hearsay_avx2 = {
    .name = "avx2",
    .is_available = avx2_is_available,
    .product = avx2_product,
    .embed = avx2_embed,
    .quantise = avx2_quantise,
    .gelu = avx2_gelu,
    .normalise = avx2_normalise,
    .attend = avx2_attend,
    .dots = avx2_dots,
    .exponentials = avx2_exponentials,
};

#pragma clang attribute pop

#endif
