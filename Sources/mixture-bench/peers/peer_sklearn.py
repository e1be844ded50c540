"""The work of mixture-bench in scikit-learn. Usage: peer_sklearn.py TASK ARGUMENTS; see the functions below."""

import sys
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture
from threadpoolctl import threadpool_limits
from worker import serve, timed

warnings.filterwarnings("ignore", category=ConvergenceWarning)


def rows(path, columns):
    return np.fromfile(path, dtype="<f8").reshape(-1, int(columns))


def em(covariance, data, start, columns):
    """EM iterations from given parameters: the time of four less that of two, over two."""
    x, means = rows(data, columns), rows(start, columns)
    k, d = means.shape
    kind = {"diagonal": "diag"}.get(covariance, covariance)
    identity = {
        "full": np.tile(np.eye(d), (k, 1, 1)), "tied": np.eye(d), "diag": np.ones((k, d)), "spherical": np.ones(k)
    }[kind]

    def fit(iterations):
        return GaussianMixture(
            k, covariance_type=kind, tol=0, max_iter=iterations, reg_covar=1e-6, init_params="random_from_data",
            weights_init=np.full(k, 1 / k), means_init=means, precisions_init=identity, random_state=0
        ).fit(x)

    score = fit(4).score(x)

    def one_round():
        short, _ = timed(lambda: fit(2))
        long, _ = timed(lambda: fit(4))
        return (long - short) / 2, score

    serve(one_round, warm=False)


def fit(file):
    """A whole fit of two components with the defaults: k-means start, tolerance 1e-3. On one thread, which is several
    times as fast as two where the work is so small."""
    x = np.loadtxt(file, delimiter=",", skiprows=1)
    threadpool_limits(1)

    def one_round():
        seconds, models = timed(lambda: [GaussianMixture(2, random_state=seed).fit(x) for seed in range(20)])
        return seconds / 20, models[0].score(x)

    serve(one_round)


def kmeans(part, data, columns, clusters):
    """Lloyd's iterations (the time of twenty less that of ten, over ten), or k-means++ seeds with one iteration."""
    x = rows(data, columns)

    def run(iterations):
        return KMeans(int(clusters), n_init=1, max_iter=iterations, tol=0, random_state=0).fit(x)

    def iteration():
        short, _ = timed(lambda: run(10))
        long, model = timed(lambda: run(20))
        return (long - short) / 10, model.inertia_

    def start():
        seconds, model = timed(lambda: run(1))
        return seconds, model.inertia_

    serve({"iteration": iteration, "start": start}[part])


def select(file):
    """The loop over four families and one to ten components, five starts each, on the eleven columns of red wines.

    On one thread, which is quicker here than two."""
    threadpool_limits(1)
    x = np.genfromtxt(file, delimiter=",", skip_header=1, usecols=range(11))[:1599]

    def loop():
        return min(
            GaussianMixture(k, covariance_type=kind, n_init=5, random_state=0).fit(x).bic(x)
            for kind in ("full", "tied", "diag", "spherical") for k in range(1, 11))

    serve(lambda: timed(loop))


if __name__ == "__main__":
    {"em": em, "fit": fit, "kmeans": kmeans, "select": select}[sys.argv[1]](*sys.argv[2:])
