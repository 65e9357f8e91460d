// SSE2, which every 64-bit x86 has: bytes are widened to 16 bits and multiplied in pairs.
#if defined(__x86_64__)

#include <emmintrin.h>

#include "internal.h"

#define FUNCTION(name) sse2_##name
#define QUERIES 2
#define KEYS 1
#define WEIGHED 1
#define MIXED 1
#include "floats.h"
#include "widened.h"

static bool sse2_is_available(void) { return true; }

/// Rows multiplied at once: 4 x 2 sums, two vectors of weights, one activation and one product.
#define HEIGHT 4

/// `height` rows by 4 outputs, a quarter of a block.
INLINE void tile(
    int height, const hearsay_matrix *matrix, int32_t first, const int16_t *values, const float *row_scales, float *out,
    size_t stride
) {
    const int8_t *weights =
        matrix->weights + (size_t)(first / HEARSAY_BLOCK * HEARSAY_BLOCK) * matrix->inputs + first % HEARSAY_BLOCK * 4;
    __m128i totals[HEIGHT][2];
    for (int row = 0; row < height; row++) { totals[row][0] = totals[row][1] = _mm_setzero_si128(); }
    for (int32_t input = 0; input < matrix->inputs; input += 4, weights += 4 * HEARSAY_BLOCK) {
        __m128i w = _mm_loadu_si128((const __m128i *)weights);
        __m128i low = _mm_srai_epi16(_mm_unpacklo_epi8(w, w), 8);
        __m128i high = _mm_srai_epi16(_mm_unpackhi_epi8(w, w), 8);
#pragma clang loop unroll(full)
        for (int row = 0; row < height; row++) {
            __m128i v = _mm_loadl_epi64((const __m128i *)(values + (size_t)row * matrix->inputs + input));
            v = _mm_unpacklo_epi64(v, v);
            totals[row][0] = _mm_add_epi32(totals[row][0], _mm_madd_epi16(v, low));
            totals[row][1] = _mm_add_epi32(totals[row][1], _mm_madd_epi16(v, high));
        }
    }
    __m128 scale = _mm_loadu_ps(matrix->scales + first);
    __m128 bias = _mm_loadu_ps(matrix->biases + first);
    for (int row = 0; row < height; row++) {
        __m128 low = _mm_castsi128_ps(totals[row][0]);
        __m128 high = _mm_castsi128_ps(totals[row][1]);
        __m128i even = _mm_castps_si128(_mm_shuffle_ps(low, high, 0x88));
        __m128i odd = _mm_castps_si128(_mm_shuffle_ps(low, high, 0xdd));
        __m128 x = _mm_cvtepi32_ps(_mm_add_epi32(even, odd));
        x = _mm_mul_ps(_mm_mul_ps(x, _mm_set1_ps(row_scales[row])), scale);
        _mm_storeu_ps(out + row * stride + first, _mm_add_ps(x, bias));
    }
}

static void sse2_product(const hearsay_matrix *matrix, hearsay_rows rows, float *out, size_t stride) {
    int16_t widened[HEIGHT * HEARSAY_MAX_INPUTS];
    for (int32_t row = 0; row < rows.count; row += HEIGHT) {
        const float *scales = rows.scales + row;
        float *target = out + row * stride;
        int32_t height = rows.count - row < HEIGHT ? rows.count - row : HEIGHT;
        hearsay_widen(rows.values + (size_t)row * rows.stride, rows.stride, height, matrix->inputs, widened);
        for (int32_t first = 0; first < matrix->outputs; first += 4) {
#define CASE(n) \
    case n: tile(n, matrix, first, widened, scales, target, stride); break
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

const hearsay_kernel hearsay_sse2 = {
    .name = "sse2",
    .is_available = sse2_is_available,
    .product = sse2_product,
    .embed = sse2_embed,
    .quantise = sse2_quantise,
    .gelu = sse2_gelu,
    .normalise = sse2_normalise,
    .attend = sse2_attend,
    .dots = sse2_dots,
    .exponentials = sse2_exponentials,
};

#endif
