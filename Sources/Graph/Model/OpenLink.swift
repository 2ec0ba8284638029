import Content
import Diagnostics

/// A link to something that no authored file describes, such as a list, a card or an export. Only the plan of
/// the whole site can check whether such a page or file exists.
///
/// In the report, the link already leads there; if it is not in the plan, `diagnostic` is reported.
package struct OpenLink: Sendable, Hashable {
  /// The path below the site's root, percent-decoded, without leading and trailing slashes: `changes`,
  /// `compare/a--b`, `positions.csv`; empty for the site's root.
  package let path: String
  /// The place on that page, percent-decoded, without `#`; nil: the page itself.
  package let anchor: String?
  /// The diagnostic to report if the site has no such page or file.
  package let diagnostic: Diagnostic

  /// - Parameters:
  ///   - path: percent-decoded; leading and trailing slashes and a final `index.html` are removed.
  ///   - anchor: percent-decoded; empty: none.
  init(path: String, anchor: String, diagnostic: Diagnostic) {
    self.path = AddressStyle.bare(path)
    self.anchor = anchor.isEmpty ? nil : anchor
    self.diagnostic = diagnostic
  }

  /// The target of the link, assuming that the page or file exists.
  ///
  /// - Parameter suffix: query and fragment as written, for files.
  func target(suffix: String) -> LinkTarget {
    isFile ? .asset(path: path, suffix: suffix) : .page(address: path, anchor: anchor)
  }

  /// Whether it names a file, judging by its suffix; otherwise a page.
  package var isFile: Bool { PathIndex.name(of: path).contains(".") }
}
