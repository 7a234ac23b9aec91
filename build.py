#!/usr/bin/env python3
"""Build the site:  python3 build.py        Run the tests:  python3 build.py test

Needs Python 3.11 or newer, and npm only for the editing forms. The first start puts the parts that requirements.txt
names into .venv beside this file (SITE_VENV names another folder); every start hands its arguments to the package
`boardsite`. Only `os` and `sys` are loaded on the way there: everything else belongs to the first start.
"""
import os
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(HERE, os.path.expanduser(os.environ.get("SITE_VENV") or ".venv"))
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
BASE = getattr(sys, "_base_executable", None) or sys.executable  # the Python under a venv that is switched on
PINS = {"run": "requirements.txt", "test": "requirements-dev.txt"}
OURS = ".boardsite-"  # begins the name of every file of ours in VENV; they outlive a remaking of the rest
LOG, STAMP = os.path.join(VENV, OURS + "log"), os.path.join(VENV, OURS)
ONLY_PINS = ("--require-hashes", "--only-binary", ":all:", "-r")


def main(args: "list[str]") -> None:
    """Set up what is missing, then become the package (or pytest), which takes over the exit status."""
    if sys.version_info < (3, 11):
        sys.exit(
            "This needs Python 3.11 or newer, and this is Python %d.%d: install one from https://www.python.org/downloads/"
            % sys.version_info[:2]
        )
    kind = "test" if args[:1] == ["test"] else "run"
    python = PYTHON if is_ready(kind) else set_up(kind)
    os.environ.update(PYTHONPATH=HERE, PYTHONUTF8="1")
    os.environ.pop("PYTHONHOME", None)
    os.environ.pop("__PYVENV_LAUNCHER__", None)  # macOS: would show the new Python the old one's folder
    # -P: a file of the visitor's folder named like a package of ours must not be taken for it
    command = [python, "-P", "-m", "boardsite", *args]
    if kind == "test":
        os.chdir(HERE)
        npm_parts(HERE, "the browser tests")
        command = [python, "-P", "-m", "pytest", *(args[1:] or ("--numprocesses=auto", "--dist=loadfile"))]
    if kind == "test" or wants_forms(args):
        npm_parts(os.path.join(HERE, "forms"), "the editing forms")
    sys.stdout.flush()
    if os.name == "nt":  # exec on Windows loses quoting and the exit status
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(python, command)


def is_ready(kind: str) -> bool:
    """Return whether VENV was finished for exactly these pins and this Python."""
    return content(STAMP + kind) == made_for(kind) and os.path.exists(PYTHON)


def content(path: str) -> "bytes | None":
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def made_for(kind: str) -> bytes:
    """Return this Python's identity and the pins: a set-up made for anything else is made again."""
    kept_apart = getattr(sys.implementation, "_multiarch", "")  # machines and C libraries that share one folder
    system = (sys.implementation.cache_tag, sys.base_prefix, sys.platform, kept_apart)
    return repr(system).encode() + b"\n" + pins(kind)


def pins(kind: str) -> bytes:
    found = content(os.path.join(HERE, PINS[kind]))
    if found is None:
        raise SystemExit("%s is not beside build.py: copy the whole folder, not single files." % PINS[kind])
    return found


def set_up(kind: str) -> str:
    """Return a Python that has every pinned part: this one where it has them, else a finished VENV's."""
    # A build host installs requirements.txt by itself, and so may a developer in a venv of their own.
    if (os.environ.get("CI") or sys.prefix != sys.base_prefix) and has_all(kind):
        return sys.executable
    refuse_other_peoples_folder()
    try:
        os.makedirs(VENV, exist_ok=True)
        with OneAtATime():
            for step in dict.fromkeys(("run", kind)):
                if not is_ready(step):
                    install(step)
    except OSError as problem:
        why = problem.strerror or str(problem)
        sys.exit("The folder %s cannot be written (%s): set SITE_VENV to one that can." % (VENV, why))
    return PYTHON


def has_all(kind: str) -> bool:
    """Return whether the running Python has every pin that is meant for it, in the pinned version."""
    import re
    from importlib import metadata

    found = re.findall(r"^([\w.-]+)(?:\[.*?\])?==([^\s;]+)(?:\s*;\s*([^\\\n]*))?", pins(kind).decode(), re.M)
    for name, version, marker in found:
        try:
            is_same = metadata.version(name) == version
        except metadata.PackageNotFoundError:
            is_same = False
        if not is_same and applies(marker):
            return False
    return bool(found)


def applies(marker: str) -> bool:
    """Return whether a pin with this marker (PEP 508) is meant for this Python; where we cannot tell, it is."""
    from importlib import import_module

    try:  # pip reads markers, and has been here where requirements.txt was installed
        return not marker or bool(import_module("pip._vendor.packaging.markers").Marker(marker).evaluate())
    except (ImportError, AttributeError, ValueError):
        return True


def refuse_other_peoples_folder() -> None:
    """Stop where SITE_VENV names a folder with other things in it: a set-up may empty it."""
    names = os.listdir(VENV) if os.path.isdir(VENV) else []
    if names and "pyvenv.cfg" not in names and not any(name.startswith(OURS) for name in names):
        sys.exit("The folder %s has other things in it: set SITE_VENV to a new or empty folder." % VENV)


class OneAtATime:
    """A lock that the system lets go of when the process dies, and the pip it may have started with it."""

    def __enter__(self) -> None:
        self.file = open(os.path.join(VENV, OURS + "lock"), "a+")
        os.set_inheritable(self.file.fileno(), True)
        if not self.is_taken():
            print("Another start of build.py is setting up: waiting for it.", file=sys.stderr, flush=True)
            import time

            while not self.is_taken():
                time.sleep(0.2)

    def is_taken(self) -> bool:
        """Return whether the lock is ours now."""
        try:
            if sys.platform == "win32":
                import msvcrt

                self.file.seek(0)
                msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def __exit__(self, *_: object) -> None:
        self.file.close()


def install(kind: str) -> None:
    """Make VENV new (or add the test tools to it), leaving the stamp only when all of it is done."""
    import time

    what = "the test tools" if kind == "test" else "the site builder"
    print("Setting up %s: once, over the internet, in about half a minute." % what, file=sys.stderr, flush=True)
    begun = time.monotonic()
    for old in (STAMP + kind, LOG):
        if os.path.exists(old):
            os.unlink(old)
    if kind == "run":
        empty_venv()
    trouble = with_uv(kind)
    if trouble is not None:
        if kind == "run":
            empty_venv()
        trouble = with_pip(kind)
    if trouble is not None:
        raise SystemExit(reason(trouble))
    with open(STAMP + kind + ".new", "wb") as file:
        file.write(made_for(kind))
    os.replace(STAMP + kind + ".new", STAMP + kind)
    print("Ready after %d seconds." % round(time.monotonic() - begun), file=sys.stderr, flush=True)


def empty_venv() -> None:
    """Take everything out of VENV but the lock and the log; the lock also marks the folder as one we may empty."""
    import shutil

    for name in os.listdir(VENV):
        path = os.path.join(VENV, name)
        if name in (OURS + "lock", OURS + "log"):
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)


def with_uv(kind: str) -> "str | None":
    """Install with uv and return None; without uv, or where it fails, return what it said."""
    import shutil

    uv = shutil.which("uv")
    if not uv:
        return "uv is not here"
    if kind == "run":
        said = run(uv, "venv", "--quiet", "--allow-existing", "--no-project", "--python", BASE, VENV)
        if said is not None:
            return said
    return run(uv, "pip", "install", "--quiet", "--python", PYTHON, *ONLY_PINS, os.path.join(HERE, PINS[kind]))


def with_pip(kind: str) -> "str | None":
    """Install with the best pip there is and return None; where it fails, return what it said."""
    # A venv without pip can be made everywhere: Debian keeps ensurepip in a package of its own.
    if not os.path.exists(PYTHON) and run(BASE, "-I", "-m", "venv", "--without-pip", VENV) is not None:
        raise SystemExit(NO_PIP)
    if run(PYTHON, "-I", "-m", "pip", "--version") is None or run(PYTHON, "-I", "-m", "ensurepip") is None:
        pip = [PYTHON, "-I", "-m", "pip"]
    elif run(BASE, "-P", "-m", "pip", "--python", PYTHON, "--version") is None:
        pip = [BASE, "-P", "-m", "pip", "--python", PYTHON]
    else:
        raise SystemExit(NO_PIP)
    quiet = ("install", "--disable-pip-version-check", "--no-input", "--quiet")
    return run(*pip, *quiet, *ONLY_PINS, os.path.join(HERE, PINS[kind]))


def run(*command: str) -> "str | None":
    """Run a command and return None when it went well, else what it printed, which goes into LOG as well."""
    from subprocess import PIPE, STDOUT
    from subprocess import run as start

    gone = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    environment.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PYTHONUTF8="1")
    done = start(command, stdout=PIPE, stderr=STDOUT, env=environment, cwd=HERE, close_fds=False)
    said = done.stdout.decode("utf-8", "replace")
    with open(LOG, "a", encoding="utf-8") as log:
        log.write("%s\n%s\n" % (" ".join(command), said))
    return None if done.returncode == 0 else said


def reason(said: str) -> str:
    """Return the sentence that fits what uv or pip said, and where all of it can be read."""
    if os.environ.get("CI"):  # a build host's screen is all that is left of its files
        print(said, file=sys.stderr, flush=True)
    sentence = next(sentence for signs, sentence in REASONS if any(sign in said for sign in signs))
    return "%s Details are in %s" % (sentence, LOG)


NO_PIP = "Python on this machine cannot add parts to itself: run `sudo apt install python3-venv`, then this again."
REASONS = (
    (("DO NOT MATCH THE HASHES", "Hash mismatch"),
        "A part was not the one the developers chose (its checksum differs), so nothing was installed: tell them."),
    (("No space left", "Errno 28", "os error 28"), "The disk is full: make room, then run this again."),
    (("NewConnectionError", "ConnectTimeout", "NameResolutionError", "ProxyError", "Could not fetch URL",
         "establish a new connection", "error sending request", "dns error", "Failed to fetch"),
        "The parts could not be fetched: go online (behind a proxy, set HTTPS_PROXY), then run this again."),
    (("No matching distribution", "no wheels", "no usable wheels", "No solution found"),
        "Some parts are not made for this Python: install a 64-bit Python 3.13 from https://www.python.org/downloads/"),
    (("",), "The parts could not be installed."),
)  # fmt: skip


def wants_forms(args: "list[str]") -> bool:
    """Return whether this command makes pages, and the site names a place where its editing forms save."""
    if not (args or ["-"])[0].startswith(("-", "build", "serve")) or {"-h", "--help"} & set(args):
        return False
    return any(b"\nediting:" in b"\n" + (content(folder + "/content/site.yaml") or b"") for folder in (".", HERE))


def npm_parts(folder: str, what: str) -> None:
    """Fetch what a folder's package-lock.json pins, once, where there is npm; who misses it says what is left out."""
    done = os.path.join(folder, "node_modules", OURS + "test")
    wanted = content(os.path.join(folder, "package-lock.json"))
    if wanted is None or content(done) == wanted:
        return
    import shutil

    npm = shutil.which("npm")
    if not npm:
        return
    os.makedirs(VENV, exist_ok=True)
    with OneAtATime():
        if content(done) == wanted:
            return
        print("Setting up %s: once, over the internet." % what, file=sys.stderr, flush=True)
        if run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", folder) is not None:
            print("npm could not fetch %s' parts. Details are in %s" % (what, LOG), file=sys.stderr)
            return
        with open(done, "wb") as file:
            file.write(wanted)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Stopped. Run it again to go on.")
