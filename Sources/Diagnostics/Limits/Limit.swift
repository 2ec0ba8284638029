/// A limit that keeps an input from costing far more than its size.
///
/// All limits that a user may meet are declared in `Limit.all`, which the guide lists.
package struct Limit: Sendable {
  /// The key below `limits:` in site.yml for a limit that can be changed; also the name of any other.
  package let name: String
  /// The number that applies without a setting.
  package let value: Int
  /// What is limited, in inline Markdown; a clause that the number follows.
  package let summary: String
  /// The number with its unit, as the guide shows it.
  package let shown: String
  /// What happens beyond the limit, in inline Markdown.
  package let effect: String
  /// The diagnostic that says so; nil: the page, the output or an error of the command says so.
  package let diagnostic: DiagnosticID?
  /// The numbers that `limits:` may set; nil: the limit cannot be changed.
  package let range: ClosedRange<Int>?

  init(
    _ name: String, _ value: Int, _ summary: String, _ shown: String, beyond effect: String,
    diagnostic: DiagnosticID? = nil, range: ClosedRange<Int>? = nil
  ) {
    self.name = name
    self.value = value
    self.summary = summary
    self.shown = shown
    self.effect = effect
    self.diagnostic = diagnostic
    self.range = range
  }
}

/// The limits of a site: those of `limits:` in site.yml, otherwise the built-in ones.
package struct Limits: Sendable, Hashable {
  private var changed: [String: Int] = [:]

  /// The built-in limits.
  package init() {}

  /// The number that applies.
  package subscript(_ limit: Limit) -> Int {
    get { changed[limit.name] ?? limit.value }
    set { changed[limit.name] = newValue }
  }

  /// The limits that `limits:` can change.
  package static let settable = Limit.all.filter { $0.range != nil }
}
