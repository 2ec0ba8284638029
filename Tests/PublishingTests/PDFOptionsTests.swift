import Diagnostics
import Testing

@testable import Publishing

@Suite("Options of WeasyPrint")
struct PDFOptionsTests {
  private static let old = "[--pdf-variant {pdf/a-1b,pdf/ua-1}] [--pdf-version PDF_VERSION]"
  private static let new = "[--pdf-variant {pdf/a-1b,pdf/ua-1}] [--pdf-tags]"

  @Test("documents are tagged with what the version offers")
  func tagged() {
    for help in [Self.old, Self.new] {
      let options = PDFOptions(help: help, length: 1_000)
      #expect(options.arguments == ["--pdf-variant", "pdf/ua-1"] && options.lack == nil)
    }
    #expect(PDFOptions(help: "[--pdf-tags]", length: 1_000).arguments == ["--pdf-tags"])
    let none = PDFOptions(help: "[-p]", length: 1_000)
    #expect(none.arguments.isEmpty && none.lack?.contains("cannot tag") == true)
  }

  @Test("a long document has no tags if the version would take too long for them, and says so")
  func long() {
    let length = Limit.taggedPaper.value + 1
    let options = PDFOptions(help: Self.old, length: length)
    #expect(options.arguments.isEmpty && options.lack?.contains("version 66") == true)
    #expect(PDFOptions(help: Self.new, length: length).lack == nil)
  }
}
