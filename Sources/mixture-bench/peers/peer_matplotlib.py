"""Draws the densities of Old Faithful as matplotlib does it: fit, contours and points. Usage: peer_matplotlib.py FILE"""

import os
import sys
import tempfile

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from sklearn.mixture import GaussianMixture
from worker import serve, timed


def draw(path):
    x = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
    model = GaussianMixture(2, n_init=10, random_state=0).fit(x)
    figure, axes = plt.subplots(figsize=(7.2, 4.8), dpi=200)
    across, up = np.meshgrid(np.linspace(1, 6, 200), np.linspace(40, 100, 200))
    density = np.exp(model.score_samples(np.column_stack([across.ravel(), up.ravel()]))).reshape(across.shape)
    axes.contourf(across, up, density, levels=5, cmap="Blues")
    axes.contour(across, up, density, levels=5, linewidths=1)
    axes.scatter(x[:, 0], x[:, 1], s=12, c=model.predict(x))
    axes.set(title="Densities of Old Faithful", xlabel="eruptions", ylabel="waiting")
    figure.savefig(path)
    plt.close(figure)


with tempfile.TemporaryDirectory() as folder:
    serve(lambda: (timed(lambda: draw(os.path.join(folder, "figure.png")))[0], None))
