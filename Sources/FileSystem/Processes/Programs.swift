/// The external programs that Standpoint runs.
package enum Programs {
  /// Reads documents that are imported.
  ///
  /// - Parameter format: the format, as messages name it, such as `docx`.
  package static func pandoc(for format: String) -> ExternalProgram {
    .computing(
      name: "pandoc", package: "pandoc", purpose: "reads \(format) files", seconds: 60, memoryLimit: 2_000)
  }
  /// Opens spreadsheets and documents that are imported.
  package static let unzip = ExternalProgram(
    name: "unzip", package: "unzip", purpose: "opens odt and xlsx files")
  package static let zip = ExternalProgram(name: "zip", package: "zip", purpose: "repairs odt files")

  /// Requests external links.
  package static let curl = ExternalProgram(
    name: "curl", package: "curl", purpose: "requests external links", timeout: .seconds(120))
  /// Reads the text of sources that are PDF files.
  package static let pdftotext = ExternalProgram.computing(
    name: "pdftotext", package: "poppler-utils", purpose: "reads PDF files", seconds: 60)
  package static let pagefind = ExternalProgram(
    name: "pagefind", package: "pagefind", purpose: "creates the search index", timeout: .seconds(3_600),
    memoryLimit: 16_000)
  /// Turns documents into PDF files. It reaches no host: its proxy is a port that nobody answers on.
  package static let weasyprint = ExternalProgram.computing(
    name: "weasyprint", package: "weasyprint", purpose: "creates PDF files",
    environment: [
      "http_proxy": nowhere, "https_proxy": nowhere, "ftp_proxy": nowhere, "HTTP_PROXY": nowhere,
      "HTTPS_PROXY": nowhere, "FTP_PROXY": nowhere, "no_proxy": nil, "NO_PROXY": nil,
    ], seconds: 600, memoryLimit: 6_000)
  private static let nowhere = "http://127.0.0.1:9/"
  /// Turns documents into Word files.
  package static let documentWriter = ExternalProgram.computing(
    name: "pandoc", package: "pandoc", purpose: "writes docx files", seconds: 600, memoryLimit: 6_000)
  /// Draws pictures from SVG.
  ///
  /// - Parameter name: its name on the `PATH`.
  package static func rsvg(_ name: String = "rsvg-convert") -> ExternalProgram {
    .computing(
      name: name, package: "librsvg2-bin", purpose: "draws the link preview images", seconds: 30,
      memoryLimit: 2_000)
  }
  /// A program of Graphviz.
  package static func graphviz(_ name: String) -> ExternalProgram {
    .computing(
      name: name, package: "graphviz", purpose: "calculates the layout of the map", seconds: 180,
      memoryLimit: 2_000)
  }

  /// Without the variables that, in a git hook, refer to the hook's repository even if git runs in another folder.
  package static let git = ExternalProgram(
    name: "git", package: "git", purpose: "publishes to branches",
    environment: [
      "LC_ALL": "C", "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
      "GIT_COMMON_DIR": nil, "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil,
      "GIT_QUARANTINE_PATH": nil,
    ], timeout: .seconds(3_600), ending: .told)
  package static let rsync = ExternalProgram(
    name: "rsync", package: "rsync", purpose: "publishes to other machines", environment: ["LC_ALL": "C"],
    timeout: .seconds(3_600), ending: .told)

  /// Publishes to stores such as S3, SFTP, WebDAV and Azure.
  package static let rclone = ExternalProgram(
    name: "rclone", package: "rclone", purpose: "publishes to remote stores", timeout: .seconds(3_600),
    ending: .told)

  /// Opens an address in the default browser of the desktop.
  static let browser = ExternalProgram(
    name: browserName, package: "xdg-utils", purpose: "opens the browser", ending: .none)

  #if os(macOS)
    private static let browserName = "open"
  #else
    private static let browserName = "xdg-open"
  #endif
}

/// The user's default browser.
package enum Browser {
  /// Opens `address` in the browser; false on failure.
  package static func open(_ address: String) async -> Bool {
    (try? await Programs.browser.finish([address], in: .current))?.exitCode == 0
  }
}
