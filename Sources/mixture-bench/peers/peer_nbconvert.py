"""Runs the wine notebook of wine_notebook.py by nbconvert into a page of HTML. Usage: peer_nbconvert.py WINE.md
WINEQUALITY.csv START.csv"""

import os
import subprocess
import sys
import tempfile

import wine_notebook
from worker import serve, timed

with tempfile.TemporaryDirectory() as folder:
    notebook = os.path.join(folder, "wine.ipynb")
    wine_notebook.main(*[os.path.abspath(path) for path in sys.argv[1:]], notebook)
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", "--log-level", "ERROR", notebook]
    serve(lambda: (timed(lambda: subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE))[0], None), warm=False)
