import Content
import FileSystem
import Foundation
import Text
import Workspace

/// What earlier checks found, and what the current one has found so far.
///
/// `.standpoint/sources.jsonl` in the site's folder has the result of the last check of each address: a JSON object a line.
/// `.standpoint/sources.part` has those of a check that has not ended, so that it can go on where it was interrupted. A file
/// that cannot be read counts as empty. Texts that are kept are in `Content/.sources/`, which is never part of the site.
struct SourceRecords: Sendable {
  /// An interrupted check goes on for this long, in seconds.
  private static let patience = 86_400

  /// By address.
  private(set) var earlier: [String: SourceRecord] = [:]
  /// The results of an interrupted check, by address.
  private(set) var resumed: [String: SourceRecord] = [:]
  /// The day and the hash of each text that is kept, by address.
  private var kept: [String: (day: String, hash: String)] = [:]
  private var current: [String: SourceRecord] = [:]
  private let folder: DiskPath?
  private let keptFolder: DiskPath?
  let now = Int(Date().timeIntervalSince1970)

  init(_ folders: SiteFolders) {
    folder = folders.singleFile == nil ? folders.root.appending(".standpoint") : nil
    keptFolder = folders.singleFile == nil ? folders.content.appending(".sources") : nil
    for record in Self.read(file) { earlier[record.address] = record }
    for record in Self.read(part) where record.time <= now && now - record.time < Self.patience {
      resumed[record.address] = record
    }
    readKept()
  }

  private var file: DiskPath? { folder?.appending(SourceRecord.fileName) }
  private var part: DiskPath? { folder?.appending("sources.part") }

  private static func read(_ path: DiskPath?) -> [SourceRecord] {
    guard let path, let bytes = try? FileReader.readAll(path) else { return [] }
    return SourceRecord.records(in: bytes)
  }

  /// The day and the hash that the text of an address is compared with; nil if it has not been read before.
  func baseline(of address: String) -> (day: String, hash: String)? {
    if let kept = kept[address] { return kept }
    guard let record = earlier[address], let hash = record.hash else { return nil }
    return (record.day, hash)
  }

  /// Adds a result, so that it is not lost if the check is interrupted.
  mutating func add(_ record: SourceRecord) throws(EnvironmentError) {
    current[record.address] = record
    guard let folder, let part else { return }
    try FileWriter.makeFolders(folder)
    try FileWriter.append(record.line, to: part)
  }

  /// Ends the check: what it found is what the next one compares with. A text that cannot be read does not replace what is
  /// known of it.
  func finish() throws(EnvironmentError) {
    guard let folder, let file, let part, !current.isEmpty || !resumed.isEmpty else { return }
    var all = earlier
    for (address, record) in resumed.merging(current, uniquingKeysWith: { $1 }) {
      var record = record
      if record.hash == nil, let earlier = earlier[address], let hash = earlier.hash {
        (record.hash, record.time) = (hash, earlier.time)
      }
      all[address] = record
    }
    try FileWriter.makeFolders(folder)
    try FileWriter.write(all.keys.sorted().flatMap { all[$0]?.line ?? [] }, to: file)
    FileWriter.remove(part)
  }
}

// MARK: - Texts that are kept

extension SourceRecords {
  private static let lastHeaderLine = "---"

  /// Stores the text of an address with its day and hash.
  func keep(_ text: String, of record: SourceRecord) throws(EnvironmentError) {
    guard let keptFolder, let hash = record.hash else { return }
    let header =
      ["address: \(record.address)", "date: \(record.day)", "hash: \(hash)", Self.lastHeaderLine]
    try FileWriter.makeFolders(keptFolder)
    try FileWriter.write(
      Array((header.joined(separator: "\n") + "\n" + text).utf8),
      to: keptFolder.appending(Self.fileName(of: record.address)))
  }

  /// Whether the text with that hash is kept.
  func keeps(_ record: SourceRecord) -> Bool { kept[record.address]?.hash == record.hash }

  private static func fileName(of address: String) -> String {
    var hash = StableHash()
    hash.add(address)
    let readable = Slug.of(SourceAddress.compared(address)).prefix(60)
    return "\(readable)-\(hash.digits.prefix(8)).txt"
  }

  private mutating func readKept() {
    guard let keptFolder, let entries = try? FolderListing.entries(of: keptFolder) else { return }
    for entry in entries where entry.name.hasSuffix(".txt") {
      guard let bytes = try? FileReader.readAll(keptFolder.appending(entry.name)) else { continue }
      let lines = bytes.prefix(10_000).split(separator: UInt8(ascii: "\n"), maxSplits: 4).prefix(4)
        .map { String(decoding: $0, as: UTF8.self) }
      guard lines.count == 4, lines[3] == Self.lastHeaderLine, lines[0].hasPrefix("address: "),
        lines[1].hasPrefix("date: "), lines[2].hasPrefix("hash: ")
      else { continue }
      kept[String(lines[0].dropFirst(9))] = (String(lines[1].dropFirst(6)), String(lines[2].dropFirst(6)))
    }
  }
}
