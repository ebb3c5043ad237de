"""`meedoen worker`: the work behind the pages, and what must be done once a day.

The queue (django-tasks-db) neither retries nor notices a dead worker; both are
done here. Each task must therefore be safe to run again.
"""

import logging
import threading
import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta

log = logging.getLogger("meedoen.worker")
STALE_AFTER = timedelta(minutes=15)
MAX_ATTEMPTS = 3


def run() -> int:
    """Work until Ctrl-C."""
    import django

    django.setup()
    work()
    return 0


def work() -> None:
    """Work off the queue; a second thread does what is due today and frees what a dead worker held."""
    from django_tasks_db.management.commands.db_worker import Worker

    threading.Thread(target=_keep_time, name="schedule", daemon=True).start()
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

    return {
        "werkvoorraad": lambda day: reckon_all(on=day),
        "oude-imports": lambda day: forget_old_imports(on=day),
    }


def _keep_time() -> None:
    from django.db import close_old_connections
    from django.utils.timezone import localdate, now

    while True:
        try:
            free_stale_tasks(now())
            run_due(localdate())
        except Exception:
            log.exception("daily work failed; it is tried again in a minute")
        close_old_connections()
        time.sleep(60)


def run_due(day: date) -> list[str]:
    """Run each daily job that has not run on this day; two workers never run the same one."""
    from django.db import transaction

    from meedoen.domain.regio.models import Dagtaak

    done = []
    for name, job in daily_jobs().items():
        Dagtaak.objects.get_or_create(naam=name)
        with transaction.atomic():
            claimed = Dagtaak.objects.filter(naam=name).exclude(gedaan_on__gte=day).update(gedaan_on=day)
        if not claimed:
            continue
        try:
            job(day)
        except Exception:
            Dagtaak.objects.filter(naam=name).update(gedaan_on=None)
            raise
        done.append(name)
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
