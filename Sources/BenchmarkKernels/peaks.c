#include <string.h>

#include "BenchmarkKernels.h"

#pragma clang fp contract(off)

/// Six products and six sums are in flight at once: enough to hide the latency of both, and with two constants few
/// enough for sixteen registers.
enum { chains = 6 };

#define MULTIPLY_ADD(NAME, WIDTH, TARGET)                                     \
  typedef double NAME##_vector __attribute__((vector_size((WIDTH) * 8)));     \
  TARGET static double NAME(size_t turns) {                                   \
    const double near_one = 1.0 - 0x1p-50, step = 0x1p-20;                    \
    NAME##_vector products[chains], sums[chains];                             \
    for (int c = 0; c < chains; c++)                                          \
      for (int lane = 0; lane < (WIDTH); lane++) {                            \
        products[c][lane] = 1.0 + c;                                          \
        sums[c][lane] = c;                                                    \
      }                                                                       \
    for (size_t turn = 0; turn < turns; turn++)                               \
      for (int c = 0; c < chains; c++) {                                      \
        products[c] *= near_one;                                              \
        sums[c] += step;                                                      \
      }                                                                       \
    double total = 0;                                                         \
    for (int c = 0; c < chains; c++)                                          \
      for (int lane = 0; lane < (WIDTH); lane++) total += products[c][lane] + sums[c][lane]; \
    return total;                                                             \
  }

#if defined(__x86_64__)

MULTIPLY_ADD(multiply_add_8, 8, __attribute__((target("arch=x86-64-v4"), min_vector_width(512))))
MULTIPLY_ADD(multiply_add_4, 4, __attribute__((target("arch=x86-64-v3"))))
MULTIPLY_ADD(multiply_add_2, 2, )

/// Doubles in the widest register.
static int width(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("x86-64-v4") ? 8 : __builtin_cpu_supports("x86-64-v3") ? 4 : 2;
}

const char *bk_instruction_set(void) { return width() == 8 ? "AVX-512" : width() == 4 ? "AVX2" : "SSE2"; }

double bk_multiply_add(size_t turns) {
  switch (width()) {
    case 8: return multiply_add_8(turns);
    case 4: return multiply_add_4(turns);
    default: return multiply_add_2(turns);
  }
}

#else

MULTIPLY_ADD(multiply_add_2, 2, )

static int width(void) { return 2; }

const char *bk_instruction_set(void) {
#if defined(__aarch64__)
  return "NEON";
#else
  return "baseline instructions";
#endif
}

double bk_multiply_add(size_t turns) { return multiply_add_2(turns); }

#endif

size_t bk_multiply_add_operations(void) { return 2 * chains * (size_t)width(); }

void bk_copy(double *target, const double *source, size_t count) { memcpy(target, source, count * sizeof(double)); }
