"""``tocsin poll --once --all`` as scripts of admins call it, and what it says it cost."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from loopback.tocsin_side import write_feeds


def main() -> None:
    """Obey: ``{"first": [URL, …]}`` with an empty database, then ``{"poll": true}``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ = os.environ | {
            "TOCSIN_FEEDS_FILE": str(folder / "feeds.yaml"),
            "TOCSIN_FEED_ALLOW_NETWORKS": "127.0.0.0/8",
            "TOCSIN_LOG_LEVEL": "WARNING",
        }
        opened = 0
        for line in sys.stdin:
            order = json.loads(line)
            if "first" in order:
                opened += 1
                write_feeds(folder / "feeds.yaml", order["first"])
            environ["TOCSIN_DATABASE_URL"] = f"sqlite:///{folder}/{opened}.db"
            done = subprocess.run(  # our own command
                [sys.executable, "-m", "bot", "poll", "--once", "--all"],
                env=environ,
                cwd=folder,
                check=True,
                stdout=subprocess.PIPE,
            )
            said = json.loads(done.stdout)
            answer = {
                "cpu": said["cpu_seconds"],
                "wall": said["wall_seconds"],
                "new": said["new_entries"],
            }
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
