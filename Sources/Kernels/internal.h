#ifndef HEARSAY_KERNELS_INTERNAL_H
#define HEARSAY_KERNELS_INTERNAL_H

#include <string.h>

#include "kernels.h"

/// Queries of one head whose scores stand in the scratch at a time.
#define HEARSAY_GROUP 24

/// Floats from one row of scores or transposed keys to the next: whole tiles, and not a power of two, which would put
/// all rows into the same few sets of the cache.
static inline size_t hearsay_attention_width(size_t count) { return (count + 63) / 64 * 64 + 16; }

extern const hearsay_kernel hearsay_plain;
#if defined(__x86_64__)
extern const hearsay_kernel hearsay_sse2;
extern const hearsay_kernel hearsay_avx2;
extern const hearsay_kernel hearsay_avxvnni;
extern const hearsay_kernel hearsay_vnni;
#elif defined(__aarch64__)
extern const hearsay_kernel hearsay_neon;
#endif

/// What a product needs of one output beside its integer sum.
static inline __attribute__((always_inline)) float
hearsay_output(const hearsay_matrix *matrix, int32_t output, int32_t total, float row_scale) {
#pragma STDC FP_CONTRACT OFF
    return (float)total * row_scale * matrix->scales[output] + matrix->biases[output];
}

#endif
