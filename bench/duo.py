"""Everything that is measured of the exchange with DUO: what `make bench-duo` prints.

Each part is a file of its own that can be run alone: ``python bench/duo_inbox.py``.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("duo_outbox.py", "duo_inbox.py")


def main() -> int:
    """Run each part; return 1 when one of them fails."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}")
    failed = []
    for part in PARTS:
        print(f"\n== {part}", flush=True)
        if subprocess.run([sys.executable, HERE / part]).returncode:
            failed.append(part)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
