#include <stdatomic.h>
#include <unistd.h>

#include "MixtureKernels.h"

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

int mk_processor_count(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}
