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
INLINE void take_given(mk_given given, size_t components, size_t rows, size_t from, size_t to, size_t vecs,
                       block_space space) {
  if (given.labels) {
    double *labels = (double *)space.total;
    for (size_t i = from; i < to; i++) labels[i - from] = given.labels[i];
    for (size_t i = to - from; i < vecs * width; i++) labels[i] = -1;
    for (size_t k = 0; k < components; k++)
      for (size_t v = 0; v < vecs; v++)
        space.logs[k * block_vecs + v] = (vec)((space.total[v] == (double)k) & (bits)space.weights[v]);
    return;
  }
  for (size_t k = 0; k < components; k++) {
    vec *shares = space.logs + k * block_vecs;
    load_padded(given.shares + k * rows + from, to - from, vecs * width, (double *)shares);
    for (size_t v = 0; v < vecs; v++) shares[v] *= space.weights[v];
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
    const size_t end = least(start + mk_block, to), vecs = used_vectors(end - start);
    component_densities(mixture, d, load_block(rows, start, end, space), space);
    if (given.labels || given.shares)
      take_given(given, components, rows->count, start, end, vecs, space);
    else
      take_shares(components, vecs, space, space.sums);
    for (size_t k = 0; k < components; k++)
      add_moments(structure, space.logs + k * block_vecs, space.whitened + k * d * block_vecs,
                  space.distances + k * block_vecs, vecs, d, space.shared, space.sums + 8 * (1 + k * stride));
  }
  reduce_sums(space.sums, count, sums);
}
