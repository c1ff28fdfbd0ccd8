"""The list for the vote, as a table and as a page. It names nobody."""

import csv
import io
from collections.abc import Sequence

from autograder.categories.merging import Category
from autograder.course.sheet import Sheet
from autograder.export.marks import defused
from autograder.i18n import Language
from autograder.render.page import render


def categories_csv(categories: Sequence[Category]) -> str:
    """Columns ``category, votes, spellings``; lines ended by CR LF (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("category", "votes", "spellings"))
    for one in categories:
        writer.writerow((defused(one.label), one.votes, defused(" | ".join(one.spellings))))
    return out.getvalue()


def categories_page(sheet: Sheet, categories: Sequence[Category], language: Language) -> str:
    """One HTML page that can be shown to the group."""
    return render("categories.html", language, sheet=sheet, categories=categories)
