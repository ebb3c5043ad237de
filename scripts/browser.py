"""Says loudly when the browser journeys cannot run; in CI that is a failure."""

import os
import shutil
import sys

from tests.journeys.browser import chromium_path

if chromium_path() is None or shutil.which("pdftotext") is None or shutil.which("qpdf") is None:
    print("!! NIET ALLES KAN DRAAIEN: installeer Chromium, poppler-utils en qpdf.", file=sys.stderr)
    print("!! Op Debian: apt-get install chromium poppler-utils qpdf", file=sys.stderr)
    if os.environ.get("CI"):
        sys.exit(1)
