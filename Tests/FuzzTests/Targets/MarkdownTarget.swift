import Diagnostics

@testable import Markdown

extension FuzzTarget {
  /// Markdown in both profiles, rendered as a stranger's: the output is valid UTF-8 without anything that runs, and each place
  /// is inside the file.
  static let markdown = FuzzTarget("markdown") { bytes in
    for profile in [MarkdownProfile.site, .plain] {
      let source = SourceText(path: "a.md", bytes: bytes)
      let (document, diagnostics) = MarkdownParser(profile: profile).parse(source)
      var renderer = HTMLRenderer(document)
      renderer.render(0)
      guard let html = String(validating: renderer.output.bytes, as: UTF8.self) else {
        return "invalid UTF-8"
      }
      if let word = activeWord(in: html) { return "the output contains “\(word)”" }
      if let node = document.nodes.first(where: { $0.source.range.upperBound > bytes.count }) {
        return "a node of the kind \(node.kind) ends after the file"
      }
      if let fault = misplaced(diagnostics, in: bytes) { return fault }
    }
    return nil
  }

  /// Markup that must never come from an author who is not trusted.
  private static func activeWord(in html: String) -> String? {
    let html = html.lowercased()
    return ["<script", "<iframe", "<object", "<embed", "<style", "href=\"javascript:", "src=\"javascript:"]
      .first { html.contains($0) }
  }

  /// A diagnostic whose place is outside the file or that cannot be printed; nil if all are in order.
  static func misplaced(_ diagnostics: [Diagnostic], in bytes: [UInt8]) -> String? {
    for diagnostic in diagnostics {
      guard let range = diagnostic.place?.range else { continue }
      if range.upperBound > bytes.count { return "\(diagnostic.id) at \(range) in \(bytes.count) bytes" }
    }
    let list = DiagnosticPolicy().apply(to: diagnostics)
    let text = DiagnosticPrinter { _ in bytes }.text(list)
    return text.isEmpty == diagnostics.isEmpty
      ? nil : "\(diagnostics.count) diagnostics are printed as “\(text)”"
  }
}
