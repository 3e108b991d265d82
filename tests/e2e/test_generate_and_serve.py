"""A promoted model writes: in the terminal, and behind its endpoint."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from serving import Served, serving

from autonas.cli import cli
from autonas.serving.request import MOST_TOKENS
from trainer.model_folder import load_tokenizer

PROMPT = 'def double(x):\n    """Return twice x."""\n'
LONG = {"prompt": PROMPT, "n": 16, "max_tokens": MOST_TOKENS, "temperature": 2, "top_p": 1, "stream": True}


@pytest.fixture
def generate(promoted, monkeypatch):
    """Runs `autonas generate` in this process."""
    command, _, run = promoted
    monkeypatch.chdir(command.folder)

    def run_it(*words: str, model: str | None = None, stdin: str = "", code: int = 0):
        words = ("generate", model or str(run), "--device", "cpu", *words)
        result = CliRunner().invoke(cli, words, input=stdin, prog_name="autonas", catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result if code == 0 else result.stderr

    return run_it


def test_a_prompt_comes_from_an_option_a_file_or_standard_input(generate, promoted, tmp_path):
    _, _, run = promoted
    shown = generate("--prompt", PROMPT, "--tokens", "24")
    assert shown.stdout.startswith(PROMPT)
    assert len(shown.stdout) > len(PROMPT) + 8
    assert " tokens in " in shown.stderr
    assert shown.stderr.endswith(" tok/s\n")
    (tmp_path / "file.py").write_text(PROMPT)
    for words, stdin in ((["--file", str(tmp_path / "file.py")], ""), ([], PROMPT), (["-p", "-"], PROMPT)):
        assert generate(*words, "--tokens", "24", stdin=stdin).stdout == shown.stdout
    assert generate("--prompt", PROMPT, "--tokens", "24", model=run.name).stdout == shown.stdout  # the trial's number


def test_samples_come_one_after_the_other_and_stop_before_a_text(generate):
    options = ("--prompt", PROMPT, "--tokens", "24", "--temperature", "1", "--top-k", "50", "--samples", "3")
    whole = generate(*options).stdout
    parts = [part.partition("\n")[2] for part in whole.split("# ")[1:]]
    assert [part.startswith(PROMPT) for part in parts] == [True] * 3
    stop = parts[1][len(PROMPT) + 3 : len(PROMPT) + 6]
    assert generate(*options, "--stop", stop).stdout.count(stop) == 3 * PROMPT.count(stop)
    assert generate(*options).stdout == whole  # the same seed
    assert generate(*options, "--seed", "1").stdout != whole


@pytest.mark.parametrize(
    ("words", "model", "message"),
    [
        (["-p", "x"], "nowhere", "nowhere is no promotion"),
        (["-p", "x"], "99", "has no trial 99"),
        (["-p", " \n"], None, "the prompt is empty"),
        ([], None, "the prompt is empty"),
        (["-p", "x", "--file", "autonas.db"], None, "there are two prompts: --prompt and --file"),
        (["--file", "nothing.py"], None, "'nothing.py': No such file or directory"),
        (["--file", "autonas.db"], None, "autonas.db is no text in utf-8"),
        (["-p", "x", "--stop", ""], None, "a stop text is empty"),
    ],
)
def test_bad_input_is_one_clear_line(generate, words, model, message):
    errors = generate(*words, model=model, code=2)
    assert message in errors
    assert len(errors.splitlines()) == 2


def test_a_trial_that_was_never_promoted_says_how_to(generate, promoted):
    _, _, run = promoted
    other = str(0 if run.name != "0" else 1)
    errors = generate("-p", "x", model=other, code=2)
    assert f"trial {other} of smoke was never promoted" in errors
    assert f"hint: autonas promote {other} --study smoke" in errors


@pytest.fixture(scope="module")
def served(promoted) -> Iterator[Served]:
    command, _, run = promoted
    with serving(run.name, command.folder) as served:
        yield served


def events(answer) -> list[dict]:
    """Returns the data of server-sent events, which end as OpenAI's do."""
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    *parts, done, nothing = answer.read().decode().split("\n\n")
    assert (done, nothing) == ("data: [DONE]", "")
    return [json.loads(part.removeprefix("data: ")) for part in parts]


def test_the_endpoint_answers_as_openai_does(served, promoted, generate):
    _, _, run = promoted
    model = f"smoke-{run.name}"
    models = json.load(served.ask("GET", "/v1/models"))
    assert [found["id"] for found in models["data"]] == [model]
    answer = json.load(served.complete(model=model, prompt=PROMPT, max_tokens=24))
    assert set(answer) == {"id", "object", "created", "model", "choices", "usage"}
    assert answer["object"] == "text_completion"
    (choice,) = answer["choices"]
    assert PROMPT + choice["text"] + "\n" == generate("--prompt", PROMPT, "--tokens", "24").stdout
    assert (choice["index"], choice["finish_reason"], choice["logprobs"]) == (0, "length", None)
    n_read = len(load_tokenizer(run / "tune" / "model").encode(PROMPT.rstrip()))
    assert answer["usage"] == {"prompt_tokens": n_read, "completion_tokens": 24, "total_tokens": n_read + 24}
    echoed = json.load(served.complete(prompt=PROMPT, max_tokens=24, echo=True, stop=choice["text"][5:8]))
    assert echoed["choices"][0]["text"] == PROMPT + choice["text"][: choice["text"].index(choice["text"][5:8])]
    assert echoed["choices"][0]["finish_reason"] == "stop"


def test_a_stream_is_the_same_text_in_pieces(served):
    fields = {"prompt": PROMPT, "n": 3, "max_tokens": 40, "temperature": 0.9, "top_k": 60, "seed": 5}
    whole = json.load(served.complete(**fields))
    found = events(served.complete(**fields, stream=True, echo=True, stream_options={"include_usage": True}))
    texts, finishes = [""] * 3, [None] * 3
    for event in found:
        for choice in event["choices"]:
            texts[choice["index"]] += choice["text"]
            finishes[choice["index"]] = choice["finish_reason"] or finishes[choice["index"]]
    assert texts == [PROMPT + choice["text"] for choice in whole["choices"]]
    assert finishes == [choice["finish_reason"] for choice in whole["choices"]]
    assert found[-1]["usage"] == whole["usage"]
    assert found[-1]["choices"] == []


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status", "message"),
    [
        ("POST", "/v1/completions", b"{", {}, 400, "the body is no JSON"),
        ("POST", "/v1/completions", {"prompt": "x", "tempo": 1}, {}, 400, "there is no field 'tempo'"),
        ("POST", "/v1/completions", {"prompt": "x", "model": "y"}, {}, 404, "there is no model 'y' here"),
        ("POST", "/v1/completions", {"prompt": "{}" * 20_000}, {}, 400, "tokens, 4096 are allowed"),
        ("POST", "/v1/completions", {"prompt": "x"}, {"Content_Type": "text/plain"}, 415, "the body must be JSON"),
        ("POST", "/v1/completions", b" " * 131_073, {}, 413, "the body has more than 131072 bytes"),
        ("POST", "/v1/completions", "chunked", {}, 413, "the body has more than 131072 bytes"),
        ("GET", "/v1/completions", None, {}, 405, "Method Not Allowed"),
        ("GET", "/elsewhere", None, {}, 404, "Not Found"),
        ("GET", "/v1/models", None, {"Host": "rebound.example"}, 400, "Invalid host header"),
        ("POST", "/v1/completions", {"prompt": "x"}, {"Host": "127.0.0.1.rebound.example"}, 400, "Invalid host header"),
    ],
)
def test_what_is_refused_and_why(served, method, path, body, headers, status, message):
    body = (b" " * 10_000 for _ in range(14)) if body == "chunked" else body
    answer = served.ask(method, path, body, **headers)
    text = answer.read().decode()
    assert answer.status == status
    assert message in text
    assert "access-control-allow-origin" not in answer.headers
    if status != 400 or "Host" not in headers:
        assert set(json.loads(text)["error"]) == {"message", "type", "param", "code"}


def test_pieces_come_while_the_rest_is_written(served):
    with served.complete(**LONG) as answer:
        first, _, second = (answer.readline() for _ in range(3))  # an empty line after each
    served.hang_up()
    assert served.complete(prompt=PROMPT, max_tokens=1).status == 200  # its turn comes when the other has ended
    for piece in (first, second):
        assert json.loads(piece.removeprefix(b"data: "))["choices"]
    finishes = [choice["finish_reason"] for choice in json.loads(second.removeprefix(b"data: "))["choices"]]
    assert None in finishes, "all of it is written already"


def test_a_client_that_goes_away_ends_its_generation(served):
    for _ in range(9):
        assert served.complete(**LONG).status == 200
    served.hang_up()
    start = time.monotonic()
    answer = served.complete(prompt=PROMPT, max_tokens=1)
    while answer.status == 429 and time.monotonic() < start + 20:  # the server has not noticed yet
        served.hang_up()  # else connections that nobody uses add up to more than it takes
        time.sleep(0.05)
        answer = served.complete(prompt=PROMPT, max_tokens=1)
    assert answer.status == 200
    assert time.monotonic() - start < 5, "it waits for generations that nobody waits for"


def test_too_many_are_refused_and_ctrl_c_ends_all(served):
    """The last one: afterwards nothing is served."""
    answers = [served.complete(**LONG) for _ in range(9)]
    assert {answer.status for answer in answers} == {200}
    refused = served.complete(**LONG)
    assert refused.status == 429
    assert int(refused.headers["retry-after"]) > 0
    assert "9 generations are waiting already" in refused.read().decode()
    assert served.end() == ""
    last = answers[-1].read().decode()
    assert "the generation was cancelled" in last
    assert last.endswith("data: [DONE]\n\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--host", "nowhere.invalid"], "there is no host 'nowhere.invalid'"),
        (["--host", "192.0.2.1"], "cannot serve at 192.0.2.1:8000"),
    ],
)
def test_an_address_that_cannot_be_had_is_one_clear_line(promoted, words, message):
    _, _, run = promoted
    result = CliRunner().invoke(cli, ["serve", str(run), *words], prog_name="autonas")
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_without_the_extra_it_says_what_to_install(promoted, monkeypatch):
    _, _, run = promoted
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "uvicorn" else name)
    result = CliRunner().invoke(cli, ["serve", str(run)], prog_name="autonas")
    assert result.exit_code == 2
    assert "autonas serve needs uvicorn, not installed here" in result.stderr
    assert "pip install 'autonas[serve]'" in result.stderr
