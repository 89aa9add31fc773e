
import numpy as np
import onnxruntime
import pytest
from safetensors.numpy import load_file

from bot.nlu.encoder import load_encoder
from bot.nlu.encoder_graph import build_graph
from bot.nlu.encoder_setup import source_directory
from tests.nlu.numpy_bert import embed

#: Token ids as the tokenizer gives them, one short and one long text.
IDS = [[101, 7632, 102], [101, *range(2000, 2060), 102]]


@pytest.fixture(scope="module")
def weights() -> dict[str, np.ndarray]:
    return load_file(source_directory() / "model.safetensors")


def test_the_float_graph_computes_what_numpy_computes(weights: dict[str, np.ndarray]) -> None:
    session = onnxruntime.InferenceSession(build_graph(weights).SerializeToString())
    for ids in IDS:
        embedding, wording = session.run(["embedding", "wording"], {"input_ids": np.array(ids)})
        assert embedding == pytest.approx(embed(weights, ids), abs=1e-6)
        assert wording == pytest.approx(embed(weights, ids, layers=3), abs=1e-6)


def test_the_int8_file_stays_close_to_the_floats(weights: dict[str, np.ndarray]) -> None:
    encoder = load_encoder()
    for text in ("why is my jaw sagging", "gua sha or a roller for puffy cheeks?"):
        exact = embed(weights, encoder._tokenizer.encode(text).ids)
        assert float(exact @ encoder.embed(text)) > 0.98
