import Diagnostics
import Graph
import Text

/// What a desk tells its subscribers about the time between two states: moves first, then new positions, corrections and new
/// reports.
package struct Digest: Sendable {
  /// A part with a heading.
  struct Section: Sendable {
    let title: String
    let entries: [Entry]
  }

  /// One thing to tell.
  struct Entry: Sendable {
    /// Who, and on what, such as `Russia on NATO expansion`; for a report, its title.
    let title: String
    /// What happened in a few words, such as `hardened`; empty: nothing to add.
    let event: String
    /// What was on record before, and what is now, as lines.
    let lines: [String]
    /// The full address; nil: the site has no base URL.
    let address: String?
  }

  /// The title of the site.
  let site: String
  let before: String
  let after: String
  /// Those with entries, in order.
  let sections: [Section]

  /// Nothing to tell.
  package var isEmpty: Bool { sections.isEmpty }

  /// - Parameters:
  ///   - site: the title of the site.
  ///   - report: the full address of a report's page, by its slug; nil: the site has no base URL.
  ///   - position: that of a cell.
  package init(
    _ difference: RecordDifference, site: String, report: (_ slug: String) -> String?,
    position: (FrozenPosition) -> String?
  ) {
    self.site = site
    before = difference.before
    after = difference.after
    func changes(_ kinds: RecordChange.Kind...) -> [Entry] {
      difference.told.filter { kinds.contains($0.kind) }.map { Self.entry($0, position) }
    }
    let reports = difference.subjects.filter { $0.kind == .report && $0.isAdded }.flatMap(\.after)
    sections = [
      Section(title: "Moves", entries: changes(.moved)),
      Section(title: "New positions", entries: changes(.new, .ratingChanged)),
      Section(title: "Confirmed", entries: changes(.confirmed, .restated)),
      Section(title: "Corrections", entries: changes(.corrected, .addedToPast, .withdrawn)),
      Section(
        title: "New reports",
        entries: reports.map {
          Entry(title: $0.name, event: "", lines: [], address: report($0.slug))
        }),
    ].filter { !$0.entries.isEmpty }
  }

  private static func entry(_ change: RecordChange, _ address: (FrozenPosition) -> String?) -> Entry {
    let before = change.before.map(words)
    let after = change.after.map(words)
    var lines: [String] = []
    if change.kind != .new, !before.isEmpty { lines += before.map { "Before: \($0)" } }
    let label = lines.isEmpty ? "" : "Now: "
    lines += after.map { label + $0 }
    if let silence = change.silence { lines.append("Now: not addressed in “\(silence.report)”") }
    lines += change.notes.map { "Note: \($0)" }
    return Entry(
      title: "\(change.party.name) on \(change.issue.name)", event: change.word, lines: lines,
      address: change.shown.flatMap { address($0.position) })
  }

  private static func words(_ side: RecordChange.Side) -> String {
    let text = side.position.text.isEmpty ? "" : ": \(side.position.text)"
    let date = side.position.date.map { ", \($0)" } ?? ""
    return "\(DifferenceWords.word(side.position.stance))\(text) (“\(side.report)”\(date))"
  }

  /// The first line, and the subject of a message.
  var title: String { "\(site): what changed" }

  /// A line that says which time the digest is about.
  var period: String { "From \(before) to \(after)" }

  private static let nothing = "Nothing has changed."

  /// The digest as plain text with a trailing line end and without terminal control characters.
  package var text: String {
    var lines = [title, period]
    if isEmpty { lines += ["", Self.nothing] }
    for section in sections {
      lines += ["", section.title, String(repeating: "-", count: DisplayWidth.of(section.title))]
      for entry in section.entries {
        lines += ["", entry.event.isEmpty ? entry.title : "\(entry.title): \(entry.event)"]
        lines += entry.lines.map { "  " + $0 }
        if let address = entry.address { lines.append("  <\(address)>") }
      }
    }
    return lines.map { TerminalText.line($0) + "\n" }.joined()
  }

  // MARK: HTML

  /// The digest as an HTML document for e-mail: 600 pixels wide, with inline styles, for light and dark schemes.
  ///
  /// Programs for e-mail drop style sheets; what they keep of the one in the head only changes colours in dark schemes.
  package var html: String {
    var html: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>\(title)</title>
      <style>
      @media (prefers-color-scheme: dark) {
        body, table, td { background: #16181c !important; color: #e7e5e0 !important; }
        h1, h2, h3, p { color: #e7e5e0 !important; }
        .quiet { color: #a9a7a1 !important; }
        a { color: #8fb8ff !important; }
      }
      </style>
      </head>
      <body style="margin:0;padding:0;background:#ffffff;color:#1d1d1b;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#ffffff;">
      <tr><td align="center" style="padding:24px 12px;">
      <table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;">
      <tr><td style="font-family:Georgia,'Times New Roman',serif;font-size:16px;line-height:1.5;color:#1d1d1b;text-align:left;">
      <h1 style="margin:0;font-size:24px;line-height:1.25;color:#1d1d1b;">\(title)</h1>
      <p class="quiet" style="margin:4px 0 0;color:#5f5d58;font-size:14px;">\(period)</p>

      """
    if isEmpty { html.markup("<p style=\"margin:16px 0 0;\">\(Self.nothing)</p>\n") }
    for section in sections { html.append(contentsOf: Self.html(section)) }
    html.raw("</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n")
    return html.text
  }

  private static func html(_ section: Section) -> HTML {
    var html: HTML = """
      <h2 style="margin:28px 0 0;padding-top:12px;border-top:1px solid #8a8880;font-size:18px;line-height:1.3;color:#1d1d1b;">\
      \(section.title)</h2>

      """
    for entry in section.entries {
      html.raw("<h3 style=\"margin:16px 0 0;font-size:16px;line-height:1.4;color:#1d1d1b;\">")
      if let address = entry.address {
        html.markup("<a href=\"\(address)\" style=\"color:#1f4fbf;\">\(entry.title)</a>")
      } else {
        html.escaped(entry.title)
      }
      if !entry.event.isEmpty { html.markup(": \(entry.event)") }
      html.raw("</h3>\n")
      for line in entry.lines { html.markup("<p style=\"margin:2px 0 0;\">\(line)</p>\n") }
    }
    return html
  }
}
