"""The same on a CUDA device: training, scores and the whole smoke study."""

import math

import pytest
import torch

from autonas.protocols import Context
from autonas.study import Budget
from search_spaces.decoder.space import DecoderSpace
from trainer import device
from trainer.data import CorpusConfig
from trainer.proxy import ProxyTrainer

pytestmark = [
    pytest.mark.gpu,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device"),
]

SPACE = DecoderSpace(layers=(2,), widths=(64,), vocab_sizes=(512,))


def test_device_report_names_the_device():
    assert device.resolve("auto") == "cuda:0"
    assert device.report()["cuda"][0]["memory_gb"] > 0


@pytest.mark.parametrize("position", ["rope", "alibi", "sinusoidal", "none"])
@pytest.mark.parametrize("window", [0, 16])
def test_networks_give_the_same_logits_as_on_the_cpu(position, window):
    genome = {gene.name: gene.choices[0] for gene in SPACE.genes} | {"position": position, "window": window}
    net = SPACE.build(SPACE.decode(genome), seed=0).eval()
    tokens = torch.randint(512, (2, 48), generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        expected = net(tokens)
        found = net.to("cuda")(tokens.to("cuda")).cpu()
        cache = net.new_cache(batch_size=2, max_tokens=48)
        steps = [net(tokens[:, i : i + 1].to("cuda"), cache=cache).cpu() for i in range(48)]
    torch.testing.assert_close(found, expected, rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(torch.cat(steps, dim=1), expected, rtol=1e-3, atol=1e-4)


def test_proxy_trains_on_the_device(session_cache, tmp_path):
    trainer = ProxyTrainer(corpus=CorpusConfig(max_bytes=2_000_000), vocab_sizes=(512,))
    context = Context(seed=0, device="cuda:0", cache=session_cache, folder=tmp_path)
    assert trainer.prepare(context)["precision"] in ("bfloat16", "float32")
    genome = {gene.name: gene.choices[0] for gene in SPACE.genes}
    budget = Budget(tokens=131_072, batch_tokens=4096, context=128)
    trained = trainer.train(SPACE.build(SPACE.decode(genome), seed=0), budget, context)
    assert trained.curve[-1]["loss"] < trained.curve[0]["loss"]
    assert math.isfinite(trained.metrics["peak_memory_mb"])


def test_smoke_study_on_the_device(autonas):
    assert "front" in autonas("search", "--study", "smoke", "--device", "cuda", "--trials", "2")
