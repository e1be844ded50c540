#pragma once
#include <stddef.h>

/// The inner loops of Gaussian mixtures.
///
/// Rows come in groups of eight lanes: `rows[(g * dimension + j) * 8 + lane]` is column j of row 8 g + lane. Groups
/// are padded to a multiple of four with rows of weight 0. Every sum runs in a fixed order, nothing is contracted into
/// fused multiply-adds, and exp and log are computed here: the bits of a result depend neither on the processor nor on
/// how groups are shared out between threads in whole chunks.

enum { mk_lanes = 8, mk_quad = 4 };

/// How a component's covariance reaches the loops.
enum mk_structure {
  /// factors: K × d × d lower Cholesky factors, row-major, with *reciprocal* diagonals; means: K × d.
  mk_triangular = 0,
  /// factors: one such factor for all components; means: K × d, already whitened by it.
  mk_shared_triangular = 1,
  /// factors: K × d reciprocal standard deviations; means: K × d.
  mk_diagonal = 2,
};

typedef struct {
  const double *values;   ///< groups × dimension × 8
  const double *weights;  ///< groups × 8: the weight of a row, 0 for padding
  size_t groups;          ///< a multiple of four
  size_t dimension;
} mk_rows;

typedef struct {
  int structure;
  size_t components;
  const double *means;
  const double *factors;
  const double *offsets;  ///< K: log πₖ − ½ d log 2π − log det Lₖ
} mk_mixture;

/// Doubles of scratch space a call needs.
size_t mk_scratch_count(const mk_mixture *mixture, size_t dimension);

/// Doubles one chunk's sums take: the log-likelihood, then per component nₖ, Σ r y (d), and Σ r y yᵀ (d × d, lower
/// triangle; d when the structure is diagonal), all in whitened coordinates y = L⁻¹ (x − μ).
size_t mk_sums_count(const mk_mixture *mixture, size_t dimension);

/// One E-step over groups [from, to) with the sums its M-step needs. `given`, when not null, replaces the
/// responsibilities (K × 8 groups).
void mk_pass(const mk_rows *rows, const mk_mixture *mixture, const double *given, size_t from, size_t to,
             double *scratch, double *sums);

/// The log densities of groups [from, to). Each output may be null: `density` (8 groups) is log p(x), `joint` and
/// `responsibility` (K × 8 groups) are log πₖ N(x | k) and their shares.
void mk_evaluate(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                 double *density, double *joint, double *responsibility);

/// The nearest of K centres (K × d) for the rows of groups [from, to): its index, and the squared distance.
void mk_nearest(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to, int *nearest,
                double *distance);

/// e^x within one unit in the last place for −708 ≤ x ≤ 709; 0 below, infinity above.
double mk_exp(double x);
/// The natural logarithm within one unit in the last place; −infinity at 0, NaN below.
double mk_log(double x);
void mk_exp_array(const double *x, size_t count, double *result);

/// The instruction sets compiled in: 0 baseline, 1 x86-64-v3, 2 x86-64-v4. The best the processor has is used.
int mk_dispatch_level(void);
/// Caps the level, for tests that compare levels; results do not change by it.
void mk_limit_dispatch_level(int level);

/// Processors online.
int mk_processor_count(void);
