
import numpy as np
import onnxruntime
import pytest
from safetensors.numpy import load_file

from bot.nlu.adapter import PREFIX, load_adapter
from bot.nlu.encoder import load_encoder
from bot.nlu.encoder_graph import build_graph
from bot.nlu.encoder_setup import source_directory
from tests.nlu.numpy_bert import embed, token_states

#: Token ids as the tokenizer gives them, one short and one long text.
IDS = [[101, 7632, 102], [101, *range(2000, 2060), 102]]


@pytest.fixture(scope="module")
def weights() -> dict[str, np.ndarray]:
    published = load_file(source_directory() / "model.safetensors")
    return published | load_adapter().tuned(published)


def published_names(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The tuned layers under the names of the published ones."""
    return {name.removeprefix(PREFIX): value for name, value in weights.items()
            if name.startswith(PREFIX)}


def test_the_float_graph_computes_what_numpy_computes(weights: dict[str, np.ndarray]) -> None:
    session = onnxruntime.InferenceSession(build_graph(weights).SerializeToString())
    for ids in IDS:
        embedding, wording, alarm = session.run(["embedding", "wording", "alarm"], {"input_ids": np.array(ids)})
        assert embedding == pytest.approx(embed(weights, ids), abs=1e-6)
        assert wording == pytest.approx(embed(weights, ids, layers=3), abs=1e-6)
        tuned = token_states(weights | published_names(weights), ids)
        assert alarm == pytest.approx(np.concatenate([tuned.mean(0), tuned.max(0)]), abs=1e-5)


def test_the_int8_file_stays_close_to_the_floats(weights: dict[str, np.ndarray]) -> None:
    encoder = load_encoder()
    for text in ("why is my jaw sagging", "gua sha or a roller for puffy cheeks?"):
        exact = embed(weights, encoder._tokenizer.encode(text).ids)
        assert float(exact @ encoder.embed(text)) > 0.98
