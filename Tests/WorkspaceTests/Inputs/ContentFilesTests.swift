import Diagnostics
import Testing

@testable import Workspace

@Suite struct ContentFilesTests {
  @Test("the message about a large file gives its size")
  func tooLarge() {
    let diagnostic = TooLarge(sourcePath: "Content/reports/a.md", size: 12_340_000).diagnostic
    #expect(
      DiagnosticPrinter { _ in nil }.text(diagnostic) == """
        Content/reports/a.md: error: this file is too large: 12.3 MB (the limit is 10 MB) [file-too-large]
             = help: split it into several files

        """)
  }
}
