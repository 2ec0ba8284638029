import Diagnostics

@testable import Site

extension FuzzTarget {
  /// A site's own template for reports: compiled, checked and filled.
  static let templates = FuzzTarget("templates") { bytes in
    let source = TemplateSource(name: "report", path: "report.mustache", bytes: bytes, catalog: catalog)
    if let error = source.errors.first(where: { $0.range.upperBound > bytes.count }) {
      return "the error “\(error.message)” is at \(error.range)"
    }
    if source.template == nil && source.errors.isEmpty { return "neither a template nor an error" }
    if let fault = misplaced(TemplateCheck(["report": source]).diagnostics, in: bytes) { return fault }
    let values: [String: any Sendable] = [
      "title": "<A> & B", "list": ["x", "y"], "flag": true, "none": [String](), "map": ["title": "z"],
    ]
    _ = source.template?.render(values)
    return nil
  }

  private static let catalog = StringCatalog(language: "en", theme: Theme.builtIn)
}
