"""Compiled templates, of this process and of earlier ones: compiling takes longer than making a page.

Where they are kept, and why not in the cache, is in `storage/bytecode.py`.
"""

from __future__ import annotations

from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache, bc_version

from boardsite.digest import digest
from boardsite.storage import bytecode

MOST_COMPILED = 1_000
# Of this process, by program, name and text: the preview makes the same ones again and again.
_CODES: dict[bytes, CodeType] = {}


class Compiled(BytecodeCache):
    """Compiled templates, from this process or from an earlier one of the same program (`engine`; b"": of none)."""

    def __init__(self, engine: bytes) -> None:
        self._engine = engine

    def load_bytecode(self, bucket: Bucket) -> None:
        mark = self._mark(bucket)
        bucket.code = _CODES.get(mark)
        if bucket.code is None and self._engine:
            bucket.code = bytecode.kept(bucket.key, mark)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._remember(bucket)
        if bucket.code is not None and self._engine:
            bytecode.keep(bucket.key, self._mark(bucket), bucket.code)

    def _mark(self, bucket: Bucket) -> bytes:
        parts = (jinja2.__version__, str(bc_version), bucket.key, bucket.checksum)
        return digest((self._engine, *(part.encode() for part in parts)))

    def _remember(self, bucket: Bucket) -> None:
        if len(_CODES) >= MOST_COMPILED:
            _CODES.clear()
        if bucket.code is not None:
            _CODES[self._mark(bucket)] = bucket.code
