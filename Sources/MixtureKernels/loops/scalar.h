#pragma once
#include "vectors.h"

double mk_exp(double x) { return vec_exp(splat(x))[0]; }

double mk_log(double x) {
  if (x != x || x < 0) return __builtin_nan("");
  if (x == 0) return -__builtin_inf();
  if (x > 0x1.fffffffffffffp1023) return x;
  const int subnormal = x < 0x1p-1022;
  double result = vec_log(splat(subnormal ? x * 0x1p54 : x))[0];
  return subnormal ? result - 54.0 * 0.6931471805599453 : result;
}
