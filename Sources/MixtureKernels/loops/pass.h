#pragma once
#include "densities.h"
#include "moments.h"

/// Turns a block's log densities into responsibilities times weights, and adds up the log-likelihood.
INLINE void take_shares(size_t components, size_t vecs, block_space space, double *likelihood) {
  log_sum_exp(space.logs, components, vecs, space.density, space.total);
  for (size_t v = 0; v < vecs; v++) {
    space.density[v] *= space.weights[v];
    space.total[v] = space.weights[v] / space.total[v];
  }
  add_column(space.density, vecs, lanes_of(likelihood, 0));
  for (size_t k = 0; k < components; k++)
    for (size_t v = 0; v < vecs; v++) space.logs[k * block_vecs + v] *= space.total[v];
}

/// Responsibilities times weights of rows [from, to) as they are given.
INLINE void take_given(mk_given given, size_t components, size_t rows, size_t from, size_t to, block_space space) {
  const double *weights = (const double *)space.weights;
  for (size_t k = 0; k < components; k++) {
    double *target = (double *)(space.logs + k * block_vecs);
    memset(target, 0, mk_block * sizeof(double));
    for (size_t i = from; i < to; i++) {
      const double share = given.labels ? (double)(given.labels[i] == (int32_t)k) : given.shares[k * rows + i];
      target[i - from] = share * weights[i - from];
    }
  }
}

static void run_pass(const mk_rows *rows, const mk_mixture *mixture, mk_given given, size_t from, size_t to,
                     double *scratch, double *sums) {
  const size_t d = rows->dimension, components = mixture->components;
  const int structure = mixture->structure;
  const size_t stride = 1 + d + second_count(structure, d), count = 1 + components * stride;
  const block_space space = divide_scratch(scratch, components, d);
  clear_sums(space.sums, count);
  for (size_t start = from; start < to; start += mk_block) {
    const size_t end = least(start + mk_block, to), vecs = load_block(rows, start, end, space);
    component_densities(mixture, d, vecs, space);
    if (given.labels || given.shares)
      take_given(given, components, rows->count, start, end, space);
    else
      take_shares(components, vecs, space, space.sums);
    for (size_t k = 0; k < components; k++)
      add_moments(structure, space.logs + k * block_vecs, space.whitened + k * d * block_vecs,
                  space.distances + k * block_vecs, vecs, d, space.shared, space.sums + 8 * (1 + k * stride));
  }
  reduce_sums(space.sums, count, sums);
}
