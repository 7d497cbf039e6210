"""The commands `tenkyo ui`, `tenkyo mcp` and `tenkyo users`."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Callable
from getpass import getpass
from typing import Annotated

import typer

from index.errors import EmptyStoreError, UsageError
from index.settings import IndexSettings

users = typer.Typer(help="ほかの人に使わせるときの利用者を管理します。", no_args_is_help=True)


def start_ui(
    settings: IndexSettings,
    host: str | None,
    port: int | None,
    say: Callable[[str], None],
    *,
    in_browser: bool = False,
) -> None:
    """Serve pages, API and MCP; index the samples first where nothing has been indexed.

    Args:
        settings: Where the data lies.
        host: Address to listen on; None for the configured one.
        port: Port to listen on; None for the configured one.
        say: Tells the person in the terminal.
        in_browser: Whether the page is opened in the person's browser, where there is one.
    """
    from ui.server.access.setup import access_of
    from ui.server.serve import serve
    from ui.server.settings import ServerSettings

    server = ServerSettings.from_environment(settings, host=host, port=port)
    access_of(server)  # refuse before time is spent on indexing
    index_samples_if_empty(settings, say)
    serve(server, say, webbrowser.open if in_browser and _has_desktop() else None)


def _has_desktop() -> bool:
    """Whether a window can be opened: a text browser would take the terminal instead."""
    displays = ("DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, displays))


def start_mcp(settings: IndexSettings, say: Callable[[str], None]) -> None:
    """Serve MCP on standard input and output."""
    from ui.server.serve import serve_on_stdio
    from ui.server.settings import ServerSettings

    index_samples_if_empty(settings, say)
    serve_on_stdio(settings, ServerSettings.from_environment(settings).retention_days)


def index_samples_if_empty(settings: IndexSettings, say: Callable[[str], None]) -> None:
    """Index the sample documents where nothing has ever been indexed."""
    from index.library import Library

    try:
        Library.open(settings).close()
    except EmptyStoreError:
        from index.indexing import index_paths
        from index.samples import sample_paths
        from ui.indexing import IndexingProgress

        say("索引が空なので、見本文書（架空の市）を索引します。")
        with IndexingProgress() as progress:
            index_paths(settings, sample_paths(), observer=progress)


Name = Annotated[str, typer.Argument(metavar="NAME", help="利用者名。")]


@users.command("add")
def add(context: typer.Context, name: Name) -> None:
    """利用者を登録する。既にいれば、パスワードを変える。"""
    from ui.server.access.users import SHORTEST_PASSWORD, Users

    held = Users(_settings(context).data_dir)
    password = getpass(f"{name} のパスワード（{SHORTEST_PASSWORD}文字以上）: ")
    if getpass("もう一度: ") != password:
        raise UsageError("二度の入力が違います。もう一度実行してください。")
    held.add(name, password)
    typer.echo(f"{name} を登録しました。", err=True)


@users.command("remove")
def remove(context: typer.Context, name: Name) -> None:
    """利用者を除く。ログイン中でも、すぐに使えなくなる。"""
    from ui.server.access.users import Users

    Users(_settings(context).data_dir).remove(name)
    typer.echo(f"{name} を除きました。", err=True)


@users.command("list")
def list_all(context: typer.Context) -> None:
    """利用者の一覧。"""
    from ui.server.access.users import Users

    for user in Users(_settings(context).data_dir).all():
        typer.echo(f"{user.name}　トークン {len(user.tokens)}")


@users.command("token")
def token(context: typer.Context, name: Name) -> None:
    """APIとMCPのためのトークンを作る。もう一度表示することはできない。"""
    from ui.server.access.users import Users

    made = Users(_settings(context).data_dir).give_token(name)
    typer.echo(made)
    typer.echo("Authorization: Bearer に付けて使います。控えておいてください。", err=True)


def _settings(context: typer.Context) -> IndexSettings:
    settings = context.obj
    if not isinstance(settings, IndexSettings):
        raise TypeError("the callback sets the settings before any command runs")
    return settings
