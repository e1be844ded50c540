#pragma once
#include "moments.h"

/// |x − c|² of `count` vectors of rows (four at a time).
INLINE void square_distances(const vec *x, size_t d, const double *center, vec *total) {
  UNROLL for (int q = 0; q < 4; q++) total[q] = splat(0.0);
  for (size_t j = 0; j < d; j++)
    UNROLL for (int q = 0; q < 4; q++) {
      vec value = x[j * block_vecs + q] - center[j];
      total[q] += value * value;
    }
}

/// The nearest centre of every row of a block, counted from 0, in `nearest`, and its squared distance.
INLINE void find_nearest(const vec *x, size_t d, const double *centers, size_t count, size_t vecs, vec *nearest,
                         vec *distances) {
  for (size_t v = 0; v < vecs; v += 4) {
    vec best[4], index[4];
    UNROLL for (int q = 0; q < 4; q++) {
      best[q] = splat(__builtin_inf());
      index[q] = splat(0.0);
    }
    for (size_t k = 0; k < count; k++) {
      vec total[4];
      square_distances(x + v, d, centers + k * d, total);
      UNROLL for (int q = 0; q < 4; q++) {
        bits nearer = total[q] < best[q];
        index[q] = choose(nearer, splat((double)k), index[q]);
        best[q] = choose(nearer, total[q], best[q]);
      }
    }
    UNROLL for (int q = 0; q < 4; q++) {
      nearest[v + q] = index[q];
      distances[v + q] = best[q];
    }
  }
}

/// Adds the rows of each centre: their number, their weight, and Σ w x.
INLINE void add_members(const vec *x, size_t d, size_t count, size_t vecs, block_space space, const vec *nearest,
                        double *sums) {
  for (size_t k = 0; k < count; k++) {
    double *own = sums + 8 * k * (2 + d);
    vec *weights = space.whitened, number[strands], weight[strands];
    UNROLL for (int s = 0; s < strands; s++) {
      number[s] = lanes_of(own, 0)[s];
      weight[s] = lanes_of(own, 1)[s];
    }
    for (size_t v = 0; v < vecs; v += strands)
      UNROLL for (int s = 0; s < strands; s++) {
        bits member = nearest[v + s] == (double)k;
        weights[v + s] = (vec)(member & (bits)space.weights[v + s]);
        number[s] += (vec)(member & (bits)splat(1.0));
        weight[s] += weights[v + s];
      }
    UNROLL for (int s = 0; s < strands; s++) {
      lanes_of(own, 0)[s] = number[s];
      lanes_of(own, 1)[s] = weight[s];
    }
    add_weighted_columns(weights, x, vecs, d, own + 8 * 2);
  }
}

/// Puts the nearest centres among the labels; how many labels change.
INLINE size_t relabel(const double *restrict nearest, size_t count, int32_t *restrict labels) {
  uint32_t changed = 0;
  for (size_t i = 0; i < count; i++) {
    const int32_t label = (int32_t)nearest[i];
    changed += labels[i] != label;
    labels[i] = label;
  }
  return changed;
}

static void run_assign(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to,
                       double *scratch, int32_t *labels, double *distances, double *sums) {
  const size_t d = rows->dimension;
  const block_space space = divide_scratch(scratch, count, d);
  vec *nearest = space.logs, *squares = space.shared;
  size_t changed = 0;
  clear_sums(space.sums, 1 + count * (2 + d));
  for (size_t start = from; start < to; start += mk_block) {
    const size_t end = least(start + mk_block, to), vecs = load_block(rows, start, end, space);
    find_nearest(space.rows, d, centers, count, vecs, nearest, squares);
    changed += relabel((const double *)nearest, end - start, labels + start);
    // Padding belongs to no centre.
    for (size_t i = end - start; i < vecs * width; i++) ((double *)nearest)[i] = -1;
    add_weighted(space.weights, squares, vecs, 1, space.sums);
    if (distances) memcpy(distances + start, squares, (end - start) * sizeof(double));
    add_members(space.rows, d, count, vecs, space, nearest, space.sums + 8);
  }
  sums[0] = (double)changed;
  reduce_sums(space.sums, 1 + count * (2 + d), sums + 1);
}

static void run_potential(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to,
                          double *scratch, const double *potential, double *sums) {
  const size_t d = rows->dimension;
  const block_space space = divide_scratch(scratch, count, d);
  clear_sums(space.sums, count);
  for (size_t start = from; start < to; start += mk_block) {
    const size_t end = least(start + mk_block, to), vecs = load_block(rows, start, end, space);
    if (potential)
      load_padded(potential + start, end - start, vecs * width, (double *)space.shared);
    else
      for (size_t v = 0; v < vecs; v++) space.shared[v] = splat(__builtin_inf());
    for (size_t v = 0; v < vecs; v += 4)
      for (size_t k = 0; k < count; k++) {
        vec total[4];
        square_distances(space.rows + v, d, centers + k * d, total);
        UNROLL for (int q = 0; q < 4; q++) {
          vec present = space.shared[v + q];
          vec lower = choose(total[q] < present, total[q], present);
          lanes_of(space.sums, k)[(v + q) % strands] += space.weights[v + q] * lower;
        }
      }
  }
  reduce_sums(space.sums, count, sums);
}

static double run_lower_potential(const mk_rows *rows, const double *center, size_t from, size_t to, double *scratch,
                                  double *potential) {
  const block_space space = divide_scratch(scratch, 1, rows->dimension);
  vec sum[strands];
  UNROLL for (int s = 0; s < strands; s++) sum[s] = splat(0.0);
  for (size_t start = from; start < to; start += mk_block) {
    const size_t end = least(start + mk_block, to), vecs = load_block(rows, start, end, space);
    load_padded(potential + start, end - start, vecs * width, (double *)space.shared);
    for (size_t v = 0; v < vecs; v += 4) {
      vec total[4];
      square_distances(space.rows + v, rows->dimension, center, total);
      UNROLL for (int q = 0; q < 4; q++) {
        vec present = space.shared[v + q];
        space.shared[v + q] = choose(total[q] < present, total[q], present);
        sum[q % strands] += space.weights[v + q] * space.shared[v + q];
      }
    }
    memcpy(potential + start, space.shared, (end - start) * sizeof(double));
  }
  UNROLL for (int s = 0; s < strands; s++) lanes_of(space.sums, 0)[s] = sum[s];
  return lane_sum(space.sums);
}
