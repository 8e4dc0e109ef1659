"""Tables of names with their forms, shared by the tests of the paradigms."""


def read_forms(text: str) -> dict[str, frozenset[str]]:
    """Read ``name: form, form`` a line; indented lines belong to the one before."""
    whole = text.strip().replace("\n    ", " ")
    found = {}
    for line in whole.splitlines():
        name, _, forms = line.partition(":")
        found[name] = frozenset(form.strip() for form in forms.split(",") if form.strip())
    return found
