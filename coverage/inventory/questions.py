"""The versioned questions of a round, as they stand in ``question_sets/<version>.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from coverage.vocabulary import (
    AnswerField,
    AnswerKind,
    CapacityClass,
    Code,
    Criterion,
    Language,
    Recognition,
    TargetGroup,
    WaitingClass,
)

ValueForm = Literal["text", "municipalities", "groups", "criterion", "capacity", "waiting", "recognition"]
FOLDER = Path(__file__).parent / "question_sets"
CHOICES: dict[str, type[Code]] = {
    "groups": TargetGroup,
    "criterion": Criterion,
    "capacity": CapacityClass,
    "waiting": WaitingClass,
    "recognition": Recognition,
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``months`` is how long an accepted answer stays fresh; a ``volatile`` one is asked without the
    old value as its default; ``most`` is the number of characters of a text; ``weight`` orders the queue."""

    field: AnswerField
    months: int
    form: ValueForm
    kinds: tuple[AnswerKind, ...]
    weight: int
    volatile: bool
    most: int
    nl: str
    en: str

    def text(self, language: Language) -> str:
        """The question in words."""
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """All questions of a version, and which of them are put about a subject of each kind."""

    version: str
    questions: Mapping[AnswerField, Question]
    sets: Mapping[str, tuple[AnswerField, ...]]


@cache
def question_set(version: str) -> QuestionSet:
    """The questions of a version; KeyError when there is none of that name."""
    if version not in versions():
        raise KeyError(version)
    content = tomllib.loads((FOLDER / f"{version}.toml").read_text(encoding="utf-8"))
    questions = {
        AnswerField(code): Question(
            AnswerField(code), q["months"], q["value"], tuple(AnswerKind(k) for k in q["kinds"]), q["weight"],
            q.get("volatile", False), q.get("most", 0), q["nl"], q["en"],
        )
        for code, q in content["field"].items()
    }  # fmt: skip
    sets = {kind: tuple(AnswerField(f) for f in fields) for kind, fields in content["sets"].items()}
    return QuestionSet(content["version"], questions, sets)


@cache
def versions() -> tuple[str, ...]:
    """Names of all versions, oldest first."""
    return tuple(sorted(p.stem for p in FOLDER.glob("*.toml")))
