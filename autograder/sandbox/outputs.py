"""Outputs that came from inside, rebuilt in nbformat's shape because they are hostile."""

from collections.abc import Mapping
from typing import Any

MAX_OUTPUTS = 2_000
MAX_NAME_CHARACTERS = 200


def clean(outputs: Any) -> list[dict[str, Any]]:
    """Known output types with string contents only; everything else is left out."""
    if not isinstance(outputs, list):
        return []
    cleaned = (_output(item) for item in outputs[:MAX_OUTPUTS] if isinstance(item, dict))
    return [item for item in cleaned if item is not None]


def _output(item: Mapping[Any, Any]) -> dict[str, Any] | None:
    kind = item.get("output_type")
    if kind == "stream":
        name = "stderr" if item.get("name") == "stderr" else "stdout"
        return {"output_type": kind, "name": name, "text": _text(item.get("text"))}
    if kind == "error":
        lines = item.get("traceback")
        return {
            "output_type": kind,
            "ename": _text(item.get("ename"))[:MAX_NAME_CHARACTERS],
            "evalue": _text(item.get("evalue")),
            "traceback": [_text(line) for line in lines] if isinstance(lines, list) else [],
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
        for mime, value in data.items()
        if isinstance(mime, str) and isinstance(value, str)
    }


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
