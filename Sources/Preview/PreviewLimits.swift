import Diagnostics
import NIOCore

/// Limits for connections and requests.
struct PreviewLimits: Sendable {
  /// The maximum number of open connections; beyond it, the one that can be spared best is closed.
  var connections = Limit.previewConnections.value
  /// The maximum size of a request, head and body, in bytes.
  var requestBytes = Limit.previewRequest.value
  /// The maximum size of all answers that clients have not taken yet, in bytes; a single answer may be larger.
  var unsentBytes = Limit.previewUnsent.value
  /// The time limit for receiving a whole request.
  var requestTime = TimeAmount.seconds(Int64(Limit.previewRequestTime.value))
  /// How long a connection may be idle, for example because the client does not read.
  var idleTime = TimeAmount.seconds(Int64(Limit.previewIdleTime.value))
}
