from __future__ import annotations

from django.urls import path
from examples.django_host import views

urlpatterns = [
    path("relationships/<str:relationship_id>", views.relationship, name="relationship"),
    path("relationships/<str:relationship_id>/migration", views.Migration.as_view(), name="migration"),
    path("clients/<str:client_id>/card", views.card),
    path("gateway/messages", views.receive),
]
