#!/usr/bin/env python3
"""Runs the work of mixture-bench and the same work in its peers, in turn: ours, peer, ours, peer, …

Prints a Markdown table of the times and of the median of the pairs' ratios; a ratio is given only where both computed
the same. Run it in the package's own folder after 'swift build -c release':

    python3 Sources/mixture-bench/peers/compare.py
"""

import argparse
import csv
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

import comparisons

PEERS = os.path.dirname(os.path.abspath(__file__))


class Worker:
    """A program that does one round for every line it is sent."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        while (line := self.process.stdout.readline().strip()) != "ready":
            if not line and self.process.poll() is not None:
                raise RuntimeError(f"{' '.join(command[:3])} ended with status {self.process.returncode}")

    def round(self):
        """The seconds of a round, and a result to compare, or None."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"it ended with status {self.process.wait()}")
        found = json.loads(line)
        return found["seconds"], found["check"]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def compile_armadillo(folder):
    """The path of the compiled program."""
    program = os.path.join(folder, "peer_armadillo")
    subprocess.run(
        ["g++", "-O3", "-march=native", "-fopenmp", "-DARMA_DONT_USE_WRAPPER",
         os.path.join(PEERS, "peer_armadillo.cpp"), "-o", program, "-llapack", "-lblas"], check=True)
    return program


def command(words, folder, armadillo):
    """The words with what they stand for put in."""
    stands = {"PYTHON": sys.executable, "ARMADILLO": armadillo}
    return [
        stands.get(word) or word.replace("DATA/", folder + "/").replace("PEERS/", PEERS + "/") for word in words
    ]


def agree(ours, theirs, within):
    if within is None:
        return True
    return math.isclose(ours, theirs, rel_tol=within)


def run(comparison, bench, folder, armadillo, pairs):
    """What was found, as a row of the results."""
    ours = Worker([bench, "--paced", "--only", comparison.ours])
    peer = Worker(command(comparison.command, folder, armadillo))
    times = []
    for _ in range(pairs):
        seconds, check = ours.round()
        peer_seconds, peer_check = peer.round()
        times.append((seconds, peer_seconds))
    ours.close()
    peer.close()
    same = agree(check, peer_check, comparison.agreement)
    ratio = statistics.median(theirs / own for own, theirs in times)
    if not same:
        print(f"{comparison.work}: {check} here, {peer_check} in {comparison.peer}: no ratio", file=sys.stderr)
    return {
        "work": comparison.work, "peer": comparison.peer, "seconds": statistics.median(own for own, _ in times),
        "peer_seconds": statistics.median(theirs for _, theirs in times), "ratio": ratio if same else "",
        "bar": comparison.bar or "", "pairs": pairs, "result": check, "peer_result": peer_check,
    }


def duration(seconds):
    seconds = float(seconds)
    scale, unit = (1, "s") if seconds >= 1 else (1e3, "ms") if seconds >= 1e-3 else (1e6, "µs")
    return f"{seconds * scale:.3g} {unit}" if seconds * scale < 100 else f"{seconds * scale:.0f} {unit}"


def table(rows):
    lines = ["| work | gmm-report | peer | | ratio | bar |", "|---|---:|---|---:|---:|---:|"]
    for row in rows:
        ratio, bar = row["ratio"], row["bar"]
        shown = "results differ" if ratio == "" else f"{float(ratio):.3g}" if float(ratio) < 100 else f"{float(ratio):.0f}"
        missed = " (missed)" if bar != "" and ratio != "" and float(ratio) < float(bar) else ""
        lines.append(
            f"| {row['work']} | {duration(row['seconds'])} | {row['peer']} | {duration(row['peer_seconds'])} "
            f"| {shown} | {'' if bar == '' else f'{float(bar):g}'}{missed} |")
    return "\n".join(lines)


def earlier(path):
    """The rows of a results file, by work and peer; none when there is no such file."""
    if not path or not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8", newline="") as file:
        return {(row["work"], row["peer"]): row for row in csv.DictReader(file)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", metavar="TEXT", help="only work or peers whose name holds this text")
    parser.add_argument("--slow", action="store_true", help="only what takes minutes: mclust on the red wines")
    parser.add_argument("--quick", action="store_true", help="one pair of each, for a short look")
    parser.add_argument("--csv", metavar="FILE", help="writes the results there; rows of work not run now stay")
    parser.add_argument("--bench", default=".build/release/mixture-bench", help="the built mixture-bench")
    options = parser.parse_args()
    if not os.path.exists(options.bench):
        parser.error(f"{options.bench} is not there; build it first: swift build -c release")
    chosen = [
        one for one in comparisons.ALL
        if one.slow == options.slow
        and (not options.only or any(text in f"{one.work} {one.peer}" for text in options.only))
    ]
    found = earlier(options.csv)
    with tempfile.TemporaryDirectory() as folder:
        if any("DATA/" in word for one in chosen for word in one.command):
            names = [word for one in chosen for word in ("--filter", one.ours)]
            subprocess.run([options.bench, "--write", folder] + names, check=True)
        armadillo = compile_armadillo(folder) if any("ARMADILLO" in one.command for one in chosen) else ""
        for one in chosen:
            print(f"{one.work}: {one.peer}", file=sys.stderr)
            try:
                found[one.work, one.peer] = run(one, options.bench, folder, armadillo, 1 if options.quick else one.pairs)
            except (RuntimeError, OSError) as error:
                print(f"{one.work}: {one.peer}: not run: {error}", file=sys.stderr)
    order = [(one.work, one.peer) for one in comparisons.ALL]
    rows = [found[key] for key in order if key in found]
    if options.csv and rows:
        with open(options.csv, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    print(table(rows))


if __name__ == "__main__":
    main()
