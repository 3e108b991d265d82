"""Where Optuna's dashboard looks for what it shows of a study beside its trials: attributes of the study, and files.

The only file that knows. Its own functions read all attributes of a study again for each note and take no files of
trials that have ended, so the attributes are written here, in its form; tests/integration/test_publish.py reads them
back with its functions.
"""

from __future__ import annotations

import hashlib
import json
import mimetypes
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any

import plotly.graph_objects as go
from optuna.artifacts import FileSystemArtifactStore
from optuna.storages import RDBStorage
from optuna_dashboard._custom_plot_data import SYSTEM_ATTR_PLOT_DATA, split_plot_data
from optuna_dashboard._note import get_note_from_system_attrs, note_ver_key, split_body
from optuna_dashboard.artifact._backend import DASHBOARD_ARTIFACTS_ATTR_PREFIX

from autonas.database import database_errors, open_database
from autonas.records import StudyInfo

__all__ = ["Board"]

_SIGNED = "[//]: # (autonas {})"  # a comment of Markdown: the note is ours if this is the digest of the text above
_SHOWN = "autonas_files:"  # of a trial whose files are there


@dataclass(frozen=True, slots=True)
class Board:
    """One study in the dashboard; a context manager, made by `open`. Only what has changed is written."""

    _url: str
    _info: StudyInfo
    _storage: RDBStorage
    _study_id: int
    _trial_ids: Mapping[int, int]
    _attrs: dict[str, Any]
    _artifacts: Path

    @classmethod
    def open(cls, url: str, info: StudyInfo, artifacts: Path) -> Board:
        """Opens an existing study's, whose files are in the folder `artifacts`.

        Raises:
            AutonasError: The storage cannot be read.
        """
        storage = open_database(url, create=False)
        with database_errors(url):
            study_id = storage.get_study_id_from_name(info.name)
            ids = {trial.number: trial._trial_id for trial in storage.get_all_trials(study_id, deepcopy=False)}
            return cls(url, info, storage, study_id, ids, storage.get_study_system_attrs(study_id), artifacts)

    def __enter__(self) -> Board:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._storage.engine.dispose()

    def put_note(self, number: int | None, text: str) -> None:
        """Writes the note of a trial, or of the study if `number` is None. What a person has changed stays."""
        trial_id = None if number is None else self._trial_ids[number]
        old = get_note_from_system_attrs(self._attrs, trial_id)
        signed = _signed(text)
        if old["body"] == signed or (old["body"] and not _is_ours(old["body"])):
            return
        chunks = split_body(signed, trial_id)
        self._set(note_ver_key(trial_id), old["version"] + 1)
        self._replace(chunks, len(split_body(old["body"], trial_id)))

    def put_plot(self, key: str, figure: go.Figure) -> None:
        """Writes a figure under a fixed id, which is one of HTML."""
        prefix = f"{SYSTEM_ATTR_PLOT_DATA}{key}:"
        self._replace(split_plot_data(figure.to_json(), prefix), sum(name.startswith(prefix) for name in self._attrs))

    def has_files(self, number: int) -> bool:
        """Whether the files of a trial have been put there, or there was nothing to put."""
        return _SHOWN + str(number) in self._attrs

    def put_files(self, number: int, files: Mapping[str, bytes]) -> None:
        """Adds files to a trial."""
        self._artifacts.mkdir(parents=True, exist_ok=True)
        store = FileSystemArtifactStore(str(self._artifacts))
        for name, content in files.items():
            place = f"{self._info.created} {self._info.name} {number} {name}"
            artifact_id = str(uuid.uuid5(uuid.NAMESPACE_OID, place))  # the same again, if this was interrupted
            store.write(artifact_id, BytesIO(content))
            kind, encoding = mimetypes.guess_type(name)
            meta = {"artifact_id": artifact_id, "filename": name, "mimetype": kind, "encoding": encoding}
            self._set(f"{DASHBOARD_ARTIFACTS_ATTR_PREFIX}{self._trial_ids[number]}:{artifact_id}", json.dumps(meta))
        self._set(_SHOWN + str(number), True)

    def _replace(self, chunks: Mapping[str, str], n_before: int) -> None:
        """Writes a text's chunks, which are numbered, and empties those that the text before had more."""
        for key, chunk in chunks.items():
            self._set(key, chunk)
        prefix = next(iter(chunks)).rpartition(":")[0]
        for i in range(len(chunks), n_before):
            self._set(f"{prefix}:{i}", "")

    def _set(self, key: str, content: Any) -> None:
        if self._attrs.get(key) != content:
            with database_errors(self._url):
                self._storage.set_study_system_attr(self._study_id, key, content)
            self._attrs[key] = content


def _signed(text: str) -> str:
    body = text.rstrip("\n")
    return f"{body}\n\n{_SIGNED.format(_digest(body))}\n"


def _is_ours(note: str) -> bool:
    body, _, _ = note.rpartition("\n\n")
    return note == _signed(body)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
