import Diagnostics

/// Parses Markdown text into documents.
package struct MarkdownParser: Sendable {
  /// The constructs that are read.
  package let profile: MarkdownProfile
  /// The footnotes that cite sources, in Markdown, by key.
  private let sources: [String: String]
  private let limits: Limits

  /// A parser for the constructs of `profile`.
  ///
  /// - Parameters:
  ///   - sources: for each source that a text may cite as `[@key]`, the footnote that this gives, in Markdown.
  ///   - limits: how many diagnostics are listed for a text, and how many names are searched.
  package init(
    profile: MarkdownProfile, sources: [String: String] = [:],
    limits: Limits = Limits()
  ) {
    self.profile = profile
    self.sources = sources
    self.limits = limits
  }

  /// Parses the Markdown of `source` from the byte offset `start` on, which is after the front matter.
  ///
  /// Parsing never fails: unreadable parts become text, with a diagnostic. All offsets in the document and
  /// the diagnostics count from the start of the file.
  package func parse(_ source: SourceText, from start: Int = 0) -> (
    document: Document, diagnostics: [Diagnostic]
  ) {
    var parse = DocumentParse(source, from: start, profile: profile, sources: sources, limits: limits)
    let document = parse.run()
    return (document, parse.diagnostics.all)
  }
}

/// The constructs beyond CommonMark that are read.
package struct MarkdownProfile: Sendable, Hashable {
  /// Whether tables, strikethrough, task lists, bare addresses and footnotes are read, as on GitHub.
  var gitHubExtensions: Bool
  /// Whether wikilinks, callouts, captions, figures, stance marks and cell attributes are read.
  var siteExtensions: Bool
  /// Whether straight quotes, double hyphens and three full stops become curly quotes, dashes and ellipses.
  package var smartPunctuation: Bool

  /// GitHub's Markdown without the extensions of Standpoint; `standpoint render` uses it.
  package static let plain = MarkdownProfile(
    gitHubExtensions: true, siteExtensions: false, smartPunctuation: false)
  /// The Markdown of a site's reports and pages.
  package static let site = MarkdownProfile(
    gitHubExtensions: true, siteExtensions: true, smartPunctuation: false)
}
