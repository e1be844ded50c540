#include <string.h>

#include "levels.h"

#if defined(__x86_64__)
#define MK_LOOPS mk_v4
#define MK_WIDTH 8
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"), min_vector_width(512))), apply_to = function)
#include "loops/all.h"
#pragma clang attribute pop
#endif
