"""The "migrate" button, the page for a card, and the gateway's messages."""

from __future__ import annotations

from uuid import uuid4

from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST
from examples.django_host.forms import Confirmation
from examples.django_host.models import SignedForm
from examples.django_host.practice import core, signed_in


@require_GET
def relationship(request: HttpRequest, relationship_id: str) -> HttpResponse:
    """Who attends and who pays, and the button."""
    found = core.relationships.get(signed_in(request), relationship_id)
    return render(request, "relationship.html", {"relationship": found})


class Migration(View):
    def get(self, request: HttpRequest, relationship_id: str) -> HttpResponse:
        """The verdict; and, unless more than details is in the way, the form to confirm with.

        Its key is made with the form, so that the same form sent twice is one migration (D1).
        """
        asked = request.GET.get("requested_by", "")
        preview = core.migrations.preview(signed_in(request), relationship_id, requested_by=asked)
        form = Confirmation(initial={"requested_by": asked, "idempotency_key": uuid4()}).only(preview.missing_details)
        possible = set(preview.refusals) <= {"details_missing"}
        return render(request, "migration.html", {"preview": preview, "form": form if possible else None})

    def post(self, request: HttpRequest, relationship_id: str) -> HttpResponse:
        """The migration and the host's own row: both are there, or neither.

        Nothing is sent and nobody is charged in here: that is due work, after the commit.
        """
        form = Confirmation(request.POST)
        if not form.is_valid():
            return HttpResponse(form.errors.as_json(), status=400, content_type="application/json")
        given = form.cleaned_data
        try:
            with transaction.atomic():
                migration = core.within(connection.connection).migrations.confirm(
                    signed_in(request),
                    relationship_id,
                    requested_by=given["requested_by"],
                    details=form.details,
                    idempotency_key=given["idempotency_key"],
                )
                # The same form sent twice finds its row.
                SignedForm.objects.get_or_create(number=given["form_number"], relationship_id=relationship_id)
        except IntegrityError:
            return HttpResponse("This number is filed under another migration.", status=409)
        return redirect("relationship", migration.opened.id)


@require_GET
def card(request: HttpRequest, client_id: str) -> HttpResponse:
    """Where notices link to (PRACTICE_CORE_LINKS_CARD): on to the gateway's own page, by a link made now (N2)."""
    return HttpResponse(status=303, headers={"Location": core.cards.invite(signed_in(request), client_id)})


@csrf_exempt
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """The bytes as they were sent: the signature is over them (C9). Where this fails, the gateway sends it again."""
    core.billing.receive(payload=request.body, signature=request.headers.get("Stripe-Signature", ""))
    return HttpResponse(status=204)
