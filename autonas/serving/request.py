"""From the body of a request for a completion to what a model is asked, or to what is wrong with it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autonas.completion import Completion
from autonas.errors import UsageError

__all__ = ["MOST_SAMPLES", "MOST_STOPS", "MOST_TOKENS", "Asked", "RefusedError", "asked"]

MOST_SAMPLES, MOST_TOKENS, MOST_STOPS = 16, 2048, 16
_KINDS: dict[str, tuple[tuple[type, ...], str]] = {
    "model": ((str,), "a string"),
    "prompt": ((str,), "one string"),
    "n": ((int,), "a whole number"),
    "max_tokens": ((int,), "a whole number"),
    "temperature": ((int, float), "a number"),
    "top_p": ((int, float), "a number"),
    "top_k": ((int,), "a whole number"),
    "stop": ((str, list), "a string or a list of strings"),
    "seed": ((int,), "a whole number"),
    "echo": ((bool,), "true or false"),
    "stream": ((bool,), "true or false"),
    "stream_options": ((dict,), "an object"),
    "user": ((str,), "a string"),  # of no consequence
}
# What OpenAI's clients may send along although it asks for nothing.
_NEUTRAL: dict[str, tuple[Any, ...]] = {
    "best_of": (1,),
    "frequency_penalty": (0,),
    "logit_bias": ({},),
    "logprobs": (),
    "presence_penalty": (0,),
    "suffix": ("",),
}


class RefusedError(Exception):
    """A request that is not served, as OpenAI's API says so.

    Attributes:
        status: Of HTTP.
        field: What of the request is wrong.
    """

    def __init__(self, status: int, message: str, *, field: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.status, self.field, self.code = status, field, code

    def body(self) -> dict[str, Any]:
        """Returns the JSON of the answer."""
        kind = "invalid_request_error" if self.status < 500 and self.status != 429 else "server_error"
        return {"error": {"message": str(self), "type": kind, "param": self.field, "code": self.code}}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a completion.

    Attributes:
        echo: Whether the prompt comes first.
        stream: Whether the answer comes piece by piece.
        usage: Whether such an answer ends with the numbers of tokens.
    """

    completion: Completion
    echo: bool
    stream: bool
    usage: bool


def asked(body: bytes, *, model: str) -> Asked:
    """Reads a request.

    Args:
        model: The name of the only model.

    Raises:
        RefusedError: It is no JSON object, names another model, or has a field that is unknown or wrong.
    """
    fields = _fields(body)
    if fields.get("model", model) != model:
        message = f"there is no model {fields['model']!r} here, only {model!r}"
        raise RefusedError(404, message, field="model", code="model_not_found")
    if "prompt" not in fields:
        raise RefusedError(400, "the prompt is missing", field="prompt")
    stops = fields.get("stop", [])
    stops = [stops] if isinstance(stops, str) else stops
    if len(stops) > MOST_STOPS or not all(isinstance(stop, str) for stop in stops):
        raise RefusedError(400, f"stop must be a string or a list of at most {MOST_STOPS} strings", field="stop")
    options = {name: fields[name] for name in ("n", "max_tokens", "temperature", "top_p", "top_k") if name in fields}
    for name, most in (("n", MOST_SAMPLES), ("max_tokens", MOST_TOKENS)):
        if options.get(name, 0) > most:
            raise RefusedError(400, f"{name} must be at most {most}, got {options[name]}", field=name)
    seed = fields.get("seed", secrets.randbelow(2**31))
    try:
        completion = Completion(prompt=fields["prompt"], stop=tuple(stops), seed=seed, **options)
    except UsageError as error:
        field = next((name for name in _KINDS if name in error.message.split()), None)
        raise RefusedError(400, error.message, field=field) from None
    usage = fields.get("stream_options", {}).get("include_usage", False)
    return Asked(completion, echo=fields.get("echo", False), stream=fields.get("stream", False), usage=usage is True)


def _fields(body: bytes) -> Mapping[str, Any]:
    """Returns the fields that are not null, each of its type."""
    try:
        data = json.loads(body)
        json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, f"the body is no JSON: {error}") from None
    if not isinstance(data, dict):
        raise RefusedError(400, f"the body must be a JSON object, got {_shown(data)}")
    fields = {name: value for name, value in data.items() if value is not None}
    for name, value in fields.items():
        if name in _NEUTRAL:
            if value not in _NEUTRAL[name]:
                raise RefusedError(400, f"{name} is not supported here", field=name)
            continue
        if name not in _KINDS:
            raise RefusedError(400, f"there is no field {name!r}; there are {', '.join(_KINDS)}", field=name)
        kinds, wording = _KINDS[name]
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise RefusedError(400, f"{name} must be {wording}, got {_shown(value)}", field=name)
    return fields


def _shown(value: Any) -> str:
    text = json.dumps(value)
    return text if len(text) <= 40 else text[:37] + "..."
