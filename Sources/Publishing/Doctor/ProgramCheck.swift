import FileSystem
import Markdown

/// A program that Standpoint uses, what it is for, and whether it is installed.
package struct ProgramCheck: Sendable {
  /// As people call it, such as `Graphviz`.
  package let name: String
  /// What works only with it.
  package let features: String
  /// How to install it.
  package let source: String
  package let state: State

  package enum State: Sendable, Hashable {
    /// It is part of this program, in this version.
    case builtIn(version: String)
    case installed(DiskPath, version: String)
    /// It is installed, but does not run, for this reason.
    case broken(DiskPath, reason: String)
    case missing
  }

  /// Looks for every program. Runs those that it finds, to ask for their versions.
  package static func all() async -> [ProgramCheck] {
    var checks = [
      ProgramCheck(
        name: "cmark", features: "reading Markdown", source: "",
        state: .builtIn(version: CommonMarkLibrary.version))
    ]
    for entry in UsedProgram.all { checks.append(await entry.check()) }
    return checks
  }
}

/// How one of the programs is found.
private struct UsedProgram {
  let name: String
  let program: ExternalProgram
  var versionOption = "--version"
  let features: String
  let source: String

  static let all = [
    UsedProgram(
      name: "git", program: Programs.git,
      features: "publish --branch, diff between revisions, dates of reports from their first commits",
      source: "apt-get install git"),
    UsedProgram(
      name: "Graphviz", program: Programs.graphviz("neato"), versionOption: "-V",
      features: "drawing the map of issues", source: "apt-get install graphviz"),
    UsedProgram(
      name: "Pagefind", program: Programs.pagefind, features: "the site’s search",
      source: "pipx install 'pagefind[extended]'"),
    UsedProgram(
      name: "pandoc", program: Programs.pandoc(for: "docx"),
      features: "import of Word, OpenDocument and HTML documents, export --format docx",
      source: "apt-get install pandoc"),
    UsedProgram(
      name: "unzip", program: Programs.unzip, versionOption: "-v",
      features: "import of workbooks and odt documents",
      source: "apt-get install unzip"),
    UsedProgram(
      name: "curl", program: Programs.curl,
      features: "check --external, check --against a URL, sources check", source: "apt-get install curl"),
    UsedProgram(
      name: "pdftotext", program: Programs.pdftotext, versionOption: "-v",
      features: "sources check for PDF files", source: "apt-get install poppler-utils"),
    UsedProgram(
      name: "rsync", program: Programs.rsync, features: "publish --rsync", source: "apt-get install rsync"),
    UsedProgram(
      name: "rclone", program: Programs.rclone, features: "publish --rclone", source: "apt-get install rclone"
    ),
    UsedProgram(
      name: "librsvg", program: Programs.rsvg(), features: "the link preview images (share-pictures)",
      source: "apt-get install librsvg2-bin"),
    UsedProgram(
      name: "WeasyPrint", program: Programs.weasyprint, features: "export --format pdf",
      source: "apt-get install weasyprint, or pipx install weasyprint"),
  ]

  func check() async -> ProgramCheck {
    ProgramCheck(name: name, features: features, source: source, state: await state())
  }

  private func state() async -> ProgramCheck.State {
    guard let found = await program.isInstalled() ? program : ProjectTools.program(program),
      let path = await found.location()
    else { return .missing }
    var asked = found
    asked.timeout = .seconds(30)
    do {
      let outcome = try await asked.finish([versionOption], in: .current)
      let text = String(decoding: outcome.output, as: UTF8.self) + "\n" + outcome.errors
      guard outcome.exitCode == 0, let version = Self.version(in: text) else {
        return .broken(path, reason: asked.reason(outcome))
      }
      return .installed(path, version: version)
    } catch {
      return .broken(path, reason: error.message)
    }
  }

  /// The first word that looks like a version, such as `2.43.0`.
  private static func version(in text: String) -> String? {
    text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == "(" || $0 == ")" })
      .map { $0.hasPrefix("v") ? $0.dropFirst() : $0 }
      .first { $0.first?.isNumber == true && $0.contains(".") }.map(String.init)
  }
}
