"""One call to DUO: what goes out, what comes back, and a name for everything that can go wrong."""

import json
import logging
import ssl
import threading
import uuid
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
import trustme

from meedoen.demo.numbers import fictional_bsn
from meedoen.integrations.duo import certificates
from meedoen.integrations.duo.client import (
    BadRequest,
    DUOClient,
    NotAuthorised,
    NotFound,
    Refused,
    Unavailable,
    UnexpectedAnswer,
    client_for,
    forget_clients,
)
from meedoen.integrations.duo.codes import LeerrouteCode
from meedoen.integrations.duo.messages import PIP, Inburgeringstermijn
from meedoen.integrations.duo.operations import OPERATIONS

OIN, DUO = "00000001003214345000", "00000001800866472000"
BSN = fictional_bsn(7)
ID = uuid.UUID("0b9f7a52-8f6c-4d7e-9d53-3f1e52f1a001")
BODY = PIP(dagtekening_pip=date(2026, 3, 2), leerroute=LeerrouteCode.Z)


def duo(answer):
    """A client whose line ends in a function; the requests are kept on the client."""
    seen = []

    def line(request):
        seen.append(request)
        return answer(request) if callable(answer) else answer

    client = DUOClient(
        OIN, base_url="https://duo.example/api", duo_oin=DUO, transport=httpx.MockTransport(line)
    )
    client.seen = seen
    return client


def test_a_message_goes_to_its_address_with_the_three_headers_and_no_cookies():
    client = duo(httpx.Response(201, headers={"API-Version": "1.2.0", "berichtId": str(ID)}))
    assert client.call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY) is None
    (sent,) = client.seen
    assert (sent.method, str(sent.url)) == ("POST", f"https://duo.example/api/v1/personen/{BSN}/PIP")
    assert (sent.headers["bron"], sent.headers["doel"], sent.headers["berichtId"]) == (OIN, DUO, str(ID))
    assert json.loads(sent.content) == {"dagtekeningPip": "2026-03-02", "leerroute": "Z"}
    assert "cookie" not in sent.headers


def test_an_answer_is_a_message_or_a_list_of_them():
    termijn = {"startdatum": "2026-03-03", "einddatum": "2029-03-03"}
    client = duo(httpx.Response(200, json=termijn))
    assert client.call(OPERATIONS["inburgeringstermijn"], bericht_id=ID, bsn=BSN) == Inburgeringstermijn(
        startdatum=date(2026, 3, 3), einddatum=date(2029, 3, 3)
    )
    client = duo(httpx.Response(200, json=[termijn, termijn]))
    found = client.call(OPERATIONS["inburgeringstermijn-historie"], bericht_id=ID, bsn=BSN)
    assert [one.einddatum for one in found] == [date(2029, 3, 3)] * 2


def test_what_stands_in_the_address_is_filled_in():
    client = duo(httpx.Response(204))
    pad = {"instellingsnummer": "0000000012"}
    client.call(OPERATIONS["aanbod-verwijderen"], bericht_id=ID, bsn=BSN, pad=pad)
    assert client.seen[0].url.path == f"/api/v1/personen/{BSN}/Inburgeringsaanbod/0000000012"


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (httpx.Response(403, json=[{"fouttekst": "Niveau past niet"}]), Refused),
        (httpx.Response(403), NotAuthorised),
        (httpx.Response(403, json=[]), NotAuthorised),
        (httpx.Response(403, json=[{"fouttekst": 5}, "x"]), NotAuthorised),
        (httpx.Response(401), NotAuthorised),
        (httpx.Response(404), NotFound),
        (httpx.Response(400), BadRequest),
        (httpx.Response(500), Unavailable),
        (httpx.Response(503), Unavailable),
        (httpx.Response(429), Unavailable),
        (httpx.Response(302, headers={"Location": "https://elders.example/"}), UnexpectedAnswer),
        (httpx.Response(200), UnexpectedAnswer),  # 201 was agreed
        (httpx.Response(201, headers={"berichtId": str(uuid.uuid4())}), UnexpectedAnswer),
    ],
)
def test_each_fault_has_its_name_and_tells_no_bsn(answer, fault):
    with pytest.raises(fault) as raised:
        duo(answer).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert BSN not in f"{raised.value!r} {raised.value} {raised.value.__cause__!r}"


def test_the_reasons_of_a_refusal_are_kept_as_duo_wrote_them():
    texts = [{"fouttekst": "Eerste reden"}, {"fouttekst": "x" * 300}]
    with pytest.raises(Refused) as raised:
        duo(httpx.Response(403, json=texts)).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert raised.value.foutteksten == ["Eerste reden", "x" * 200]


@pytest.mark.parametrize(
    ("fault", "uncertain"),
    [
        (httpx.ConnectError("dicht"), False),
        (httpx.ConnectTimeout("dicht"), False),
        (httpx.ReadTimeout("stil"), True),
        (httpx.ReadError("weg"), True),
        (httpx.RemoteProtocolError("half"), True),
        (httpx.WriteError("half"), True),
    ],
)
def test_without_an_answer_it_is_said_whether_the_message_may_have_been_taken(fault, uncertain):
    def line(request):
        raise fault

    with pytest.raises(Unavailable) as raised:
        duo(line).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert raised.value.uncertain is uncertain
    assert BSN not in str(raised.value)


@pytest.mark.parametrize(("status", "uncertain"), [(500, True), (502, True), (503, False), (429, False)])
def test_only_a_503_says_that_nothing_was_done(status, uncertain):
    with pytest.raises(Unavailable) as raised:
        duo(httpx.Response(status)).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert (raised.value.status, raised.value.uncertain) == (status, uncertain)


@pytest.mark.parametrize("said", ["geen json", "[]", '{"startdatum": "2026-03-03"}', '{"startdatum": 1}'])
def test_an_answer_that_was_not_agreed_is_not_taken(said):
    client = duo(httpx.Response(200, text=said))
    with pytest.raises(UnexpectedAnswer):
        client.call(OPERATIONS["inburgeringstermijn"], bericht_id=ID, bsn=BSN)


def test_an_answer_without_end_is_not_waited_for(settings, monkeypatch):
    class Endless(httpx.SyncByteStream):
        def __iter__(self):
            while True:
                yield b"[" * 65_536

    client = duo(httpx.Response(200, stream=Endless()))
    with pytest.raises(UnexpectedAnswer, match="het antwoord is te groot"):
        client.call(OPERATIONS["vrijstellingen"], bericht_id=ID, bsn=BSN)
    settings.DUO_TIMEOUT = 0
    client = duo(lambda request: httpx.Response(200, stream=Endless()))
    with pytest.raises(Unavailable, match="ReadTimeout") as raised:
        client.call(OPERATIONS["vrijstellingen"], bericht_id=ID, bsn=BSN)
    assert raised.value.uncertain is True


def test_an_answer_with_endless_brackets_is_no_json():
    client = duo(httpx.Response(200, content=b"[" * 200_000))
    with pytest.raises(UnexpectedAnswer, match="geen JSON"):
        client.call(OPERATIONS["vrijstellingen"], bericht_id=ID, bsn=BSN)


@pytest.mark.parametrize("number", ["../../instellingen", "0000000012/../x", "00000000?a=1", "00000#0012"])
def test_no_value_leads_to_another_address(number):
    client = duo(httpx.Response(204))
    pad = {"instellingsnummer": number}
    client.call(OPERATIONS["aanbod-verwijderen"], bericht_id=ID, bsn=BSN, pad=pad)
    (sent,) = client.seen
    path = sent.url.raw_path.decode()
    assert path.startswith(f"/api/v1/personen/{BSN}/Inburgeringsaanbod/")
    assert path.count("/") == 6
    assert sent.url.query == b""
    assert sent.url.fragment == ""


@pytest.mark.parametrize(
    ("bsn", "pad", "absent"),
    [
        ("", {"instellingsnummer": "0000000012"}, "bsn"),
        (BSN, {}, "instellingsnummer"),
        (BSN, {"instellingsnummer": ""}, "instellingsnummer"),
    ],
)
def test_without_all_of_its_address_nothing_is_sent(bsn, pad, absent):
    client = duo(httpx.Response(204))
    with pytest.raises(ValueError, match=f"aanbod-verwijderen: zonder {absent} is er geen adres"):
        client.call(OPERATIONS["aanbod-verwijderen"], bericht_id=ID, bsn=bsn, pad=pad)
    assert client.seen == []


def test_a_reason_in_which_duo_names_the_person_is_kept_without_the_bsn():
    said = httpx.Response(403, json=[{"fouttekst": f"Persoon {BSN} valt niet onder de wet"}])
    with pytest.raises(Refused) as raised:
        duo(said).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert raised.value.foutteksten == ["Persoon … valt niet onder de wet"]


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_a_refusal_of_another_message_says_nothing_of_this_one(status):
    said = httpx.Response(status, json=[{"fouttekst": "x"}], headers={"berichtId": str(uuid.uuid4())})
    with pytest.raises(UnexpectedAnswer, match="ander bericht"):
        duo(said).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)


def test_a_certificate_that_is_refused_after_the_handshake_means_that_nothing_was_taken():
    """With TLS 1.3 the alert comes when the answer is read."""

    def line(request):
        alert = ssl.SSLError(1, "[SSL] tlsv13 alert certificate required")
        alert.reason = "TLSV13_ALERT_CERTIFICATE_REQUIRED"
        raise httpx.ReadError("weg") from alert

    with pytest.raises(Unavailable, match="DUO neemt ons certificaat niet aan") as raised:
        duo(line).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert raised.value.uncertain is False


def test_another_major_version_is_said_in_the_log_without_the_person(caplog):
    client = duo(httpx.Response(201, headers={"API-Version": "2.0.0"}))
    with caplog.at_level(logging.DEBUG):
        client.call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert "DUO speaks PIP 2.0.0, Meedoen 1.2.0" in caplog.text


def test_the_address_with_the_bsn_comes_in_no_log(caplog, settings):
    for name in ("httpx", "httpcore"):  # as the settings of the site say
        level = settings.LOGGING["loggers"][name]["level"]
        logging.getLogger(name).setLevel(level)
    client = duo(httpx.Response(201))
    logging.getLogger().setLevel(logging.INFO)
    client.call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)
    assert BSN not in caplog.text
    assert repr(client) == f"DUOClient({OIN})"


def test_without_an_address_or_certificate_there_is_no_client(settings, tmp_path):
    forget_clients()
    settings.DUO_URL, settings.DUO_OIN = "", DUO
    with pytest.raises(NotAuthorised, match="MEEDOEN_DUO_URL"):
        client_for(OIN)
    settings.DUO_URL, settings.DUO_CERT = "https://duo.example", str(tmp_path / "weg.pem")
    with pytest.raises(NotAuthorised, match="certificaat is niet te gebruiken"):
        client_for(OIN)
    forget_clients()


# --- a real line with mutual TLS ---


class Server:
    """A server that asks a certificate of its own authority and answers 201."""

    def __init__(self, authority, clients):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost").configure_cert(context)
        clients.configure_trust(context)
        context.verify_mode = ssl.CERT_REQUIRED

        self.lines = 0

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"  # lines stay open

            def setup(handler):  # noqa: N805
                self.lines += 1
                super().setup()

            def do_POST(self):
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(201)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args):
                """Say nothing."""

        self.http = ThreadingHTTPServer(("localhost", 0), Handler)
        self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        self.url = f"https://localhost:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


@pytest.fixture
def authority():
    return trustme.CA()


@pytest.fixture
def server(authority):
    server = Server(authority, authority)
    yield server
    server.http.shutdown()
    server.http.server_close()


@pytest.fixture
def line(authority, server, settings, tmp_path):
    """Settings with our certificate, its key and the authority of the server."""
    own = authority.issue_cert("gemeente.example")
    own.cert_chain_pems[0].write_to_path(tmp_path / "own.pem")
    own.private_key_pem.write_to_path(tmp_path / "own.key")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    settings.DUO_CERT, settings.DUO_KEY = str(tmp_path / "own.pem"), str(tmp_path / "own.key")
    settings.DUO_CA, settings.DUO_URL, settings.DUO_OIN = str(tmp_path / "ca.pem"), server.url, DUO
    settings.DUO_TIMEOUT = 5
    forget_clients()
    yield tmp_path
    forget_clients()


def tell():
    return client_for(OIN).call(OPERATIONS["pip"], bericht_id=ID, bsn=BSN, body=BODY)


def test_with_the_right_certificates_on_both_sides_the_message_arrives(line):
    assert tell() is None
    assert client_for(OIN) is client_for(OIN)


def test_a_server_of_another_authority_is_not_spoken_to(line, settings):
    trustme.CA().cert_pem.write_to_path(line / "other.pem")
    settings.DUO_CA = str(line / "other.pem")
    with pytest.raises(Unavailable) as raised:
        tell()
    assert raised.value.uncertain is False


def test_without_our_certificate_the_server_does_not_answer(line, settings):
    settings.DUO_CERT = ""
    with pytest.raises(Unavailable):
        tell()


def test_a_certificate_of_another_authority_is_not_let_in(line, settings):
    other = trustme.CA().issue_cert("vreemd.example")
    other.cert_chain_pems[0].write_to_path(line / "own.pem")
    other.private_key_pem.write_to_path(line / "own.key")
    with pytest.raises(Unavailable):
        tell()


def test_a_server_with_another_name_is_not_spoken_to(line, settings):
    settings.DUO_URL = settings.DUO_URL.replace("localhost", "127.0.0.1")
    with pytest.raises(Unavailable) as raised:
        tell()
    assert raised.value.uncertain is False


def test_a_certificate_that_was_renewed_is_used_without_a_restart(line, authority):
    own = authority.issue_cert("gemeente.example")
    other = trustme.CA().issue_cert("verlopen.example")
    for made, let_in in [(other, False), (own, True)]:
        made.cert_chain_pems[0].write_to_path(line / "own.pem")
        made.private_key_pem.write_to_path(line / "own.key")
        if let_in:
            assert tell() is None
        else:
            with pytest.raises(Unavailable):
                tell()


def test_one_line_serves_many_calls(line, server):
    for _ in range(5):
        tell()
    assert server.lines == 1


def test_a_gemeente_may_have_a_certificate_of_its_own(line, settings):
    (line / "own.pem").rename(line / f"{OIN}.pem")
    (line / "own.key").rename(line / f"{OIN}.key")
    settings.DUO_CERT = str(line)
    assert tell() is None
    assert certificates.files_of("00000001003214345111") is None
