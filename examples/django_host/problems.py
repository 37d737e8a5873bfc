"""What the core refuses, as an answer of Django's."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from examples.problem_details import MEDIA_TYPE, headers_of, problem_of, status_of

from practice_core import PracticeError


class ProblemDetails:
    """A middleware: it comes after the view's transaction was rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, PracticeError):
            return None
        return JsonResponse(
            problem_of(error), status=status_of(error), headers=headers_of(error), content_type=MEDIA_TYPE
        )
