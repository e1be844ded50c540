#include "dispatch.h"
#include "MixtureKernels.h"
#include "lanes.h"

/// Four groups at a time share each centre's coordinates.
INLINE void mk_nearest_body(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to,
                            int *nearest, double *distance) {
  const size_t d = rows->dimension;
  for (size_t g = from; g < to; g += mk_quad) {
    const lanes *x = (const lanes *)rows->values + g * d;
    lanes best[mk_quad], index[mk_quad];
    for (int q = 0; q < mk_quad; q++) {
      best[q] = SPLAT(__builtin_inf());
      index[q] = SPLAT(0.0);
    }
    for (size_t k = 0; k < count; k++) {
      lanes total[mk_quad] = {SPLAT(0.0), SPLAT(0.0), SPLAT(0.0), SPLAT(0.0)};
      for (size_t j = 0; j < d; j++) {
        double center = centers[k * d + j];
        for (int q = 0; q < mk_quad; q++) {
          lanes v = x[q * d + j] - center;
          total[q] += v * v;
        }
      }
      for (int q = 0; q < mk_quad; q++) {
        index[q] = SELECT(total[q] < best[q], SPLAT((double)k), index[q]);
        best[q] = SELECT(total[q] < best[q], total[q], best[q]);
      }
    }
    for (int q = 0; q < mk_quad; q++) {
      ((lanes *)distance)[g + q] = best[q];
      for (int lane = 0; lane < mk_lanes; lane++) nearest[(g + q) * mk_lanes + lane] = (int)index[q][lane];
    }
  }
}

DISPATCHED(mk_nearest,
           (const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to, int *nearest,
            double *distance),
           (rows, centers, count, from, to, nearest, distance))
