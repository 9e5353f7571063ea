#!/usr/bin/env python3
"""Make this machine ready: system libraries by name, a private ``.venv``, the locked Python packages.

Runs before anything is installed, so it needs the standard library only; run again, it repairs.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PIP = [str(VENV / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]

# Debian's package → the library Qt opens from it.
ALWAYS = {
    "libdbus-1-3": "libdbus-1.so.3",
    "libegl1": "libEGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libgl1": "libGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
}
ON_A_SCREEN = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
ON_A_PRINTER = {"libcups2": "libcups.so.2"}


def main() -> None:
    """Install what is missing, in the order in which each step needs the last."""
    if not (3, 11) <= sys.version_info < (3, 14):
        sys.exit(f"install: Python 3.11, 3.12 or 3.13 is needed; {sys.executable} is {sys.version[:7]}")
    install_system_packages()
    say("making .venv")
    run([sys.executable, "-m", "venv", str(VENV)])
    say("installing the locked Python packages (some 250 MB the first time)")
    locks = [f"--requirement={ROOT}/requirements/{name}.txt" for name in ("runtime", "dev")]
    run([*PIP, "--require-hashes", "--only-binary=:all:", *locks])
    run([*PIP, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    say("ready")


def install_system_packages() -> None:
    """Ask apt for what is missing; stop only where the program could not even draw off screen."""
    wanted = missing_packages()
    if not wanted:
        return
    say(f"asking apt for what is missing: {' '.join(wanted)}")
    if apt_get("update"):
        apt_get("install", "--yes", "--no-install-recommends", *wanted)
    importlib.invalidate_caches()
    missing = missing_packages()
    if not missing:
        return
    advice = f"please have an administrator run: apt-get install {' '.join(missing)}"
    if set(missing) - ON_A_SCREEN.keys() - ON_A_PRINTER.keys():
        sys.exit(f"install: these are needed and could not be installed here; {advice}")
    say(f"no window or printer without these, all else works; {advice}")


def missing_packages() -> list[str]:
    """Return the Debian packages whose content this machine lacks, whoever may have brought it."""
    libraries = ALWAYS | ON_A_SCREEN | ON_A_PRINTER
    missing = [package for package, library in libraries.items() if not opens(library)]
    if importlib.util.find_spec("ensurepip") is None:  # Debian ships it apart from Python
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def opens(library: str) -> bool:
    """Tell whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_get(*words: str) -> bool:
    """Run apt-get as root, by sudo where need be; tell whether it could be done."""
    if shutil.which("apt-get") is None:
        return False
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2", *words]
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            return False
        command = ["sudo", *([] if sys.stdin.isatty() else ["--non-interactive"]), *command]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def run(command: list[str]) -> None:
    """Run a step that the next one needs; its own words say what went wrong."""
    if subprocess.run(command, check=False).returncode != 0:
        sys.exit(f"install: this step failed, see above: {' '.join(command)}")


def say(words: str) -> None:
    """Tell whoever waits what goes on."""
    print(f"install: {words}", flush=True)


if __name__ == "__main__":
    main()
