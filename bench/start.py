"""How long a person waits for the first page of the demo: the first time, and the second.

python bench/start.py
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path


def seconds_to_first_page(folder: str) -> float:
    """Start the demo on the data in a folder and return the seconds until the log-in page is there."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    env = {**os.environ, "PORT": str(port), "MEEDOEN_DATA_DIR": folder}
    started = time.perf_counter()
    process = subprocess.Popen(
        [Path(sys.executable).parent / "meedoen", "demo"],
        env=env,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while time.perf_counter() - started < 120:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/account/inloggen/", timeout=5) as page:
                    page.read()
                    return time.perf_counter() - started
            except OSError:
                time.sleep(0.05)
        raise TimeoutError("no page within two minutes")
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=30)


def main() -> None:
    """Print both figures."""
    with tempfile.TemporaryDirectory() as folder:
        print(f"demo, first time (migrations and 640 people): {seconds_to_first_page(folder):6.1f} s")
        again = sorted(seconds_to_first_page(folder) for _ in range(3))
        print(f"demo, second time (median of 3):              {again[1]:6.1f} s")


if __name__ == "__main__":
    main()
