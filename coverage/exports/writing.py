"""Writing what was made: aside first, and in its place only when it is whole.

A reader of the target sees the old content or the new, never half of it; when the disk is full or the place
cannot be written, nothing is left behind and the reason is told in one line.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coverage.i18n import _


class WriteError(Exception):
    """The target cannot be written; the message, one line for readers, says why and what to do."""


def write_file(target: Path, content: bytes) -> None:
    """Write a file. WriteError when that fails; an earlier file then stays as it was."""
    with told(target):
        if target.exists() and not target.is_file():  # a folder, or a device that a rename would destroy
            raise WriteError(_line(target, _("dat is geen bestand. Geef de naam van een bestand.")))
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".aside-") as aside:
            part = Path(aside) / target.name
            part.write_bytes(content)
            part.replace(target)


@contextmanager
def new_folder(target: Path, mark: str) -> Iterator[Path]:
    """A folder to fill, which takes the place of ``target`` at the end, unless an error came between.

    An existing target is replaced only when it is empty or holds a file called ``mark``: a folder that was made
    here before. WriteError for any other one, and when writing fails.
    """
    with told(target):
        if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or (target / mark).is_file())):
            raise WriteError(
                _("{path} bestaat al en is niet hiermee gemaakt. Kies een andere map, of maak deze eerst leeg.").format(
                    path=target
                )
            )
        with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".aside-") as aside:
            fresh, old = Path(aside) / "new", Path(aside) / "old"
            fresh.mkdir()
            yield fresh
            if target.exists():
                target.replace(old)
            try:
                fresh.replace(target)
            except OSError:
                if old.exists():
                    old.replace(target)
                raise


@contextmanager
def told(target: Path) -> Iterator[None]:
    """While ``target`` is written: an error of the file system becomes a WriteError, which names its place and why."""
    try:
        yield
    except OSError as error:
        raise WriteError(_line(target, _reason(error))) from error


def _line(target: Path, reason: str) -> str:
    return _("{path} is niet geschreven: {reason}").format(path=target, reason=reason)


def _reason(error: OSError) -> str:
    reasons = {
        errno.ENOSPC: _("de schijf is vol. Maak ruimte of kies een andere plek."),
        errno.EDQUOT: _("je mag op deze schijf niet meer bewaren. Maak ruimte of kies een andere plek."),
        errno.EFBIG: _("het bestand is groter dan daar mag. Kies een andere plek."),
        errno.EACCES: _("je mag daar niet schrijven. Kies een andere plek."),
        errno.EPERM: _("je mag daar niet schrijven. Kies een andere plek."),
        errno.EROFS: _("je kunt op deze schijf alleen lezen. Kies een andere plek."),
        errno.ENOENT: _("de map bestaat niet. Maak hem eerst aan."),
        errno.ENAMETOOLONG: _("de naam is te lang. Kies een kortere."),
        errno.ENOTDIR: _("een deel van het pad is geen map. Kies een andere plek."),
    }
    return reasons.get(error.errno or 0, str(error.strerror or error))
