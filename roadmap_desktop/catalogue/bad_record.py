"""The catalogue's one error: a record in a shipped file is wrong."""


class BadRecord(ValueError):
    """Names the file (``en/readiness.toml``), the record (``statement.d3-12``) and the problem in plain words.

    It is for whoever edits or translates the files, so it speaks English only.
    """

    def __init__(self, file: str, key: str, problem: str) -> None:
        super().__init__(f"{file}, {key}: {problem}")
        self.file = file
        self.key = key
        self.problem = problem
