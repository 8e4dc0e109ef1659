"""Why a feed cannot be read, and what a test of it found, in the reader's language (pure).

`bot.poll` and `bot.parse` say it in English, for the log; here are all their sentences.
What the system itself says stays as it is: the words of an unusual TLS fault, for example.
"""

from typing import Final

from bot.chat.view import Reader
from bot.i18n import Phrasebook, Saying, mark

_SENTENCES: Final = (
    # The way to the server
    mark("the host name has no address (DNS)"),
    mark("the host name is not a valid one"),
    mark("the address is not a valid one"),
    mark("the address is not one of http or https: {scheme}"),
    mark("not a host name"),
    mark("the server fell silent"),
    mark("the server did not let us connect"),
    mark("no complete answer within {seconds} s"),
    mark("the proxy cannot be reached"),
    mark("the proxy answered with status {status}"),
    mark("the server refused the connection"),
    mark("the server closed the connection without an answer"),
    mark("the document was cut off"),
    mark("the answer is not valid HTTP"),
    mark("the request failed: {reason}"),
    mark("the connection failed: {reason}"),
    mark("No route to host"),
    mark("Network is unreachable"),
    mark("the TLS certificate is refused: {reason}"),
    mark("TLS failed: {reason}"),
    mark("no reason given"),
    mark("certificate has expired"),
    mark("certificate is not yet valid"),
    mark("self-signed certificate"),
    mark("self-signed certificate in certificate chain"),
    mark("unable to get local issuer certificate"),
    mark("Hostname mismatch, certificate is not valid for '{host}'."),
    # Where feeds may not be fetched from
    mark(
        "blocked address: it is not public and FEED_ALLOW_NETWORKS does not allow it "
        "({address})"
    ),
    mark(
        "blocked port: of public servers only 80, 443, 8080 and 8443 are asked ({address})"
    ),
    mark("blocked address: a name of this machine or network ({address})"),
    mark("blocked address: the name has public and private addresses ({address})"),
    # What the server says
    mark("the server says unchanged, but we have nothing yet (status {status})"),
    mark("the server asks for a password (status {status})"),
    mark("the server refuses us (status {status})"),
    mark("the server knows no such document (status {status})"),
    mark("the server refuses what we ask for (status {status})"),
    mark("the server says that the feed is gone for good (status {status})"),
    mark("the server is asked too often (status {status})"),
    mark("the server must not show it to us (status {status})"),
    mark("the server has a fault (status {status})"),
    mark("the server sent no document (status {status})"),
    mark("{site} asked for a pause (status {status})"),
    mark("the server does not say where to go (status {status})"),
    mark("the redirects run in a circle"),
    mark("more than {count} redirects"),
    mark("a redirect leads to an address that is not a valid one"),
    mark("a redirect: {reason}"),
    # What came
    mark("empty document"),
    mark("larger than {size} MB"),
    mark("the server packed it as {name}, which was not asked for"),
    mark("the packed document has more than {count} parts"),
    mark("the packed document is cut off"),
    mark("the packed document is damaged"),
    mark("an HTML page, not a feed"),
    mark("not a feed"),
    mark("JSON, but not a feed"),
    mark("ill-formed JSON, perhaps cut off"),
    mark("cut off or ill-formed before its first entry"),
    mark("cannot be read ({reason})"),
    mark("refused: {reason}"),
    mark("elements nested deeper than {count}"),
    mark("a tag with more than {count} attributes"),
    mark("it declares entities in a way that cannot be undone"),
    mark("needs too much memory to parse"),
    mark("takes longer than {seconds} s to parse"),
    mark("its parser died of it"),
    mark("no host and no entry in common with what this feed had before"),
    # A fault of ours
    mark("the service is stopping"),
    mark("no process to parse it could be started"),
    mark("a fault of Tocsin: {reason}"),
)
_BOOK: Final = Phrasebook(_SENTENCES)


def in_words(reason: str, reader: Reader) -> str:
    """Return why a feed failed; a sentence that nobody knows stays in English."""
    found = _BOOK.find(reason)
    return reason if found is None else spoken(found, reader)


def spoken(saying: Saying, reader: Reader) -> str:
    """Return a sentence in the reader's language; a `reason` in it likewise."""
    values = dict(saying.values)
    if "reason" in values:
        values["reason"] = in_words(str(values["reason"]), reader)
    return reader.texts.gettext(saying.template).format(**values)
