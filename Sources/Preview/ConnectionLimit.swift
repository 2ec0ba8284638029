import NIOCore

/// Limits the number of open connections, and the bytes of answers that clients have not taken yet. The connection that
/// can be spared best makes room for a new one: it is closed.
final class ConnectionLimit: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  /// What a connection is doing.
  enum State: Hashable {
    /// It has sent no request yet, or only a part of one.
    case waiting
    /// Its answer is being prepared.
    case answering
    /// It takes an answer of this many bytes.
    case sending(Int)
    /// It listens for changes.
    case listening
  }

  private struct Connection {
    let channel: any Channel
    var state = State.waiting
    /// Larger for connections whose state is newer.
    var turn: Int
  }

  private let limit: Int
  private let unsentBytes: Int
  private var open: [ObjectIdentifier: Connection] = [:]
  private var turns = 0

  /// Requires that all connections run on the event loop that accepts them.
  ///
  /// - Parameters:
  ///   - limit: the largest number of open connections.
  ///   - unsentBytes: the largest size of all answers that are being sent; a single answer may be larger.
  init(_ limit: Int, unsentBytes: Int) {
    self.limit = limit
    self.unsentBytes = unsentBytes
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let connection = unwrapInboundIn(data)
    if open.count >= limit, !makeRoom() { return connection.close(promise: nil) }
    turns += 1
    open[ObjectIdentifier(connection)] = Connection(channel: connection, turn: turns)
    connection.closeFuture.hop(to: context.eventLoop).assumeIsolated().whenComplete { _ in
      self.open[ObjectIdentifier(connection)] = nil
    }
    context.fireChannelRead(data)
  }

  /// Takes down what a connection is doing now. If answers need too much memory, those that are being sent longest end.
  func set(_ state: State, of channel: any Channel) {
    guard open[ObjectIdentifier(channel)] != nil else { return }
    turns += 1
    open[ObjectIdentifier(channel)]?.state = state
    open[ObjectIdentifier(channel)]?.turn = turns
    guard case .sending = state else { return }
    while unsent > unsentBytes, let longest = oldest(where: { $0.isSending }), longest !== channel {
      close(longest)
    }
  }

  private var unsent: Int {
    open.values.reduce(0) { sum, connection in
      if case .sending(let bytes) = connection.state { sum + bytes } else { sum }
    }
  }

  /// Closes one connection; false if answers for all of them are being prepared.
  private func makeRoom() -> Bool {
    let spared = oldest { $0 == .waiting } ?? oldest { $0 == .listening } ?? oldest { $0.isSending }
    guard let spared else { return false }
    close(spared)
    return true
  }

  private func oldest(where isOne: (State) -> Bool) -> (any Channel)? {
    open.values.filter { isOne($0.state) }.min { $0.turn < $1.turn }?.channel
  }

  private func close(_ channel: any Channel) {
    open[ObjectIdentifier(channel)] = nil
    channel.close(promise: nil)
  }
}

extension ConnectionLimit.State {
  fileprivate var isSending: Bool { if case .sending = self { true } else { false } }
}
