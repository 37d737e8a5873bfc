"""Starts localstripe for a test: in a process of its own, on a free port of 127.0.0.1, keeping nothing on disk.

The only file that imports it (it is GPL). What it does not know of Stripe's parameters is left out on the way in.
"""

from __future__ import annotations

import socket
import sys
from importlib import import_module
from typing import Any

from aiohttp import web
from localstripe import resources

UNKNOWN = ("description", "off_session")


def main() -> None:
    # It would pickle everything to a fixed path.
    resources.Store.dump_to_disk = lambda _: None
    intent = resources.PaymentIntent
    make, confirm = intent._api_create.__func__, intent._api_confirm.__func__

    def create(cls: Any, **data: Any) -> Any:
        return make(cls, **_known(data))

    def confirmed(**data: Any) -> Any:
        return confirm(intent, **_known(data))

    intent._api_create = classmethod(create)
    for number, (method, url, _) in enumerate(resources.extra_apis):
        if url == "/v1/payment_intents/{id}/confirm":
            resources.extra_apis[number] = (method, url, confirmed)
    # Imported now: it makes its routes of what it finds.
    app = import_module("localstripe.server").app
    listener = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    web.run_app(app, sock=listener, print=None, access_log=None)


def _known(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in UNKNOWN}


if __name__ == "__main__":
    main()
