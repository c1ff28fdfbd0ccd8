"""A page as PDF, for who wants paper; needs the extra ``[pdf]``."""

from typing import NoReturn

from autograder.errors import UsageFault


def pdf(html: str) -> bytes:
    """Raises :class:`UsageFault` where WeasyPrint is not installed. Nothing is fetched."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise UsageFault(
            "PDF needs WeasyPrint and Pango: pip install 'notebook-autograder[pdf]', and on "
            "Debian apt-get install libpango-1.0-0 libpangoft2-1.0-0."
        ) from error
    content: bytes = HTML(string=html, url_fetcher=_nothing).write_pdf()
    return content


def _nothing(url: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"a page refers to {url[:100]}")
