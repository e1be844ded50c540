#include <stdatomic.h>
#include <unistd.h>

#include "levels.h"

static _Atomic int limit = 2;

static int supported_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return 2;
  if (__builtin_cpu_supports("x86-64-v3")) return 1;
#endif
  return 0;
}

int mk_dispatch_level(void) {
  int allowed = atomic_load_explicit(&limit, memory_order_relaxed);
  int supported = supported_level();
  return allowed < supported ? allowed : supported;
}

void mk_limit_dispatch_level(int level) { atomic_store_explicit(&limit, level, memory_order_relaxed); }

static const mk_loops *loops(void) {
#if defined(__x86_64__)
  switch (mk_dispatch_level()) {
    case 2: return &mk_v4;
    case 1: return &mk_v3;
  }
#endif
  return &mk_baseline;
}

void mk_pass(const mk_rows *rows, const mk_mixture *mixture, mk_given given, size_t from, size_t to, double *scratch,
             double *sums) {
  loops()->pass(rows, mixture, given, from, to, scratch, sums);
}

void mk_evaluate(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                 double *density, double *joint, double *responsibility) {
  loops()->evaluate(rows, mixture, from, to, scratch, density, joint, responsibility);
}

void mk_classify(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                 int32_t *labels, double sums[3]) {
  loops()->classify(rows, mixture, from, to, scratch, labels, sums);
}

void mk_assign(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to, double *scratch,
               int32_t *labels, double *distances, double *sums) {
  loops()->assign(rows, centers, count, from, to, scratch, labels, distances, sums);
}

void mk_potential(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to, double *scratch,
                  const double *potential, double *sums) {
  loops()->potential(rows, centers, count, from, to, scratch, potential, sums);
}

double mk_lower_potential(const mk_rows *rows, const double *center, size_t from, size_t to, double *scratch,
                          double *potential) {
  return loops()->lower_potential(rows, center, from, to, scratch, potential);
}

void mk_exp_array(const double *x, size_t count, double *result) { loops()->exp_array(x, count, result); }

void mk_log_array(const double *x, size_t count, double *result) { loops()->log_array(x, count, result); }

int mk_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}
