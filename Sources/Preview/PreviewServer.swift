import NIOCore
import NIOHTTP1
import NIOPosix
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server on 127.0.0.1 that shows a site from memory. No request is ever looked up on disk.
public struct PreviewServer: Sendable {
  private static let connectionLimit = 128
  /// Bytes of a request, head and body.
  private static let requestLimit = 131_072
  private static let idleTime = TimeAmount.seconds(60)
  /// How many ports are tried, the wanted one first.
  private static let portsTried = 20

  private let channel: any Channel
  private let group: MultiThreadedEventLoopGroup
  /// The port it listens on.
  public let port: Int

  /// Starts listening; where `port` is taken, on the next free one.
  ///
  /// - Parameter port: 0 lets the system choose.
  public static func start(_ source: PreviewSource, port: Int) async throws -> PreviewServer {
    // One thread accepts and serves: the work of a request, rendering, is done elsewhere.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let last = port == 0 ? 0 : min(port + portsTried - 1, 65_535)
    for candidate in port...last {
      do {
        let channel = try await bootstrap(group, source).bind(host: "127.0.0.1", port: candidate).get()
        return PreviewServer(channel: channel, group: group, port: channel.localAddress?.port ?? candidate)
      } catch let error as IOError where error.errnoCode == EADDRINUSE && candidate < last {
        continue
      } catch let error as IOError {
        try? await group.shutdownGracefully()
        throw fault(error, port: port, last: candidate)
      }
    }
    throw EnvironmentFault("cannot listen on 127.0.0.1")
  }

  /// Returns when the server has been stopped.
  public func wait() async throws { try await channel.closeFuture.get() }

  /// Stops listening and lets its thread end.
  public func stop() async throws {
    try await channel.close()
    try await group.shutdownGracefully()
  }

  private static func bootstrap(_ group: MultiThreadedEventLoopGroup, _ source: PreviewSource)
    -> ServerBootstrap
  {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ConnectionLimit(connectionLimit))
        }
      }
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(RequestSizeLimit(requestLimit))
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(IdleStateHandler(allTimeout: idleTime))
          try pipeline.addHandler(RequestHandler(source))
        }
      }
  }

  private static func fault(_ error: IOError, port: Int, last: Int) -> EnvironmentFault {
    if error.errnoCode == EADDRINUSE {
      return EnvironmentFault(
        "the ports \(port) to \(last) are all taken", advice: "give another one with --port")
    }
    if error.errnoCode == EACCES {
      return EnvironmentFault(
        "port \(port) may not be used without special rights", advice: "give one above 1023 with --port")
    }
    return EnvironmentFault("cannot listen on 127.0.0.1:\(port): \(error)")
  }
}
