"""The worker runs each daily job once a day, and gives back what a dead worker held."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from meedoen.domain.keten.models import DUOAansluiting
from meedoen.domain.regio.models import Dagtaak
from meedoen.project.commands import worker
from tests.factories import GemeenteFactory

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

    done = []
    monkeypatch.setattr(worker, "daily_jobs", lambda: {"stuk": fail, "heel": done.append})
    with pytest.raises(RuntimeError):
        worker.run_due(DAY)
    assert Dagtaak.objects.get(naam="stuk").gedaan_on is None
    assert done == [DAY]  # it holds up no other


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


# --- the exchange with DUO ---


@pytest.fixture
def exchange_jobs(monkeypatch):
    """Let the exchange do these functions instead of its own."""

    def use(*functions):
        for number, function in enumerate(functions):
            monkeypatch.setattr(worker, f"job_{number}", function, raising=False)
        paths = [f"{worker.__name__}.job_{number}" for number in range(len(functions))]
        monkeypatch.setattr(worker, "EXCHANGE_JOBS", paths)

    return use


def connect():
    DUOAansluiting.objects.create(gemeente=GemeenteFactory(), manier="m2m", oin="0" * 20)


def test_the_exchange_looks_each_second_when_a_gemeente_is_connected(db, exchange_jobs):
    exchange_jobs(lambda: 0)
    assert worker.exchange() == worker.UNCONNECTED_PAUSE == 10
    connect()
    assert worker.exchange() == worker.EXCHANGE_PAUSE == 1


def test_the_exchange_goes_on_at_once_while_there_is_work(db, exchange_jobs):
    connect()
    exchange_jobs(lambda: 0, lambda: 3)
    assert worker.exchange() == 0


def test_a_job_that_fails_holds_up_no_other_and_is_logged_without_its_text(db, exchange_jobs, caplog):
    done, name = [], "Amina"

    def fail():
        raise ValueError(f"het dossier van {name}")

    def work():
        done.append(1)
        return 1

    exchange_jobs(fail, work)
    assert worker.exchange() == worker.FAULT_PAUSE
    assert done == [1]
    assert "ValueError" in caplog.text
    assert "Amina" not in caplog.text


def test_the_outbox_is_a_job_of_the_exchange(db):
    assert "meedoen.integrations.duo.sending.send_due" in worker.EXCHANGE_JOBS
    assert worker.exchange() == worker.UNCONNECTED_PAUSE


def test_a_daily_job_that_fails_is_logged_without_its_text(db, monkeypatch, caplog):
    def fail(day):
        name = "Amina"
        raise ValueError(f"het dossier van {name}")

    monkeypatch.setattr(worker, "daily_jobs", lambda: {"stuk": fail})
    worker.keep_time()
    assert "daily work failed: ValueError" in caplog.text
    assert "Amina" not in caplog.text.replace('name = "Amina"', "")
