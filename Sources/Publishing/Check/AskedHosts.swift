/// The hosts that are being asked: nobody is asked by two at a time, without a pause between two requests, or in vain.
actor AskedHosts {
  private static let pause = Duration.milliseconds(250)
  /// After so many requests in a row without an answer in time, a host is taken for one that gives none.
  private static let patience = 2

  private struct Host {
    var isBusy = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    var lastRequest: ContinuousClock.Instant?
    var silences = 0
    var verdict: LinkAnswer?
  }

  private var hosts: [String: Host] = [:]

  /// Waits for one's turn at a host; to be followed by `leave`.
  ///
  /// - Returns: what holds for every address of the host, which then need not be asked; nil: ask.
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

  /// Lets the next one ask.
  ///
  /// - Parameter reply: what the host was found to say; nil: it was not asked.
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
