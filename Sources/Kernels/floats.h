// The floating-point functions of a kernel, written once with 16-lane vectors. Each instruction set includes this file
// under its own target, so the lanes live in one, two or four registers; the operations and their order are the same.
//
// Before including: FUNCTION(name) names a function of this instruction set. QUERIES and KEYS give the tile of the
// attention scores (rows, and vectors of keys, that are summed at once), WEIGHED the rows whose weights and MIXED the
// rows whose weighted sums are computed at once. A tile's shape changes no order of operations.

#pragma STDC FP_CONTRACT OFF
// The vectors cross no call: every function that takes or returns one is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#include "internal.h"

typedef float lanes __attribute__((ext_vector_type(16)));
typedef int32_t integers __attribute__((ext_vector_type(16)));
typedef int8_t signed16 __attribute__((ext_vector_type(16)));
typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));

#define INLINE static inline __attribute__((always_inline))
#define LANES 16
#define UNROLLED _Pragma("clang loop unroll(full)")

INLINE lanes all(float x) { return (lanes)x; }

INLINE lanes load(const float *p) {
    lanes x;
    memcpy(&x, p, sizeof x);
    return x;
}

INLINE void store(float *p, lanes x) { memcpy(p, &x, sizeof x); }

INLINE lanes smaller(lanes a, lanes b) { return a < b ? a : b; }

INLINE lanes larger(lanes a, lanes b) { return a > b ? a : b; }

/// To the nearest integer, ties to even, for |x| < 2^22.
INLINE lanes nearest(lanes x) { return (x + all(12582912.0f)) - all(12582912.0f); }

#define HALVES(x, operation)                                                                                 \
    float half[LANES];                                                                                       \
    store(half, x);                                                                                          \
    for (int width = LANES / 2; width > 0; width /= 2) {                                                     \
        for (int lane = 0; lane < width; lane++) { half[lane] = operation(half[lane], half[lane + width]); } \
    }                                                                                                        \
    return half[0]

#define PLUS(a, b) ((a) + (b))
#define MAXIMUM(a, b) ((a) > (b) ? (a) : (b))

INLINE float sum(lanes x) { HALVES(x, PLUS); }

INLINE float largest(lanes x) { HALVES(x, MAXIMUM); }

/// exp for x <= 0; below -87 it is the smallest normal number's neighbourhood, never zero or infinite.
INLINE lanes exponential(lanes x) {
    x = larger(x, all(-87.0f));
    lanes n = nearest(x * all(1.44269504f));
    lanes r = (x - n * all(0.693359375f)) + n * all(2.12194440e-4f);
    lanes p = all(1.0f / 720);
    p = p * r + all(1.0f / 120);
    p = p * r + all(1.0f / 24);
    p = p * r + all(1.0f / 6);
    p = p * r + all(0.5f);
    p = p * r + all(1.0f);
    p = p * r + all(1.0f);
    integers power = (__builtin_convertvector(n, integers) + 127) << 23;
    lanes scale;
    memcpy(&scale, &power, sizeof scale);
    return p * scale;
}

/// erf(x / sqrt 2) as x times a polynomial in x^2 / 13.52 - 1 on |x| <= 5.2, fitted to the smallest largest error of
/// GELU.
INLINE lanes gaussian_error(lanes x) {
    lanes s = smaller(larger(x, all(-5.2f)), all(5.2f));
    lanes t = s * s * all(1.0f / 13.52f) - all(1.0f);
    lanes p = all(1.718261628e-03f);
    p = p * t + all(-5.008426029e-03f);
    p = p * t + all(5.705931690e-03f);
    p = p * t + all(-7.009378634e-03f);
    p = p * t + all(1.511634048e-02f);
    p = p * t + all(-2.620818093e-02f);
    p = p * t + all(3.677427024e-02f);
    p = p * t + all(-4.918635264e-02f);
    p = p * t + all(6.381449103e-02f);
    p = p * t + all(-7.988265157e-02f);
    p = p * t + all(1.000603437e-01f);
    p = p * t + all(-1.354867965e-01f);
    p = p * t + all(2.718998790e-01f);
    return p * s;
}

static void FUNCTION(embed)(
    const int8_t *weights, float scale, const float *position, const float *feature, size_t width, float *out
) {
    for (size_t i = 0; i < width; i += LANES) {
        signed16 w;
        memcpy(&w, weights + i, sizeof w);
        store(out + i, __builtin_convertvector(w, lanes) * all(scale) + load(position + i) + load(feature + i));
    }
}

static void FUNCTION(gelu)(float *x, size_t stride, size_t count, size_t width) {
    for (size_t row = 0; row < count; row++, x += stride) {
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = load(x + i);
            store(x + i, all(0.5f) * v * (all(1.0f) + gaussian_error(v)));
        }
    }
}

static void FUNCTION(quantise)(
    const float *x, size_t stride, size_t count, size_t width, uint8_t *out, size_t out_stride, float *scales
) {
    for (size_t row = 0; row < count; row++, x += stride, out += out_stride) {
        lanes top = all(0);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = load(x + i);
            top = larger(top, larger(v, -v));
        }
        float extreme = largest(top);
        scales[row] = extreme / 127.0f;
        lanes inverse = all(extreme > 0 ? 127.0f / extreme : 0.0f);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = smaller(larger(nearest(load(x + i) * inverse), all(-127.0f)), all(127.0f));
            bytes16 b = __builtin_convertvector(__builtin_convertvector(v, integers) + 128, bytes16);
            memcpy(out + i, &b, sizeof b);
        }
        memset(out + width, 128, out_stride - width);
    }
}

static void FUNCTION(normalise)(
    float *x, size_t stride, const float *added, size_t added_stride, size_t count, size_t width, const float *weight,
    const float *bias
) {
    for (size_t row = 0; row < count; row++, x += stride) {
        lanes total = all(0);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = load(x + i);
            if (added) {
                v += load(added + row * added_stride + i);
                store(x + i, v);
            }
            total += v;
        }
        lanes mean = all(sum(total) / (float)width);
        total = all(0);
        for (size_t i = 0; i < width; i += LANES) {
            lanes v = load(x + i) - mean;
            total += v * v;
        }
        lanes inverse = all(1.0f / __builtin_elementwise_sqrt(sum(total) / (float)width + 1e-12f));
        for (size_t i = 0; i < width; i += LANES) {
            store(x + i, (load(x + i) - mean) * inverse * load(weight + i) + load(bias + i));
        }
    }
}

static void FUNCTION(dots)(const float *a, const float *b, size_t stride, size_t count, size_t width, float *out) {
    for (size_t row = 0; row < count; row++, b += stride) {
        lanes total = all(0);
        for (size_t i = 0; i < width; i += LANES) { total += load(a + i) * load(b + i); }
        out[row] = sum(total);
    }
}

static float FUNCTION(exponentials)(float *x, size_t width) {
    if (width == 0) { return 0; }
    float top = x[0];
    for (size_t i = 1; i < width; i++) { top = MAXIMUM(top, x[i]); }
    lanes total = all(0);
    size_t i = 0;
    for (; i + LANES <= width; i += LANES) {
        lanes e = exponential(load(x + i) - all(top));
        store(x + i, e);
        total += e;
    }
    if (i < width) {
        float rest[LANES];
        for (size_t lane = 0; lane < LANES; lane++) { rest[lane] = i + lane < width ? x[i + lane] - top : 0; }
        store(rest, exponential(load(rest)));
        for (size_t lane = i; lane < width; lane++) {
            x[lane] = rest[lane - i];
            total[lane - i] += rest[lane - i];
        }
    }
    return sum(total);
}

/// Scores of `height` queries against all keys of one head: each is summed over the head's 32 values in order. Keys
/// past `count` score so low that they weigh nothing.
INLINE void
score(int height, const float *queries, size_t stride, const float *keys, size_t width, size_t count, float *scores) {
    const lanes scale = all(0.176776695f);
    for (size_t key = 0; key < count; key += KEYS * LANES) {
        lanes total[QUERIES][KEYS];
        UNROLLED for (int row = 0; row < height; row++) {
            UNROLLED for (int part = 0; part < KEYS; part++) { total[row][part] = all(0); }
        }
        for (size_t d = 0; d < HEARSAY_HEAD; d++) {
            lanes k[KEYS];
            UNROLLED for (int part = 0; part < KEYS; part++) { k[part] = load(keys + d * width + key + part * LANES); }
            UNROLLED for (int row = 0; row < height; row++) {
                lanes q = all(queries[row * stride + d]);
                UNROLLED for (int part = 0; part < KEYS; part++) { total[row][part] += q * k[part]; }
            }
        }
        UNROLLED for (int row = 0; row < height; row++) {
            UNROLLED for (int part = 0; part < KEYS; part++) {
                store(scores + row * width + key + part * LANES, total[row][part] * scale);
            }
        }
    }
    UNROLLED for (int row = 0; row < height; row++) {
        for (size_t key = count; key % LANES != 0; key++) { scores[row * width + key] = -1e30f; }
    }
}

/// Turns `height` rows of scores into weights, and gives their sums.
INLINE void weigh(int height, float *scores, size_t width, size_t count, float *totals) {
    lanes top[WEIGHED], total[WEIGHED];
    UNROLLED for (int row = 0; row < height; row++) { top[row] = load(scores + row * width); }
    for (size_t i = LANES; i < count; i += LANES) {
        UNROLLED for (int row = 0; row < height; row++) { top[row] = larger(top[row], load(scores + row * width + i)); }
    }
    UNROLLED for (int row = 0; row < height; row++) {
        top[row] = all(largest(top[row]));
        total[row] = all(0);
    }
    size_t whole = count / LANES * LANES;
    for (size_t i = 0; i < whole; i += LANES) {
        UNROLLED for (int row = 0; row < height; row++) {
            lanes e = exponential(load(scores + row * width + i) - top[row]);
            store(scores + row * width + i, e);
            total[row] += e;
        }
    }
    UNROLLED for (int row = 0; row < height; row++) {
        if (whole < count) {
            lanes e = exponential(load(scores + row * width + whole) - top[row]);
            store(scores + row * width + whole, e);
            for (size_t i = whole; i < count; i++) { total[row][i - whole] += e[i - whole]; }
        }
        totals[row] = sum(total[row]);
    }
}

/// Weighted sums of the values of one head for `height` queries, in the order of the keys.
INLINE void
mix(int height, const float *weights, size_t width, const float *values, size_t count, const float *totals, float *out,
    size_t out_stride) {
    lanes total[MIXED][2];
    UNROLLED for (int row = 0; row < height; row++) { total[row][0] = total[row][1] = all(0); }
    for (size_t key = 0; key < count; key++) {
        lanes a = load(values + key * HEARSAY_HEAD);
        lanes b = load(values + key * HEARSAY_HEAD + LANES);
        UNROLLED for (int row = 0; row < height; row++) {
            lanes w = all(weights[row * width + key]);
            total[row][0] += w * a;
            total[row][1] += w * b;
        }
    }
    UNROLLED for (int row = 0; row < height; row++) {
        lanes inverse = all(1.0f / totals[row]);
        store(out + row * out_stride, total[row][0] * inverse);
        store(out + row * out_stride + LANES, total[row][1] * inverse);
    }
}

static void FUNCTION(attend)(
    const float *rows, size_t stride, size_t count, size_t heads, float *scratch, float *out, size_t out_stride
) {
    const size_t hidden = heads * HEARSAY_HEAD;
    const size_t width = hearsay_attention_width(count);
    float *keys = scratch;
    float *values = keys + HEARSAY_HEAD * width;
    float *scores = values + HEARSAY_HEAD * width;
    memset(keys, 0, HEARSAY_HEAD * width * sizeof *keys);
    for (size_t head = 0; head < heads; head++) {
        const float *query = rows + head * HEARSAY_HEAD;
        for (size_t i = 0; i < count; i++) {
            const float *key = query + i * stride + hidden;
            for (size_t d = 0; d < HEARSAY_HEAD; d++) { keys[d * width + i] = key[d]; }
            memcpy(values + i * HEARSAY_HEAD, key + hidden, HEARSAY_HEAD * sizeof *values);
        }
        for (size_t first = 0; first < count; first += HEARSAY_GROUP) {
            const size_t height = count - first < HEARSAY_GROUP ? count - first : HEARSAY_GROUP;
            const float *group = query + first * stride;
            float *target = out + first * out_stride + head * HEARSAY_HEAD;
            float totals[HEARSAY_GROUP];
            size_t row = 0;
            for (; row + QUERIES <= height; row += QUERIES) {
                score(QUERIES, group + row * stride, stride, keys, width, count, scores + row * width);
            }
            for (; row < height; row++) {
                score(1, group + row * stride, stride, keys, width, count, scores + row * width);
            }
            for (row = 0; row + WEIGHED <= height; row += WEIGHED) {
                weigh(WEIGHED, scores + row * width, width, count, totals + row);
            }
            for (; row < height; row++) { weigh(1, scores + row * width, width, count, totals + row); }
            for (row = 0; row + MIXED <= height; row += MIXED) {
                mix(MIXED, scores + row * width, width, values, count, totals + row, target + row * out_stride,
                    out_stride);
            }
            for (; row < height; row++) {
                mix(1, scores + row * width, width, values, count, totals + row, target + row * out_stride, out_stride);
            }
        }
    }
}
