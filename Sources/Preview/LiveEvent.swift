import Diagnostics
import Text

/// An event sent to a browser that shows a page.
enum LiveEvent: Sendable, Hashable {
  /// The page has a new version.
  case page(String)
  /// A style sheet, a picture or another file that pages refer to has changed; its URL path, and the number of such changes so
  /// far.
  case file(String, count: Int)
  /// Such files have changed since the page was loaded, but it is unknown which.
  case stale
  /// The site has errors, formatted as in the terminal. The last version without errors is still shown.
  case problem(String)
  /// The site has no errors.
  case fixed

  /// The event as sent to the browser (WHATWG HTML, section 9.2.5); its data is a JSON string.
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
