"""The one exception of this package."""


class ConfinementError(Exception):
    """A protection that was asked for is not in force; nothing may run.

    ``step`` names what was being done, ``number`` is the kernel's error number (0: none).
    """

    def __init__(self, step: str, reason: str = "", number: int = 0) -> None:
        super().__init__(f"{step}: {reason}" if reason else step)
        self.step = step
        self.number = number
