"""The worker runs each daily job once a day, and gives back what a dead worker held."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from meedoen.domain.regio.models import Dagtaak
from meedoen.project.commands import worker

DAY = date(2026, 3, 2)


@pytest.fixture
def jobs(monkeypatch):
    done = []
    monkeypatch.setattr(
        worker, "daily_jobs", lambda: {"een": done.append, "twee": lambda day: done.append(day)}
    )
    return done


def test_a_daily_job_runs_once_a_day(db, jobs):
    assert worker.run_due(DAY) == ["een", "twee"]
    assert worker.run_due(DAY) == []
    assert worker.run_due(DAY + timedelta(days=1)) == ["een", "twee"]
    assert jobs == [DAY, DAY, DAY + timedelta(days=1), DAY + timedelta(days=1)]


def test_a_daily_job_that_fails_is_tried_again(db, monkeypatch):
    def fail(day):
        raise RuntimeError("stuk")

    monkeypatch.setattr(worker, "daily_jobs", lambda: {"stuk": fail})
    with pytest.raises(RuntimeError):
        worker.run_due(DAY)
    assert Dagtaak.objects.get(naam="stuk").gedaan_on is None


@pytest.mark.parametrize(
    ("minutes", "attempts", "status"),
    [
        (14, 1, TaskResultStatus.RUNNING),
        (16, 1, TaskResultStatus.READY),
        (16, 3, TaskResultStatus.FAILED),
    ],
)
def test_a_task_of_a_dead_worker_comes_back_three_times(db, minutes, attempts, status):
    now = timezone.now()
    task = DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=now - timedelta(minutes=minutes),
        worker_ids=[str(n) for n in range(attempts)],
        args_kwargs={"args": [], "kwargs": {}},
        task_path="x.y",
        backend_name="default",
        run_after=get_date_max(),
    )
    worker.free_stale_tasks(now)
    task.refresh_from_db()
    assert task.status == status
