"""What is compared: which benchmark of ours with which peer, and the ratio it should reach."""

from dataclasses import dataclass


@dataclass
class Comparison:
    """One piece of work done by both."""

    work: str
    """In words, for the table."""
    ours: str
    """The name of our benchmark."""
    peer: str
    """The peer's name."""
    command: list
    """What runs the peer; DATA/ stands for the folder of written data, ARMADILLO for the compiled program."""
    bar: float = None
    """How many times as fast as the peer we ought to be; None where nothing was promised."""
    agreement: float = None
    """How far the two results may differ, relatively; None where there is nothing to compare."""
    pairs: int = 5
    slow: bool = False
    """Whether it takes minutes, and is run only when asked for."""


SIZES = [
    ("1,000,000 × 10, K = 6", "1000000x10", 6, 10), ("1,000,000 × 2, K = 3", "1000000x2", 3, 2),
    ("200,000 × 50, K = 10", "200000x50", 10, 50),
]


def em(program, name, structure, size, bar, agreement, pairs=5):
    """An EM iteration from the same start."""
    text, file, k, d = SIZES[size]
    arguments = [f"DATA/{file}-k{k}.f64", f"DATA/{file}-k{k}-start.f64", str(d)]
    return Comparison(
        f"EM iteration, {structure}, {text}", f"em/{structure}/{file}/k{k}", name, program + [structure] + arguments,
        bar, agreement, pairs)


def python(file):
    return ["PYTHON", f"PEERS/{file}"]


SKLEARN = python("peer_sklearn.py")
MILLION = "DATA/1000000x10-k6.f64"
MCLUST = ["Rscript", "PEERS/peer_mclust.R"]
WINES = "notebooks/data/winequality.csv"
FAITHFUL = "notebooks/data/faithful.csv"

ALL = [
    em(SKLEARN + ["em"], "scikit-learn", "full", 0, 40, 1e-9, 3),
    em(SKLEARN + ["em"], "scikit-learn", "full", 1, 40, 1e-9),
    em(SKLEARN + ["em"], "scikit-learn", "full", 2, 6, 1e-9, 3),
    em(SKLEARN + ["em"], "scikit-learn", "tied", 0, None, 1e-9, 3),
    em(SKLEARN + ["em"], "scikit-learn", "diagonal", 0, 25, 1e-9),
    em(SKLEARN + ["em"], "scikit-learn", "spherical", 0, None, 1e-9),
    # Armadillo's floor is a least variance, ours is added: they differ by a part in a million of a variance.
    em(["ARMADILLO"], "Armadillo gmm_full", "full", 0, 8, 1e-6),
    em(["ARMADILLO"], "Armadillo gmm_diag", "diagonal", 0, 5, 1e-6),
    Comparison(
        "whole fit, 272 × 2, K = 2", "fit/full/272x2/k2", "scikit-learn", SKLEARN + ["fit", FAITHFUL], 20, 1e-3),
    Comparison(
        "k-means iteration, 1,000,000 × 10, K = 6", "kmeans/iteration/1000000x10/k6", "scikit-learn",
        SKLEARN + ["kmeans", "iteration", MILLION, "10", "6"], None, 0.02),
    Comparison(
        "k-means++ and one iteration", "kmeans/start/1000000x10/k6", "scikit-learn",
        SKLEARN + ["kmeans", "start", MILLION, "10", "6"], None, 0.1),
    Comparison(
        "Old Faithful, K = 1 to 9, 14 families", "select/faithful/9x14", "mclust", MCLUST + [FAITHFUL, "2", "272"], 20,
        1e-3),
    Comparison(
        "the same from k-means, to our own tolerance", "select/faithful/9x14/kmeans", "mclust",
        MCLUST + [FAITHFUL, "2", "272"], None, 0.01),
    Comparison(
        "red wines, 11 columns, K = 1 to 9, 14 families", "select/red wine/9x14", "mclust",
        MCLUST + [WINES, "11", "1599"], 100, 0.005, pairs=1, slow=True),
    Comparison(
        "red wines, 11 columns, K = 1 to 10, 4 families, 5 starts", "select/red wine/10x4/5 starts", "scikit-learn",
        SKLEARN + ["select", WINES], 20, 0.02, pairs=3),
    Comparison(
        "CSV, 1,000,000 × 10, 4 decimals", "csv/1000000x10/4 decimals", "pandas",
        python("peer_pandas.py") + ["DATA/4 decimals.csv"], 1.2, 1e-9),
    Comparison(
        "CSV, 1,000,000 × 10, 17 digits", "csv/1000000x10/17 digits", "pandas",
        python("peer_pandas.py") + ["DATA/17 digits.csv"], 1.2, 1e-9),
    Comparison(
        "one figure with its fit, from a notebook", "run/figure", "matplotlib, imports not counted",
        python("peer_matplotlib.py") + [FAITHFUL]),
    Comparison(
        "the whole of wine.md", "run/wine", "nbconvert, the same content",
        python("peer_nbconvert.py") + ["notebooks/wine.md", WINES, "notebooks/data/red-wine-kmeans-start.csv"],
        pairs=2),
]
