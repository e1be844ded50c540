#include "MixtureKernels.h"

size_t mk_sums_count(int structure, size_t components, size_t d) {
  const size_t second = structure == mk_spherical ? 1 : structure == mk_diagonal ? d : d * d;
  return 1 + components * (1 + d + second);
}

size_t mk_scratch_count(size_t components, size_t d) {
  const size_t columns = 2 * d + 3 + components * (2 + d);
  return mk_block * columns + 8 * (mk_sums_count(mk_triangular, components, d) + components);
}
