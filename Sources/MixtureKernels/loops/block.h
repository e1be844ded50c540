#pragma once
#include "vectors.h"

/// Where a block's values lie in the scratch space; a column is `block_vecs` vectors long.
typedef struct {
  vec *rows;       ///< d columns: x − shift
  vec *weights;    ///< 1: 0 for padding
  vec *density;    ///< 1: log p(x)
  vec *total;      ///< 1: what exponentials add up to
  vec *shared;     ///< d: rows whitened by the one shared factor, or r y of one component
  vec *logs;       ///< K: log πₖ N(x | k), later responsibilities times weights
  vec *distances;  ///< K: |x − μₖ|²
  vec *whitened;   ///< K × d
  double *sums;    ///< eight lanes each
} block_space;

INLINE block_space divide_scratch(double *scratch, size_t components, size_t d) {
  block_space space;
  space.rows = (vec *)scratch;
  space.weights = space.rows + d * block_vecs;
  space.density = space.weights + block_vecs;
  space.total = space.density + block_vecs;
  space.shared = space.total + block_vecs;
  space.logs = space.shared + d * block_vecs;
  space.distances = space.logs + components * block_vecs;
  space.whitened = space.distances + components * block_vecs;
  space.sums = (double *)(space.whitened + components * d * block_vecs);
  return space;
}

INLINE size_t least(size_t a, size_t b) { return a < b ? a : b; }

/// `count` values, then zeros up to `padded`.
INLINE void load_padded(const double *source, size_t count, size_t padded, double *target) {
  memcpy(target, source, count * sizeof(double));
  memset(target + count, 0, (padded - count) * sizeof(double));
}

/// Brings rows [from, to), at most a block, into the space, padded to a multiple of 32 with rows of 0 and weight 0.
/// Returns how many vectors a column has.
INLINE size_t load_block(const mk_rows *rows, size_t from, size_t to, block_space space) {
  const size_t count = to - from, padded = (count + 31) / 32 * 32;
  for (size_t j = 0; j < rows->dimension; j++) {
    const double *column = rows->columns[j] + from;
    const double shift = rows->shift[j];
    vec *target = space.rows + j * block_vecs;
    // The next block comes from memory while this one is worked on.
    if (to + mk_block <= rows->count)
      for (size_t i = 0; i < mk_block; i += 8) __builtin_prefetch(column + mk_block + i, 0, 2);
    const size_t whole = count / width;
    for (size_t v = 0; v < whole; v++) target[v] = *(const loose *)(column + v * width) - shift;
    for (size_t i = whole * width; i < padded; i++) ((double *)target)[i] = i < count ? column[i] - shift : 0.0;
  }
  double *weights = (double *)space.weights;
  if (rows->weights)
    load_padded(rows->weights + from, count, padded, weights);
  else
    for (size_t i = 0; i < padded; i++) weights[i] = i < count ? 1.0 : 0.0;
  return padded / width;
}

/// The vectors that hold a row: whole sets of lanes. What is done row by row, and dear, stops there.
INLINE size_t used_vectors(size_t count) { return (count + 7) / 8 * strands; }

INLINE void clear_sums(double *sums, size_t count) { memset(sums, 0, count * 8 * sizeof(double)); }

INLINE void reduce_sums(const double *sums, size_t count, double *result) {
  for (size_t m = 0; m < count; m++) result[m] = lane_sum(sums + m * 8);
}

/// The vectors of a sum's eight lanes.
INLINE vec *lanes_of(double *sums, size_t index) { return (vec *)(sums + index * 8); }
