"""Writes a Jupyter notebook with the content of notebooks/wine.md: its text, and its fits and figures by scikit-learn
and matplotlib. Usage: wine_notebook.py WINE.md WINEQUALITY.csv START.csv OUTPUT.ipynb"""

import sys

import nbformat

SET_UP = """
%matplotlib inline
import warnings
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy.stats import norm
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler
warnings.filterwarnings("ignore")
plt.rcParams.update({"figure.figsize": (7.2, 4.5), "figure.dpi": 192})
table = pd.read_csv(CSV)
red = table[table.color == "red"].copy()
red["log sulfur dioxide"] = np.log(red["total sulfur dioxide"])
physico = list(table.columns[:11])
X = red[physico].to_numpy()
"""

CELLS = [
    # The Gaussian, and the mixture of two.
    'x = np.linspace(2, 6, 400); plt.plot(x, norm.pdf(x, 4, 0.5)); plt.title("A Gaussian is a centre and a width");',
    "x = np.linspace(0, 6, 400); a = 0.35 * norm.pdf(x, 2, 0.6); b = 0.65 * norm.pdf(x, 4, 0.5)\n"
    "figure, (top, strip) = plt.subplots(2, height_ratios=[5, 1], sharex=True)\n"
    "top.plot(x, a + b); top.fill_between(x, a, alpha=0.4); top.fill_between(x, b, alpha=0.4)\n"
    "strip.stackplot(x, a / (a + b), b / (a + b));",
    # The data.
    "red[physico].describe().T",
    'edges = np.arange(0.8, 9.2, 0.2)\nfigure, (boxes, bars) = plt.subplots(2, height_ratios=[1, 3], sharex=True)\n'
    'levels = sorted(red.quality.unique())\n'
    'bars.hist([red["residual sugar"][red.quality == q].clip(upper=9) for q in levels], edges, stacked=True,\n'
    '          weights=[red["total sulfur dioxide"][red.quality == q] for q in levels], label=levels); bars.legend()\n'
    'boxes.boxplot([red["residual sugar"][red.quality == q].clip(upper=9) for q in levels], orientation="horizontal");',
    # Six components from stated labels, with and without the floor.
    'start = pd.read_csv(START)["start"].to_numpy() - 1\n'
    "def from_labels(floor):\n"
    "    means = np.array([X[start == k].mean(0) for k in range(6)])\n"
    "    precisions = [np.linalg.inv(np.cov(X[start == k].T, bias=True) + floor * np.eye(11)) for k in range(6)]\n"
    "    weights = np.bincount(start) / len(start)\n"
    "    return GaussianMixture(6, weights_init=weights, means_init=means, precisions_init=precisions,\n"
    "                           reg_covar=floor, random_state=0).fit(X)\n"
    "seed0, bare = from_labels(1e-6), from_labels(0)\nseed0.score(X), seed0.n_iter_, bare.score(X)",
    # A hundred starts.
    "article = [GaussianMixture(6, random_state=seed).fit(X) for seed in range(100)]\n"
    "scores = np.array([model.score(X) for model in article])\nnp.quantile(scores, [0, 0.25, 0.5, 0.75, 1])",
    "for model in article: plt.plot(model.lower_bounds_, lw=0.6)\n"
    'plt.xlabel("iteration"); plt.ylabel("log-likelihood per wine");',
    # Two columns and three components, twenty starts.
    'Y = red[["alcohol", "log sulfur dioxide"]].to_numpy()\n'
    "pairs = [GaussianMixture(3, tol=1e-8, max_iter=1000, random_state=seed).fit(Y) for seed in range(20)]\n"
    "pair = max(pairs, key=lambda model: model.lower_bound_)\npair.weights_, pair.means_, pair.covariances_",
    "r = pair.predict_proba(Y); r[9], r.sum(0)",
    "plt.scatter(*Y.T, c=pair.predict(Y), alpha=r.max(1), s=10);",
    "across, up = np.meshgrid(np.linspace(8, 15, 200), np.linspace(1.5, 6, 200))\n"
    "density = np.exp(pair.score_samples(np.column_stack([across.ravel(), up.ravel()]))).reshape(across.shape)\n"
    "plt.contourf(across, up, density, levels=6); plt.scatter(*Y.T, s=3, c='grey', alpha=0.4);",
    "for model in pairs: plt.plot(model.lower_bounds_, lw=0.8)\nplt.xscale('log');",
    # Certificates: what must hold of the fit.
    "rises = min(np.diff(pair.lower_bounds_)); moments = abs(pair.weights_ @ pair.means_ - Y.mean(0)).max()\n"
    "rises, moments, abs(r.sum(1) - 1).max()",
    # The two selections.
    "kinds = ['full', 'tied', 'diag', 'spherical']\n"
    "def grid(x):\n"
    "    fits = {(kind, k): GaussianMixture(k, covariance_type=kind, tol=1e-6, max_iter=1000, random_state=0).fit(x)\n"
    "            for kind in kinds for k in range(1, 10)}\n"
    "    return fits, pd.DataFrame({kind: [fits[kind, k].bic(x) for k in range(1, 10)] for kind in kinds}, range(1, 10))\n"
    "raw, raw_bic = grid(X); Z = StandardScaler().fit_transform(X); standardized, standardized_bic = grid(Z)",
    "raw_bic.plot(marker='o');",
    "standardized_bic.plot(marker='o');",
    "standardized_bic",
    # What the components say about quality.
    "best = standardized[min(standardized, key=lambda key: standardized[key].bic(Z))]\nlabels = best.predict(Z)\n"
    "pd.DataFrame(best.means_, columns=physico)",
    "pd.crosstab(labels, red.quality), adjusted_rand_score(labels, red.quality)",
]


def main(article, wines, start, output):
    with open(article, encoding="utf-8") as file:
        text = file.read()
    # The prose between directives, in as many cells.
    pieces = [piece for index, piece in enumerate(text.split("\n```")) if index % 2 == 0]
    code = [f"CSV, START = {wines!r}, {start!r}{SET_UP}"] + CELLS
    cells = []
    for index in range(max(len(pieces), len(code))):
        if index < len(pieces):
            cells.append(nbformat.v4.new_markdown_cell(pieces[index]))
        if index < len(code):
            cells.append(nbformat.v4.new_code_cell(code[index]))
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), output)


if __name__ == "__main__":
    main(*sys.argv[1:])
