#pragma once
#include <stddef.h>

/// Loops that do nothing but keep a machine busy, to learn the most that it can do.

/// The widest instructions the processor has of those compiled in: "AVX-512", "AVX2", "SSE2", or "NEON" and the like.
const char *bk_instruction_set(void);

/// Floating-point operations of one turn of `bk_multiply_add`: half of them multiplications, half additions.
size_t bk_multiply_add_operations(void);

/// `turns` turns of independent multiplications and additions on registers; nothing is contracted into fused
/// multiply-adds, as nothing is in the kernels measured against it. The result depends on all of them.
double bk_multiply_add(size_t turns);

/// Copies `count` doubles.
void bk_copy(double *target, const double *source, size_t count);
