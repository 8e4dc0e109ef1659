"""The way from a feed's address to its document, hop by hop (pure).

What a publisher gave us stays with it: validators go to the host that handed them out and
a password to the host that the admin wrote it for, on whichever hop that is.
"""

from collections.abc import Mapping
from urllib.parse import urljoin

from bot.domain.errors import Fault
from bot.domain.feeds import Validators
from bot.poll.address import Address, NotWebAddressError, parse_address
from bot.poll.reasons import FailedError

MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


class Way:
    """Where a fetch stands, `here`; `downgraded` if a redirect gave up TLS.

    Args:
        first: The feed's address.
        known: The validators of the document that we have; those without a host are the
            first one's.
    """

    def __init__(self, first: Address, known: Validators) -> None:
        """Stand at the first address."""
        self.here = first
        self.downgraded = False
        self._known = known
        self._known_host = known.host or first.host
        self._seen = {first.url}
        self._permanent = True

    def validators(self) -> Validators:
        """Return what may be shown to the host of this hop."""
        return self._known if self.here.host == self._known_host else Validators()

    def forget_validators(self) -> None:
        """Show them to no host any more."""
        self._known = Validators()

    def moved_to(self) -> str | None:
        """Return where permanent redirects alone led, None if there were none."""
        return str(self.here.url) if self._permanent and len(self._seen) > 1 else None

    def follow(self, status: int, headers: Mapping[str, str]) -> None:
        """Go where a redirect leads.

        Raises:
            FailedError: It leads nowhere, or not to an end.
        """
        location = headers.get("location", "").strip()
        if not location:
            reason = f"the server does not say where to go (status {status})"
            raise FailedError(Fault.REDIRECT, reason)
        target = self._target(location)
        if target.url in self._seen:
            raise FailedError(Fault.REDIRECT, "the redirects run in a circle")
        if len(self._seen) > MAX_REDIRECTS:
            raise FailedError(Fault.REDIRECT, f"more than {MAX_REDIRECTS} redirects")
        self._seen.add(target.url)
        self._permanent = self._permanent and status in _PERMANENT
        if self.here.url.scheme == "https" and target.url.scheme == "http":
            self.downgraded = True
        self.here = target

    def _target(self, location: str) -> Address:
        try:
            target = parse_address(urljoin(str(self.here.url), location))
        except NotWebAddressError as error:
            raise FailedError(Fault.REDIRECT, f"a redirect: {error}") from error
        except ValueError as error:
            reason = "a redirect leads to an address that is not a valid one"
            raise FailedError(Fault.REDIRECT, reason) from error
        if target.authorization is None and _is_same_server(self.here, target):
            return Address(target.url, self.here.authorization)
        return target


def _is_same_server(here: Address, target: Address) -> bool:
    """Say whether `target` may hear the password of `here`; TLS may be taken up, not left.

    Another port is another server: on one machine not all of them are the publisher's.
    """
    if target.host != here.host:
        return False
    places = (here.url.scheme, here.port), (target.url.scheme, target.port)
    return places[0] == places[1] or places == (("http", 80), ("https", 443))
