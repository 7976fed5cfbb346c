"""Kring with several people in it, each with an own browser; whatever goes wrong behind a page is kept."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, WebError, expect

REFUSALS = frozenset({403, 404, 409, 422})
"""Answers that a story asks for: not yours, not there, overtaken, not right yet. It sees them on the page itself."""

PATIENCE = 20_000
"""Milliseconds: on a busy machine a page may take its time; a story that waits longer has lost its way."""
expect.set_options(timeout=PATIENCE)


@dataclass
class House:
    """The site; `faults` are console errors, scripts that stop, requests without an answer, and answers like 500."""

    browser: Browser
    site: str
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def door(self, width: int = 1366) -> Page:
        """A browser of one's own, on no page yet."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, locale="nl-NL", base_url=self.site, accept_downloads=True
        )
        context.set_default_timeout(PATIENCE)
        context.on("console", self._hear)
        context.on("weberror", self._stumble)
        context.on("requestfailed", self._lose)
        context.on("response", self._answer)
        self.contexts.append(context)
        return context.new_page()

    def enter(self, name: str, width: int = 1366) -> Page:
        """Choose who you are on the demo's sign-in page."""
        page = self.door(width)
        page.goto("/demo/")
        page.get_by_role("button", name=name).click()
        page.wait_for_url("/")
        return page

    def close(self) -> None:
        for context in self.contexts:
            context.close()

    def _hear(self, line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"} and not line.text.startswith("Failed to load resource"):
            self.faults.append(f"console: {line.text}")

    def _stumble(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _lose(self, request: Request) -> None:
        """A request that is given up because one goes on, or because it became a download, is no fault."""
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"no answer: {request.url} ({request.failure})")

    def _answer(self, response: Response) -> None:
        if response.status >= 400 and response.status not in REFUSALS:
            self.faults.append(f"{response.status}: {response.url}")
