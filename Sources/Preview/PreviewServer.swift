import FileSystem
import NIOCore
import NIOHTTP1
import NIOPosix
import Publishing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server that shows a site from memory, on 127.0.0.1 by default. Requests never access files outside the site.
package struct PreviewServer: Sendable {
  /// The number of ports to try, starting with the requested one.
  private static let portsTried = 20

  private let source: PreviewSource
  private let channel: any Channel
  private let group: MultiThreadedEventLoopGroup
  /// The port that it listens on.
  package let port: Int

  /// Starts listening on `port`, or on the next free port if it is in use.
  ///
  /// - Parameters:
  ///   - host: the address to listen on; `0.0.0.0` for all addresses of this machine.
  ///   - port: the first port to try; 0 lets the system choose.
  ///   - allowed: host names of requests that are accepted besides those of this machine; `*.` stands for any name below.
  package static func start(
    _ source: PreviewSource, host: String = "127.0.0.1", port: Int, allowing allowed: [String] = []
  ) async throws -> PreviewServer {
    try await start(source, host: host, port: port, allowing: allowed, limits: PreviewLimits())
  }

  static func start(
    _ source: PreviewSource, host: String = "127.0.0.1", port: Int, allowing allowed: [String] = [],
    limits: PreviewLimits
  ) async throws -> PreviewServer {
    // One thread is enough, because pages are rendered on other threads.
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let last = port == 0 ? 0 : min(port + portsTried - 1, 65_535)
    for candidate in port...last {
      do {
        let channel = try await bootstrap(
          group, source, HostCheck(listeningOn: host, allowing: allowed), limits
        )
        .bind(host: host, port: candidate).get()
        return PreviewServer(
          source: source, channel: channel, group: group, port: channel.localAddress?.port ?? candidate)
      } catch let error as IOError where error.errnoCode == EADDRINUSE && candidate < last {
        continue
      } catch let error as IOError {
        try? await group.shutdownGracefully()
        throw failure(error, host, port: port, last: candidate)
      } catch is SocketAddressError.UnknownHost {
        try? await group.shutdownGracefully()
        throw foreign(host)
      } catch {
        try? await group.shutdownGracefully()
        throw EnvironmentError("cannot listen on “\(host)”: \(error)")
      }
    }
    throw EnvironmentError("cannot listen on \(host)")
  }

  /// Waits until the server is stopped.
  package func wait() async throws { try await channel.closeFuture.get() }

  /// Stops the server and its thread.
  package func stop() async throws {
    await source.end()
    try await channel.close()
    try await group.shutdownGracefully()
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup, _ source: PreviewSource, _ hosts: HostCheck, _ limits: PreviewLimits
  ) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            ConnectionLimit(limits.connections, unsentBytes: limits.unsentBytes))
        }
      }
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(RequestSizeLimit(limits.requestBytes))
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(RequestDeadline(limits.requestTime))
          try pipeline.addHandler(IdleStateHandler(allTimeout: limits.idleTime))
          try pipeline.addHandler(RequestHandler(source, hosts: hosts))
        }
      }
  }

  private static func foreign(_ host: String) -> EnvironmentError {
    EnvironmentError(
      "“\(host)” is not an address of this machine",
      advice: "omit --host, or give 0.0.0.0 to listen on all addresses")
  }

  private static func failure(_ error: IOError, _ host: String, port: Int, last: Int) -> EnvironmentError {
    if error.errnoCode == EADDRINUSE {
      return EnvironmentError(
        "ports \(port) to \(last) are all in use", advice: "choose another port with --port")
    }
    if error.errnoCode == EADDRNOTAVAIL { return foreign(host) }
    if error.errnoCode == EACCES {
      return EnvironmentError(
        "no permission to use port \(port)", advice: "choose a port above 1023 with --port")
    }
    return EnvironmentError("cannot listen on \(host):\(port): \(error)")
  }
}
