import Diagnostics

/// Reads editions from their files. Texts and positions that several of them hold are kept in memory once.
///
/// Accepts any bytes. A file that is not a valid edition gives no edition and `invalid-edition`: once at the
/// place where reading had to stop, or once for each record that is a duplicate or refers to a record that is
/// not in the file. A file in a later format gives `newer-edition`.
package struct EditionReader {
  private let texts = EditionTexts()
  /// The edition that was read last.
  private var previous: Edition?

  package init() {}

  /// Reads one edition.
  package static func read(_ source: SourceText) -> (edition: Edition?, diagnostics: [Diagnostic]) {
    var reader = EditionReader()
    return reader.read(source)
  }

  /// Reads the next of several editions.
  package mutating func read(_ source: SourceText) -> (edition: Edition?, diagnostics: [Diagnostic]) {
    let document: JSONDocument
    do throws(JSONDocument.SyntaxError) {
      document = try JSONDocument(source.bytes)
    } catch {
      return (nil, [Self.diagnostic(error.message, at: error.range, in: source)])
    }
    do {
      let file = try EditionFile(EditionValue(document, texts))
      let problems = file.records.problems
      guard problems.isEmpty else { return (nil, Self.diagnostics(problems, document, source)) }
      let edition = previous.map { file.edition.sharingPositions(with: $0) } ?? file.edition
      previous = edition
      return (edition, [])
    } catch let error as InvalidEdition {
      return (nil, Self.diagnostics([error], document, source))
    } catch let error as EditionFile.NewerVersion {
      return (nil, [Self.diagnostic(error, document, source)])
    } catch {
      return (nil, [Self.diagnostic("the file cannot be read as an edition", at: nil, in: source)])
    }
  }

  /// `unknown-withdrawal` for each entry of `withdrawn` that matches no record of any edition.
  ///
  /// - Parameters:
  ///   - editions: all editions of the site, as their files hold them.
  ///   - source: the file of an edition.
  package static func unknownWithdrawals(
    in editions: [Edition], source: (Edition) -> SourceText?
  ) -> [Diagnostic] {
    editions.flatMap { edition -> [Diagnostic] in
      let unknown = edition.records.withdrawals.enumerated().filter { _, entry in
        !editions.contains(where: entry.matches)
      }
      guard !unknown.isEmpty, let source = source(edition), let document = try? JSONDocument(source.bytes)
      else { return [] }
      let paths = unknown.map { index, entry in
        if case .report = entry.subject {
          "withdrawn[\(index)].report"
        } else {
          "withdrawn[\(index)].address"
        }
      }
      let places = document.places(of: Set(paths))
      return zip(unknown, paths).map { unknown, path in
        Diagnostic(
          .unknownWithdrawal, at: Place(path: source.path, range: places[path]),
          unknown.element.subject.isUnknown,
          suggestion: Suggestion("copy the address from the page of the edition that has it"))
      }
    }
  }

  private static func diagnostics(
    _ problems: [InvalidEdition], _ document: JSONDocument, _ source: SourceText
  ) -> [Diagnostic] {
    let places = document.places(of: Set(problems.map(\.path)))
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

  private static func diagnostic(
    _ error: EditionFile.NewerVersion, _ document: JSONDocument, _ source: SourceText
  ) -> Diagnostic {
    Diagnostic(
      .newerEdition,
      at: Place(
        path: source.path, range: document.places(of: ["version"])["version"]),
      "this edition uses version \(error.version) of the format; this version of Standpoint reads only up to version \(Edition.schemaVersion)",
      suggestion: Suggestion("update Standpoint, or create the edition again with this version"))
  }
}

extension Withdrawal.Subject {
  /// What a message says if no edition has it.
  fileprivate var isUnknown: String {
    switch self {
    case .position(let address): "no edition has a position at “/\(address)”"
    case .report(let slug): "no edition has a report “\(slug)”"
    }
  }
}
