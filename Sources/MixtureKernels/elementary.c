#include "MixtureKernels.h"
#include "dispatch.h"
#include "lanes.h"

INLINE void mk_exp_array_body(const double *x, size_t count, double *result) {
  for (size_t i = 0; i < count; i += mk_lanes) {
    size_t used = count - i < mk_lanes ? count - i : mk_lanes;
    lanes v = SPLAT(0.0);
    memcpy(&v, x + i, used * sizeof(double));
    lane_exp(&v, &v);
    memcpy(result + i, &v, used * sizeof(double));
  }
}

DISPATCHED(mk_exp_array, (const double *x, size_t count, double *result), (x, count, result))

double mk_exp(double x) {
  lanes v = SPLAT(x);
  lane_exp(&v, &v);
  return v[0];
}

double mk_log(double x) {
  if (x != x || x < 0) return __builtin_nan("");
  if (x == 0) return -__builtin_inf();
  if (x > 0x1.fffffffffffffp1023) return x;
  const int subnormal = x < 0x1p-1022;
  lanes v = SPLAT(subnormal ? x * 0x1p54 : x);
  lane_log(&v, &v);
  return subnormal ? v[0] - 54.0 * 0.6931471805599453 : v[0];
}
