"""Having the gateway forget whoever was erased (D3). Due work.

A claim gives whoever made it some minutes; then the gateway is told, with nothing open; then it is kept that it was.
Whoever dies in between leaves it to be done again, which changes nothing at the gateway.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from ..domain import erasure
from ..domain.actor import Actor
from ..domain.charging import PATIENCE
from ..domain.client import Client
from ..domain.errors import Conflict, Unavailable
from ..domain.occasion import Occasion
from ..domain.practice import Practice
from ..ports import questions
from ..ports.payments import Payments
from . import logs
from .desk import Command, Desk, without_key
from .done import DueDone
from .patience import Patience
from .work import UnitOfWork


@attrs.frozen
class Forgetting:
    _desk: Desk
    _payments: Payments

    def run(self, *, stop: Callable[[], bool] = lambda: False) -> DueDone:
        """Have everybody forgotten who is due; where `stop` says so, end after the one in hand. An outage of the
        gateway puts off whom it concerns."""
        done, patience = DueDone(), Patience()
        for practice_id in self._desk.practices_having("run_due", [questions.FORGET_DUE(at=self._desk.now())]):
            batch = questions.BATCH
            while batch == questions.BATCH and not (stop() or patience.lost):
                claimed = self._claim(practice_id)
                for client in claimed:
                    if stop() or patience.lost:
                        break
                    done += self._forget(client, patience)
                batch = len(claimed)
        return done

    def _claim(self, practice_id: str) -> tuple[Client, ...]:
        at = self._desk.now()
        due = questions.FORGET_DUE(at=at)

        def decide(work: UnitOfWork, _: Practice, occasion: Occasion) -> tuple[Client, ...]:
            return tuple(work.record(erasure.forgetting(client, at + PATIENCE)) for client in work.find(due))

        return self._desk.carry_out(_command(practice_id), (due,), decide, without_key(tuple), at=at)

    def _forget(self, client: Client, patience: Patience) -> DueDone:
        """One client; whatever goes wrong is kept to them, and tried again after `PATIENCE`."""
        try:
            self._payments.forget(client.practice_id, client.id, client.gateway_account)
            patience.after(outage=False)
            self._settle(client)
        except Unavailable as outage:
            if outage.which == "database":
                raise
            logs.client_not_forgotten(practice_id=client.practice_id, client_id=client.id, why=outage)
            patience.after(outage=True)
            return DueDone(unknown=1)
        except Conflict:
            logs.client_contended(practice_id=client.practice_id, client_id=client.id)
            return DueDone(failed=1)
        except Exception as error:  # noqa: BLE001 - one bad item must not stop the others
            logs.client_failed(practice_id=client.practice_id, client_id=client.id, error=error)
            return DueDone(failed=1)
        return DueDone(clients_forgotten=1)

    def _settle(self, client: Client) -> Client:
        def decide(work: UnitOfWork, _: Practice, occasion: Occasion) -> Client:
            return work.record(erasure.forgotten(work.get(Client, client.id), occasion))

        one = questions.CLIENT(id=client.id)
        command = _command(client.practice_id)
        return self._desk.carry_out(command, (one,), decide, without_key(Client), at=self._desk.now())


def _command(practice_id: str) -> Command:
    return Command(operation="run_due", actor=Actor.system(practice_id), key=None, arguments={})
