#pragma once
#include "MixtureKernels.h"

/// The loops compiled for one instruction set.
typedef struct {
  void (*pass)(const mk_rows *, const mk_mixture *, mk_given, size_t, size_t, double *, double *);
  void (*evaluate)(const mk_rows *, const mk_mixture *, size_t, size_t, double *, double *, double *, double *);
  void (*classify)(const mk_rows *, const mk_mixture *, size_t, size_t, double *, int32_t *, double *);
  void (*assign)(const mk_rows *, const double *, size_t, size_t, size_t, double *, int32_t *, double *, double *);
  void (*potential)(const mk_rows *, const double *, size_t, size_t, size_t, double *, const double *, double *);
  double (*lower_potential)(const mk_rows *, const double *, size_t, size_t, double *, double *);
  void (*exp_array)(const double *, size_t, double *);
  void (*log_array)(const double *, size_t, double *);
} mk_loops;

extern const mk_loops mk_baseline;
#if defined(__x86_64__)
extern const mk_loops mk_v3, mk_v4;
#endif
