#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The arithmetic of the network, once for every instruction set.
///
/// Every kernel gives the same bits. Products are exact in 32-bit integers. Floating-point work has one order of
/// operations whatever the width of the registers: sums run in 16 fixed lanes that are added as a tree, nothing is
/// contracted to a fused multiply-add, and exp and erf are own polynomials.

enum {
    /// Outputs of a packed matrix come in blocks of this many.
    HEARSAY_BLOCK = 16,
    /// The outputs of a packed matrix are padded to a multiple of this.
    HEARSAY_OUTPUT_ALIGNMENT = 32,
    /// The inputs of a packed matrix are padded to a multiple of this.
    HEARSAY_INPUT_ALIGNMENT = 64,
    /// The most inputs (with padding) of a matrix.
    HEARSAY_MAX_INPUTS = 2048,
    /// Values of one attention head.
    HEARSAY_HEAD = 32,
};

/// A matrix of 8-bit weights, packed for the processor: for each block of 16 outputs, for each group of 4 inputs, 16 x
/// 4 bytes. What an output gives is `sum * row scale * scale + bias`.
typedef struct {
    const int8_t *weights;
    /// For each output 128 times the sum of its weights: activations are stored with 128 added.
    const int32_t *offsets;
    const float *scales;
    const float *biases;
    /// With padding: multiples of 32 and of 64.
    int32_t outputs;
    int32_t inputs;
} hearsay_matrix;

/// Rows of 8-bit activations: value + 128, one scale a row.
typedef struct {
    const uint8_t *values;
    const float *scales;
    int32_t count;
    /// Bytes of a row: at least the padded inputs of the matrix.
    int32_t stride;
} hearsay_rows;

/// One instruction set's functions. Strides of float rows count floats.
typedef struct {
    const char *name;
    bool (*is_available)(void);

    /// out[row][output] for all padded outputs of the matrix.
    void (*product)(const hearsay_matrix *matrix, hearsay_rows rows, float *out, size_t stride);

    /// out = weights * scale + position + feature, `width` values, a multiple of 16.
    void (*embed)(
        const int8_t *weights, float scale, const float *position, const float *feature, size_t width, float *out
    );

    /// Symmetric 8 bits a row: scale = largest absolute value / 127, to nearest, ties to even; stored with 128 added,
    /// and padded with 128 up to `out_stride`. `width` is a multiple of 16.
    void (*quantise)(
        const float *x, size_t stride, size_t count, size_t width, uint8_t *out, size_t out_stride, float *scales
    );

    /// x = x / 2 * (1 + erf(x / sqrt 2)), in place, off by at most 3e-6. `width` is a multiple of 16.
    void (*gelu)(float *x, size_t stride, size_t count, size_t width);

    /// x = LayerNorm(x + added), in place; `added` may be null. Epsilon is 1e-12. `width` is a multiple of 16.
    void (*normalise)(
        float *x, size_t stride, const float *added, size_t added_stride, size_t count, size_t width,
        const float *weight, const float *bias
    );

    /// Attention among `count` rows of queries, keys and values (side by side, `heads` x 32 each). `scratch` holds
    /// `hearsay_attention_scratch(count)` floats.
    void (*attend)(
        const float *rows, size_t stride, size_t count, size_t heads, float *scratch, float *out, size_t out_stride
    );

    /// out[i] = a . b[i]. `width` is a multiple of 16.
    void (*dots)(const float *a, const float *b, size_t stride, size_t count, size_t width, float *out);

    /// x = exp(x - largest x), in place; returns the sum. Any width.
    float (*exponentials)(float *x, size_t width);
} hearsay_kernel;

/// The kernels compiled for this architecture, best first; the last is plain C and always available.
size_t hearsay_kernel_count(void);
const hearsay_kernel *hearsay_kernel_at(size_t index);

/// Packs part of a matrix of weights [outputs][stride] into blocks that have been set to zero, from output `first` on.
/// `depth` is the number of inputs used, `inputs` the padded inputs of the packed matrix.
void hearsay_pack(
    const int8_t *weights, size_t outputs, size_t depth, size_t stride, size_t first, size_t inputs, int8_t *packed,
    int32_t *offsets
);

/// Floats of scratch that `attend` needs for a window of `count` pieces.
size_t hearsay_attention_scratch(size_t count);

#endif
