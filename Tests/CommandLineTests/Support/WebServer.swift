import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// nginx on a free port of this machine, running during one test.
final class WebServer {
  static var isThere: Bool { OtherProgram.isThere("nginx") && OtherProgram.isThere("curl") }

  let folder: TestFolder
  let port: Int
  private let process = Process()

  var address: String { "http://127.0.0.1:\(port)" }

  /// - Parameter locations: the contents of the `server` block; `SITE` is replaced by the path of `folder`.
  init(_ folder: TestFolder, locations: String) throws {
    self.folder = folder
    port = Self.freePort()
    let user = getuid() == 0 ? "user root;\n" : ""
    try folder.write(
      "nginx/nginx.conf",
      """
      \(user)worker_processes 1;
      pid nginx.pid;
      error_log error.log;
      events { worker_connections 64; }
      http {
        types { text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; }
        log_format plain '$request_method $request_uri $status';
        access_log access.log plain;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        server {
          listen 127.0.0.1:\(port);
          \(locations.replacingOccurrences(of: "SITE", with: folder.path))
        }
      }
      """)
    process.executableURL = OtherProgram("nginx")?.location
    process.arguments = [
      "-p", folder.path + "/nginx", "-c", "nginx.conf", "-e", "error.log", "-g", "daemon off;",
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<200 {
      if try get("/").status != 0 { break }
      usleep(25_000)
    }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// One line `METHOD TARGET STATUS` per request, without those that waited for the server to start.
  var requests: [String] {
    let text = (try? folder.text("nginx/access.log")) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("GET / ") }
  }

  struct Answer {
    /// The HTTP status; 0 without an answer.
    let status: Int
    /// Lower-case lines `name: value`.
    let headers: [String]
    let body: [UInt8]
  }

  /// Requests a path or a full URL with curl; redirects are not followed.
  func get(_ target: String) throws -> Answer {
    try get(all: [target])[0]
  }

  /// Requests several URLs one after the other on one connection; one answer each.
  func get(all targets: [String]) throws -> [Answer] {
    let none = Answer(status: 0, headers: [], body: [])
    guard let curl = OtherProgram("curl") else { return targets.map { _ in none } }
    let place = try TestFolder()
    let list = targets.enumerated().map { index, target in
      let address = target.hasPrefix("http") ? target : self.address + target
      return
        "silent\ngloboff\nurl = \"\(address)\"\noutput = \"\(index).body\"\ndump-header = \"\(index).headers\"\n"
    }
    try place.write("list", list.joined(separator: "next\n"))
    _ = try curl.run(["--config", "list"], in: place)
    return targets.indices.map { index in
      let lines = ((try? place.text("\(index).headers")) ?? "").split(whereSeparator: \.isNewline).map {
        $0.lowercased()
      }
      let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      let body = (try? Data(contentsOf: place.url.appending(path: "\(index).body"))).map(Array.init) ?? []
      return Answer(status: status, headers: Array(lines.dropFirst()), body: body)
    }
  }

  /// A free port.
  private static func freePort() -> Int {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        guard bind(descriptor, raw, length) == 0, getsockname(descriptor, raw, &length) == 0 else {
          return 8_099
        }
        return Int(UInt16(bigEndian: UnsafeRawPointer(raw).load(as: sockaddr_in.self).sin_port))
      }
    }
  }
}
