"""A simulator of DUO's machine-to-machine interface: a server that behaves as DUO publishes it.

It is not DUO. It stands apart from the rest of Meedoen and imports nothing of it, so that a fault in the
rules or messages of Meedoen shows as a refusal. `Simulator(State())` is the WSGI application, `run_in_thread`
serves it.
"""

from meedoen.simulator.app import Simulator
from meedoen.simulator.persons import DUO_OIN, FileFault
from meedoen.simulator.serving import run_in_thread
from meedoen.simulator.state import State, read_seed

__all__ = ["DUO_OIN", "FileFault", "Simulator", "State", "read_seed", "run_in_thread"]
