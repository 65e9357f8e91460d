// Activations as 16-bit integers, for instruction sets that have no product of bytes that is both signed and exact.

#include "internal.h"

static inline void hearsay_widen(const uint8_t *values, size_t stride, size_t count, size_t width, int16_t *out) {
    for (size_t row = 0; row < count; row++) {
        for (size_t i = 0; i < width; i++) { out[row * width + i] = (int16_t)(values[row * stride + i] - 128); }
    }
}
