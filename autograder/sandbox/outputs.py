"""Outputs that came from inside, rebuilt in nbformat's shape because they are hostile."""

from collections.abc import Mapping
from typing import Any

MAX_OUTPUTS = 2_000
MAX_NAME_CHARACTERS = 200
MAX_TRACEBACK_LINES = 1_000
MAX_MIME_TYPES = 20
OUTPUT_CHARACTERS, LINE_CHARACTERS = 400, 4
"""What an output, and every text in it, counts for beside its length: a million empty ones are a
flood as well."""

Output = dict[str, Any]


def clean(outputs: Any, max_characters: int) -> list[Output]:
    """Known output types with string contents only; everything else is left out.

    Outputs that would exceed ``max_characters`` in all are left out, too.
    """
    if not isinstance(outputs, list):
        return []
    kept: list[Output] = []
    for item in outputs[:MAX_OUTPUTS]:
        output = _output(item) if isinstance(item, dict) else None
        if output is None:
            continue
        max_characters -= _characters(output)
        if max_characters < 0:
            break
        kept.append(output)
    return kept


def characters(outputs: list[Output]) -> int:
    """About how long cleaned outputs are in a file: texts, names, and what surrounds them."""
    return sum(map(_characters, outputs))


def _characters(output: Output) -> int:
    data = output.get("data", {})
    texts = (
        *(output.get("traceback", ())),
        *(*data, *data.values()),
        *(output.get(name, "") for name in ("text", "ename", "evalue")),
    )
    return OUTPUT_CHARACTERS + sum(LINE_CHARACTERS + len(text) for text in texts)


def _output(item: Mapping[Any, Any]) -> Output | None:
    kind = _text(item.get("output_type"))
    if kind == "stream":
        name = "stderr" if _text(item.get("name")) == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": _text(item.get("text"))}
    if kind == "error":
        lines = item.get("traceback")
        return {
            "output_type": kind,
            "ename": _text(item.get("ename"))[:MAX_NAME_CHARACTERS],
            "evalue": _text(item.get("evalue")),
            "traceback": [_text(line) for line in lines[:MAX_TRACEBACK_LINES]]
            if isinstance(lines, list)
            else [],
        }
    if kind in ("display_data", "execute_result"):
        data = item.get("data")
        bundle = _bundle(data) if isinstance(data, dict) else {}
        more = {"execution_count": None} if kind == "execute_result" else {}
        return {"output_type": kind, "data": bundle, "metadata": {}, **more}
    return None


def _bundle(data: Mapping[Any, Any]) -> dict[str, str]:
    return {
        mime[:MAX_NAME_CHARACTERS]: value
        for mime, value in list(data.items())[:MAX_MIME_TYPES]
        if isinstance(mime, str) and isinstance(value, str)
    }


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
