@testable import Diagnostics

/// The chapter of the guide that explains every diagnostic, generated from the catalog.
enum DiagnosticsChapter {
  static var markdown: String { introduction + DiagnosticGroup.all.map(section).joined() }

  private static let introduction = """
    # Diagnostics

    Every message names a file, a line and a column, shows the line, and ends with an identifier in square brackets. This page
    explains each identifier and how to fix the problem.

    An **error** stops the build; the previous site stays as it is. A **warning** means that something is probably not what you
    meant; the site is still built. A **note** is for your information. `--strict` turns warnings into errors. If you accept a
    warning or note, you can silence it for the whole site:

    ```yaml
    # site.yml
    quiet: [unused-footnote]
    ```

    Identifiers keep their meaning and their severity in later versions. With `--format json`, other programs can read the
    diagnostics; see [Checking](checking.md).

    """

  private static func section(_ group: DiagnosticGroup) -> String {
    let introduction = group.introduction.isEmpty ? "" : "\n\(group.introduction)\n"
    return "\n## \(group.title)\n\(introduction)" + group.ids.map(entry).joined()
  }

  private static func entry(_ id: DiagnosticID) -> String {
    let severity = id.severity.rawValue
    let seeAlso = id.seeAlso.map { " See \($0)." } ?? ""
    return """

      ### \(id.rawValue)
      *\(severity.prefix(1).uppercased() + severity.dropFirst()).* \(id.summary) \(id.cause)

      **Fix:** \(id.fix)\(seeAlso)

      """
  }
}
