"""Why a folder cannot be built in."""


class StagingError(Exception):
    """The folder cannot be used. code: the name of the sentence that says why. values: what it names."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
