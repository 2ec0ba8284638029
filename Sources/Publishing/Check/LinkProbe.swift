import FileSystem

/// Checks external links with curl: one request at a time to each host (redirects included), with a pause between requests, and
/// a HEAD request first.
struct LinkProbe: Sendable {
  /// How many hosts are requested at the same time.
  private static let hostsAtOnce = 8
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
    try await withThrowingTaskGroup(of: [(String, LinkAnswer)].self) { group in
      var next = 0
      func add() {
        guard next < addresses.count else { return }
        let list = addresses[next].addresses
        next += 1
        group.addTask { try await ask(list) }
      }
      for _ in 0..<Self.hostsAtOnce { add() }
      while let part = try await group.next() {
        for (address, answer) in part { answers[address] = answer }
        advanced(answers.count)
        add()
      }
    }
    return answers
  }

  private func ask(_ addresses: [String]) async throws -> [(String, LinkAnswer)] {
    var answers: [(String, LinkAnswer)] = []
    for address in addresses { answers.append((address, try await answer(to: address))) }
    return answers
  }

  /// Requests an address and follows its redirects; each redirect waits for its own host.
  private func answer(to address: String) async throws -> LinkAnswer {
    var address = address
    for _ in 0...Self.redirects {
      guard let host = ExternalLink.host(of: address) else {
        return .unclear("it redirects to “\(address)”, which is not an HTTP or HTTPS URL")
      }
      var outcome = try await inTurn(host) { try await request(address, headOnly: true) }
      if case .reply(let reply) = outcome, reply.redirect == nil, reply.isWorthAskingAgain {
        outcome = try await inTurn(host) { try await request(address, headOnly: false) }
      }
      switch outcome {
      case .verdict(let answer): return answer
      case .reply(let reply):
        guard let next = reply.redirect, reply.exitCode == 0 else { return reply.answer }
        address = String(next.prefix { $0 != "#" })
      }
    }
    return .broken("it redirects too many times")
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
      ["--disable", "--silent", "--globoff", "--connect-timeout", "10", "--max-time", "30"]
        + ["--proto", "=http,https", "--output", "/dev/null"]
        + ["--user-agent", "standpoint-check (link checker)", "--write-out", "%{http_code} %{redirect_url}"]
        + (headOnly ? ["--head"] : ["--range", "0-2047", "--max-filesize", "10000000"]) + ["--url", address],
      in: DiskPath("/"))
    return LinkReply(exitCode: outcome.exitCode, written: String(decoding: outcome.output, as: UTF8.self))
  }
}
