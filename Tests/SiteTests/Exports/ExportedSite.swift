import Content
import Diagnostics
import Graph
import Site

/// A site with everything that an export can contain, and texts that need escaping.
enum ExportedSite {
  static let files: [(path: String, role: InputFile.Role, text: String)] = [
    (
      "reports/2025-03-02-plan.md", .report,
      """
      ---
      title: The “plan”, part <1> & 2
      summary: One sentence.
      authors: [A. Writer]
      ---

      | Aspect    | U.S.                          | Russia                                   |
      |-----------|-------------------------------|------------------------------------------|
      | Sanctions | [+] keeps them, "for now"[^1] | [--] </script><!-- calls them unfair     |
      | Gas       | cuts it {as-of=2025-02}       | [~] uses [it](https://example.org/a?b&c) |

      | Strategy   | Purpose            | Expected outcome |
      |------------|--------------------|------------------|
      | Backchannel| Keep talking       | Fewer mistakes   |

      [^1]: A briefing, https://example.org/briefing
      """
    ),
    (
      "reports/reply.md", .report,
      """
      # The reply

      | Aspect    | Russia      | Ukraine  |
      |-----------|-------------|----------|
      | Sanctions | =SUM(1)     | —        |
      | Sanctions | [-] 東方, é | [++] yes |
      """
    ),
    ("issues/sanctions.md", .issue, "---\nproposition: They stay.\nrelated: [Gas]\n---\n"),
    ("parties/united-states.md", .party, "---\naliases: [U.S.]\nkind: state\n---\n"),
    ("parties/russia.md", .party, "---\nacts-for: United States\n---\n"),
  ]

  static func graph(settings: SiteSettings = SiteSettings(switches: PageRegistry.switches)) -> IssueGraph {
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 2026, month: 1, day: 1), includesDrafts: false)
    let authored = files.map { file in
      reader.read(
        InputFile(
          path: file.path, role: file.role, source: SourceText(path: "Content/" + file.path, text: file.text))
      ).authored
    }
    return GraphBuilder.build(authored, settings: settings).graph
  }
}
