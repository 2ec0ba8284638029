/// The file format of a briefing.
package enum ImportFormat: String, Sendable, Hashable, CaseIterable {
  /// Text pasted from the web.
  case text
  case markdown, html, docx, odt, csv, xlsx
  /// A configuration of Open Election Compass, in JSON.
  case compass = "election-compass"

  /// The format for a file name; nil if the file extension is unknown.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else {
      self = .text
      return
    }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown", "mdx", "mdown", "mkd", "qmd": self = .markdown
    case "html", "htm", "xhtml": self = .html
    case "csv", "tsv": self = .csv
    case let ending:
      guard let format = Self(rawValue: ending), format != .text else { return nil }
      self = format
    }
  }

  /// pandoc's name for the format, usually that of the case; nil if pandoc is not needed.
  var pandocName: String? {
    switch self {
    case .text, .markdown, .csv, .xlsx, .compass: nil
    default: rawValue
    }
  }
}
