#pragma once
#include <stddef.h>
#include <stdint.h>

/// The inner loops of Gaussian mixtures.
///
/// Rows are read column by column from wherever they lie, in blocks of 128 that are centred and then stay in the cache
/// while every component looks at them; nothing of the size of the data is written. Every sum runs over eight lanes (row
/// i belongs to lane i mod 8) that are added up as a fixed tree, nothing is contracted into fused multiply-adds, and exp
/// and log are computed here. So the bits of a result depend neither on the processor nor on how ranges of rows are
/// shared out between threads.

enum { mk_block = 128 };

/// How a component's covariance reaches the loops.
enum mk_structure {
  /// factors: K × d × d lower Cholesky factors, row-major, with *reciprocal* diagonals; means: K × d.
  mk_triangular = 0,
  /// factors: one such factor for all components; means: K × d, already whitened by it.
  mk_shared_triangular = 1,
  /// factors: K × d reciprocal standard deviations; means: K × d.
  mk_diagonal = 2,
  /// As mk_diagonal, the reciprocal deviations of a component being all the same; only the trace of second moments is
  /// added up.
  mk_spherical = 3,
};

typedef struct {
  const double *const *columns;  ///< d pointers to `count` values each
  const double *shift;           ///< d: subtracted from every row
  const double *weights;         ///< the weight of every row; null when each is 1
  size_t count;
  size_t dimension;
} mk_rows;

typedef struct {
  int structure;
  size_t components;
  const double *means;
  const double *factors;
  const double *offsets;  ///< K: log πₖ − ½ d log 2π − log det Lₖ
} mk_mixture;

/// Responsibilities that are known, in place of the E-step's. At most one is not null; both are of all rows.
typedef struct {
  const double *shares;   ///< K × rows
  const int32_t *labels;  ///< rows: the component that has the row to itself; below 0 for none
} mk_given;

/// Doubles of scratch space, on a boundary of 64 bytes, that suffice for any call with K components or centres.
size_t mk_scratch_count(size_t components, size_t dimension);

/// Doubles of one pass's sums: the log-likelihood, then per component nₖ, Σ r y (d) and the second moments of y:
/// Σ r y yᵀ (d × d, lower triangle), for mk_diagonal its diagonal (d), for mk_spherical its trace (1). The coordinates
/// are whitened, y = L⁻¹ (x − μ); for mk_spherical they are y = x − μ.
size_t mk_sums_count(int structure, size_t components, size_t dimension);

/// One E-step over rows [from, to), `from` a multiple of the block, with the sums its M-step needs.
void mk_pass(const mk_rows *rows, const mk_mixture *mixture, mk_given given, size_t from, size_t to, double *scratch,
             double *sums);

/// What the mixture says of rows [from, to), `from` a multiple of the block. Each output may be null; row i of them is
/// row from + i: `density` is log p(x), `joint` and `responsibility` (rows × K) are log πₖ N(x | k) and their shares.
void mk_evaluate(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                 double *density, double *joint, double *responsibility);

/// The most responsible component of rows [from, to) (the first one on a tie), for row from + i in `labels[i]`, which
/// may be null, and three sums: Σ w log p, Σ −w r log r, and Σ −w log max r.
void mk_classify(const mk_rows *rows, const mk_mixture *mixture, size_t from, size_t to, double *scratch,
                 int32_t *labels, double sums[3]);

/// One assignment of k-means over rows [from, to): the nearest of K centres (K × d, the first one on a tie) goes to
/// `labels`, the squared distance to `distances` (each of all rows; `distances` may be null). `sums` is: how many labels
/// changed, Σ w |x − c|², then per centre the number of its rows, their weight, and Σ w x (d).
void mk_assign(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to, double *scratch,
               int32_t *labels, double *distances, double *sums);

/// Σ w min(p, |x − c|²) over rows [from, to) for each of K centres c (K × d); p, of all rows, is `potential`, infinite
/// where that is null.
void mk_potential(const mk_rows *rows, const double *centers, size_t count, size_t from, size_t to, double *scratch,
                  const double *potential, double *sums);

/// Lowers p to |x − c|² where that is less, and returns Σ w p over rows [from, to).
double mk_lower_potential(const mk_rows *rows, const double *center, size_t from, size_t to, double *scratch,
                          double *potential);

/// e^x within one unit in the last place for −708 ≤ x ≤ 709; 0 below, infinity above.
double mk_exp(double x);
/// The natural logarithm within one unit in the last place; −infinity at 0, NaN below.
double mk_log(double x);
/// Of every element; the result may take the place of the arguments.
void mk_exp_array(const double *x, size_t count, double *result);
void mk_log_array(const double *x, size_t count, double *result);

/// The instruction sets compiled in: 0 baseline, 1 x86-64-v3, 2 x86-64-v4. The best the processor has is used.
int mk_dispatch_level(void);
/// Caps the level, for tests that compare levels; results do not change by it.
void mk_limit_dispatch_level(int level);

/// Processors online.
int mk_processor_count(void);
