import Diagnostics
import Foundation

/// An error: the output of pandoc cannot be read.
package struct UnreadableDocument: Error, Hashable, CustomStringConvertible {
  /// The problem, worded for the user.
  package let description: String
}

extension ReportImporter {
  /// Imports a document that pandoc converted with `-t json`.
  ///
  /// Diagnostics: `import-left-out`, about the whole file.
  ///
  /// - Parameters:
  ///   - json: the output of pandoc.
  ///   - path: the path of the document, as diagnostics print it.
  ///   - isWebPage: whether the first heading takes precedence over the title of the page.
  ///   - page: the HTML of the page, for its style sheet; empty for other documents.
  ///   - hasPicture: whether there is a file for the address of an image. Images without one are replaced by their
  ///     descriptions.
  /// - Throws: `UnreadableDocument` if `json` is not a document or contains an unknown kind of block.
  package func report(
    fromPandoc json: [UInt8], path: String, isWebPage: Bool, page: [UInt8] = [],
    hasPicture: @escaping (String) -> Bool = { _ in true }
  ) throws(UnreadableDocument) -> ImportedReport {
    let document = try Self.document(json)
    var reader = PandocReader(path: path, words: options.words)
    reader.writer = PandocInlineWriter(styles: PageStyles(page: page), hasPicture: hasPicture)
    let draft = reader.draft(document, prefersHeading: isWebPage)
    return draft.report(options)
  }

  private static func document(_ json: [UInt8]) throws(UnreadableDocument) -> PandocDocument {
    do {
      return try JSONDecoder().decode(PandocDocument.self, from: Data(json))
    } catch let unknown as PandocUnknown {
      throw UnreadableDocument(
        description: "unknown kind of content “\(unknown.tag)” in the output of pandoc")
    } catch {
      throw UnreadableDocument(
        description: "the output of pandoc cannot be read; the document may be nested too deeply")
    }
  }
}
