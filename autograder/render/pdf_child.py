"""Runs alone: HTML on standard input, PDF on standard output. Imports nothing of ours.

Limits are set before anything is decoded; whatever is not in the page itself is not fetched.
"""

import resource
import sys

MEMORY_MIB = 2_048
CPU_SECONDS = 100
OPEN_FILES = 64


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MIB << 20, MEMORY_MIB << 20))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    only_data = URLFetcher(allowed_protocols=("data",), allow_redirects=False)
    page = HTML(string=sys.stdin.buffer.read().decode("utf-8"), url_fetcher=only_data)
    sys.stdout.buffer.write(page.write_pdf())


if __name__ == "__main__":
    main()
