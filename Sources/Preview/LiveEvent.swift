import Diagnostics

/// What the browser is told while it shows a page.
enum LiveEvent: Sendable, Hashable {
  /// The page has another version now.
  case page(String)
  /// A style sheet, a picture or another file that pages refer to has changed; its path as in addresses.
  case file(String)
  /// The site has errors: the terminal's words. The last good version is still shown.
  case fault(String)
  /// There are no errors (any more).
  case mended

  /// The event as it is sent (WHATWG HTML, section 9.2.5), its data a JSON string.
  var text: String {
    switch self {
    case .page(let version): Self.text("page", version)
    case .file(let path): Self.text("file", path)
    case .fault(let words): Self.text("fault", words)
    case .mended: Self.text("mended", "")
    }
  }

  private static func text(_ name: String, _ data: String) -> String {
    "event: \(name)\ndata: \(JSONText.quoted(data))\n\n"
  }
}
