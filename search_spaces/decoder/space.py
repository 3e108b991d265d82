"""The genome of a decoder, and the shape that it decodes to. Torch-free until a network is built."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from autonas.errors import UsageError
from autonas.promotion_protocols import Exported, ExportRequest
from autonas.protocols import Gene, Genome, Part, Trained, later
from search_spaces.decoder.drawing import parts_of
from search_spaces.decoder.families import ATTENTION, CONVOLVING, EXPANDING, LINEAR, MIXER_TENSORS, canonical
from search_spaces.decoder.shape import ACTIVATIONS, NORMS, POSITIONS, DecoderShape

__all__ = ["ALL_HEADS", "DecoderSpace"]

ALL_HEADS = 0  # of the gene `kv_sharing`: all query heads share one key-value head
MIN_HEAD_SIZE = 8
FEED_FORWARD_STEP = 16  # hidden widths are multiples of this, which matrix kernels like


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoderSpace:
    """Causal decoders. Each attribute is one gene and holds its choices; a study narrows them.

    As it comes it holds decoders of 0.3M to more than 100M parameters.

    Attributes:
        layers: Numbers of blocks.
        widths: Values of d_model. Each must be divisible by one of `heads` into even heads of at least 8.
        heads: Numbers of query heads. One that does not divide a width is repaired to the nearest below that does.
        kv_sharing: How many query heads share a key-value head: 1 is multi-head, 0 (all of them) multi-query,
            others grouped-query. Repaired to the nearest divisor below.
        feed_forward: Size of the feed-forward part in units of d_model, counted as if it had two matrices: a gated one,
            which has three, gets 2/3 of the hidden width, so that the gene means parameters.
        windows: Tokens that a position sees; 0 is all.
        token_shifts: Whether each position also reads a share of the one before, see `TokenShift`.
        vocab_sizes: Sizes of the vocabulary.
        mixers: Block families.
        attention_every: One layer in each group of so many is attention, in networks of another family; 0 is none.
        attention_places: Which of its group that layer is.
        expansions: Width of the values in units of d_model, in Gated DeltaNet and Mamba-2.
        state_sizes: Of Mamba-2.
        conv_sizes: Tokens that the short convolution before Gated DeltaNet and Mamba-2 sees; 0 is no convolution.

    The last five are genes only where the families have a use for them: `mixers` of attention alone has none.
    """

    layers: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24)
    widths: tuple[int, ...] = (64, 96, 128, 160, 192, 256, 320, 384, 448, 512, 640)
    heads: tuple[int, ...] = (1, 2, 4, 8, 16)
    kv_sharing: tuple[int, ...] = (1, 2, 4, ALL_HEADS)
    feed_forward: tuple[float, ...] = (1.0, 2.0, 3.0, 4.0, 6.0)
    activations: tuple[str, ...] = ACTIVATIONS
    norms: tuple[str, ...] = NORMS
    positions: tuple[str, ...] = POSITIONS
    qk_norms: tuple[bool, ...] = (False, True)
    tied: tuple[bool, ...] = (True, False)
    dropouts: tuple[float, ...] = (0.0, 0.1)
    windows: tuple[int, ...] = (0, 64, 128)
    token_shifts: tuple[bool, ...] = (False, True)
    vocab_sizes: tuple[int, ...] = (1024, 2048, 4096, 8192)
    mixers: tuple[str, ...] = (ATTENTION,)
    attention_every: tuple[int, ...] = later((0, 4, 3, 2))  # more and more attention
    attention_places: tuple[str, ...] = later(("last", "first"))
    expansions: tuple[int, ...] = later((1, 2))
    state_sizes: tuple[int, ...] = later((16, 32, 64))
    conv_sizes: tuple[int, ...] = later((0, 4))

    def __post_init__(self) -> None:
        for name, low, high in _RANGES:
            values = getattr(self, name)
            if not values or len(set(values)) != len(values) or not all(low <= v <= high for v in values):
                given = ",".join(map(str, values)) or "nothing"
                usual = ",".join(map(str, type(self).__dataclass_fields__[name].default))
                raise UsageError(
                    f"space.{name} must be different numbers from {low} to {high}, got {given}",
                    hint=f"for example space.{name}={usual}",
                )
        for name, known in _NAMES:
            wrong = [v for v in getattr(self, name) if v not in known]
            if wrong or not getattr(self, name):
                given = repr(wrong[0]) if wrong else "nothing"
                raise UsageError(f"space.{name} must be among {', '.join(known)}, got {given}")
        for width in self.widths:
            if not any(_divides(heads, width) for heads in self.heads):
                raise UsageError(
                    f"space.widths has {width}, which no head count of {','.join(map(str, self.heads))} divides into "
                    f"even heads of at least {MIN_HEAD_SIZE}",
                    hint=f"use a multiple of {min(self.heads) * MIN_HEAD_SIZE}, or change space.heads",
                )

    @property
    def genes(self) -> Sequence[Gene]:
        """The dimensions, in the order of the attributes."""
        unordered = {"activation", "norm", "position", "mixer", "attention_place"}
        families = set(self.mixers)
        used = {
            "attention_every": bool(families & LINEAR),
            "attention_place": bool(families & LINEAR) and self.attention_every != (0,),
            "expansion": bool(families & EXPANDING),
            "state_size": "mamba2" in families,
            "conv_size": bool(families & CONVOLVING),
        }
        names = {name: getattr(self, attribute) for name, attribute in _GENES.items() if used.get(name, True)}
        # "All heads" is the strongest sharing, so it comes last.
        names["kv_sharing"] = tuple(sorted(self.kv_sharing, key=lambda n: n or 10**9))
        return tuple(Gene(name=n, choices=tuple(c), ordered=n not in unordered) for n, c in names.items())

    def decode(self, genome: Genome) -> DecoderShape:
        """Returns the shape, with what does not fit together repaired to the nearest that does."""
        width = genome["d_model"]
        heads = _nearest(genome["n_heads"], [h for h in self.heads if _divides(h, width)])
        sharing = genome["kv_sharing"] or heads
        sharing = max(d for d in range(1, heads + 1) if heads % d == 0 and d <= sharing)
        gated = genome["activation"] in ("geglu", "swiglu")
        hidden = genome["feed_forward"] * width * (2 / 3 if gated else 1)
        mixer = genome["mixer"]
        every = genome.get("attention_every", 0) if mixer in LINEAR else 0
        shape = DecoderShape(
            n_layers=genome["n_layers"],
            d_model=width,
            n_heads=heads,
            n_kv_heads=heads // sharing,
            d_ff=max(FEED_FORWARD_STEP, round(hidden / FEED_FORWARD_STEP) * FEED_FORWARD_STEP),
            activation=genome["activation"],
            norm=genome["norm"],
            position=genome["position"],
            qk_norm=genome["qk_norm"],
            tied=genome["tied"],
            dropout=genome["dropout"],
            window=genome["window"],
            token_shift=genome["token_shift"],
            vocab_size=genome["vocab_size"],
            mixer=mixer,
            attention_every=every,
            attention_first=genome.get("attention_place") == "first",
            expansion=genome.get("expansion", 1),
            state_size=genome.get("state_size", 0),
            conv_size=genome.get("conv_size", 0),
        )
        return canonical(shape)

    def seeds(self) -> Sequence[Genome]:
        """Returns proportions that are known to be good, from small to large as far as the choices reach.

        The modern recipe (rotary positions, RMSNorm, SwiGLU, grouped-query; Touvron et al. 2023), the uniform one
        (LayerNorm, GELU, multi-head; Radford et al. 2019), and deep and thin ones, which win at equal size among small
        decoders (Liu et al. 2024, MobileLLM). Then a hybrid of each other family and attention, near the middle of the
        sizes, which have not been compared as long as those of attention.
        """
        layers, widths = sorted(self.layers), sorted(self.widths)
        seeds = []
        families = [recipe for recipe in _FAMILY_SEEDS if recipe["mixer"] in self.mixers]
        for share, depth, recipe in (*_SEEDS, *((0.5, 0.3, _MODERN | recipe) for recipe in families)):
            width = widths[round(share * (len(widths) - 1))]
            place = min(1.0, share * 0.8 + depth)
            wanted = {
                **_COMMON,
                **recipe,
                "n_layers": layers[round(place * (len(layers) - 1))],
                "d_model": width,
                "n_heads": max(2, width // 32),
                "vocab_size": sorted(self.vocab_sizes)[len(self.vocab_sizes) // 2],
            }
            seeds.append({gene.name: _choose(gene, wanted) for gene in self.genes})
        return seeds

    def build(self, shape: DecoderShape, seed: int) -> Any:
        """Returns the untrained network, on the CPU, its weights drawn from `seed`."""
        import torch

        from search_spaces.decoder.model import Decoder

        return Decoder(shape, generator=torch.Generator().manual_seed(seed))

    def kernels(self, device: str) -> Sequence[str]:
        """Returns what the linear families compute with on a device, if it is not plain PyTorch; see docs/mixers.md.

        Raises:
            AutonasError: It is installed and cannot be used.
        """
        from search_spaces.decoder.mixers import kernels

        if not device.startswith("cuda") or LINEAR.isdisjoint(self.mixers) or not kernels.wanted():
            return ()
        kernels.load()
        return (kernels.PACKAGE,)

    def summary(self, shape: DecoderShape) -> str:
        """Returns the shape in one line."""
        return shape.summary()

    def describe(self, shape: DecoderShape, context: int) -> Sequence[Part]:
        """Returns the parts of its network, for `autonas show`."""
        return parts_of(shape, context)

    def export(self, shape: DecoderShape, trained: Trained, wanted: ExportRequest) -> Exported:
        """Writes a trained network for other programs; see `search_spaces.decoder.export`."""
        from search_spaces.decoder.export.formats import write_format

        return write_format(shape, trained, wanted)


_COMMON = {"mixer": ATTENTION, "tied": True, "dropout": 0.0, "window": 0, "token_shift": True, "position": "rope"}
_COMMON |= {"feed_forward": 4.0}
_MODERN = {"activation": "swiglu", "norm": "rmsnorm", "kv_sharing": 2, "qk_norm": True}
_UNIFORM = {"activation": "gelu", "norm": "layernorm", "kv_sharing": 1, "qk_norm": False}
# Where in the widths a seed stands (0 smallest, 1 largest), how much deeper than usual it is, and its recipe.
_SEEDS: tuple[tuple[float, float, Genome], ...] = (
    (0.0, 0.2, _MODERN),
    (0.0, 0.6, _MODERN),
    (0.33, 0.2, _UNIFORM),
    (0.33, 0.5, _MODERN),
    (0.67, 0.1, _MODERN),
    (0.67, 0.3, _UNIFORM),
    (1.0, 0.2, _MODERN),
)
# Each with attention in one layer of three: none of 36 networks without it learnt to copy within the CPU budget of
# codelm, whose bound refuses such (docs/log.md). Whether layers all alike are better is for the search to find.
_FAMILY_SEEDS: tuple[Genome, ...] = tuple(
    recipe | {"attention_every": 3, "attention_place": "last"}
    for recipe in (
        {"mixer": "deltanet", "expansion": 1, "conv_size": 4},
        {"mixer": "mamba2", "expansion": 2, "conv_size": 4, "state_size": 32},
        {"mixer": "rwkv7"},
    )
)

# gene -> attribute that holds its choices
_GENES = {
    "n_layers": "layers",
    "d_model": "widths",
    "n_heads": "heads",
    "kv_sharing": "kv_sharing",
    "feed_forward": "feed_forward",
    "activation": "activations",
    "norm": "norms",
    "position": "positions",
    "qk_norm": "qk_norms",
    "tied": "tied",
    "dropout": "dropouts",
    "window": "windows",
    "token_shift": "token_shifts",
    "vocab_size": "vocab_sizes",
    "mixer": "mixers",
    "attention_every": "attention_every",
    "attention_place": "attention_places",
    "expansion": "expansions",
    "state_size": "state_sizes",
    "conv_size": "conv_sizes",
}
_RANGES: tuple[tuple[str, float, float], ...] = (
    ("layers", 1, 128),
    ("widths", 16, 8192),
    ("heads", 1, 128),
    ("kv_sharing", 0, 128),
    ("feed_forward", 0.25, 16),
    ("qk_norms", 0, 1),
    ("tied", 0, 1),
    ("dropouts", 0, 0.9),
    ("windows", 0, 65_536),
    ("token_shifts", 0, 1),
    ("vocab_sizes", 257, 65_535),
    ("attention_every", 0, 128),
    ("expansions", 1, 8),
    ("state_sizes", 1, 1024),
    ("conv_sizes", 0, 16),
)
_NAMES: tuple[tuple[str, Collection[str]], ...] = (
    ("activations", ACTIVATIONS),
    ("norms", NORMS),
    ("positions", POSITIONS),
    ("attention_places", ("last", "first")),
    ("mixers", MIXER_TENSORS),  # itself: a family may be added by whoever imports this
)


def _divides(heads: int, width: int) -> bool:
    return width % heads == 0 and (width // heads) % 2 == 0 and width // heads >= MIN_HEAD_SIZE


def _nearest(wanted: float, choices: Sequence[Any]) -> Any:
    """Returns the largest choice that is not above `wanted`, or the smallest there is."""
    return max((c for c in choices if c <= wanted), default=min(choices))


def _choose(gene: Gene, wanted: Genome) -> Any:
    """Returns the gene's choice that comes nearest to what is wanted."""
    if gene.name not in wanted or not gene.ordered:
        return wanted[gene.name] if wanted.get(gene.name) in gene.choices else gene.choices[0]
    return min(gene.choices, key=lambda choice: abs(choice - wanted[gene.name]))
