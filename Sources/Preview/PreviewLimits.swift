import NIOCore

/// What the server bears from those who connect to it.
struct PreviewLimits: Sendable {
  /// Connections at once; more are closed when they come.
  var connections = 128
  /// Bytes of one request, head and body.
  var requestBytes = 131_072
  /// For a whole request to arrive.
  var requestTime = TimeAmount.seconds(30)
  /// For a connection on which nothing moves, such as a reader that takes nothing.
  var idleTime = TimeAmount.seconds(60)
}
