"""Documents as plain pages: to read, to link to, to print, without a script.

`routes.router` is what the application mounts; `links` makes the addresses for others.
"""
