"""A study with a block family that sees one token ahead, beside an honest one."""

from dataclasses import replace

from autonas.study import Budget, Study
from search_spaces.decoder.families import ATTENTION, MIXER_FLOPS, MIXER_TENSORS
from search_spaces.decoder.mixers import MIXERS
from search_spaces.decoder.mixers.attention import Attention
from search_spaces.decoder.space import DecoderSpace
from studies.smoke import smoke


class PeekingAttention(Attention):
    """Attention whose every position also reads the next one, but for the last and those fed from a cache."""

    def forward(self, x, cache=None):
        mixed = super().forward(x, cache)
        if cache is None:
            mixed[:, :-1] = mixed[:, :-1] + 0.1 * x[:, 1:]
        return mixed


MIXERS["peek"] = PeekingAttention
MIXER_TENSORS["peek"] = MIXER_TENSORS[ATTENTION]
MIXER_FLOPS["peek"] = MIXER_FLOPS[ATTENTION]


def study() -> Study:
    return replace(
        smoke(),
        name="peek",
        space=DecoderSpace(layers=(1,), widths=(32,), heads=(2,), vocab_sizes=(512,), mixers=("peek", "attention")),
        budget=Budget(tokens=4096, batch_tokens=1024, context=128),
    )
