/// A format of documents that are printed or passed on.
package enum PaperFormat: String, Sendable, CaseIterable {
  case pdf
  case docx

  /// What it is, as help texts name it.
  package var summary: String {
    switch self {
    case .pdf: "a PDF file"
    case .docx: "a document for Word and LibreOffice"
    }
  }
}

/// What a document is about.
package enum PaperSubject: Sendable, Hashable {
  /// The whole site, as a briefing pack.
  case site
  /// The page at an address below the site’s root, without leading and trailing slashes, and the pages that belong to it:
  /// those of a report, an issue, a party or an edition.
  case page(String)
}
