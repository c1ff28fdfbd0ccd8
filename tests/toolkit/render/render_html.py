"""Reads a page the way a browser would, as far as the tests ask."""

from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "link", "br", "rect"}


class Page(HTMLParser):
    """Tags with attributes, visible text, and the content of the style element."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.style = ""
        self.words: list[str] = []
        self._inside: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[-1] == "style":
            self.style += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        """What people read, spaces collapsed."""
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [one[attribute] or "" for _, one in self.tags if attribute in one]


def problems(source: str) -> list[str]:
    """What would make a page unsafe, or unusable for people who do not see it."""
    page = Page(source)
    found = [
        f"<{tag}>"
        for tag, _ in page.tags
        if tag in {"script", "img", "iframe", "form", "object", "base"}
    ]
    found += [f"{tag} {name}" for tag, one in page.tags for name in one if name.startswith("on")]
    found += [f"{tag} style" for tag, one in page.tags if "style" in one]
    links = [*page.values("href"), *page.values("src")]
    found += [one for one in links if one != "data:," and (":" in one or one.startswith("/"))]
    ids = page.values("id")
    found += [f"id {one} twice" for one in set(ids) if ids.count(one) > 1]
    found += [
        f"{one} leads nowhere"
        for one in [link[1:] for link in links if link.startswith("#")]
        + page.values("aria-labelledby")
        if one not in ids
    ]
    found += ["th without scope" for one in page.all("th") if "scope" not in one]
    headings = [int(tag[1]) for tag, _ in page.tags if tag in {"h1", "h2", "h3", "h4"}]
    found += ["not one h1"] if headings.count(1) != 1 else []
    found += [
        f"h{after} after h{before}" for before, after in pairwise(headings) if after > before + 1
    ]
    found += [] if page.all("html")[0].get("lang") in {"de", "en"} else ["no lang"]
    return found
