"""The arguments of one request, whatever way they came: query, form, multipart, JSON.

In: the request's parts. Out: `Args`. What can fail: `ApiError`. No I/O.
"""

import json
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

from bot.demo.botapi.errors import JSON, bad_request

_TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with the request."""

    name: str
    content_type: str
    content: bytes


@dataclass(slots=True, kw_only=True)
class Args:
    """Named texts and files; absent and empty are the same, as at Telegram."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the text, empty if absent."""
        return self.values.get(name, "")

    def has(self, name: str) -> bool:
        """Return whether the argument was sent and is not empty."""
        return bool(self.text(name))

    def flag(self, name: str) -> bool:
        """Return whether the argument says true."""
        return self.text(name).strip().lower() in _TRUE

    def integer(self, name: str, default: int = 0) -> int:
        """Return the number, or `default` if there is none; Telegram is as lenient."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def json(self, name: str) -> object:
        """Return the parsed JSON, None if absent.

        Raises:
            ApiError: It is no JSON.
        """
        text = self.text(name)
        if not text:
            return None
        try:
            value: object = json.loads(text)
        except ValueError as exc:
            msg = f"can't parse {name.replace('_', ' ')} JSON object"
            raise bad_request(msg) from exc
        return value

    def object(self, name: str) -> JSON:
        """Return the parsed JSON object, empty if absent.

        Raises:
            ApiError: It is no JSON object.
        """
        value = self.json(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            msg = f"object expected as {name.replace('_', ' ')}"
            raise bad_request(msg)
        return value


def read_args(query: str, content_type: str, body: bytes) -> Args:
    """Return the arguments of a request.

    Raises:
        ApiError: The body cannot be read, or a text is no valid Unicode.
    """
    args = Args(values=dict(parse_qsl(query, keep_blank_values=True)))
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json" and body.strip():
        _read_json(args, body)
    elif kind == "multipart/form-data":
        _read_multipart(args, content_type, body)
    elif body:
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
        except UnicodeDecodeError as exc:
            msg = "strings must be encoded in UTF-8"
            raise bad_request(msg) from exc
        args.values.update(pairs)
    for value in args.values.values():
        try:
            value.encode()
        except UnicodeEncodeError as exc:
            msg = "strings must be encoded in UTF-8"
            raise bad_request(msg) from exc
    return args


def _read_json(args: Args, body: bytes) -> None:
    try:
        value = json.loads(body)
    except ValueError as exc:
        msg = "can't parse JSON object"
        raise bad_request(msg) from exc
    if not isinstance(value, dict):
        msg = "object expected"
        raise bad_request(msg)
    for name, one in value.items():
        if one is not None:
            args.values[name] = one if isinstance(one, str) else json.dumps(one)


def _read_multipart(args: Args, content_type: str, body: bytes) -> None:
    # The standard library reads mail, and a multipart form is one without its headers.
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    mail = BytesParser(policy=HTTP).parsebytes(head + body)
    if not mail.is_multipart():
        msg = "can't parse multipart form data"
        raise bad_request(msg)
    for part in mail.iter_parts():
        name = str(part.get_param("name", header="content-disposition") or "")
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        filename = part.get_filename()
        if filename is None:
            args.values[name] = data.decode("utf-8", "surrogateescape")
        else:
            args.files[name] = Upload(
                name=filename, content_type=part.get_content_type(), content=data
            )
