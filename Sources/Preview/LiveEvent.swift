import Diagnostics
import Text

/// What the browser is told while it shows a page.
enum LiveEvent: Sendable, Hashable {
  /// The page has another version now.
  case page(String)
  /// A style sheet, a picture or another file that pages refer to has changed; its path as in addresses, and how many
  /// such changes there have been by now.
  case file(String, count: Int)
  /// Such files have changed since the page was loaded, and it is not known any more which.
  case stale
  /// The site has errors: the terminal's words. The last good version is still shown.
  case problem(String)
  /// There are no errors (any more).
  case fixed

  /// The event as it is sent (WHATWG HTML, section 9.2.5), its data a JSON string.
  var text: String {
    switch self {
    case .page(let version): Self.text("page", version)
    case .file(let path, let count): Self.text("file", "\(count) \(path)")
    case .stale: Self.text("stale", "")
    case .problem(let words): Self.text("problem", words)
    case .fixed: Self.text("fixed", "")
    }
  }

  private static func text(_ name: String, _ data: String) -> String {
    "event: \(name)\ndata: \(JSONWriter.quoted(data))\n\n"
  }
}
