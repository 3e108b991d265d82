"""What a search writes of its trials: few statements on Optuna's tables, each function as part of a transaction.

Optuna's own storage writes the same rows, with a query or two for each of them, which was half of what the engine adds
to a candidate (docs/log.md). All else, above all reading, is left to Optuna. These are its tables as of version 5: it
is pinned below 6, and a test compares the rows with those that it writes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from optuna.distributions import distribution_to_json
from optuna.storages._rdb import models
from optuna.trial import FrozenTrial, TrialState

__all__ = ["add", "count_settled", "finish", "put_back", "set_user_attr", "start"]

_STUDIES, _STUDY_ATTRS, _TRIALS, _PARAMS, _VALUES, _ATTRS = (
    sa.inspect(model).local_table
    for model in (
        models.StudyModel,
        models.StudyUserAttributeModel,
        models.TrialModel,
        models.TrialParamModel,
        models.TrialValueModel,
        models.TrialSystemAttributeModel,
    )
)


def count_settled(connection: sa.Connection, study_id: int) -> int:
    """Returns how many trials a study has, once every earlier attempt to add one has come to its end.

    Whoever adds a trial first locks the study's row (Optuna does, too), and asks for the commit last. So an addition
    whose commit may still come, from a connection that was lost, holds that lock: waiting for it leaves nothing open.
    """
    connection.execute(sa.select(_STUDIES.c.study_id).where(_STUDIES.c.study_id == study_id).with_for_update())
    count = sa.select(sa.func.count()).select_from(_TRIALS).where(_TRIALS.c.study_id == study_id)
    return int(connection.execute(count).scalar_one())


def add(connection: sa.Connection, study_id: int, trial: FrozenTrial) -> int:
    """Adds a WAITING trial under its number, which nobody else may have taken (`count_settled`), and returns its id."""
    row = _TRIALS.insert().values(study_id=study_id, number=trial.number, state=trial.state)
    added = connection.execute(row).inserted_primary_key
    assert added is not None  # as it is an insert
    trial_id = int(added[0])
    params = [
        {
            "trial_id": trial_id,
            "param_name": name,
            "param_value": distribution.to_internal_repr(trial.params[name]),
            "distribution_json": distribution_to_json(distribution),
        }
        for name, distribution in trial.distributions.items()
    ]
    if params:
        connection.execute(_PARAMS.insert(), params)
    _add_attrs(connection, trial_id, trial.system_attrs)
    return trial_id


def start(connection: sa.Connection, trial_id: int, now: datetime) -> bool:
    """Makes a WAITING trial RUNNING; returns whether it was waiting."""
    waiting = _TRIALS.update().where(_TRIALS.c.trial_id == trial_id, _TRIALS.c.state == TrialState.WAITING)
    return connection.execute(waiting.values(state=TrialState.RUNNING, datetime_start=_in_utc(now))).rowcount == 1


def finish(
    connection: sa.Connection,
    trial_id: int,
    state: TrialState,
    values: Sequence[float],
    system_attrs: Mapping[str, Any],
) -> bool:
    """Ends a RUNNING trial with its values and attributes; returns whether it was running."""
    running = _TRIALS.update().where(_TRIALS.c.trial_id == trial_id, _TRIALS.c.state == TrialState.RUNNING)
    if connection.execute(running.values(state=state, datetime_complete=_in_utc(datetime.now(UTC)))).rowcount == 0:
        return False
    if values:
        connection.execute(_VALUES.insert(), [_value(trial_id, i, value) for i, value in enumerate(values)])
    # A search of an earlier version, killed between its transactions, may have left some.
    connection.execute(_ATTRS.delete().where(_ATTRS.c.trial_id == trial_id, _ATTRS.c.key.in_(list(system_attrs))))
    _add_attrs(connection, trial_id, system_attrs)
    return True


def put_back(connection: sa.Connection, study_id: int) -> list[int]:
    """Makes all RUNNING trials of a study WAITING again; returns their numbers."""
    running = (_TRIALS.c.study_id == study_id, _TRIALS.c.state == TrialState.RUNNING)
    numbers = connection.execute(sa.select(_TRIALS.c.number).where(*running)).scalars().all()
    connection.execute(_TRIALS.update().where(*running).values(state=TrialState.WAITING))
    return list(numbers)


def set_user_attr(connection: sa.Connection, study_id: int, key: str, value: Any) -> None:
    """Sets a user attribute of a study."""
    text, of_study = json.dumps(value), (_STUDY_ATTRS.c.study_id == study_id, _STUDY_ATTRS.c.key == key)
    if connection.execute(_STUDY_ATTRS.update().where(*of_study).values(value_json=text)).rowcount == 0:
        connection.execute(_STUDY_ATTRS.insert().values(study_id=study_id, key=key, value_json=text))


def _add_attrs(connection: sa.Connection, trial_id: int, attrs: Mapping[str, Any]) -> None:
    rows = [{"trial_id": trial_id, "key": key, "value_json": json.dumps(value)} for key, value in attrs.items()]
    if rows:
        connection.execute(_ATTRS.insert(), rows)


def _value(trial_id: int, objective: int, value: float) -> dict[str, Any]:
    stored, kind = models.TrialValueModel.value_to_stored_repr(value)
    return {"trial_id": trial_id, "objective": objective, "value": stored, "value_type": kind}


def _in_utc(moment: datetime) -> datetime:
    """Optuna keeps times in UTC and without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None)
