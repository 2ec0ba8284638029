import Foundation
import Publishing
import Testing
import Workspace

@testable import Preview

/// A small site and a preview server for it.
final class ServedSite: Sendable {
  let folder: URL
  let server: PreviewServer

  init(port: Int = 0, drafts: Bool = false, limits: PreviewLimits = PreviewLimits()) async throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("standpoint-\(UUID().uuidString)")
    try Self.write("Content/reports/plan.md", Self.report, in: folder)
    try Self.write("Content/reports/map one.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", in: folder)
    try Self.write("secret.txt", "top secret", in: folder)
    let folders = try SiteFolders(SiteFolders.Arguments(site: folder.path))
    var options = BuildOptions()
    options.includesDrafts = drafts
    options.isPreview = true
    let source = try await PreviewSource(folders, options: options) { _ in }
    server = try await PreviewServer.start(source, port: port, limits: limits)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let report = """
    # The plan

    | Aspect | United States | Russia |
    |---|---|---|
    | NATO expansion | Open to it | Opposes it |
    """

  func write(_ path: String, _ text: String) throws { try Self.write(path, text, in: folder) }

  private static func write(_ path: String, _ text: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The server's answer to exactly these bytes.
  func exchange(_ bytes: String) async throws -> Answer {
    let connection = try await RawConnection(port: server.port)
    defer { connection.end() }
    await connection.send(bytes)
    return Answer(await connection.readToEnd())
  }

  /// The server's answer to a request for a target.
  func get(_ target: String, method: String = "GET", host: String? = nil) async throws -> Answer {
    let host = host ?? "127.0.0.1:\(server.port)"
    return try await exchange("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n")
  }

  /// A parsed answer.
  struct Answer {
    let text: String
    let status: Int
    let headers: [String: String]
    let body: String

    init(_ text: String) {
      self.text = text
      let parts = text.components(separatedBy: "\r\n\r\n")
      let lines = parts[0].components(separatedBy: "\r\n")
      status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
      headers = Dictionary(
        lines.dropFirst().compactMap { line in
          line.firstIndex(of: ":").map { colon in
            (
              line[..<colon].lowercased(),
              line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            )
          }
        }, uniquingKeysWith: { "\($0), \($1)" })
      body = parts.dropFirst().joined(separator: "\r\n\r\n")
    }
  }
}
