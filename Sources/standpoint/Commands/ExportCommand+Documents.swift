import ArgumentParser
import Content
import Diagnostics
import FileSystem
import Graph
import Publishing
import Site
import Text
import Workspace

/// Documents to print and pass on.
extension ExportCommand {
  /// Writes the document that is wanted.
  func writeDocument(as format: PaperFormat, _ folders: SiteFolders) async throws {
    var options = site.buildOptions
    options.recordDay = record.asOf
    let line = ProgressLine(isWanted: true)
    let pipeline = SitePipeline(folders, options: options, progress: line.show)
    let planned = try await line.during { try await pipeline.plan() }
    DiagnosticFormat.text.write(planned.diagnostics, of: folders)
    if planned.diagnostics.hasErrors { throw ExitCode(ExitStatus.content) }
    let subject = try subject(in: planned)
    guard let document = try await PaperExport(planned, as: format).document(of: subject), let output else {
      throw EnvironmentError("the site has no pages for this document")
    }
    UnfinishedFile.removeAbandoned(in: DiskPath(output).parent)
    try FileWriter.write(document.bytes, to: DiskPath(output))
    if let lack = document.lack { Terminal.standardError.writeLine("note: \(output): \(lack)") }
  }

  private func subject(in planned: PlannedSite) throws -> PaperSubject {
    let graph = planned.graph
    let names = SubjectNames(graph)
    if let name = report.first {
      return .page(graph.reports[try askedReport(name, in: graph).index].address)
    }
    if let name = issue.first { return .page(graph.issues[try names.askedIssue(name).index].address) }
    if let name = party.first { return .page(graph.parties[try names.askedParty(name).index].address) }
    if let name = edition { return .page(try address(ofEdition: name, in: planned.plan)) }
    return .site
  }

  private func address(ofEdition name: String, in plan: SitePlan) throws -> String {
    let editions = plan.editions
    if let address = editions.first(where: { $0.name == name })?.address { return address }
    let near = NearestName.match(name, among: editions.map(\.name))
    let advice =
      near.map { "; did you mean “\($0)”?" } ?? (editions.isEmpty ? "; the site shows no editions." : ".")
    throw ValidationError(TerminalText.line("unknown edition “\(name)”\(advice)"))
  }
}
