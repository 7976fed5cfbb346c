"""A mail server of a few lines on this computer: it takes one mail and keeps what it was sent."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class _Conversation(socketserver.StreamRequestHandler):
    """Says yes to everything, as SMTP does."""

    received: ClassVar[list[str]] = []

    def handle(self) -> None:
        self._say("220 klaar")
        while line := self.rfile.readline().decode().strip():
            match line.split(" ")[0].upper():
                case "DATA":
                    self._say("354 ga door")
                    self.received.append("".join(iter(lambda: self.rfile.readline().decode(), ".\r\n")))
                    self._say("250 bewaard")
                case "QUIT":
                    self._say("221 dag")
                    return
                case _:
                    self._say("250 goed")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mailbox() -> Iterator[tuple[int, list[str]]]:
    """The port, and the mails as they came."""
    _Conversation.received.clear()
    with socketserver.TCPServer(("127.0.0.1", 0), _Conversation) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1], _Conversation.received
        server.shutdown()
