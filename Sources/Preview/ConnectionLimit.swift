import NIOCore

/// Limits the number of open connections; further ones are closed immediately.
final class ConnectionLimit: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  private let limit: Int
  private var open = 0

  /// Requires that all connections run on the event loop that accepts them.
  init(_ limit: Int) {
    self.limit = limit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let connection = unwrapInboundIn(data)
    guard open < limit else { return connection.close(promise: nil) }
    open += 1
    connection.closeFuture.hop(to: context.eventLoop).assumeIsolated().whenComplete { _ in self.open -= 1 }
    context.fireChannelRead(data)
  }
}
