"""The ``plumb`` command: what editors and operators do, without servers."""
from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click
import typer
from rich.console import Console
from rich.table import Table
from typer.core import TyperGroup

from bot import settings
from bot.records.database import RecordsError
from bot.store.errors import StoreError

FAULTY, UNABLE = 1, 3


class Commands(TyperGroup):
    """Ends whatever this installation cannot do in one clear line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # typer's own ways to end
        except (StoreError, RecordsError, RuntimeError, ValueError) as error:
            _fail(error)
        except OSError as error:
            _fail(f"{error.filename}: {error.strerror}." if error.filename else error)


app = typer.Typer(
    cls=Commands,
    help="Check, publish and try the content of Plumbline.\n\nExit codes: 0 done, 1 something is wrong with what was "
         "checked or asked for, 2 the command was used wrongly, 3 this installation cannot do it.",
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
)
AS_JSON = typer.Option(False, "--json", help="Print JSON instead of text.")


def _print(text: str) -> None:
    Console(highlight=False, soft_wrap=True).print(text, markup=False)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _fail(message: object, code: int = UNABLE) -> NoReturn:
    typer.echo(f"plumb: {message}", err=True)
    raise typer.Exit(code)


def _content_folder() -> Path:
    """The editors' files; ends the command when they are not where the settings say."""
    folder = settings.read().content_dir
    if not (folder / "taxonomy.yml").is_file():
        _fail(f"{folder} is no content folder: it has no taxonomy.yml. Set PLUMBLINE_CONTENT_DIR to one, or unset it.")
    return folder


def _shown(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


@app.command()
def ask(question: str, as_json: bool = AS_JSON) -> None:
    """Answer a question from the published content, as the assistant would.

    Example: plumb ask "why is my jaw sagging"
    """
    from bot.commands.asking import answer_to

    text, payload = answer_to(question)
    if as_json:
        _print_json(payload)
    else:
        _print(text)


@app.command(name="try")
def try_(message: str, as_json: bool = AS_JSON) -> None:
    """Show how a message is understood: kind, safety, subjects, areas, confidence, runner-up, nearest examples.

    Example: plumb try "is botox safe for forehead lines"
    """
    from bot.commands.asking import as_lines, understanding_of

    understood = understanding_of(message)
    if as_json:
        _print_json(asdict(understood))
    else:
        _print("\n".join(as_lines(understood)))


@app.command()
def preview(subject: str, as_json: bool = AS_JSON) -> None:
    """Show all answers about a subject or area as text, from the files, published or not.

    Example: plumb preview gua_sha
    """
    from bot.commands.preview import ContentBroken, UnknownSubject
    from bot.commands.preview import preview as preview_of
    from bot.render.payload import as_payload
    from bot.render.text import as_text

    try:
        answers = preview_of(_content_folder(), subject)
    except (UnknownSubject, ContentBroken) as error:
        _fail(error, FAULTY)
    if as_json:
        _print_json([as_payload(answer) for answer in answers])
        return
    for answer in answers:
        _print(f"── {subject}: {answer.question.kind} " + "─" * 20)
        _print(as_text(answer) + "\n")


@app.command()
def check(as_json: bool = AS_JSON, github: bool = typer.Option(False, help="Print GitHub annotations.")) -> None:
    """Check every content file and report all faults at once, with file, line, cause and remedy.

    Example: plumb check
    """
    from bot.editorial.__main__ import main as run_check

    flags = ["--json"] if as_json else ["--github"] if github else []
    raise typer.Exit(run_check([os.path.relpath(_content_folder()), *flags]))


@app.command()
def publish(as_json: bool = AS_JSON) -> None:
    """Check the content and publish it as a new release; a running assistant picks it up within 5 seconds.

    Example: plumb publish
    """
    from bot.editorial.faults import ERROR
    from bot.editorial.load import load_content

    content, faults = load_content(_content_folder(), date.today())
    if content is None:
        errors = [fault for fault in faults if fault.severity == ERROR]
        for fault in errors:
            typer.echo(fault, err=True)
        _fail(f"nothing was published: {_shown(len(errors), 'error')} (see above).", FAULTY)
    from bot.bootstrap import publish as publish_release

    info = publish_release(content)
    if as_json:
        _print_json(asdict(info))
    else:
        _print(f"Release {info.number} is served: {_shown(info.claims, 'claim')}.")


@app.command()
def rollback(as_json: bool = AS_JSON) -> None:
    """Serve the release before the current one again.

    Example: plumb rollback
    """
    from bot.bootstrap import repository

    info = repository().rollback()
    if as_json:
        _print_json(asdict(info))
    else:
        _print(f"Release {info.number} of {info.published_at} is served again.")


@app.command()
def releases(as_json: bool = AS_JSON) -> None:
    """List the releases that the store keeps.

    Example: plumb releases
    """
    from bot.bootstrap import repository

    found = repository().releases()
    if as_json:
        _print_json([asdict(info) for info in found])
        return
    table = Table("Release", "Published (UTC)", "Claims", "Digest", "Served")
    for info in found:
        table.add_row(str(info.number), info.published_at, str(info.claims), info.digest[:12],
                      "yes" if info.current else "")
    Console().print(table if found else "Nothing has been published yet. Run `plumb publish`.")


@app.command()
def new_subject(
    slug: str, name: str = typer.Option(..., help="The name as visitors read it."),
    family: str = typer.Option(..., help="The family in the taxonomy, such as massage."),
) -> None:
    """Start a new subject: adds it to the taxonomy and writes its file from the template.

    Example: plumb new-subject cupping --name "Facial cupping" --family massage
    """
    from bot.editorial.scaffold import ScaffoldError
    from bot.editorial.scaffold import new_subject as scaffold

    try:
        path = scaffold(_content_folder(), slug, name, family)
    except ScaffoldError as error:
        _fail(error, FAULTY)
    _print(f"Wrote {path}. Fill it in, then run `plumb check`.")


@app.command()
def sources(
    unused: bool = typer.Option(False, "--unused", help="Only sources that nothing cites."), as_json: bool = AS_JSON,
) -> None:
    """List the sources and how often each is cited.

    Example: plumb sources --unused
    """
    from bot.commands.preview import ContentBroken, citations

    try:
        counted = citations(_content_folder())
    except ContentBroken as error:
        _fail(error, FAULTY)
    found = {source: count for source, count in counted.items() if not (unused and count)}
    if as_json:
        _print_json(found)
        return
    for source, count in found.items():
        _print(f"{count:4}  {source}")
    _print(_shown(len(found), "source"))


@app.command()
def unanswered(
    done: str = typer.Option("", help="Remove a question that has an answer now; give its words."),
    as_json: bool = AS_JSON,
) -> None:
    """List the questions that had no sourced answer, the most asked first, without numbers and names.

    Example: plumb unanswered --done "does profhilo work"
    """
    from bot.bootstrap import records
    from bot.commands.kept import unanswered_lines
    from bot.records.redaction import same_words

    if done:
        removed = records().settle_unanswered(same_words(done))
        if not removed:
            _fail("there is no such question. `plumb unanswered` lists them; give the words of one.", FAULTY)
    found = records().unanswered()
    if as_json:
        _print_json([asdict(each) | {"first_at": each.first_at.isoformat(), "last_at": each.last_at.isoformat()}
                     for each in found])
        return
    _print("\n".join(unanswered_lines(found)) or "No question has been left without an answer.")


@app.command()
def feedback(as_json: bool = AS_JSON) -> None:
    """Show what visitors said of answers, claim by claim, and what they found wrong or unclear.

    Example: plumb feedback
    """
    from bot.bootstrap import records
    from bot.commands.kept import feedback_lines

    found = records().feedback()
    if as_json:
        _print_json([asdict(each) | {"at": each.at.isoformat()} for each in found])
        return
    _print("\n".join(feedback_lines(found)) if found else "Nobody has said anything about an answer yet.")


@app.command()
def doctor(as_json: bool = AS_JSON) -> None:
    """Say what is wrong with this installation and how to mend it.

    Example: plumb doctor
    """
    from bot.commands.doctor import examine

    findings = examine(settings.read())
    if as_json:
        _print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            _print(f"{'ok   ' if finding.ok else 'FAULT'} {finding.part}: {finding.what}"
                   + (f" {finding.remedy}" if finding.remedy else ""))
    raise typer.Exit(0 if all(finding.ok for finding in findings) else FAULTY)


@app.command()
def chat(sender: str = typer.Option("terminal", help="The name of the conversation.")) -> None:
    """Talk to the running assistant in this terminal; an empty line or Ctrl-D ends it.

    Example: plumb chat
    """
    from bot.commands.talk import talk

    talk(settings.read(), sender)


def main() -> None:
    """Runs the command."""
    app(prog_name="plumb")


if __name__ == "__main__":
    main()
