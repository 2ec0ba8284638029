import Diagnostics

/// A link to what no file of the author's stands for, such as a list, a card or an export: whether there is such a page or file, only
/// the plan of the whole site can tell.
///
/// In the report the link already leads there; if the plan does not have it, the fault is to be reported.
package struct OpenLink: Sendable, Hashable {
  /// Path below the site's root, percent-decoded, without slashes around it: `changes`, `compare/a--b`, `positions.csv`; empty
  /// for the site's root.
  package let path: String
  /// The place on that page, percent-decoded, without `#`; nil: the page itself.
  package let anchor: String?
  /// The diagnostic when the site makes no such page or file.
  package let fault: Diagnostic

  /// - Parameters:
  ///   - path: percent-decoded; slashes around it and `index.html` at its end are dropped.
  ///   - anchor: percent-decoded; empty: none.
  init(path: String, anchor: String, fault: Diagnostic) {
    self.path = AddressBook.normal(path)
    self.anchor = anchor.isEmpty ? nil : anchor
    self.fault = fault
  }

  /// Where the link leads unless the site plan says otherwise.
  ///
  /// - Parameter suffix: query and fragment as written, for files.
  func target(suffix: String) -> LinkTarget {
    isFile ? .asset(path: path, suffix: suffix) : .page(address: path, anchor: anchor)
  }

  /// It names a file, by its ending; else a page.
  package var isFile: Bool { PathIndex.name(of: path).contains(".") }
}
