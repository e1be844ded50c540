#pragma once
#include <stdint.h>
#include <string.h>

#pragma clang fp contract(off)

/// Eight rows side by side.
typedef double lanes __attribute__((vector_size(64), aligned(8)));
typedef int64_t bits __attribute__((vector_size(64), aligned(8)));

#define INLINE static inline __attribute__((always_inline))

/// Writes `value` to all lanes.
#define SPLAT(value) ((lanes){(value), (value), (value), (value), (value), (value), (value), (value)})

/// The lanes of `a` where the mask is set, those of `b` elsewhere.
#define SELECT(mask, a, b) ((lanes)(((bits)(mask) & (bits)(a)) | (~(bits)(mask) & (bits)(b))))

/// The sum of eight lanes as a fixed tree.
INLINE double lane_sum(const lanes *v) {
  lanes x = *v;
  return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

/// Adding and removing 1.5 · 2⁵² rounds to the nearest integer, whose low bits then stand in the mantissa.
#define ROUNDER 6755399441055744.0

/// e^x: x = m log 2 + r with |r| ≤ ½ log 2, then the Taylor series of e^r to degree 13 (remainder below 2⁻⁵⁷).
INLINE void lane_exp(const lanes *argument, lanes *result) {
  lanes x = *argument;
  lanes shifted = x * 1.4426950408889634 + ROUNDER;
  lanes m = shifted - ROUNDER;
  // log 2 in two parts; the first has 21 trailing zero bits, so that m times it is exact.
  lanes r = (x - m * 0x1.62e42fee00000p-1) - m * 0x1.a39ef35793c76p-33;
  lanes p = SPLAT(1.0 / 6227020800.0);
  p = p * r + 1.0 / 479001600.0;
  p = p * r + 1.0 / 39916800.0;
  p = p * r + 1.0 / 3628800.0;
  p = p * r + 1.0 / 362880.0;
  p = p * r + 1.0 / 40320.0;
  p = p * r + 1.0 / 5040.0;
  p = p * r + 1.0 / 720.0;
  p = p * r + 1.0 / 120.0;
  p = p * r + 1.0 / 24.0;
  p = p * r + 1.0 / 6.0;
  p = p * r + 0.5;
  p = (p * (r * r) + r) + 1.0;
  lanes power = (lanes)(((bits)shifted << 52) + ((int64_t)1023 << 52));
  lanes value = p * power;
  value = SELECT(x < -708.0, SPLAT(0.0), value);
  *result = SELECT(x > 709.0, SPLAT(__builtin_inf()), value);
}

/// log x of positive normal numbers: x = 2ᵉ m with m in [√½, √2), f = m − 1, s = f / (2 + f), and the series of the
/// inverse hyperbolic tangent, arranged around f so that only its small part is rounded.
INLINE void lane_log(const lanes *argument, lanes *result) {
  bits x = (bits)*argument;
  const int64_t root_half = 0x3fe6a09e667f3bcd;
  bits exponent = (x - root_half) >> 52;
  lanes f = (lanes)(x - (exponent << 52)) - 1.0;
  lanes rounder = SPLAT(ROUNDER);
  lanes e = (lanes)(exponent + (bits)rounder) - ROUNDER;
  lanes s = f / (f + 2.0);
  lanes z = s * s;
  lanes p = SPLAT(2.0 / 25.0);
  p = p * z + 2.0 / 23.0;
  p = p * z + 2.0 / 21.0;
  p = p * z + 2.0 / 19.0;
  p = p * z + 2.0 / 17.0;
  p = p * z + 2.0 / 15.0;
  p = p * z + 2.0 / 13.0;
  p = p * z + 2.0 / 11.0;
  p = p * z + 2.0 / 9.0;
  p = p * z + 2.0 / 7.0;
  p = p * z + 2.0 / 5.0;
  p = p * z + 2.0 / 3.0;
  p = p * z;
  lanes half_square = f * f * 0.5;
  lanes small = half_square - (s * (half_square + p) + e * 0x1.a39ef35793c76p-33);
  *result = e * 0x1.62e42fee00000p-1 - (small - f);
}
