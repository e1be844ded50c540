#include "dispatch.h"
#include "estep.h"

INLINE void mk_evaluate_body(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                             double *density, double *joint, double *responsibility) {
  const size_t d = rows->dimension, components = mixture->components;
  block_space space = divide_scratch(scratch, mixture, d);
  for (size_t start = from; start < to; start += block_groups) {
    const size_t count = to - start < block_groups ? to - start : block_groups;
    evaluate_block((const lanes *)rows->values + start * d, d, mixture, count, space);
    for (size_t g = 0; g < count; g++) {
      const size_t group = start + g;
      if (joint)
        for (size_t k = 0; k < components; k++)
          ((lanes *)joint)[k * rows->groups + group] = space.logs[k * block_groups + g];
      lanes logarithm, sum;
      log_sum_exp(space.logs + g, components, &logarithm, &sum);
      if (density) ((lanes *)density)[group] = logarithm;
      if (!responsibility) continue;
      lanes share = 1.0 / sum;
      for (size_t k = 0; k < components; k++)
        ((lanes *)responsibility)[k * rows->groups + group] = space.logs[k * block_groups + g] * share;
    }
  }
}

DISPATCHED(mk_evaluate,
           (const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch, double *density,
            double *joint, double *responsibility),
           (rows, mixture, from, to, scratch, density, joint, responsibility))
