"""Between the client and the payment gateway: the page for a card, and what the gateway tells."""

from __future__ import annotations

from functools import partial

from anyio.to_thread import run_sync
from examples.fastapi_host.given import Core, Me
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

pages = APIRouter()


@pages.get("/clients/{client_id}/card")
def card(client_id: str, core: Core, me: Me) -> RedirectResponse:
    """Where notices link to (PRACTICE_CORE_LINKS_CARD): on to the gateway's own page, by a link made now (N2)."""
    return RedirectResponse(core.cards.invite(me, client_id), 303)


@pages.post("/gateway/messages", status_code=204)
async def receive(request: Request, core: Core) -> None:
    """The bytes as they were sent: the signature is over them (C9). Where this fails, the gateway sends it again.

    From the event loop, as the body is read there; the core is called on a worker thread.
    """
    payload = await request.body()
    signature = request.headers.get("Stripe-Signature", "")
    await run_sync(partial(core.billing.receive, payload=payload, signature=signature))
