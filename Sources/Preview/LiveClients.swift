import Diagnostics

/// The browsers that are subscribed to changes, each to one page.
struct LiveClients: Sendable {
  struct Client: Sendable {
    let target: RequestTarget
    /// The version of the page that the browser has, or was last notified of.
    var version: String
    fileprivate let events: AsyncStream<LiveEvent>.Continuation
  }

  private var clients: [Int: Client] = [:]
  private var nextNumber = 0

  /// The largest number of browsers; beyond it, the oldest subscription ends, and its browser may subscribe again.
  private static let most = Limit.previewListeners.value

  /// - Parameter ended: called with the client's number when it disconnects.
  mutating func add(
    _ target: RequestTarget, version: String, ended: @escaping @Sendable (Int) -> Void
  ) -> (number: Int, events: AsyncStream<LiveEvent>) {
    let (events, continuation) = AsyncStream<LiveEvent>.makeStream(bufferingPolicy: .bufferingNewest(64))
    if clients.count >= Self.most, let oldest = clients.keys.min() {
      clients.removeValue(forKey: oldest)?.events.finish()
    }
    let number = nextNumber
    nextNumber += 1
    continuation.onTermination = { _ in ended(number) }
    clients[number] = Client(target: target, version: version, events: continuation)
    return (number, events)
  }

  mutating func remove(_ number: Int) { clients[number] = nil }

  func tell(_ event: LiveEvent) {
    for client in clients.values { client.events.yield(event) }
  }

  func tell(_ event: LiveEvent, to number: Int) { clients[number]?.events.yield(event) }

  /// Notifies each client whose page has changed.
  ///
  /// - Parameter version: returns the current version of a page; called once for each page.
  mutating func tellVersions(_ version: (RequestTarget) -> String) {
    var versions: [String: String] = [:]
    for number in clients.keys {
      guard let client = clients[number] else { continue }
      let now = versions[client.target.path] ?? version(client.target)
      versions[client.target.path] = now
      if now == client.version { continue }
      clients[number]?.version = now
      client.events.yield(.page(now))
    }
  }

  func end() { for client in clients.values { client.events.finish() } }
}
