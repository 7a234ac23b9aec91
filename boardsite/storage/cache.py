"""Results of pure functions, kept by the digest of everything that they depend on.

One SQLite file that may be lost, cut or scribbled over at any time: each value carries its own digest, and what does
not fit is a miss. Results never depend on what is in it. Nothing in it can name code to run.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boardsite.digest import SIZE, digest
from boardsite.storage.memory import Memory
from boardsite.storage.spool import Spool

FILE = "boardsite.db"
# Values are larger than keys by far: in a tree of their own, and on large pages, few of these are read for each.
_TABLE = "CREATE TABLE IF NOT EXISTS remembered (key BLOB PRIMARY KEY, value BLOB NOT NULL)"
_PAGE = "PRAGMA page_size = 16384"
_HELD = "PRAGMA cache_size = -1000"  # KiB of the file: half of what SQLite takes; keys are found again and again
_SPARE = 3  # so many times what a build uses may be kept from the builds before it
_PACKED, _AS_IT_IS = b"z", b"="
_MOST_BYTES = 200_000_000  # of one value, unpacked
# Bytes that may wait to be written. A preview is told when to write, so that nobody waits for it after a save.
_AT_ONCE, _OF_A_PREVIEW = 1_000_000, 16_000_000


class Cache:
    """What was remembered, and what is new in this run. Without a connection it remembers within the run only.

    `engine` stands for this program. `memory` holds, beside that, what is known from the last build
    (`storage/recall.py`); it may keep nothing. `spool` is for what is only needed once more.
    """

    def __init__(
        self,
        connection: sqlite3.Connection | None,
        engine: bytes,
        *,
        builds_often: bool = False,
        spool: Spool | None = None,
        begins_empty: bool = False,
    ) -> None:
        """`begins_empty`: nothing is in the file yet, so it need not be asked for what was not put there since."""
        self.memory = Memory(keeps=builds_often)
        self._connection = connection
        self.engine = engine
        self._fresh: dict[bytes, tuple[bytes, ...]] = {}
        self._unsaved: dict[bytes, bool] = {}
        self._waiting, self._has_new = 0, False
        self._lives_on = builds_often
        self._only: set[bytes] | None = set() if begins_empty else None
        self.spool = spool or Spool(None)
        self._used: set[bytes] = set()

    def key(self, kind: str, parts: Iterable[bytes]) -> bytes:
        """Return the key of a result: the function's name, this program, and all that the result depends on."""
        return digest((self.engine, kind.encode(), *parts))

    def get(self, key: bytes) -> bytes | None:
        """Return the bytes remembered under a key, or None."""
        found = self.borrow(key)
        return found if found is None or isinstance(found, bytes) else bytes(found)

    def borrow(self, key: bytes) -> bytes | memoryview | None:
        """Return the bytes remembered under a key, or None, without a copy where there is much."""
        self._used.add(key)
        if key in self._fresh:
            return b"".join(self._fresh[key])
        if self._connection is None or (self._only is not None and key not in self._only):
            return None
        try:
            row = self._connection.execute("SELECT value FROM remembered WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._connection = None
            return None
        return _unpacked(key, row[0]) if row and isinstance(row[0], bytes) else None

    def put(self, key: bytes, *value: bytes, is_packed: bool = True) -> None:
        """Remember bytes under a key, in one piece or in several, and packed where that is worth the time."""
        self._fresh[key] = value
        self._unsaved[key] = is_packed
        self._waiting += sum(map(len, value))
        self._has_new = True
        most = _OF_A_PREVIEW if self._lives_on else _AT_ONCE
        if self._waiting > most and self._connection is not None:
            self._write(self._connection)

    def put_parts(self, key: bytes, parts: Iterable[bytes]) -> None:
        """Remember a large value that comes in parts, and let go of the parts of the last one."""
        before, names = set(self._names(key)), []
        for part in parts:
            names.append(self.key("part", (part,)))
            self.put(names[-1], part, is_packed=False)
        self.put(key, b"".join(names))
        for name in before.difference(names):
            self.forget(name)

    def parts(self, key: bytes) -> Iterator[bytes | memoryview]:
        """Yield the parts of a value, nothing where there is none; raise ValueError where one is lost."""
        for name in self._names(key):
            part = self.borrow(name)
            if part is None:
                raise ValueError("a part is lost")
            yield part

    def _names(self, key: bytes) -> list[bytes]:
        whole = self.get(key) or b""
        return [whole[at : at + SIZE] for at in range(0, len(whole), SIZE)]

    def uses(self, key: bytes) -> None:
        """Note that what is remembered under a key is of use, although nobody has to look at it."""
        self._used.add(key)

    def forget(self, key: bytes) -> None:
        """Let go of what is remembered under a key."""
        self._fresh.pop(key, None)
        self._unsaved.pop(key, None)
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.execute("DELETE FROM remembered WHERE key = ?", (key,))
                self._connection.commit()

    def forget_parts(self, key: bytes) -> None:
        """Let go of a value that was remembered in parts."""
        for name in (*self._names(key), key):
            self.forget(name)

    def save(self) -> None:
        """Write what is new, and let go of what no build has used for long."""
        if self._connection is None or not self._has_new:
            return
        self._has_new = False
        self._write(self._connection, is_last=True)

    def _write(self, connection: sqlite3.Connection, *, is_last: bool = False) -> None:
        unsaved = self._unsaved.items()
        rows = ((key, _stored(key, b"".join(self._fresh[key]), is_packed=each)) for key, each in unsaved)
        try:
            connection.executemany("INSERT OR REPLACE INTO remembered VALUES (?, ?)", rows)
            if is_last:
                self._sweep(connection)
            connection.commit()
        except (sqlite3.Error, MemoryError) as problem:
            if self._lives_on and isinstance(problem, sqlite3.OperationalError):
                # Another build is at work, or the disk is full: that may be over at the next save.
                self._waiting, self._has_new = 0, True
                with suppress(sqlite3.Error):
                    connection.rollback()
            else:
                self._connection = None
            return
        if self._only is not None:
            self._only.update(self._unsaved)
        self._unsaved.clear()
        self._fresh.clear()  # from now on they are read where they are
        self._waiting = 0

    def _sweep(self, connection: sqlite3.Connection) -> None:
        (count,) = connection.execute("SELECT count(*) FROM remembered").fetchone()
        if count > _SPARE * len(self._used) + 1_000:
            known = {row[0] for row in connection.execute("SELECT key FROM remembered")}
            connection.executemany("DELETE FROM remembered WHERE key = ?", ((key,) for key in known - self._used))


@contextmanager
def opened(folder: Path, engine: bytes, *, builds_often: bool = False) -> Iterator[Cache]:
    """Open the cache of a folder for one run of this program (`engine`); where there can be none, nothing is kept."""
    connection, is_empty = _connect(folder / FILE)
    spool = Spool(None if builds_often or connection is None else folder)
    cache = Cache(connection, engine, builds_often=builds_often, spool=spool, begins_empty=is_empty)
    try:
        yield cache
        cache.save()
    finally:
        if connection is not None:
            connection.close()
        spool.close()


def _connect(path: Path) -> tuple[sqlite3.Connection | None, bool]:
    """Return a connection, or None where there can be none, and whether nothing is in the file yet."""
    for _ in range(2):
        connection = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=1)
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(_PAGE)  # heard by a new file only
            connection.execute(_HELD)
            connection.execute(_TABLE)
            is_empty = connection.execute("SELECT value FROM remembered LIMIT 1").fetchone() is None
            return connection, is_empty
        except OSError:
            return None, False
        except sqlite3.DatabaseError as problem:
            if connection is not None:
                connection.close()  # some systems take no file away that is open
            if isinstance(problem, sqlite3.OperationalError) or not _taken_away(path):
                return None, False  # a folder that cannot be written, or another build at work
    return None, False


def _taken_away(path: Path) -> bool:
    """Take a damaged file away, to begin anew; say whether it is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _stored(key: bytes, value: bytes, *, is_packed: bool) -> bytes:
    return digest((key, value)) + (_PACKED + zlib.compress(value, 1) if is_packed else _AS_IT_IS + value)


def _unpacked(key: bytes, stored: bytes) -> bytes | memoryview | None:
    """Return the value where it is whole and the one of this key, else None."""
    kind, value = stored[SIZE : SIZE + 1], memoryview(stored)[SIZE + 1 :]
    if kind == _AS_IT_IS:
        return value if digest((key, value)) == stored[:SIZE] else None
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(value, _MOST_BYTES)
    except zlib.error:
        return None
    is_whole = kind == _PACKED and unpacking.eof
    return unpacked if is_whole and digest((key, unpacked)) == stored[:SIZE] else None
