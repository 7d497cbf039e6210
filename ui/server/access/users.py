"""Users with hashed passwords and tokens, in one file of the data directory.

Passwords by Argon2id (argon2-cffi, the reference implementation): it is what OWASP puts first,
its cost is set by the library and stands in each hash, and a hash of an older cost is renewed
at the next log-in. Tokens are long random strings, so that a plain SHA-256 of them is enough.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from json import JSONDecodeError, dumps, loads
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from index.errors import StoreError, UsageError
from ui.server.access.files import write_private

USERS_FILE = "users.json"
TOKEN_USER = "token"  # noqa: S105 - a name, not a secret
SHORTEST_PASSWORD = 10
_LONGEST_PASSWORD = 1_000
_NAME = re.compile(r"[\w.@-]{1,64}")


@dataclass(frozen=True, slots=True)
class User:
    """Someone who may use the server.

    Attributes:
        name: As typed at log-in.
        password: Argon2 hash.
        tokens: SHA-256 of each bearer token.
    """

    name: str
    password: str
    tokens: tuple[str, ...] = ()


class Users:
    """The users of one data directory; read anew whenever the file has changed."""

    def __init__(self, data_dir: Path, token: str | None = None) -> None:
        """Take where the file lies, and the token of the settings."""
        self.path = data_dir / USERS_FILE
        self._token = token
        self._hasher = PasswordHasher()
        self._read_at: tuple[int, int] | None = None
        self._held: dict[str, User] = {}

    def all(self) -> tuple[User, ...]:
        """Everyone, by name.

        Raises:
            StoreError: The file cannot be read.
        """
        return tuple(sorted(self._users().values(), key=lambda user: user.name))

    def __bool__(self) -> bool:
        return bool(self._token or self._users())

    def add(self, name: str, password: str) -> None:
        """Add a user, or give one another password.

        Raises:
            UsageError: The name or the password will not do.
        """
        if not _NAME.fullmatch(name) or name == TOKEN_USER:
            raise UsageError(
                f"利用者名「{name}」は使えません。文字・数字・.@-_ の64文字までにしてください。"
            )
        if not SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
            raise UsageError(f"パスワードは{SHORTEST_PASSWORD}文字以上にしてください。")
        held = self._users().get(name)
        tokens = held.tokens if held else ()
        self._write({**self._users(), name: User(name, self._hasher.hash(password), tokens)})

    def remove(self, name: str) -> None:
        """Take a user out.

        Raises:
            UsageError: There is none of this name.
        """
        self._require(name)
        self._write({key: user for key, user in self._users().items() if key != name})

    def give_token(self, name: str) -> str:
        """A new bearer token for a user; it is not kept and cannot be shown again.

        Raises:
            UsageError: There is none of this name.
        """
        user = self._require(name)
        token = secrets.token_urlsafe(32)
        changed = replace(user, tokens=(*user.tokens, _digest(token)))
        self._write({**self._users(), name: changed})
        return token

    def by_password(self, name: str, password: str) -> str | None:
        """The user's name, where the password is right; takes about as long where it is not."""
        if name == TOKEN_USER:
            return TOKEN_USER if self._is_token(password) else None
        user = self._users().get(name)
        held = user.password if user else self._nobody
        try:
            self._hasher.verify(held, password[:_LONGEST_PASSWORD])
        except (VerificationError, InvalidHashError):
            return None
        if user is None:
            return None
        if self._hasher.check_needs_rehash(user.password):
            self._write(
                {**self._users(), name: replace(user, password=self._hasher.hash(password))}
            )
        return user.name

    def by_token(self, token: str) -> str | None:
        """Whose bearer token this is; None for nobody's."""
        if self._is_token(token):
            return TOKEN_USER
        digest = _digest(token)
        for user in self._users().values():
            if any(hmac.compare_digest(digest, held) for held in user.tokens):
                return user.name
        return None

    def stamp(self, name: str) -> str | None:
        """Changes when a user's password does; None for somebody who is no user any more."""
        if name == TOKEN_USER:
            return _digest(self._token)[:16] if self._token else None
        user = self._users().get(name)
        return _digest(user.password)[:16] if user else None

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe(16))

    def _is_token(self, token: str) -> bool:
        return self._token is not None and hmac.compare_digest(_digest(token), _digest(self._token))

    def _require(self, name: str) -> User:
        user = self._users().get(name)
        if user is None:
            raise UsageError(f"利用者「{name}」はいません。tenkyo users list で確かめてください。")
        return user

    def _users(self) -> dict[str, User]:
        try:
            status = self.path.stat()
        except FileNotFoundError:
            self._read_at, self._held = None, {}
            return self._held
        read_at = (status.st_mtime_ns, status.st_ino)
        if read_at != self._read_at:
            self._held = _decoded(self.path)
            self._read_at = read_at
        return self._held

    def _write(self, users: dict[str, User]) -> None:
        written = {name: asdict(user) for name, user in sorted(users.items())}
        write_private(self.path, dumps(written, ensure_ascii=False, indent=2) + "\n")


def _decoded(path: Path) -> dict[str, User]:
    try:
        entries = loads(path.read_text(encoding="utf-8"))
        return {
            name: User(entry["name"], entry["password"], tuple(entry["tokens"]))
            for name, entry in entries.items()
        }
    except (OSError, JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            f"利用者のファイル {path} を読めません（{error}）。"
            "移動してから tenkyo users add で登録し直してください。"
        ) from error


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
