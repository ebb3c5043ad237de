"""Over a real line: the name of the server, an answer that is lost, TLS with certificates, the command."""

import json
import socket
import ssl
import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
import trustme
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from meedoen.project.command import main
from meedoen.simulator import Simulator, State, read_seed, run_in_thread
from tests.simulator.conftest import ASIEL, DUO, ELDERDAM, MEEDAM, PIP, people

PATH = f"/v1/personen/{ASIEL}"


def headers(oin: str = MEEDAM) -> dict[str, str]:
    return {"bron": oin, "doel": DUO, "berichtId": str(uuid.uuid4())}


def test_the_server_header_names_the_simulator(simulator):
    with run_in_thread(simulator) as url:
        answer = httpx.get(f"{url}{PATH}/doelgroep", headers=headers())
    assert (answer.status_code, answer.headers["Server"]) == (200, "Meedoen-DUO-simulator")


def test_an_answer_that_is_lost_was_processed_and_the_second_try_is_answered(simulator):
    simulator.fail("pip", "kwijt")
    same = headers()
    with run_in_thread(simulator) as url:
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.post(f"{url}{PATH}/PIP", json=PIP, headers=same)
        assert simulator.counts(ASIEL) == {"verwerkt": {"pip": 1}, "dubbel": {}}
        assert httpx.post(f"{url}{PATH}/PIP", json=PIP, headers=same).status_code == 201
    assert simulator.counts(ASIEL) == {"verwerkt": {"pip": 1}, "dubbel": {"pip": 1}}


def test_the_same_bericht_many_times_at_once_is_processed_once(simulator):
    same = headers()
    with run_in_thread(simulator) as url, ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(httpx.post, f"{url}{PATH}/PIP", json=PIP, headers=same) for _ in range(24)]
        assert {future.result().status_code for future in sent} == {201}
    assert simulator.counts(ASIEL) == {"verwerkt": {"pip": 1}, "dubbel": {"pip": 23}}
    assert len(simulator.state.person(ASIEL)["pips"]) == 1


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """A CA with the certificate of the simulator and of one gemeente, its OIN in the subject."""
    folder = tmp_path_factory.mktemp("papers")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    server = authority.issue_cert("127.0.0.1")
    server.private_key_pem.write_to_path(str(folder / "server.key"))
    server.cert_chain_pems[0].write_to_path(str(folder / "server.pem"))
    _issue(authority, MEEDAM, folder)
    return folder


def _issue(authority: trustme.CA, oin: str, folder) -> None:
    issuer = x509.load_pem_x509_certificate(authority.cert_pem.bytes())
    key = ec.generate_private_key(ec.SECP256R1())
    signer = serialization.load_pem_private_key(authority.private_key_pem.bytes(), None)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(x509.NameOID.SERIAL_NUMBER, oin)]))
        .issuer_name(issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(issuer.not_valid_before_utc)
        .not_valid_after(issuer.not_valid_after_utc)
        .sign(signer, hashes.SHA256())
    )
    (folder / "gemeente.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "gemeente.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def trust(papers, *, own: bool) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(papers / "ca.pem"))
    if own:
        context.load_cert_chain(str(papers / "gemeente.pem"), str(papers / "gemeente.key"))
    return context


def test_over_tls_only_who_has_a_certificate_gets_in_and_only_as_itself(simulator, papers):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(str(papers / "server.pem"), str(papers / "server.key"))
    context.load_verify_locations(str(papers / "ca.pem"))
    context.verify_mode = ssl.CERT_REQUIRED
    with run_in_thread(simulator, tls=context) as url:
        assert url.startswith("https://")
        with httpx.Client(verify=trust(papers, own=True), base_url=url) as client:
            assert client.get(f"{PATH}/doelgroep", headers=headers()).status_code == 200
            assert client.get(f"{PATH}/uren", headers=headers(ELDERDAM)).status_code == 401
        with httpx.Client(verify=trust(papers, own=False)) as client, pytest.raises(httpx.TransportError):
            client.get(f"{url}{PATH}/doelgroep", headers=headers())


def test_a_held_line_does_not_keep_the_others_waiting(simulator):
    with run_in_thread(simulator) as url:
        address = ("127.0.0.1", int(url.rpartition(":")[2]))
        with socket.create_connection(address):
            answer = httpx.get(f"{url}{PATH}/doelgroep", headers=headers())
        assert answer.status_code == 200


@pytest.fixture
def command(tmp_path):
    """Start `meedoen duo-simulator` with options, on a port that is free; give process and client."""
    started = []

    def start(*options: str, verify: ssl.SSLContext | bool = True, text: str = ""):
        with socket.socket() as trial:
            trial.bind(("127.0.0.1", 0))
            port = trial.getsockname()[1]
        process = subprocess.Popen(
            [sys.executable, "-m", "meedoen.project.command", "duo-simulator", "--port", str(port), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        process.stdin.write(text)
        process.stdin.close()
        started.append(process)
        line = process.stdout.readline()
        scheme = "https" if verify is not True else "http"
        assert line == f"DUO-simulator (dit is niet DUO): {scheme}://127.0.0.1:{port}/simulator/\n"
        transport = httpx.HTTPTransport(retries=8, verify=verify)  # it is not listening yet
        return httpx.Client(transport=transport, base_url=f"{scheme}://127.0.0.1:{port}"), process

    yield start
    for process in started:
        process.terminate()
        process.wait(20)
        process.stdout.close()


def test_the_command_serves_and_keeps_its_state(command, tmp_path):
    file = tmp_path / "stand.json"
    seed = {
        "gemeenten": [{"oin": "0" * 20, "code": "0363", "naam": "Verzonnen"}],
        "personen": [
            {
                "bsn": ASIEL,
                "gemeente": "0363",
                "vestiging": "2026-01-20",
                "doelgroep": "asiel",
                "plicht": "2026-01-10",
            }
        ],
    }
    options = ("--bestand", str(file), "--personen", "-", "--storing", "pip:503:1")
    client, process = command(*options, text=json.dumps(seed))
    tries = [client.post(f"{PATH}/PIP", json=PIP, headers=headers("0" * 20)) for _ in range(2)]
    assert [answer.status_code for answer in tries] == [503, 201]
    assert {answer.headers.get_list("Server")[0] for answer in tries} == {"Meedoen-DUO-simulator"}
    assert len(tries[0].headers.get_list("Server")) == 1
    assert json.loads(file.read_text())["personen"][ASIEL]["verwerkt"] == {"pip": 1}

    process.terminate()
    process.wait(20)
    client, _ = command("--bestand", str(file))
    assert client.get(f"{PATH}/PIP", headers=headers("0" * 20)).json()["gemeentecode"] == "0363"


def test_the_command_serves_with_tls_and_cuts_the_line_when_asked(command, papers):
    options = ("--cert", str(papers / "server.pem"), "--key", str(papers / "server.key"))
    options += ("--ca", str(papers / "ca.pem"), "--storing", "doelgroep:kwijt:1")
    client, _ = command(*options, verify=trust(papers, own=True))
    assert client.get("/simulator/stijl.css").status_code == 200
    with pytest.raises(httpx.TransportError):
        client.get(f"{PATH}/doelgroep", headers=headers())
    assert client.get(f"{PATH}/doelgroep", headers=headers()).status_code == 200
    assert client.get(f"{PATH}/uren", headers=headers(ELDERDAM)).status_code == 401


@pytest.mark.parametrize(
    ("options", "explanation"),
    [
        (["--cert", "x.pem"], "geef --cert en --key samen."),
        (["--ca", "x.pem"], "--ca vraagt ook --cert en --key."),
        (["--vertraging", "-1"], "--vertraging is 0 tot en met 86400 seconden."),
        (["--kop", "x"], "schrijf --kop als NAAM=WAARDE, niet x."),
        (["--storing", "pop:503"], "De bewerking pop bestaat niet."),
    ],
)
def test_the_command_says_which_option_is_not_right(capsys, options, explanation):
    assert main(["duo-simulator", *options]) == 2
    assert capsys.readouterr().err == f"De DUO-simulator kan niet starten: {explanation}\n"


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("{", "dit is geen JSON (regel 1)"),
        ("{}", "er staat geen lijst van personen in"),
        ('[{"bsn": "12"}]', "een bsn heeft negen cijfers, dit niet: '12'"),
        (f'{{"{ASIEL}": {{}}}}', "er staat geen lijst van personen in"),
        ('{"personen": [], "scholen": []}', "het onderdeel scholen is niet bekend"),
        ("[1]", "een persoon of gemeente is geen JSON-object"),
        (f'{{"personen": {{"{ASIEL}": 1}}}}', "een persoon of gemeente is geen JSON-object"),
        (
            '{"personen": [], "gemeenten": [{"oin": "1", "code": "9003"}]}',
            "een gemeente heeft een oin van twintig en een code van vier cijfers",
        ),
    ],
)
def test_the_command_says_what_is_not_right_in_a_file_of_persons(capsys, tmp_path, text, explanation):
    file = tmp_path / "personen.json"
    file.write_text(text)
    assert main(["duo-simulator", "--personen", str(file)]) == 2
    assert capsys.readouterr().err.startswith(f"De DUO-simulator kan niet starten: {explanation}")


def test_a_state_that_is_not_whole_is_said(capsys, tmp_path):
    file = tmp_path / "stand.json"
    file.write_text('{"personen": {}}')
    assert main(["duo-simulator", "--bestand", str(file)]) == 2
    assert f"in het bestand {file} ontbreekt: antwoorden, contactpersonen, " in capsys.readouterr().err


def test_a_state_that_cannot_be_read_is_said(capsys, tmp_path):
    file = tmp_path / "stand.json"
    file.write_text("{")
    assert main(["duo-simulator", "--bestand", str(file)]) == 2
    assert capsys.readouterr().err.endswith(f"het bestand {file} is niet te lezen\n")


def test_a_port_that_is_taken_is_said(capsys, simulator):
    with run_in_thread(simulator) as url:
        port = url.rpartition(":")[2]
        assert main(["duo-simulator", "--port", port]) == 2
    assert capsys.readouterr().err == f"Poort {port} is al in gebruik. Kies een andere met --port.\n"


def test_persons_by_their_bsn_are_read_as_well():
    seed = read_seed(json.dumps({"personen": {ASIEL: {"naam": "Verzonnen"}}, "duo_oin": "1" * 20}))
    state = State(seed=seed)
    assert (state.person(ASIEL)["naam"], state.data["duo_oin"]) == ("Verzonnen", "1" * 20)


def test_without_a_file_there_are_a_few_fictional_persons():
    simulator = Simulator()
    groups = {(row["doelgroep"] or {})["indeling"] for row in simulator.state.data["personen"].values()}
    assert groups == {"Asielstatushouder", "Gezinsmigrant en overige migrant"}
    assert len(people()) == 3
