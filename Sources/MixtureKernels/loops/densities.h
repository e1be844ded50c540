#pragma once
#include "block.h"

/// Rows j … j + height − 1 of the forward substitution y = L⁻¹ (x − μ) for `across` vectors of rows; adds their squares
/// to `total`. `mean` null means 0.
INLINE void whiten_panel(const vec *x, size_t d, const double *mean, const double *factor, size_t j, const int height,
                         vec *y, vec *total) {
  vec a[tile_rows][across];
  UNROLL for (int h = 0; h < height; h++) {
    const double center = mean ? mean[j + h] : 0.0;
    UNROLL for (int q = 0; q < across; q++) a[h][q] = x[(j + h) * block_vecs + q] - center;
  }
  for (size_t i = 0; i < j; i++)
    UNROLL for (int h = 0; h < height; h++) {
      const double l = factor[(j + h) * d + i];
      UNROLL for (int q = 0; q < across; q++) a[h][q] -= y[i * block_vecs + q] * l;
    }
  UNROLL for (int h = 0; h < height; h++) {
    const double *row = factor + (j + h) * d + j;
    UNROLL for (int b = 0; b < h; b++)
      UNROLL for (int q = 0; q < across; q++) a[h][q] -= a[b][q] * row[b];
    UNROLL for (int q = 0; q < across; q++) {
      a[h][q] *= row[h];
      y[(j + h) * block_vecs + q] = a[h][q];
      total[q] += a[h][q] * a[h][q];
    }
  }
}

/// y = L⁻¹ (x − μ); `logs`, when not null, becomes offset − ½ |y|².
INLINE void whiten(const vec *x, size_t d, const double *mean, const double *factor, size_t vecs, vec *y, vec *logs,
                   double offset) {
  for (size_t v = 0; v < vecs; v += across) {
    vec total[across];
    UNROLL for (int q = 0; q < across; q++) total[q] = splat(0.0);
    size_t j = 0;
    for (; j + 4 <= d; j += 4) whiten_panel(x + v, d, mean, factor, j, 4, y + v, total);
    switch (d - j) {
      case 3: whiten_panel(x + v, d, mean, factor, j, 3, y + v, total); break;
      case 2: whiten_panel(x + v, d, mean, factor, j, 2, y + v, total); break;
      case 1: whiten_panel(x + v, d, mean, factor, j, 1, y + v, total); break;
    }
    if (!logs) continue;
    UNROLL for (int q = 0; q < across; q++) logs[v + q] = offset - total[q] * 0.5;
  }
}

/// y = (x − μ) · scale, column by column; `scale` null means 1. `squares` becomes |y|².
INLINE void scale_columns(const vec *x, size_t d, const double *mean, const double *scale, size_t vecs, vec *y,
                          vec *squares) {
  for (size_t v = 0; v < vecs; v += 4) {
    vec total[4];
    UNROLL for (int q = 0; q < 4; q++) total[q] = splat(0.0);
    for (size_t j = 0; j < d; j++) {
      const double center = mean[j], by = scale ? scale[j] : 1.0;
      UNROLL for (int q = 0; q < 4; q++) {
        vec value = x[j * block_vecs + v + q] - center;
        if (scale) value *= by;
        y[j * block_vecs + v + q] = value;
        total[q] += value * value;
      }
    }
    UNROLL for (int q = 0; q < 4; q++) squares[v + q] = total[q];
  }
}

/// The coordinates y and log πₖ N(x | k) of a block's rows for every component.
INLINE void component_densities(const mk_mixture *mixture, size_t d, size_t vecs, block_space space) {
  const int structure = mixture->structure;
  if (structure == mk_shared_triangular) whiten(space.rows, d, NULL, mixture->factors, vecs, space.shared, NULL, 0);
  for (size_t k = 0; k < mixture->components; k++) {
    vec *y = space.whitened + k * d * block_vecs, *logs = space.logs + k * block_vecs;
    vec *squares = space.distances + k * block_vecs;
    const double *mean = mixture->means + k * d;
    const double offset = mixture->offsets[k];
    if (structure == mk_triangular) {
      whiten(space.rows, d, mean, mixture->factors + k * d * d, vecs, y, logs, offset);
      continue;
    }
    double half = 0.5;
    if (structure == mk_diagonal) {
      scale_columns(space.rows, d, mean, mixture->factors + k * d, vecs, y, squares);
    } else if (structure == mk_spherical) {
      scale_columns(space.rows, d, mean, NULL, vecs, y, squares);
      half = 0.5 * mixture->factors[k * d] * mixture->factors[k * d];
    } else {
      scale_columns(space.shared, d, mean, NULL, vecs, y, squares);
    }
    for (size_t v = 0; v < vecs; v++) logs[v] = offset - squares[v] * half;
  }
}

/// log Σₖ exp(logₖ) of a block's rows in `density`; turns the logs into exponentials relative to their largest, whose
/// sums are `total`. Exponentials and logarithms have loops of their own, so that those of many rows overlap.
INLINE void log_sum_exp(vec *logs, size_t components, size_t vecs, vec *density, vec *total) {
  for (size_t v = 0; v < vecs; v++) {
    vec largest = logs[v];
    for (size_t k = 1; k < components; k++) {
      vec value = logs[k * block_vecs + v];
      largest = choose(value > largest, value, largest);
    }
    vec sum = splat(0.0);
    for (size_t k = 0; k < components; k++) {
      vec value = exp_below(logs[k * block_vecs + v] - largest);
      logs[k * block_vecs + v] = value;
      sum += value;
    }
    density[v] = largest;
    total[v] = sum;
  }
  for (size_t v = 0; v < vecs; v++) density[v] += vec_log(total[v]);
}
