import FileSystem
import Foundation
import Workspace

/// External links that worked, and when they were checked, so that no link is checked twice within a week.
///
/// Stored in the text file `.standpoint/external-links` in the site's folder: the first line names the format, and each further
/// line has the seconds since 1970, a space and a URL. An unreadable file counts as empty.
struct LinkMemory: Sendable {
  private static let firstLine = "standpoint-external-links 1"
  /// In seconds.
  private static let week = 604_800

  private var times: [String: Int] = [:]
  private let path: DiskPath?
  private let now: Int

  init(_ folders: SiteFolders) {
    path = folders.singleFile == nil ? folders.root.appending(".standpoint/external-links") : nil
    now = Int(Date().timeIntervalSince1970)
    guard let path, let bytes = try? FileReader.readAll(path) else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == Self.firstLine[...] else { return }
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let time = Int(parts[0]), time <= now, now - time < Self.week else { continue }
      times[String(parts[1])] = time
    }
  }

  func knows(_ address: String) -> Bool { times[address] != nil }

  mutating func add(_ address: String) { times[address] = now }

  func write() throws(EnvironmentError) {
    guard let path else { return }
    let lines = times.keys.sorted().map { "\(times[$0] ?? now) \($0)\n" }
    try FileWriter.makeFolders(path.parent)
    try FileWriter.write(Array((Self.firstLine + "\n" + lines.joined()).utf8), to: path)
  }
}
