"""Who may come in, by the settings and the users of the data directory."""

from __future__ import annotations

from index.errors import UsageError
from ui.server.access.files import kept_secret
from ui.server.access.gate import Access
from ui.server.access.lockout import Lockout
from ui.server.access.origin import Hosts
from ui.server.access.sessions import Sessions
from ui.server.access.users import Users
from ui.server.settings import ServerSettings

_KEY_FILE = "session.key"
_SHORTEST_TOKEN = 16
_SHORT_TOKEN = (
    f"TENKYO_SERVER_TOKEN は{_SHORTEST_TOKEN}文字以上の推測できない文字列にしてください。"
    "例: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
)
_OPEN_TO_ALL = (
    "--host {host} や TENKYO_SERVER_ALLOWED_HOSTS の指定があると、ほかの人もこのサーバーに"
    "接続できますが、利用者もトークンも登録されていません。"
    "先に tenkyo users add 名前 で利用者を登録するか、"
    "環境変数 TENKYO_SERVER_TOKEN にトークンを設定してください。"
    "自分だけで使うなら --host を付けずに起動します。"
)


def access_of(settings: ServerSettings) -> Access:
    """What the gate decides by.

    On loopback nobody is asked, unless there is a user or a token: then the server most
    likely stands behind a proxy that others can reach.

    Raises:
        UsageError: Others can reach the server, and there is neither a user nor a token.
    """
    users = Users(settings.data_dir, settings.token)
    if settings.token is not None and len(settings.token) < _SHORTEST_TOKEN:
        raise UsageError(_SHORT_TOKEN)
    if settings.reaches_others and not users:
        raise UsageError(_OPEN_TO_ALL.format(host=settings.host))
    sessions = Sessions(
        kept_secret(settings.data_dir / _KEY_FILE),
        settings.session_hours,
        users.stamp,
        secure=settings.secure_cookie,
    )
    lockout = Lockout(settings.lockout_failures, settings.lockout_seconds)
    required = settings.reaches_others or bool(users)
    return Access(Hosts.of(settings), users, sessions, lockout, required)
