import Foundation

@testable import Site

/// The common beginning of all browser programs.
enum BrowserProgram {
  /// Serves the folders `old` and `new` of the first argument as https://site.test/briefing/ without a network, and counts
  /// requests to other hosts. `visit` opens a page of one of them at a given time, `marks` returns the places marked as changed.
  /// `rest` waits until the page has done what it had begun, `soon` until it says what is wanted, however slow the machine is.
  static let start = """
    import mimetypes, pathlib, sys, time
    from playwright.sync_api import sync_playwright

    root = pathlib.Path(sys.argv[1])
    REPORT = "reports/plan/"
    BASE = "https://site.test/briefing/"
    elsewhere, errors = set(), []

    browser = sync_playwright().start().chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])

    def serve(state, headers=None, asked=None):
        def answer(route):
            url = route.request.url.split("#")[0].split("?")[0]
            if not url.startswith(BASE):
                elsewhere.add(url)
                return route.abort()
            name = url[len(BASE):]
            if asked is not None:
                asked.append(name)
            file = root / state / (name + "index.html" if name == "" or name.endswith("/") else name)
            if not file.is_file():
                return route.fulfill(status=404, body="")
            route.fulfill(body=file.read_bytes(), headers=headers,
                content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
        return answer

    def visit(context, state, address, minutes, until="networkidle"):
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(f"Date.now = () => {1_750_000_000_000 + minutes * 60_000}")
        page.route("**/*", serve(state))
        page.goto(BASE + address, wait_until=until)
        return page

    # The page's own timers of up to so many milliseconds have fired, and a frame was drawn after them.
    def rest(page, moment):
        page.evaluate("moment => new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), moment))", moment)

    # What was read last: what is wanted, or what stands there after half a minute.
    def soon(read, wanted):
        end = time.monotonic() + 30
        while (found := read()) != wanted and time.monotonic() < end:
            time.sleep(0.02)
        return found

    def marks(page):
        return sorted(page.eval_on_selector_all(".changed", "all => all.filter(one => one.querySelector('.changed-mark')).map(one => one.id)"))


    """

  /// Writes sites to folders, by name, and runs steps on them; returns the lines that they print, without empty ones.
  static func run(_ steps: String, on sites: [String: WrittenSite]) async throws -> [String] {
    try await run(steps, on: sites, []).split(separator: "\n").map(String.init)
  }

  /// The same with further arguments of the program; returns all that it prints.
  static func run(
    _ steps: String, on sites: [String: WrittenSite], _ arguments: [String]
  ) async throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "browser-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, site) in sites { try site.write(to: folder.appending(path: name)) }
    let python = try PythonEnvironment.browser.get()
    return try await BrowserSlots.shared.whileHoldingOne {
      try await run(start + steps, [folder.path] + arguments, in: python, tries: 3)
    }
  }

  /// On a busy machine a browser sometimes ends by itself; then the program is run again.
  private static func run(
    _ program: String, _ arguments: [String], in python: PythonEnvironment, tries: Int
  ) async throws -> String {
    do {
      return try await python.runAside(program, arguments)
    } catch let error as PythonEnvironment.Unavailable
      where tries > 1 && error.description.contains("TargetClosedError")
    {
      return try await run(program, arguments, in: python, tries: tries - 1)
    }
  }
}

/// Lets only a few browsers run at once: more of them starve each other on a machine with two cores.
private actor BrowserSlots {
  static let shared = BrowserSlots()

  private var free = 2
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func whileHoldingOne<Result: Sendable>(_ body: @Sendable () async throws -> Result) async rethrows -> Result
  {
    await take()
    defer { give() }
    return try await body()
  }

  private func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func give() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

extension WrittenSite {
  /// Writes all pages below a folder.
  func write(to folder: URL) throws {
    for page in plan.pages {
      let file = folder.appending(path: page.path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(plan.render(page).bytes).write(to: file)
    }
  }
}
