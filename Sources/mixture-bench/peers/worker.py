"""How a peer is run in turn with mixture-bench: it says "ready", then does one round for every line it reads and prints
what the round found as a line of JSON."""

import json
import sys
import time


def serve(one_round, warm=True):
    """Serves rounds until standard input ends.

    one_round: returns the seconds of a round and a result of the work to compare, or None.
    warm: whether a round that does not count comes first.
    """
    if warm:
        one_round()
    print("ready", flush=True)
    for _ in sys.stdin:
        seconds, check = one_round()
        print(json.dumps({"seconds": seconds, "check": check}), flush=True)


def timed(body):
    """The seconds that body takes, and its result."""
    start = time.perf_counter()
    result = body()
    return time.perf_counter() - start, result
