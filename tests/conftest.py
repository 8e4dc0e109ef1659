"""What every test needs before python-telegram-bot is imported."""

import os

# Without it the library warns while it builds RetryAfter, and warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")
