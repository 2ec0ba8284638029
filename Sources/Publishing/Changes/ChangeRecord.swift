import FileSystem
import Foundation
import Text

/// What a change to several files does, as written to the disk before the first of them is changed.
struct ChangeRecord: Codable, Sendable, Hashable {
  /// The form of the record; others are not read.
  var version = 1
  /// The command, as messages name it, such as `standpoint rename`.
  let command: String
  /// In the order in which they are taken.
  var steps: [Step]

  /// What happens to one file.
  struct Step: Codable, Sendable, Hashable {
    /// Below the site's folder, or absolute.
    let path: String
    /// The mark of the bytes before; nil: there is no file.
    let before: String?
    /// The mark of the bytes after; nil: the file is removed.
    let after: String?
    /// The number of a step without which this one is not taken; nil: there is none.
    var needs: Int?
  }

  static let currentVersion = 1

  /// A mark by which bytes are told from others: a hash, and their number.
  static func mark(_ bytes: [UInt8]) -> String { "\(StableHash(bytes).digits)-\(bytes.count)" }

  /// The mark of the file at a path; nil: nothing is there. A folder has a mark that no file has.
  static func mark(of path: DiskPath) throws(EnvironmentError) -> String? {
    guard let status = try FileStatus.of(path, followingLinks: true) else {
      // A link to nothing is something that a new file must not replace.
      return try FileStatus.of(path, followingLinks: false) == nil ? nil : "a link"
    }
    guard status.kind == .regular else { return "not a file" }
    return mark(try FileReader.readAll(path))
  }

  /// The bytes of the record.
  var bytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ((try? encoder.encode(self)).map { Array($0) } ?? []) + [UInt8(ascii: "\n")]
  }

  /// Reads a record; nil: it is damaged, or of another version.
  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(ChangeRecord.self, from: Data(bytes)),
      record.version == Self.currentVersion
    else { return nil }
    self = record
  }

  init(command: String, steps: [Step]) {
    self.command = command
    self.steps = steps
  }
}
