"""Log-ins of the page, kept in a signed cookie; the one place that uses itsdangerous."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.responses import Response

COOKIE = "tenkyo_session"
_HOUR = 3600


class Sessions:
    """Makes and reads the cookie.

    It holds a name and a stamp that changes with the password, so that a new password, or
    the removal of the user, ends all log-ins.
    """

    def __init__(
        self,
        secret: str,
        hours: int,
        stamp: Callable[[str], str | None],
        *,
        secure: bool,
    ) -> None:
        """Take what signs the cookie and how long it lasts.

        Args:
            secret: Signs the cookie.
            hours: How long a log-in lasts.
            stamp: What changes with a user's password; None for no user.
            secure: Whether the cookie is sent over HTTPS only.
        """
        self._signer = URLSafeTimedSerializer(secret, salt="tenkyo.session")
        self._seconds = hours * _HOUR
        self._stamp = stamp
        self._secure = secure

    def begin(self, response: Response, name: str) -> None:
        """Log a user in."""
        response.set_cookie(
            COOKIE,
            self._signer.dumps([name, self._stamp(name)]),
            max_age=self._seconds,
            httponly=True,
            samesite="lax",
            secure=self._secure,
        )

    def end(self, response: Response) -> None:
        """Log out."""
        response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=self._secure)

    def user(self, cookies: str) -> str | None:
        """Who is logged in, by a Cookie header; None for nobody."""
        try:
            morsel = SimpleCookie(cookies).get(COOKIE)
            name, stamp = self._signer.loads(morsel.value if morsel else "", max_age=self._seconds)
        except (BadSignature, CookieError, ValueError, TypeError):
            return None
        return name if stamp is not None and stamp == self._stamp(name) else None
