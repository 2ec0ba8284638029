"""Starts Chromium for the programs in this folder."""
import shutil
import sys
import time

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]


def start(playwright, tries=3):
    """Starts it; on a busy machine it sometimes ends before it has seen any page, and is started again."""
    try:
        return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
    except Exception as error:
        if tries == 1:
            raise
        print(f"Chromium did not start: {error}", file=sys.stderr)
        time.sleep(1)
        return start(playwright, tries - 1)
