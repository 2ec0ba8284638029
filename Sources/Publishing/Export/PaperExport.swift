import Content
import Diagnostics
import FileSystem
import Site
import Text

/// Makes PDF files and documents for Word of a site’s pages, by other programs.
package struct PaperExport: Sendable {
  /// Larger pictures are left out of documents.
  static let mostBytesOfPicture = Limit.paperPicture.value

  private let site: PlannedSite
  private let format: PaperFormat

  package init(_ site: PlannedSite, as format: PaperFormat) {
    self.site = site
    self.format = format
  }

  /// A document that was made.
  package struct Output: Sendable {
    package let bytes: [UInt8]
    /// What it lacks, as a clause; nil: nothing.
    package let lack: String?
  }

  /// Makes a document; nil: the site has no such page.
  ///
  /// - Throws: if the program that makes it is not installed, fails, takes too long or needs too much memory.
  package func document(of subject: PaperSubject) async throws(EnvironmentError) -> Output? {
    let files = Dictionary(site.assets.map { ($0.path, $0) }) { first, _ in first }
    let document = site.plan.document(of: subject, as: format) { path in
      guard let bytes = try? files[path]?.read(), bytes.count <= Self.mostBytesOfPicture else { return nil }
      return bytes
    }
    guard let document else { return nil }
    return try await TemporaryDirectory.with { (folder) async throws(EnvironmentError) in
      switch format {
      case .pdf: try await pdf(document, in: folder)
      case .docx: try await docx(document, in: folder)
      }
    }
  }

  private func pdf(_ document: PaperDocument, in folder: DiskPath) async throws(EnvironmentError) -> Output {
    let program = dated(Programs.weasyprint, document)
    let help = try await program.run(["--help"], in: folder)
    // Relative addresses, of which there are none, would be read from the folder otherwise.
    var arguments = ["--quiet", "--base-url", "https://document.invalid/", "--encoding", "utf-8"]
    let options = PDFOptions(help: String(decoding: help, as: UTF8.self), length: document.html.count)
    arguments += options.arguments
    arguments += ["--pdf-identifier", StableHash(document.html).digits]
    let outcome = try await program.finish(arguments + ["-", "-"], in: folder, input: document.html)
    guard outcome.exitCode == 0, outcome.output.starts(with: "%PDF".utf8) else {
      throw EnvironmentError(
        program.failure(outcome).message,
        advice: "export one --report or one --issue instead, or use a machine with more memory")
    }
    return Output(bytes: outcome.output, lack: options.lack)
  }

  private func docx(_ document: PaperDocument, in folder: DiskPath) async throws(EnvironmentError) -> Output {
    let program = dated(Programs.documentWriter, document)
    let name = "document.docx"
    let arguments = [
      "--from=html+epub_html_exts", "--to=docx", "--metadata=lang:\(document.language)", "--output=\(name)",
    ]
    let outcome = try await program.finish(arguments, in: folder, input: document.html)
    guard outcome.exitCode == 0 else { throw program.failure(outcome) }
    return Output(bytes: try FileReader.readAll(folder.appending(name)), lack: nil)
  }

  /// The program with the day of the document in place of the time, so that the same content gives the same bytes.
  private func dated(_ program: ExternalProgram, _ document: PaperDocument) -> ExternalProgram {
    var program = program
    let days = (document.date?.dayNumber ?? 0) - PartialDate(year: 1970, month: 1, day: 1).dayNumber
    program.environment["SOURCE_DATE_EPOCH"] = String(max(Self.firstDayOfArchives, days) * 86_400)
    return program
  }

  /// 1 January 1980, in days from 1 January 1970: archives know no earlier day.
  private static let firstDayOfArchives = 3_652
}

/// The options with which an installed version of WeasyPrint writes tagged PDF files.
struct PDFOptions {
  let arguments: [String]
  /// What the document lacks; nil: nothing.
  let lack: String?

  /// - Parameters:
  ///   - help: what `weasyprint --help` prints.
  ///   - length: the length of the document in bytes.
  init(help: String, length: Int) {
    // The versions before this option take a time for tags that grows with the square of the length.
    let isSlow = !help.contains("--pdf-tags")
    if isSlow, length > Limit.taggedPaper.value {
      arguments = []
      lack =
        "it is too long for this version of WeasyPrint to tag for screen readers; version 66 or later can do so"
    } else {
      arguments = help.contains("pdf/ua-1") ? ["--pdf-variant", "pdf/ua-1"] : isSlow ? [] : ["--pdf-tags"]
      lack = arguments.isEmpty ? "this version of WeasyPrint cannot tag it for screen readers" : nil
    }
  }
}
