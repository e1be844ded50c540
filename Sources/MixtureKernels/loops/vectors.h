#pragma once
#include <stdint.h>
#include <string.h>

#include "../levels.h"

// With contraction off and sums over eight lanes, all levels give the same bits whatever their width.
#pragma clang fp contract(off)

enum {
  /// Doubles in a vector.
  width = MK_WIDTH,
  /// Vectors that make up the eight lanes.
  strands = 8 / MK_WIDTH,
  /// Vectors in a block's column.
  block_vecs = mk_block / MK_WIDTH,
  /// Vectors of rows that share the loads of a factor; with `tile_rows` sums each they fill the registers.
  across = MK_WIDTH == 8 ? 4 : 2,
  tile_rows = 4,
  tile_columns = MK_WIDTH == 8 ? 4 : 2,
};

typedef double vec __attribute__((vector_size(8 * MK_WIDTH)));
typedef int64_t bits __attribute__((vector_size(8 * MK_WIDTH)));
/// Wherever it lies.
typedef double loose __attribute__((vector_size(8 * MK_WIDTH), aligned(8)));

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

INLINE vec splat(double value) { return (vec){} + value; }

/// `a` where the mask is set, `b` elsewhere.
INLINE vec choose(bits mask, vec a, vec b) { return (vec)((mask & (bits)a) | (~mask & (bits)b)); }

/// The sum of eight lanes as a fixed tree.
INLINE double lane_sum(const double *x) { return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7])); }

/// Adding and removing 1.5 · 2⁵² rounds to the nearest integer, whose low bits then stand in the mantissa.
#define ROUNDER 6755399441055744.0

/// e^x for x ≤ 709, and 0 below −708: x = m log 2 + r with |r| ≤ ½ log 2, and e^r = 1 + r + r² p(r), p being the
/// polynomial of degree 9 with the least largest relative error, 2⁻⁵⁷·⁹ (by Remez's exchange).
INLINE vec exp_below(vec x) {
  vec shifted = x * 1.4426950408889634 + ROUNDER;
  vec m = shifted - ROUNDER;
  // log 2 in two parts; the first has 21 trailing zero bits, so that m times it is exact.
  vec r = (x - m * 0x1.62e42fee00000p-1) - m * 0x1.a39ef35793c76p-33;
  vec p = splat(0x1.ad7f293e0536bp-26);
  p = p * r + 0x1.28ad9b4bcf124p-22;
  p = p * r + 0x1.71df25c0325ffp-19;
  p = p * r + 0x1.a01999e2aaef5p-16;
  p = p * r + 0x1.a01a012a09af7p-13;
  p = p * r + 0x1.6c16c1843891cp-10;
  p = p * r + 0x1.1111111127d1dp-7;
  p = p * r + 0x1.555555555083fp-5;
  p = p * r + 0x1.55555555554f9p-3;
  p = p * r + 0x1.000000000000ap-1;
  p = (p * (r * r) + r) + 1.0;
  vec power = (vec)(((bits)shifted << 52) + ((int64_t)1023 << 52));
  return (vec)(~(x < -708.0) & (bits)(p * power));
}

INLINE vec vec_exp(vec x) { return choose(x > 709.0, splat(__builtin_inf()), exp_below(x)); }

/// log x of positive normal numbers: x = 2ᵉ m with m in [√½, √2), f = m − 1, s = f / (2 + f), and
/// log m = 2 artanh s = 2 s + s³ p(s²), arranged around f so that only its small part is rounded; p is the polynomial of
/// degree 6 whose largest error is least, 2⁻⁵⁹·⁴ of 2 s.
INLINE vec vec_log(vec argument) {
  bits x = (bits)argument;
  const int64_t root_half = 0x3fe6a09e667f3bcd;
  bits exponent = (x - root_half) >> 52;
  vec f = (vec)(x - (exponent << 52)) - 1.0;
  vec rounder = splat(ROUNDER);
  vec e = (vec)(exponent + (bits)rounder) - ROUNDER;
  vec s = f / (f + 2.0);
  vec z = s * s;
  vec p = splat(0x1.2f097d75321e6p-3);
  p = p * z + 0x1.39a1576a096f9p-3;
  p = p * z + 0x1.7466428f2f7afp-3;
  p = p * z + 0x1.c71c51f89135dp-3;
  p = p * z + 0x1.2492494204867p-2;
  p = p * z + 0x1.999999997fc71p-2;
  p = p * z + 0x1.5555555555593p-1;
  p = p * z;
  vec half_square = f * f * 0.5;
  vec small = half_square - (s * (half_square + p) + e * 0x1.a39ef35793c76p-33);
  return e * 0x1.62e42fee00000p-1 - (small - f);
}
