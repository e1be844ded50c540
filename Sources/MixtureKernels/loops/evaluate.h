#pragma once
#include "densities.h"

/// Copies a block's K columns to rows of K.
INLINE void transpose(const vec *columns, size_t components, size_t count, double *target) {
  for (size_t k = 0; k < components; k++) {
    const double *column = (const double *)(columns + k * block_vecs);
    for (size_t i = 0; i < count; i++) target[i * components + k] = column[i];
  }
}

static void run_evaluate(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                         double *density, double *joint, double *responsibility) {
  const size_t components = mixture->components;
  const block_space space = divide_scratch(scratch, components, rows->dimension);
  for (size_t start = from; start < to; start += mk_block) {
    const size_t end = least(start + mk_block, to), vecs = used_vectors(end - start), place = start - from;
    component_densities(mixture, rows->dimension, load_block(rows, start, end, space), space);
    if (joint) transpose(space.logs, components, end - start, joint + place * components);
    log_sum_exp(space.logs, components, vecs, space.density, space.total);
    if (density) memcpy(density + place, space.density, (end - start) * sizeof(double));
    if (!responsibility) continue;
    for (size_t k = 0; k < components; k++)
      for (size_t v = 0; v < vecs; v++) space.logs[k * block_vecs + v] /= space.total[v];
    transpose(space.logs, components, end - start, responsibility + place * components);
  }
}

/// What one vector of rows adds to Σ w log p, Σ −w r log r and Σ −w log max r; the label of each.
INLINE vec classify_vector(const vec *logs, size_t components, vec weight, vec *density, vec *entropy, vec *doubt) {
  vec largest = logs[0], label = splat(0.0), total = splat(0.0), mean = splat(0.0);
  for (size_t k = 1; k < components; k++) {
    bits better = logs[k * block_vecs] > largest;
    largest = choose(better, logs[k * block_vecs], largest);
    label = choose(better, splat((double)k), label);
  }
  for (size_t k = 0; k < components; k++) {
    vec below = logs[k * block_vecs] - largest, share = exp_below(below);
    total += share;
    // Nothing of a component without a share, whose logarithm may be −infinity.
    mean += (vec)((share > 0.0) & (bits)(share * below));
  }
  vec surplus = vec_log(total);
  *density += weight * (largest + surplus);
  *entropy += weight * (surplus - mean / total);
  *doubt += weight * surplus;
  return label;
}

static void run_classify(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                         int32_t *labels, double *sums) {
  const block_space space = divide_scratch(scratch, mixture->components, rows->dimension);
  clear_sums(space.sums, 3);
  for (size_t start = from; start < to; start += mk_block) {
    const size_t end = least(start + mk_block, to), vecs = used_vectors(end - start);
    component_densities(mixture, rows->dimension, load_block(rows, start, end, space), space);
    for (size_t v = 0; v < vecs; v++) {
      const size_t strand = v % strands;
      space.shared[v] = classify_vector(space.logs + v, mixture->components, space.weights[v],
                                        lanes_of(space.sums, 0) + strand, lanes_of(space.sums, 1) + strand,
                                        lanes_of(space.sums, 2) + strand);
    }
    if (labels)
      for (size_t i = start; i < end; i++) labels[i - from] = (int32_t)((double *)space.shared)[i - start];
  }
  reduce_sums(space.sums, 3, sums);
}

/// Arguments that are not all positive normal numbers go one by one.
static void run_log_array(const double *x, size_t count, double *result) {
  for (size_t i = 0; i < count; i += width) {
    const size_t used = least(count - i, width);
    vec value = splat(1.0);
    memcpy(&value, x + i, used * sizeof(double));
    bits normal = (value >= 0x1p-1022) & (value <= 0x1.fffffffffffffp1023);
    int all = 1;
    for (int lane = 0; lane < width; lane++) all &= normal[lane] != 0;
    if (!all) {
      for (size_t lane = 0; lane < used; lane++) result[i + lane] = mk_log(value[lane]);
      continue;
    }
    value = vec_log(value);
    memcpy(result + i, &value, used * sizeof(double));
  }
}

static void run_exp_array(const double *x, size_t count, double *result) {
  for (size_t i = 0; i < count; i += width) {
    const size_t used = least(count - i, width);
    vec value = splat(0.0);
    memcpy(&value, x + i, used * sizeof(double));
    value = vec_exp(value);
    memcpy(result + i, &value, used * sizeof(double));
  }
}
