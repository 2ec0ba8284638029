"""Shared code of the programs in this folder: a built site served on this machine, its pages by kind, and a browser."""

import contextlib
import functools
import http.server
import re
import sys
import threading
from pathlib import Path

import chromium
from playwright.sync_api import sync_playwright

# No inline code and nothing from other sites; WebAssembly only for search.
STRICT_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
ROOT = Path(__file__).resolve().parent.parent.parent.parent


class Requests(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path as hosts do: index.html for folders, 404.html for unknown addresses."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, mount, policy, **others):
        self.mount, self.policy = mount, policy
        super().__init__(*arguments, **others)

    def translate_path(self, path):
        if not path.startswith(self.mount):
            return str(Path(self.directory) / "outside of the mount")
        return super().translate_path("/" + path[len(self.mount):])

    def send_error(self, code, message=None, explain=None):
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """Ignores closed connections."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Site:
    """A built site; `address` is the URL of its home page while it is served."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.address = None
        if len(self.pages) < 10:
            sys.exit(f"{folder} has {len(self.pages)} pages")

    @contextlib.contextmanager
    def served(self, mount="/", policy=None):
        handler = functools.partial(Requests, directory=str(self.folder), mount=mount, policy=policy)
        server = Server(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{server.server_port}{mount}"
        try:
            yield self.address
        finally:
            server.shutdown()
            server.server_close()

    @functools.cached_property
    def pages(self):
        """The kind of each page by its path below the site; redirects are left out."""
        pages = {}
        for file in sorted(self.folder.rglob("*.html")):
            kind = re.search(r'<body class="page-([a-z-]+)"', file.read_text(encoding="utf-8"))
            if kind:
                pages[file.relative_to(self.folder).as_posix()] = kind[1]
        return pages

    @property
    def kinds(self):
        """The path of the largest page of each kind."""
        largest = {}
        for path, kind in self.pages.items():
            size = (self.folder / path).stat().st_size
            if size > largest.get(kind, (0, ""))[0]:
                largest[kind] = (size, path)
        return {kind: path for kind, (_, path) in sorted(largest.items())}

    def at(self, path):
        return self.address + path.removesuffix("index.html")


def all_kinds():
    """Every kind of page that the theme has a template for."""
    return {file.stem for file in (ROOT / "Templates").glob("*.mustache")} - {"layout", "header", "footer"}


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        opened = chromium.start(playwright)
        try:
            yield opened
        finally:
            opened.close()


def is_left(asked):
    """Whether the browser gave up a request because the reader left the page before the answer came."""
    return asked.failure == "net::ERR_ABORTED" and asked.resource_type != "document"


def listen(page, problems, origin):
    """Collects problems while pages load: console messages, failed requests, and requests to other origins."""
    page.on("console", lambda said: said.type in ("error", "warning") and problems.append(f"{page.url}: console: {said.text}"))
    page.on("pageerror", lambda error: problems.append(f"{page.url}: script: {error}"))
    page.on("requestfailed", lambda asked: is_left(asked) or problems.append(f"{page.url}: {asked.url} failed: {asked.failure}"))
    page.on("response", lambda answer: answer.status >= 400 and problems.append(f"{page.url}: {answer.url}: {answer.status}"))
    page.on("request", lambda asked: asked.url.startswith((origin, "data:", "blob:")) or problems.append(f"{page.url}: requested {asked.url}"))


def end(problems):
    """Ends the program; with 1 and the problems, without duplicates, if there are any."""
    if problems:
        sys.exit("\n".join(list(dict.fromkeys(problems))[:40]))
