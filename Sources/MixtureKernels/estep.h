#pragma once
#include "MixtureKernels.h"
#include "lanes.h"

/// Groups worked on together: 128 rows, so that their whitened coordinates stay in the second-level cache.
enum { block_groups = 16 };

/// Where a block's intermediate values lie in the scratch space.
typedef struct {
  lanes *whitened;  ///< K × block_groups × d
  lanes *logs;      ///< K × block_groups: log πₖ N(x | k), later the responsibilities
  lanes *shared;    ///< block_groups × d, rows whitened by the one shared factor
} block_space;

/// y = L⁻¹ (x − μ) by forward substitution for four groups; the sum of squares goes to `distance`. `mean` null means 0.
INLINE void whiten_quad(const lanes *x, size_t d, const double *mean, const double *factor, lanes *y, lanes *distance) {
  lanes total[mk_quad] = {SPLAT(0.0), SPLAT(0.0), SPLAT(0.0), SPLAT(0.0)};
  for (size_t j = 0; j < d; j++) {
    const double *row = factor + j * d;
    double center = mean ? mean[j] : 0.0;
    lanes a[mk_quad];
    for (int q = 0; q < mk_quad; q++) a[q] = x[q * d + j] - center;
    for (size_t i = 0; i < j; i++) {
      double l = row[i];
      for (int q = 0; q < mk_quad; q++) a[q] -= y[q * d + i] * l;
    }
    double reciprocal = row[j];
    for (int q = 0; q < mk_quad; q++) {
      lanes v = a[q] * reciprocal;
      y[q * d + j] = v;
      total[q] += v * v;
    }
  }
  for (int q = 0; q < mk_quad; q++) distance[q] = total[q];
}

/// y = (x − μ) · scale column by column for one group; `scale` null means 1.
INLINE void scale_group(const lanes *x, size_t d, const double *mean, const double *scale, lanes *y, lanes *distance) {
  lanes total = SPLAT(0.0);
  for (size_t j = 0; j < d; j++) {
    lanes v = x[j] - mean[j];
    if (scale) v *= scale[j];
    y[j] = v;
    total += v * v;
  }
  *distance = total;
}

/// Whitened coordinates and log πₖ N(x | k) of `count` groups (a multiple of four) for every component.
INLINE void evaluate_block(const lanes *x, size_t d, const mk_mixture *mixture, size_t count, block_space space) {
  if (mixture->structure == mk_shared_triangular)
    for (size_t g = 0; g < count; g += mk_quad) {
      lanes ignored[mk_quad];
      whiten_quad(x + g * d, d, NULL, mixture->factors, space.shared + g * d, ignored);
    }
  for (size_t k = 0; k < mixture->components; k++) {
    lanes *y = space.whitened + k * block_groups * d;
    lanes *logs = space.logs + k * block_groups;
    const double *mean = mixture->means + k * d;
    switch (mixture->structure) {
      case mk_triangular:
        for (size_t g = 0; g < count; g += mk_quad)
          whiten_quad(x + g * d, d, mean, mixture->factors + k * d * d, y + g * d, logs + g);
        break;
      case mk_shared_triangular:
        for (size_t g = 0; g < count; g++) scale_group(space.shared + g * d, d, mean, NULL, y + g * d, logs + g);
        break;
      default:
        for (size_t g = 0; g < count; g++) scale_group(x + g * d, d, mean, mixture->factors + k * d, y + g * d, logs + g);
    }
    double offset = mixture->offsets[k];
    for (size_t g = 0; g < count; g++) logs[g] = offset - logs[g] * 0.5;
  }
}

/// log Σₖ exp(logₖ) of one group; turns the logs into exponentials relative to their largest, and their sum.
INLINE void log_sum_exp(lanes *logs, size_t components, lanes *result, lanes *sum) {
  lanes largest = logs[0];
  for (size_t k = 1; k < components; k++) {
    lanes v = logs[k * block_groups];
    largest = SELECT(v > largest, v, largest);
  }
  lanes total = SPLAT(0.0);
  for (size_t k = 0; k < components; k++) {
    lanes v = logs[k * block_groups] - largest;
    lane_exp(&v, &v);
    logs[k * block_groups] = v;
    total += v;
  }
  lanes logarithm;
  lane_log(&total, &logarithm);
  *result = largest + logarithm;
  *sum = total;
}

INLINE block_space divide_scratch(double *scratch, const mk_mixture *mixture, size_t d) {
  block_space space;
  space.whitened = (lanes *)scratch;
  space.logs = space.whitened + mixture->components * block_groups * d;
  space.shared = space.logs + mixture->components * block_groups;
  return space;
}
