"""``python -m bot.editorial [path]``: checks the content folder and prints what is wrong."""
from __future__ import annotations

import argparse
import datetime
import json
import sys
import time
from pathlib import Path

from bot.editorial.check import NoContent, check_content, content_root
from bot.editorial.faults import Fault
from bot.editorial.report import report

CLEAN, FAULTY, UNUSABLE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when there is no error, 1 when there is one, 2 when there is nothing to check."""
    parser = argparse.ArgumentParser(prog="python -m bot.editorial", description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=Path("bot/content"),
                        help="a content folder, or a file or folder in it (then only its faults are shown)")
    parser.add_argument("--json", action="store_true", help="print the faults as JSON")
    parser.add_argument("--github", action="store_true", help="print them as GitHub Actions annotations")
    parser.add_argument("--today", type=datetime.date.fromisoformat, default=None, help="check as on this day")
    options = parser.parse_args(arguments)
    if not options.path.exists():
        print(f"{options.path} does not exist.", file=sys.stderr)
        return UNUSABLE
    started = time.perf_counter()
    try:
        root = content_root(options.path)
    except NoContent as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    faults = within(check_content(root, options.today), options.path)
    if options.json:
        print(json.dumps([fault.as_dict() for fault in faults], indent=1, ensure_ascii=False))
    elif options.github:
        print("".join(f"{fault.as_github()}\n" for fault in faults), end="")
    else:
        print(report(faults, time.perf_counter() - started))
    return FAULTY if any(fault.severity == "error" for fault in faults) else CLEAN


def within(faults: list[Fault], path: Path) -> list[Fault]:
    """The faults whose file is ``path`` or stands below it."""
    whole = path.resolve()
    return [fault for fault in faults
            if Path(fault.file).resolve() == whole or whole in Path(fault.file).resolve().parents]


if __name__ == "__main__":
    sys.exit(main())
