#ifndef HEARSAY_KERNELS_H
#define HEARSAY_KERNELS_H
#include <stdint.h>
#endif
