import Diagnostics
import Preview
import Publishing
import Workspace

/// The output of `standpoint serve`: each diagnostic is printed once, until it is fixed.
struct ServeReport {
  let folders: SiteFolders
  /// The address of the server without a path; empty until the server listens.
  private var origin = ""
  private var known: Set<Finding> = []
  private var withheld = ""

  /// Identifies a diagnostic independently of its position in the file.
  private struct Finding: Hashable {
    let id: DiagnosticID
    let path: String?
    let message: String

    init(_ diagnostic: Diagnostic) {
      (id, path, message) = (diagnostic.id, diagnostic.place?.path, diagnostic.message)
    }
  }

  init(_ folders: SiteFolders) {
    self.folders = folders
  }

  /// What is reported.
  enum Message: Sendable {
    case event(PreviewSource.Event)
    /// The server listens at this address.
    case listening(origin: String)
  }

  mutating func tell(_ message: Message) {
    switch message {
    case .event(let event): tell(event)
    case .listening(let origin): self.origin = origin
    }
  }

  /// Reports one event on standard error.
  private mutating func tell(_ event: PreviewSource.Event) {
    switch event {
    case .read(let site): tell(site)
    case .failed(let error): Terminal.standardError.write(error: error)
    case .moved(let address):
      Terminal.standardError.writeLine("The base URL has changed: the preview is now at \(origin)\(address)")
    case .looksByItself:
      Terminal.standardError.writeLine(
        "warning: the system cannot report file changes (too many files are watched), so files are checked twice a second"
      )
    }
  }

  private mutating func tell(_ site: PlannedSite) {
    let new = site.diagnostics.entries.filter { !known.contains(Finding($0.diagnostic)) }
    known = Set(site.diagnostics.entries.map { Finding($0.diagnostic) })
    if !new.isEmpty { DiagnosticFormat.text.write(DiagnosticList(entries: new), of: folders) }
    let stream = Terminal.standardError
    stream.writeLine("Read \(BuildSummary.words(for: site.counts)): \(site.diagnostics.summary)")
    let left = BuildSummary.withheld(site.withheld, folders)
    if left != withheld { stream.write(left) }
    withheld = left
  }
}
