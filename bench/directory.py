"""What reading a whole public directory costs, on a made file of its size: python -m bench.directory

Prints, for one département and for all of them, the seconds of processor, the clock, and the most memory that was held.
"""

import bz2
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT_ROOT / "site"), str(PROJECT_ROOT)]

from tests.importing.large import RECORDS, write  # noqa: E402  # the project must be on the path first

READ = """
import json, resource, sys, time
from pathlib import Path
from eclaircie.importing.reading import read
from eclaircie.importing.record import Tally
from eclaircie.places import territories

asked = sys.argv[2].split(",") if len(sys.argv) > 2 else list(territories())
tally, began = Tally(), time.monotonic()
given = sum(1 for _ in read([Path(sys.argv[1])], asked, tally))
used = resource.getrusage(resource.RUSAGE_SELF)
status = Path("/proc/self/status")
lines = dict(line.split(":", 1) for line in status.read_text().splitlines()) if status.exists() else {}
memory = lines["VmHWM"].split()[0] if lines else used.ru_maxrss
print(json.dumps({
    "seen": tally.seen, "given": given, "clock": time.monotonic() - began,
    "processor": used.ru_utime + used.ru_stime, "memory": int(memory) / 1024,
}))
"""
"""A program that reads a file for some départements, and says what it took: seconds, and MiB.

Where Linux tells it, the memory is that of the program itself: `ru_maxrss` begins with that of whoever started it.
"""


def measured(file: Path, *asked: str) -> dict[str, float]:
    """What reading a file takes in a process of its own. asked: slugs of départements; all of them where there are none."""
    command = [sys.executable, "-c", READ, str(file), *([",".join(asked)] if asked else [])]
    done = subprocess.run(command, cwd=PROJECT_ROOT / "site", capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Make the file, measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        plain, packed = Path(folder) / "base.json", Path(folder) / "base.json.bz2"
        write(plain)
        with plain.open("rb") as read, bz2.open(packed, "wb") as out:
            shutil.copyfileobj(read, out)
        print(
            f"{RECORDS} records, {plain.stat().st_size / 2**20:.0f} MiB; packed {packed.stat().st_size / 2**20:.1f} MiB"
        )
        print("| File | For | Given | Processor (s) | Clock (s) | Memory (MiB) |\n|---|---|---|---|---|---|")
        for file, asked in ((plain, ("71",)), (plain, ("71", "34", "01")), (plain, ()), (packed, ("71",))):
            took = measured(file, *asked)
            told = ", ".join(asked) or "all"
            cells = (f"{took[key]:.1f}" for key in ("processor", "clock", "memory"))
            print(f"| {file.name} | {told} | {took['given']:.0f} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
