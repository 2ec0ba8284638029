import Content
import Diagnostics

/// Reads an edition from its file.
///
/// Any bytes can be given. A file that is no edition, or not a whole one, gives no edition and one complaint
/// (`invalid-edition`) where reading had to stop; one of a later version of Standpoint gives `newer-edition`.
/// Records that stand twice or name something that the edition does not hold are complained about one by one.
package enum EditionReader {
  package static func read(_ source: SourceText) -> (edition: Edition?, diagnostics: [Diagnostic]) {
    do throws(JSONError) {
      if let newer = try newerVersion(in: source) { return (nil, [newer]) }
      var scanner = JSONScanner(source.bytes)
      var parts = EditionParts()
      try scanner.object { (scanner, key, range) throws(JSONError) in
        try parts.read(key, at: range, from: &scanner)
      }
      try scanner.finish()
      let edition = try parts.edition()
      let faults = parts.faults()
      return faults.isEmpty ? (edition, []) : (nil, faults.map { diagnostic($0, in: source) })
    } catch {
      return (nil, [diagnostic(error, in: source)])
    }
  }

  /// Looks for the version before anything else is read: a later schema may hold what this one cannot make out.
  private static func newerVersion(in source: SourceText) throws(JSONError) -> Diagnostic? {
    var scanner = JSONScanner(source.bytes)
    var newer: Diagnostic?
    try scanner.object { (scanner, key, _) throws(JSONError) in
      guard key == "version" else { return try scanner.skipValue() }
      scanner.skipSpace()
      let start = scanner.position
      let version = try scanner.integer()
      guard version > Edition.schemaVersion else { return }
      newer = Diagnostic(
        .newerEdition, at: Place(path: source.path, range: start..<scanner.position),
        "this edition has version \(version) of the format, and this Standpoint reads up to \(Edition.schemaVersion)",
        suggestion: Suggestion("install a newer Standpoint, or freeze the edition anew with this one"))
    }
    return newer
  }

  private static func diagnostic(_ fault: JSONError, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .invalidEdition, at: Place(path: source.path, range: fault.range),
      "this is not a whole edition: " + fault.message,
      suggestion: Suggestion(
        "editions are written by `standpoint edition`; take the file back from your history"))
  }
}
