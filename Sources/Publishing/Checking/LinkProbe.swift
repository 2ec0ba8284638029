/// Asks other sites whether the pages that the content leads to are there, through curl: one request at a time a host, with
/// a pause between two, first for the head alone.
struct LinkProbe: Sendable {
  /// Hosts that are asked at the same time.
  private static let hostsAtOnce = 8
  private static let pause = Duration.milliseconds(250)
  private let curl = ProgramCall(
    name: "curl", package: "curl", purpose: "asks for external links", patience: .seconds(120))

  /// The answer for each address.
  ///
  /// - Parameters:
  ///   - addresses: by host.
  ///   - advanced: told how many addresses are done; never by two threads at once.
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
    for address in addresses {
      if !answers.isEmpty { try await Task.sleep(for: Self.pause) }
      var answer = try await ask(address, headOnly: true)
      if answer.isWorthAskingAgain {
        try await Task.sleep(for: Self.pause)
        answer = try await ask(address, headOnly: false)
      }
      answers.append((address, answer))
    }
    return answers
  }

  private func ask(_ address: String, headOnly: Bool) async throws(EnvironmentFault) -> LinkAnswer {
    let outcome = try await curl.finish(
      ["--disable", "--silent", "--globoff", "--location", "--max-redirs", "10", "--connect-timeout", "10"]
        + [
          "--max-time", "30", "--proto", "=http,https", "--proto-redir", "=http,https", "--output",
          "/dev/null",
        ]
        + ["--user-agent", "standpoint-check (link checker)", "--write-out", "%{http_code}"]
        + (headOnly ? ["--head"] : ["--range", "0-2047", "--max-filesize", "10000000"]) + ["--url", address],
      in: DiskPath("/"))
    let status = Int(String(decoding: outcome.output.suffix(3), as: UTF8.self)) ?? 0
    let isLarge = outcome.exitCode == 63 && (200..<400).contains(status)
    // The last of many redirects may be one that was not followed: curl then tells 47.
    return LinkAnswer(exitCode: isLarge ? 0 : outcome.exitCode ?? -1, status: status)
  }
}
