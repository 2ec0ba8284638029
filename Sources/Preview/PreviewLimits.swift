import NIOCore

/// Limits for connections and requests.
struct PreviewLimits: Sendable {
  /// The maximum number of open connections; further ones are closed immediately.
  var connections = 128
  /// The maximum size of a request, head and body, in bytes.
  var requestBytes = 131_072
  /// The time limit for receiving a whole request.
  var requestTime = TimeAmount.seconds(30)
  /// How long a connection may be idle, for example because the client does not read.
  var idleTime = TimeAmount.seconds(60)
}
