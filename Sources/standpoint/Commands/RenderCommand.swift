import ArgumentParser
import Content
import Diagnostics
import FileSystem
import Markdown
import Publishing
import Site

/// `standpoint render`
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write one Markdown document as HTML to standard output.",
    discussion: """
      Writes only the body, without a page around it. The document is read as GitHub Flavored Markdown; with --site, \
      it is read like a report: front matter is removed, and wikilinks, callouts, captions and stance marks are \
      recognised.

      Examples:

        standpoint render notes.md > notes.html
        git show HEAD:report.md | standpoint render --site -
      """)

  @Argument(help: "The file to render; - reads standard input.", completion: .file(extensions: ["md"]))
  var file: String

  @Flag(help: "Read the document as a report of a site.")
  var site = false

  @Flag(
    name: .customLong("trust-html"),
    help: "Keep raw HTML and links with any URL scheme. Only for documents that you trust.")
  var trustsHTML = false

  func run() throws {
    guard let source = try source() else { throw ExitCode(ExitStatus.content) }
    let (html, diagnostics) = site ? siteHTML(source) : plainHTML(source)
    Terminal.standardOutput.write(html)
    let list = DiagnosticPolicy().apply(to: diagnostics.filter(isWanted))
    let stream = Terminal.standardError
    stream.write(DiagnosticPrinter(usesColour: stream.usesColour) { _ in source.bytes }.text(list))
    if list.hasErrors { throw ExitCode(ExitStatus.content) }
  }

  /// The document's text; nil if it is too large, which is reported.
  private func source() throws(EnvironmentError) -> SourceText? {
    let name = file == "-" ? "standard input" : file
    switch file == "-" ? try FileReader.readStandardInput() : try FileReader.readSource(DiskPath(file)) {
    case .bytes(let bytes): return SourceText(path: name, bytes: bytes)
    case .tooLarge:
      let limit = FileReader.sourceLimit / 1_000_000
      let diagnostic = Diagnostic(
        .fileTooLarge, at: Place(path: name), "the input is larger than \(limit) MB",
        suggestion: Suggestion("split it into several files"))
      Terminal.standardError.write(DiagnosticPrinter { _ in nil }.text(diagnostic))
      return nil
    }
  }

  private func plainHTML(_ source: SourceText) -> ([UInt8], [Diagnostic]) {
    let (document, diagnostics) = MarkdownParser(profile: .plain).parse(source)
    var renderer = HTMLRenderer(document, trustsHTML: trustsHTML, trustsLinks: trustsHTML)
    renderer.render(0)
    return (renderer.output.bytes, diagnostics)
  }

  private func siteHTML(_ source: SourceText) -> ([UInt8], [Diagnostic]) {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.trustHTML = trustsHTML
    settings.trustLinks = trustsHTML
    // With this date, no document counts as future.
    let reader = ContentReader(
      settings: settings, today: PartialDate(year: 9999, month: 12, day: 31), includesDrafts: true)
    let (authored, diagnostics) = reader.read(InputFile(path: file, role: .report, source: source))
    return (SiteArticle.html(ofAlone: authored, settings: settings), diagnostics)
  }

  /// Whether to show the diagnostic: trusted HTML and links are not reported.
  private func isWanted(_ diagnostic: Diagnostic) -> Bool {
    !(trustsHTML && [.rawHTML, .unsafeLink].contains(diagnostic.id))
  }
}
