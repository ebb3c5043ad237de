"""Who may reach what: every address, every role, every relation (catalogue A1)."""

import pytest
from django.test import Client
from django.urls import reverse

from meedoen.access import permissions
from meedoen.domain.regio.models import Rol
from tests.house.matrix import POLICY, ask, differences, without_tokens
from tests.house.urls import addresses

OURS = [address for address in addresses() if not address.name.startswith(("account_", "mfa_"))]
WITH_DOSSIER = [address for address in OURS if address.parameters == ("dossier_id",)]


@pytest.fixture(scope="module")
def world(shared_world):
    return shared_world


@pytest.fixture(scope="module")
def landscape(shared_landscape):
    return shared_landscape


@pytest.fixture(scope="module")
def clients(shared_clients):
    return shared_clients


def test_every_address_has_a_line_in_the_policy_and_every_line_an_address(db):
    assert {address.name for address in OURS} == set(POLICY)


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_the_site_answers_as_the_policy_says(address, landscape, clients):
    assert [str(found) for found in differences(address, landscape, clients)] == []


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_other_methods_are_refused(address, landscape, clients):
    path = reverse(address.name, kwargs=landscape.arguments(address, "own"))
    for method in ("PUT", "PATCH", "DELETE", "TRACE"):
        status = ask(clients["klantmanager"], method, path).status_code
        assert status in {403, 405}, method


@pytest.mark.parametrize("address", WITH_DOSSIER, ids=lambda address: address.name)
def test_another_gemeente_looks_the_same_as_not_existing(address, landscape, clients):
    for role in ("klantmanager", "teamleider", "auditor"):
        bodies = [
            without_tokens(
                ask(
                    clients[role], "GET", reverse(address.name, kwargs=landscape.arguments(address, whose))
                ).content
            )
            for whose in ("other", "absent")
        ]
        assert bodies[0] == bodies[1], role


@pytest.mark.parametrize("permission", ["dossier.view", "logboek.view", "medewerkers.change"])
def test_the_matrix_finds_a_permission_that_was_widened(permission, landscape, world, monkeypatch):
    """The control: give the inkoper one permission more; some address must then differ."""
    allowed, text = permissions.PERMISSIONS[permission]
    monkeypatch.setitem(permissions.PERMISSIONS, permission, (allowed | {Rol.INKOPER}, text))
    clients = {"inkoper": world.client("ingrid")}
    guarded = [address for address in OURS if getattr(address.view, "permission", "") == permission]
    assert guarded
    assert any(differences(address, landscape, clients) for address in guarded)


def test_allauth_pages_ask_for_a_log_in_or_are_the_log_in(world):
    open_to_all = {
        "account_login",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_inactive",
    }
    for address in addresses():
        if not address.name.startswith(("account_", "mfa_")) or address.parameters:
            continue
        status = Client().get(reverse(address.name)).status_code
        if address.name in open_to_all:
            assert status == 200, address.name
        else:
            assert status in {302, 405}, address.name
