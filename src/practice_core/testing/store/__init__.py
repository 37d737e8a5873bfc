"""The store port: what every store has to do, and the same on each.

An author of a store writes::

    class TestMyStore(StoreConformance):
        @pytest.fixture
        def store(self) -> Iterator[Store]:
            store = MyStore(...)
            yield store
            store.close()

and runs pytest. The store need not be empty: every case keeps to practices of its own.
"""

from __future__ import annotations

from .asking import Asking
from .claiming import Claiming
from .filling import Filling
from .forgetting import Forgetting
from .keeping import Keeping
from .racing import Racing
from .unique import Unique
from .working import Working
from .writing import Writing


class StoreConformance(Keeping, Asking, Writing, Unique, Filling, Working, Racing, Claiming, Forgetting):
    """Every case there is for a store. A subclass provides a fixture `store`."""


__all__ = ["StoreConformance"]
