"""How long one document takes: the first in a process and the next ones, per document and language.

Run `python bench/documents.py [times]`. Every letter differs (another reference and name), so that nothing
comes from a cache. Times are in milliseconds: wall clock, and processor time of this process (`cpu`), which
says what a letter costs when other programs keep the machine busy. The memory is that of the whole process.
"""

import os
import resource
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]


def main(times: int) -> None:
    """Print the table."""
    begin = time.perf_counter()
    from meedoen.documents.fixed_texts import TALEN
    from tests.documents.examples import DOCUMENTS

    print(f"import            {_ms(time.perf_counter() - begin):7.0f} ms")
    taken, _cpu = _taken("pip_beschikking", "nl", 1)
    print(f"first document    {_ms(taken[0]):7.0f} ms")
    print(f"load              {os.getloadavg()[0]:7.1f} on {os.cpu_count()} processors")
    head = f"{'document':<16} {'taal':<5} {'first':>7} {'p50':>7} {'p95':>7} {'cpu p50':>7}"
    print(f"\n{head}   ({times} letters each)")
    slow = 0.0
    for name in DOCUMENTS:
        for taal in TALEN:
            (first, *rest), cpu = _taken(name, taal, times + 1)
            p50, p95 = statistics.median(rest), sorted(rest)[round(0.95 * (len(rest) - 1))]
            slow = max(slow, p50)
            shown = "".join(f" {_ms(one):7.0f}" for one in (first, p50, p95, statistics.median(cpu)))
            print(f"{name:<16} {taal:<5}{shown}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nslowest p50       {_ms(slow):7.0f} ms (aim: under 100 ms)\npeak memory       {peak:7.0f} MB")


def _taken(name: str, taal: str, times: int) -> tuple[list[float], list[float]]:
    from tests.documents.examples import DOCUMENTS, HUISSTIJL

    render, letter = DOCUMENTS[name]
    taken, cpu = [], []
    for number in range(times):
        aan = replace(letter.hoofd.geadresseerde, naam=f"Persoon {number} van {name}")
        hoofd = replace(letter.hoofd, kenmerk=f"{taal}-{number:05d}", geadresseerde=aan)
        begin, busy = time.perf_counter(), time.process_time()
        render(replace(letter, hoofd=hoofd), huisstijl=HUISSTIJL, taal=taal)
        taken.append(time.perf_counter() - begin)
        cpu.append(time.process_time() - busy)
    return taken, cpu


def _ms(seconds: float) -> float:
    return seconds * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
