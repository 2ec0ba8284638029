/// Rate-limits requests by host: one request at a time to each host, a pause between two requests, and no further requests to
/// a host that does not respond.
actor AskedHosts {
  private static let pause = Duration.milliseconds(250)
  /// A host is given up after this many timeouts in a row.
  private static let patience = 2

  private struct Host {
    var isBusy = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    var lastRequest: ContinuousClock.Instant?
    var silences = 0
    var verdict: LinkAnswer?
  }

  private var hosts: [String: Host] = [:]

  /// Waits until the host is free. Every call must be followed by a call of `leave`.
  ///
  /// - Returns: the answer for every address of the host, if it is already known; nil if the host must be requested.
  func enter(_ name: String) async -> LinkAnswer? {
    if hosts[name, default: Host()].isBusy {
      await withCheckedContinuation { hosts[name, default: Host()].waiting.append($0) }
    } else {
      hosts[name, default: Host()].isBusy = true
    }
    if let verdict = hosts[name]?.verdict { return verdict }
    if let last = hosts[name]?.lastRequest {
      try? await Task.sleep(until: last + Self.pause, clock: .continuous)
    }
    return nil
  }

  /// Frees the host for the next caller.
  ///
  /// - Parameter reply: the host's reply; nil if no request was made.
  func leave(_ name: String, after reply: LinkReply?) {
    var host = hosts[name, default: Host()]
    if let reply {
      host.lastRequest = .now
      host.silences = reply.isSilence ? host.silences + 1 : 0
      if reply.isOfWholeHost || host.silences >= Self.patience { host.verdict = reply.answer }
    }
    if host.waiting.isEmpty {
      host.isBusy = false
      hosts[name] = host
    } else {
      let next = host.waiting.removeFirst()
      hosts[name] = host
      next.resume()
    }
  }
}
