import Diagnostics
import Foundation

/// What keeps the output of a converter from being read.
package struct UnreadableDocument: Error, Hashable, CustomStringConvertible {
  package let description: String
}

extension ReportImporter {
  /// A document that pandoc has read and written with `-t json`.
  ///
  /// Diagnostics: `import-left-out`, about the file as a whole.
  ///
  /// - Parameters:
  ///   - json: what pandoc wrote.
  ///   - path: the document, as messages print it.
  ///   - isWebPage: its first heading is its title, before the title of the page.
  ///   - hasPicture: there is a file for the address of a picture; one without is left out, its description kept.
  /// - Throws: `UnreadableDocument` when `json` is no document, or holds kinds of block that are not known.
  package func report(
    fromPandoc json: [UInt8], path: String, isWebPage: Bool,
    hasPicture: @escaping (String) -> Bool = { _ in true }
  ) throws(UnreadableDocument) -> ImportedReport {
    let document = try Self.document(json)
    var reader = PandocReader(path: path, words: options.words)
    reader.writer = PandocInlineWriter(hasPicture: hasPicture)
    let draft = reader.draft(document, prefersHeading: isWebPage)
    return draft.report(options)
  }

  private static func document(_ json: [UInt8]) throws(UnreadableDocument) -> PandocDocument {
    do {
      return try JSONDecoder().decode(PandocDocument.self, from: Data(json))
    } catch let unknown as PandocUnknown {
      throw UnreadableDocument(
        description: "pandoc gave a kind of content that is not known here, “\(unknown.tag)”")
    } catch {
      throw UnreadableDocument(
        description: "what pandoc gave cannot be read; the document may be nested too deeply")
    }
  }
}
