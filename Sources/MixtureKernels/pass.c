#include "dispatch.h"
#include "estep.h"

size_t mk_scratch_count(const mk_mixture *mixture, size_t d) {
  size_t k = mixture->components;
  size_t moments = 1 + k * (1 + d + d * d);
  return mk_lanes * (block_groups * (k * (d + 1) + d) + moments);
}

static inline size_t second_count(const mk_mixture *mixture, size_t d) {
  return mixture->structure == mk_diagonal ? d : d * d;
}

size_t mk_sums_count(const mk_mixture *mixture, size_t d) {
  return 1 + mixture->components * (1 + d + second_count(mixture, d));
}

/// Adds Σ r yⱼ yᵢ of a block to a tile of `height` × `width` accumulators, held in registers meanwhile.
INLINE void add_tile(const lanes *y, const lanes *r, size_t count, size_t d, size_t j, size_t i, int height, int width,
                     lanes *second) {
  lanes a[2][4];
  for (int h = 0; h < height; h++)
    for (int w = 0; w < width; w++) a[h][w] = second[(j + h) * d + i + w];
  for (size_t g = 0; g < count; g++) {
    const lanes *row = y + g * d;
    lanes weight = r[g];
    for (int h = 0; h < height; h++) {
      lanes scaled = row[j + h] * weight;
      for (int w = 0; w < width; w++) a[h][w] += scaled * row[i + w];
    }
  }
  for (int h = 0; h < height; h++)
    for (int w = 0; w < width; w++) second[(j + h) * d + i + w] = a[h][w];
}

/// Adds Σ r y yᵀ of a block, in tiles that cover the lower triangle.
INLINE void add_second_moments(const lanes *y, const lanes *r, size_t count, size_t d, lanes *second) {
  size_t j = 0;
  for (; j + 2 <= d; j += 2) {
    size_t i = 0;
    for (; i + 4 <= j + 2; i += 4) add_tile(y, r, count, d, j, i, 2, 4, second);
    for (; i < j + 2; i += 2) add_tile(y, r, count, d, j, i, 2, 2, second);
  }
  if (j < d) {
    size_t i = 0;
    for (; i + 4 <= d; i += 4) add_tile(y, r, count, d, j, i, 1, 4, second);
    for (; i < d; i++) add_tile(y, r, count, d, j, i, 1, 1, second);
  }
}

INLINE void add_moments(const lanes *y, const lanes *r, size_t count, size_t d, int diagonal, lanes *moments) {
  lanes total = moments[0];
  for (size_t g = 0; g < count; g++) total += r[g];
  moments[0] = total;
  for (size_t j = 0; j < d; j++) {
    lanes first = moments[1 + j];
    for (size_t g = 0; g < count; g++) first += r[g] * y[g * d + j];
    moments[1 + j] = first;
  }
  lanes *second = moments + 1 + d;
  if (!diagonal) {
    add_second_moments(y, r, count, d, second);
    return;
  }
  for (size_t j = 0; j < d; j++) {
    lanes square = second[j];
    for (size_t g = 0; g < count; g++) square += r[g] * y[g * d + j] * y[g * d + j];
    second[j] = square;
  }
}

INLINE void mk_pass_body(const mk_rows *rows, const mk_mixture *mixture, const double *given, size_t from, size_t to,
                         double *scratch, double *sums) {
  const size_t d = rows->dimension, components = mixture->components;
  const int diagonal = mixture->structure == mk_diagonal;
  const size_t stride = 1 + d + second_count(mixture, d), moment_count = 1 + components * stride;
  block_space space = divide_scratch(scratch, mixture, d);
  lanes *moments = space.shared + block_groups * d;
  for (size_t m = 0; m < moment_count; m++) moments[m] = SPLAT(0.0);
  lanes likelihood = SPLAT(0.0);
  for (size_t start = from; start < to; start += block_groups) {
    const size_t count = to - start < block_groups ? to - start : block_groups;
    const lanes *weights = (const lanes *)rows->weights + start;
    evaluate_block((const lanes *)rows->values + start * d, d, mixture, count, space);
    if (given) {
      for (size_t k = 0; k < components; k++)
        for (size_t g = 0; g < count; g++)
          space.logs[k * block_groups + g] = ((const lanes *)given)[k * rows->groups + start + g] * weights[g];
    } else {
      for (size_t g = 0; g < count; g++) {
        lanes density, sum;
        log_sum_exp(space.logs + g, components, &density, &sum);
        likelihood += density * weights[g];
        lanes share = weights[g] / sum;
        for (size_t k = 0; k < components; k++) space.logs[k * block_groups + g] *= share;
      }
    }
    for (size_t k = 0; k < components; k++)
      add_moments(space.whitened + k * block_groups * d, space.logs + k * block_groups, count, d, diagonal,
                  moments + 1 + k * stride);
  }
  moments[0] = likelihood;
  for (size_t m = 0; m < moment_count; m++) sums[m] = lane_sum(moments + m);
}

DISPATCHED(mk_pass,
           (const mk_rows *rows, const mk_mixture *mixture, const double *given, size_t from, size_t to,
            double *scratch, double *sums),
           (rows, mixture, given, from, to, scratch, sums))
