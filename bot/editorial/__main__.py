"""``python -m bot.editorial [path]``: checks the content and the conversations and prints what is wrong."""
from __future__ import annotations

import argparse
import datetime
import json
import sys
import time
from pathlib import Path

from bot.editorial.check import NoContent, check_library, content_root
from bot.editorial.conversations import check_conversations
from bot.editorial.counts import counts
from bot.editorial.faults import ERROR, Fault
from bot.editorial.library import Library
from bot.editorial.report import report

CLEAN, FAULTY, UNUSABLE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when there is no error, 1 when there is one, 2 when there is nothing to check."""
    options = _parser().parse_args(arguments)
    if not options.path.exists():
        print(f"{options.path} does not exist.", file=sys.stderr)
        return UNUSABLE
    started = time.perf_counter()
    try:
        library, faults = _faults(options.path, options.today)
    except NoContent as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    if options.json:
        print(json.dumps([fault.as_dict() for fault in faults], indent=1, ensure_ascii=False))
    elif options.github:
        print("".join(f"{fault.as_github()}\n" for fault in faults), end="")
    else:
        print(report(faults, time.perf_counter() - started))
        if content_root(options.path) == options.path:
            print(counts(library))
    return FAULTY if any(fault.severity == ERROR for fault in faults) else CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.editorial", description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=Path("bot/content"),
                        help="a content folder, or a file or folder in it (then only its faults are shown)")
    parser.add_argument("--json", action="store_true", help="print the faults as JSON")
    parser.add_argument("--github", action="store_true", help="print them as GitHub Actions annotations")
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=None, help="check as on this day")
    return parser


def _faults(path: Path, today: datetime.date | None) -> tuple[Library, list[Fault]]:
    """The files, and the faults at ``path``; for the project's whole content folder also those of the conversations."""
    root = content_root(path)
    library, faults = check_library(root, today)
    if root != path:
        return library, [fault for fault in faults if _stands_in(Path(fault.file), path)]
    project = root.parent.parent
    if (project / "domain.yml").is_file():
        faults = sorted([*faults, *check_conversations(project, library.vocabularies)])
    return library, faults


def _stands_in(file: Path, path: Path) -> bool:
    return path.resolve() in (file.resolve(), *file.resolve().parents)


if __name__ == "__main__":
    sys.exit(main())
