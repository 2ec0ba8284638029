import Diagnostics
import FileSystem

/// Checks external links and fetches sources with curl: one request at a time to each host (redirects included), with a pause
/// between requests. Links are asked with a HEAD request first.
struct LinkProbe: Sendable {
  /// How many hosts are requested at the same time.
  private static let hostsAtOnce = 8
  /// The most bytes of a page that are fetched.
  static let largestPage = Limit.fetchedPage.value
  /// How many redirects are followed from one URL.
  private static let redirects = 10
  private let curl = Programs.curl
  private let hosts = AskedHosts()

  /// Checks all addresses.
  ///
  /// - Parameters:
  ///   - addresses: grouped by host.
  ///   - advanced: called with the number of checked addresses; never by two threads at once.
  /// - Returns: the result for each address.
  func answers(
    to addresses: [(host: String, addresses: [String])], advanced: (Int) -> Void
  ) async throws -> [String: LinkAnswer] {
    var answers: [String: LinkAnswer] = [:]
    try await Self.forEach(addresses) {
      try await visit($0, fetching: false).answer
    } done: { address, answer in
      answers[address] = answer
      advanced(answers.count)
    }
    return answers
  }

  /// Calls `request` for all addresses: those of a host one after the other, and those of several hosts at the same time.
  ///
  /// - Parameters:
  ///   - lists: grouped by host.
  ///   - done: called for each address as soon as its result is known; never by two threads at once.
  static func forEach<Result: Sendable>(
    _ lists: [(host: String, addresses: [String])],
    _ request: @escaping @Sendable (String) async throws -> Result,
    done: (String, Result) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (list: Int, place: Int, result: Result).self) { group in
      var next = 0
      func add(_ list: Int, _ place: Int) {
        let address = lists[list].addresses[place]
        group.addTask { (list, place, try await request(address)) }
      }
      func addHost() {
        guard next < lists.count else { return }
        next += 1
        add(next - 1, 0)
      }
      for _ in 0..<hostsAtOnce { addHost() }
      while let part = try await group.next() {
        let addresses = lists[part.list].addresses
        try done(addresses[part.place], part.result)
        if part.place + 1 < addresses.count { add(part.list, part.place + 1) } else { addHost() }
      }
    }
  }

  /// What a visit of an address led to.
  struct Visit: Sendable {
    let answer: LinkAnswer
    /// The address that permanent redirects lead to; nil without one.
    var movedTo: String?
    /// The last address, after all redirects.
    var end: String
    /// What was fetched; nil if it was not asked for, could not be fetched or is too large.
    var page: FetchedPage?
    /// Why nothing was fetched from a page that is there, as a clause for a message.
    var unread: String?
  }

  /// Requests an address and follows its redirects; each redirect waits for its own host.
  ///
  /// - Parameter fetching: whether the page itself is wanted, and not only whether it exists.
  func visit(_ start: String, fetching: Bool) async throws -> Visit {
    var address = start
    var movedTo: String?
    var isMoving = true
    var seen: Set<String> = []
    for _ in 0...Self.redirects {
      guard let host = ExternalLink.host(of: address) else {
        let reason = "it redirects to “\(address)”, which is not an HTTP or HTTPS URL"
        return Visit(answer: .unclear(reason), movedTo: movedTo, end: address)
      }
      if !seen.insert(address).inserted {
        return Visit(answer: .broken("it redirects in a loop"), end: address)
      }
      let outcome = try await outcome(address, host, fetching: fetching)
      guard case .reply(let reply) = outcome else {
        guard case .verdict(let answer) = outcome else { break }
        return Visit(answer: answer, movedTo: movedTo, end: address)
      }
      guard let next = reply.redirect, reply.exitCode == 0 else {
        return Visit(
          answer: reply.answer, movedTo: movedTo, end: address, page: reply.page, unread: reply.unread)
      }
      address = String(next.prefix { $0 != "#" })
      isMoving = isMoving && (reply.status == 301 || reply.status == 308)
      if isMoving { movedTo = address }
    }
    return Visit(answer: .broken("it redirects too many times"), end: address)
  }

  private func outcome(_ address: String, _ host: String, fetching: Bool) async throws -> Outcome {
    if fetching { return try await inTurn(host) { try await fetch(address) } }
    let outcome = try await inTurn(host) { try await request(address, headOnly: true) }
    guard case .reply(let reply) = outcome, reply.redirect == nil, reply.isWorthAskingAgain else {
      return outcome
    }
    return try await inTurn(host) { try await request(address, headOnly: false) }
  }

  private enum Outcome {
    /// No request was made, because the same answer applies to every address of the host.
    case verdict(LinkAnswer)
    case reply(LinkReply)
  }

  private func inTurn(_ host: String, _ request: () async throws -> LinkReply) async throws -> Outcome {
    if let verdict = await hosts.enter(host) {
      await hosts.leave(host, after: nil)
      return .verdict(verdict)
    }
    do {
      let reply = try await request()
      await hosts.leave(host, after: reply)
      return .reply(reply)
    } catch {
      await hosts.leave(host, after: nil)
      throw error
    }
  }

  private func request(_ address: String, headOnly: Bool) async throws(EnvironmentError) -> LinkReply {
    let outcome = try await curl.finish(
      Self.limits + ["--output", "/dev/null", "--write-out", "%{http_code} %{redirect_url}"]
        + (headOnly ? ["--head"] : ["--range", "0-2047", "--max-filesize", "10000000"]) + ["--url", address],
      in: DiskPath("/"))
    return LinkReply(exitCode: outcome.exitCode, written: String(decoding: outcome.output, as: UTF8.self))
  }

  /// Requests a page with its content.
  private func fetch(_ address: String) async throws(EnvironmentError) -> LinkReply {
    // The server’s words about the size count for nothing; what it sends is counted.
    let outcome = try await curl.finishIfShort(
      Self.limits + ["--compressed", "--max-filesize", String(Self.largestPage)]
        + ["--write-out", "%{stderr}%{http_code} %{redirect_url}\n%{content_type}", "--url", address],
      in: DiskPath("/"), limit: Self.largestPage)
    guard let outcome else { return LinkReply.tooLarge }
    return LinkReply(exitCode: outcome.exitCode, written: outcome.errors, body: outcome.output)
  }

  private static let limits =
    ["--disable", "--silent", "--globoff", "--connect-timeout", "10", "--max-time", "30"]
    + ["--proto", "=http,https", "--user-agent", "standpoint-check (link checker)"]
}
