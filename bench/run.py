"""Every benchmark, one after another, with the machine they ran on: what `make bench` prints."""

import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = ("start.py", "instroom.py", "werkvoorraad.py", "nacht.py", "documents.py")


def main() -> int:
    """Run each part; return 1 when one of them fails."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    print(f"Python {platform.python_version()}, {machine}")
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
