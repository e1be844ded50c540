#pragma once
#include "block.h"

/// Adds Σ (r y)ⱼ yᵢ of a block to a tile of accumulators that stay in registers meanwhile: rows j … j + height − 1,
/// columns i … i + tile_columns − 1. `lead` is how far i is beyond j; entries above the diagonal are left out.
INLINE void add_tile(const vec *scaled, const vec *y, size_t vecs, size_t d, size_t j, size_t i, const int height,
                     const int lead, double *second) {
  for (int strand = 0; strand < strands; strand++) {
    vec a[tile_rows][tile_columns];
    UNROLL for (int h = 0; h < height; h++)
      UNROLL for (int w = 0; w < tile_columns; w++)
        if (lead + w <= h) a[h][w] = lanes_of(second, (j + h) * d + i + w)[strand];
    for (size_t v = strand; v < vecs; v += strands)
      UNROLL for (int h = 0; h < height; h++) {
        vec row = scaled[(j + h) * block_vecs + v];
        UNROLL for (int w = 0; w < tile_columns; w++)
          if (lead + w <= h) a[h][w] += row * y[(i + w) * block_vecs + v];
      }
    UNROLL for (int h = 0; h < height; h++)
      UNROLL for (int w = 0; w < tile_columns; w++)
        if (lead + w <= h) lanes_of(second, (j + h) * d + i + w)[strand] = a[h][w];
  }
}

/// The tiles of rows j … j + height − 1 up to the diagonal.
INLINE void add_tile_row(const vec *scaled, const vec *y, size_t vecs, size_t d, size_t j, const int height,
                         double *second) {
  for (size_t i = 0; i < j; i += tile_columns) add_tile(scaled, y, vecs, d, j, i, height, -tile_rows, second);
  UNROLL for (int lead = 0; lead < height; lead += tile_columns)
    add_tile(scaled, y, vecs, d, j, j + lead, height, lead, second);
}

/// Adds Σ r y yᵀ of a block, its lower triangle.
INLINE void add_products(const vec *scaled, const vec *y, size_t vecs, size_t d, double *second) {
  size_t j = 0;
  for (; j + 4 <= d; j += 4) add_tile_row(scaled, y, vecs, d, j, 4, second);
  switch (d - j) {
    case 3: add_tile_row(scaled, y, vecs, d, j, 3, second); break;
    case 2: add_tile_row(scaled, y, vecs, d, j, 2, second); break;
    case 1: add_tile_row(scaled, y, vecs, d, j, 1, second); break;
  }
}

/// Adds Σ v over a block's column to one sum.
INLINE void add_column(const vec *values, size_t vecs, vec *sum) {
  vec a[strands];
  UNROLL for (int s = 0; s < strands; s++) a[s] = sum[s];
  for (size_t v = 0; v < vecs; v += strands)
    UNROLL for (int s = 0; s < strands; s++) a[s] += values[v + s];
  UNROLL for (int s = 0; s < strands; s++) sum[s] = a[s];
}

/// Columns whose sums are in registers together.
enum { columns_at_once = width >= 4 ? 4 : 2 };

/// Adds Σ w x of some columns, given a weight for every row.
INLINE void add_weighted(const vec *weights, const vec *x, size_t vecs, const int columns, double *sums) {
  vec a[columns_at_once * strands];
  UNROLL for (int c = 0; c < columns; c++)
    UNROLL for (int s = 0; s < strands; s++) a[c * strands + s] = lanes_of(sums, c)[s];
  for (size_t v = 0; v < vecs; v += strands)
    UNROLL for (int s = 0; s < strands; s++) {
      vec weight = weights[v + s];
      UNROLL for (int c = 0; c < columns; c++) a[c * strands + s] += weight * x[c * block_vecs + v + s];
    }
  UNROLL for (int c = 0; c < columns; c++)
    UNROLL for (int s = 0; s < strands; s++) lanes_of(sums, c)[s] = a[c * strands + s];
}

/// Adds Σ w x of every column.
INLINE void add_weighted_columns(const vec *weights, const vec *x, size_t vecs, size_t d, double *sums) {
  size_t j = 0;
  for (; j + columns_at_once <= d; j += columns_at_once)
    add_weighted(weights, x + j * block_vecs, vecs, columns_at_once, sums + 8 * j);
  for (; j < d; j++) add_weighted(weights, x + j * block_vecs, vecs, 1, sums + 8 * j);
}

/// Adds Σ r y of every column to `first`, and either keeps the products r y in `scaled` or adds Σ r y² to `squares`.
INLINE void add_columns(const vec *r, const vec *y, size_t vecs, size_t d, double *first, vec *scaled,
                        double *squares) {
  for (size_t j = 0; j < d; j++) {
    vec a[strands], b[strands];
    UNROLL for (int s = 0; s < strands; s++) {
      a[s] = lanes_of(first, j)[s];
      b[s] = squares ? lanes_of(squares, j)[s] : splat(0.0);
    }
    for (size_t v = 0; v < vecs; v += strands)
      UNROLL for (int s = 0; s < strands; s++) {
        vec value = y[j * block_vecs + v + s], product = r[v + s] * value;
        a[s] += product;
        if (scaled) scaled[j * block_vecs + v + s] = product;
        if (squares) b[s] += product * value;
      }
    UNROLL for (int s = 0; s < strands; s++) {
      lanes_of(first, j)[s] = a[s];
      if (squares) lanes_of(squares, j)[s] = b[s];
    }
  }
}

/// Adds all moments of a component at once: with few columns the sums fit the registers, and wait for each other least.
/// `diagonal` as for mk_diagonal, otherwise the lower triangle.
INLINE void add_few(const vec *r, const vec *y, size_t vecs, const int d, const int diagonal, double *sums) {
  double *first = sums + 8, *second = first + 8 * d;
  for (int strand = 0; strand < strands; strand++) {
    vec count = lanes_of(sums, 0)[strand], m[3], s[3][3];
    UNROLL for (int j = 0; j < d; j++) {
      m[j] = lanes_of(first, j)[strand];
      UNROLL for (int i = diagonal ? j : 0; i <= j; i++) s[j][i] = lanes_of(second, diagonal ? j : j * d + i)[strand];
    }
    for (size_t v = strand; v < vecs; v += strands) {
      vec share = r[v];
      count += share;
      UNROLL for (int j = 0; j < d; j++) {
        vec product = share * y[j * block_vecs + v];
        m[j] += product;
        UNROLL for (int i = diagonal ? j : 0; i <= j; i++) s[j][i] += product * y[i * block_vecs + v];
      }
    }
    lanes_of(sums, 0)[strand] = count;
    UNROLL for (int j = 0; j < d; j++) {
      lanes_of(first, j)[strand] = m[j];
      UNROLL for (int i = diagonal ? j : 0; i <= j; i++) lanes_of(second, diagonal ? j : j * d + i)[strand] = s[j][i];
    }
  }
}

INLINE size_t second_count(int structure, size_t d) {
  return structure == mk_spherical ? 1 : structure == mk_diagonal ? d : d * d;
}

/// Adds a component's moments of a block: Σ r, Σ r y, and the second ones.
INLINE void add_moments(int structure, const vec *r, const vec *y, const vec *distances, size_t vecs, size_t d,
                        vec *scaled, double *sums) {
  double *first = sums + 8, *second = first + 8 * d;
  if (d <= 3 && structure == mk_diagonal) {
    switch (d) {
      case 1: return add_few(r, y, vecs, 1, 1, sums);
      case 2: return add_few(r, y, vecs, 2, 1, sums);
      case 3: return add_few(r, y, vecs, 3, 1, sums);
    }
  } else if (d <= 3 && structure != mk_spherical) {
    switch (d) {
      case 1: return add_few(r, y, vecs, 1, 0, sums);
      case 2: return add_few(r, y, vecs, 2, 0, sums);
      case 3: return add_few(r, y, vecs, 3, 0, sums);
    }
  }
  add_column(r, vecs, lanes_of(sums, 0));
  if (structure == mk_diagonal) {
    add_columns(r, y, vecs, d, first, NULL, second);
  } else if (structure == mk_spherical) {
    add_weighted_columns(r, y, vecs, d, first);
    add_weighted(r, distances, vecs, 1, second);
  } else {
    add_columns(r, y, vecs, d, first, scaled, NULL);
    add_products(scaled, y, vecs, d, second);
  }
}
