"""Starts Chromium for the programs in this folder."""
import shutil

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]


def start(playwright):
    return playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
