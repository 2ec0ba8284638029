import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads an edition from its file.
///
/// Accepts any bytes. A file that is not a valid edition gives no edition and `invalid-edition`: once at the
/// place where reading had to stop, or once for each record that is a duplicate or refers to a record that is
/// not in the file. A file in a later format gives `newer-edition`.
package enum EditionReader {
  package static func read(_ source: SourceText) -> (edition: Edition?, diagnostics: [Diagnostic]) {
    do {
      try JSONOutline.check(source.bytes)
      let file = try JSONDecoder().decode(EditionFile.self, from: Data(source.bytes))
      let problems = file.records.problems
      return problems.isEmpty ? (file.edition, []) : (nil, diagnostics(problems, in: source))
    } catch let error as JSONOutline.SyntaxError {
      return (nil, [diagnostic(error.message, at: error.range, in: source)])
    } catch let error as InvalidEdition {
      return (nil, diagnostics([error], in: source))
    } catch let error as EditionFile.NewerVersion {
      return (nil, [diagnostic(error, in: source)])
    } catch {
      return (nil, [diagnostic("the file is not valid JSON", at: nil, in: source)])
    }
  }

  private static func diagnostics(_ problems: [InvalidEdition], in source: SourceText) -> [Diagnostic] {
    let places = JSONOutline.places(of: Set(problems.map(\.path)), in: source.bytes)
    return problems.map { diagnostic($0.message, at: places[$0.path], in: source) }
  }

  private static func diagnostic(_ message: String, at range: Range<Int>?, in source: SourceText)
    -> Diagnostic
  {
    Diagnostic(
      .invalidEdition, at: Place(path: source.path, range: range), "invalid edition: " + message,
      suggestion: Suggestion(
        "restore the file from version control, or create it again with `standpoint edition`"))
  }

  private static func diagnostic(_ error: EditionFile.NewerVersion, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .newerEdition,
      at: Place(
        path: source.path, range: JSONOutline.places(of: ["version"], in: source.bytes)["version"]),
      "this edition uses version \(error.version) of the format; this Standpoint reads up to version \(Edition.schemaVersion)",
      suggestion: Suggestion("update Standpoint, or create the edition again with this version"))
  }
}
