import Content
import Diagnostics
import Graph
import Site
import Text

/// The files of a new site that do not depend on its host.
enum StarterSite {
  /// The example content.
  static func content(title: String, domain: String?, today: PartialDate) -> [StarterFile] {
    [
      StarterFile("Content/index.md", index(title: title)),
      StarterFile("Content/reports/first.md", report(today: today)),
    ]
  }

  /// The other files: settings, schemas for editors, `.gitignore` and the git hook.
  static func surroundings(title: String, domain: String?, host: SiteHost?) -> [StarterFile] {
    [StarterFile("Content/site.yml", settings(title: title, domain: domain, host: host))]
      + EditorSchema.allCases.map {
        StarterFile(".schemas/\($0.rawValue).json", $0.text(switches: PageRegistry.switches))
      }
      + StarterEditor.files
      + [
        StarterFile(".gitignore", ignored),
        StarterFile(".githooks/pre-commit", hook, isExecutable: true),
      ]
  }

  private static func settings(title: String, domain: String?, host: SiteHost?) -> String {
    let address = domain.map { "base-url: https://\($0)/" } ?? "# base-url: https://example.org/briefing/"
    return """
      # yaml-language-server: $schema=../.schemas/site.json
      title: \(YAMLScalar.text(title, isInList: false))
      # description: One sentence about the site.
      \(address)
      \(host.map { "host: \($0.rawValue)" } ?? "# host: netlify")
      language: en
      time-zone: UTC
      share-pictures: true
      # Pages that other sites can embed
      embeds: true
      # Also write each page as Markdown, for programs that use a language model
      markdown-copies: true

      """
  }

  private static func index(title: String) -> String {
    """
    ---
    title: \(YAMLScalar.text(title, isInList: false))
    ---

    \(homeText)

    """
  }

  /// The text of the home page.
  private static let homeText =
    "Who holds which position, according to which report. This text is in `Content/index.md`."
  /// The file name of the example report, without `.md`.
  private static let example = "first"

  /// The warning that the home page has the text of a new site although the site has reports besides the example; nil if
  /// there is none.
  static func leftover(in graph: IssueGraph) -> Diagnostic? {
    guard let home = graph.home?.page.header,
      graph.reports.contains(where: { $0.report.header.slug != example })
    else { return nil }
    let document = home.document
    let plain = homeText.filter { $0 != "`" }
    guard
      let index = document.nodes.indices.first(where: {
        document.nodes[$0].kind == .paragraph && document.plainText(of: $0) == plain
      })
    else { return nil }
    return Diagnostic(
      .starterText, at: Place(path: home.sourcePath, range: document.nodes[index].source.range),
      "the home page still has its placeholder text",
      suggestion: Suggestion("write what the site is about, or delete the sentence"))
  }

  private static func report(today: PartialDate) -> String {
    """
    ---
    title: Two councils and a river
    date: \(today)
    summary: An example to replace. Where two councils stand on sharing a river.
    ---

    This report is an example: replace it with your own. The table is the important part. Each row is about an issue, each column
    is for a party, and each cell is a position. The site has a page for each issue and each party.

    | Issue            | Upper Valley Council               | Lower Valley Council                 |
    |------------------|------------------------------------|--------------------------------------|
    | Summer water     | [-] Wants no fixed share           | [+] Asks for a third of the flow[^1] |
    | The new dam      | [++] Calls it overdue              | [--] Will not accept it at any price |
    | Joint monitoring | [+] Agrees if the costs are shared | [+] Offers its own gauges            |

    A mark in brackets rates a position, from `[++]` (champions) to `[--]` (red line). Names of issues and parties in the text,
    such as Joint monitoring, become links automatically.

    [^1]: Statement of the Lower Valley Council, second paragraph.

    """
  }

  private static let ignored = """
    # Written by Standpoint
    /Public/
    /.standpoint/
    .*.standpoint-*
    # Installed by build.sh
    /.tool/
    # Written by the review of a proposed change
    /comment.md
    /body.md

    """

  private static let hook = """
    #!/bin/sh
    # Rejects a commit if the content has errors. Turn it on once in each clone:
    #
    #   git config core.hooksPath .githooks
    set -eu
    cd "$(git rev-parse --show-toplevel)"
    command -v standpoint >/dev/null 2>&1 || {
      echo "pre-commit: standpoint is not on the PATH, so nothing was checked" >&2
      exit 0
    }
    exec standpoint check --quiet

    """
}

/// One file of a new site.
struct StarterFile: Sendable, Hashable {
  /// The path below the site's folder, with `/` between folders.
  let path: String
  let text: String
  /// Whether the file is executable.
  let isExecutable: Bool

  init(_ path: String, _ text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }
}
