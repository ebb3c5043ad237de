"""`meedoen worker`: the work behind the pages, and what must be done once a day.

The queue (django-tasks-db) neither retries nor notices a dead worker; both are
done here. Each task must therefore be safe to run again.
"""

import logging
import threading
import time
import traceback
import uuid
from collections.abc import Callable
from datetime import date, timedelta

log = logging.getLogger("meedoen.worker")
STALE_AFTER = timedelta(minutes=15)
MAX_ATTEMPTS = 3
EXCHANGE_JOBS = [
    "meedoen.integrations.duo.sending.send_due",
    "meedoen.integrations.duo.fetching.handle_due_notificaties",
]
"""What is exchanged with DUO all the time: functions without arguments, that say how much they did."""
EXCHANGE_PAUSE, UNCONNECTED_PAUSE, FAULT_PAUSE = 1, 10, 10
"""Seconds before looking again: when there was nothing to do, when nobody is connected, after a fault."""


def run() -> int:
    """Work until Ctrl-C."""
    import django

    django.setup()
    work()
    return 0


def work() -> None:
    """Work off the queue; one thread does what is due today, another one exchanges messages with DUO."""
    from django_tasks_db.management.commands.db_worker import Worker

    threading.Thread(target=_keep_time, name="schedule", daemon=True).start()
    threading.Thread(target=_keep_exchanging, name="exchange", daemon=True).start()
    Worker(
        queue_names=["default"],
        interval=1,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
        excluded_queue_names=[],
    ).run()


def daily_jobs() -> dict[str, Callable[[date], object]]:
    """Return what must be done once a day, by name: each gets the day."""
    from meedoen.domain.instroom.actions import forget_old_imports
    from meedoen.domain.termijn.actions import reckon_all
    from meedoen.domain.termijn.signalen import keep_all_signals
    from meedoen.integrations.duo.fetching import find_late_dossiers
    from meedoen.integrations.duo.nightly import (
        compare_everybody,
        fetch_instellingen,
        fetch_verlengingsgronden,
    )

    return {
        "signalen": keep_all_signals,
        "werkvoorraad": lambda day: reckon_all(on=day),
        "oude-imports": lambda day: forget_old_imports(on=day),
        "duo-vergelijking": compare_everybody,
        "duo-instellingen": fetch_instellingen,
        "duo-verlengingsgronden": fetch_verlengingsgronden,
        "duo-onbekenden": find_late_dossiers,
    }


def _keep_time() -> None:
    from django.db import close_old_connections

    while True:
        keep_time()
        close_old_connections()
        time.sleep(60)


def keep_time() -> None:
    """Do what is due; a fault is logged without its text, which can hold what somebody is called."""
    from django.utils.timezone import localdate, now

    try:
        free_stale_tasks(now())
        run_due(localdate())
    except Exception as fault:
        where = "".join(traceback.format_tb(fault.__traceback__))
        log.error("daily work failed: %s; it is tried again in a minute\n%s", type(fault).__name__, where)


def _keep_exchanging() -> None:
    from django.db import close_old_connections

    while True:
        pause = exchange()
        close_old_connections()
        time.sleep(pause)


def exchange() -> float:
    """Do each job of the exchange once; return after how many seconds to look again.

    A job that fails holds up no other job. Its fault is logged without its text, which can hold what
    somebody is called.
    """
    from django.utils.module_loading import import_string

    from meedoen.domain.keten.selectors import connected_gemeenten

    done = failed = 0
    pause = UNCONNECTED_PAUSE
    try:
        pause = EXCHANGE_PAUSE if connected_gemeenten() else UNCONNECTED_PAUSE
    except Exception as fault:
        log.error("exchange: %s", type(fault).__name__)
        failed += 1
    for path in EXCHANGE_JOBS:
        try:
            done += import_string(path)()
        except Exception as fault:
            where = "".join(traceback.format_tb(fault.__traceback__))
            log.error("%s failed: %s\n%s", path, type(fault).__name__, where)
            failed += 1
    if failed:
        return FAULT_PAUSE
    return 0 if done else pause


def run_due(day: date) -> list[str]:
    """Run each daily job that has not run on this day; two workers never run the same one.

    A job that fails (DUO that is down) holds up no other; its fault is raised when the others are done.
    """
    from django.db import transaction

    from meedoen.domain.regio.models import Dagtaak

    done: list[str] = []
    fault: Exception | None = None
    for name, job in daily_jobs().items():
        Dagtaak.objects.get_or_create(naam=name)
        with transaction.atomic():
            claimed = Dagtaak.objects.filter(naam=name).exclude(gedaan_on__gte=day).update(gedaan_on=day)
        if not claimed:
            continue
        try:
            job(day)
        except Exception as wrong:
            Dagtaak.objects.filter(naam=name).update(gedaan_on=None)
            fault = fault or wrong
            continue
        done.append(name)
    if fault is not None:
        raise fault
    return done


def free_stale_tasks(at: "object") -> int:
    """Give tasks of a dead worker back to the queue; after three attempts they count as failed."""
    from django_tasks_db.compat import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    stale = DBTaskResult.objects.running().filter(started_at__lt=at - STALE_AFTER)  # type: ignore[operator]
    for task in stale:
        if len(task.worker_ids) < MAX_ATTEMPTS:
            DBTaskResult.objects.filter(pk=task.pk).update(status=TaskResultStatus.READY)
        else:
            task.set_failed(TimeoutError("three workers died on this task"))
    return len(stale)
