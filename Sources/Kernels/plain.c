#include "internal.h"

#define FUNCTION(name) plain_##name
#define QUERIES 2
#define KEYS 1
#define WEIGHED 1
#define MIXED 2
#include "floats.h"

static bool plain_is_available(void) { return true; }

static void plain_product(const hearsay_matrix *matrix, hearsay_rows rows, float *out, size_t stride) {
    for (int32_t row = 0; row < rows.count; row++) {
        const uint8_t *values = rows.values + (size_t)row * rows.stride;
        for (int32_t first = 0; first < matrix->outputs; first += HEARSAY_BLOCK) {
            const int8_t *weights = matrix->weights + (size_t)first * matrix->inputs;
            int32_t totals[HEARSAY_BLOCK] = {0};
            for (int32_t input = 0; input < matrix->inputs; input += 4, weights += 4 * HEARSAY_BLOCK) {
                for (int32_t output = 0; output < HEARSAY_BLOCK; output++) {
                    const int8_t *w = weights + output * 4;
                    const uint8_t *v = values + input;
                    totals[output] += w[0] * v[0] + w[1] * v[1] + w[2] * v[2] + w[3] * v[3];
                }
            }
            for (int32_t output = 0; output < HEARSAY_BLOCK; output++) {
                int32_t total = totals[output] - matrix->offsets[first + output];
                out[row * stride + first + output] = hearsay_output(matrix, first + output, total, rows.scales[row]);
            }
        }
    }
}

const hearsay_kernel hearsay_plain = {
    .name = "plain",
    .is_available = plain_is_available,
    .product = plain_product,
    .embed = plain_embed,
    .quantise = plain_quantise,
    .gelu = plain_gelu,
    .normalise = plain_normalise,
    .attend = plain_attend,
    .dots = plain_dots,
    .exponentials = plain_exponentials,
};
