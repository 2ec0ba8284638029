import Content
import Foundation
import Testing

@testable import Site

@Suite("Right to left") struct WritingDirectionTests {
  @Test(
    "a script in the tag takes precedence over the language",
    arguments: [
      ("ar", true), ("AR-eg", true), ("fa-IR", true), ("he", true), ("ckb", true), ("ku-Arab", true),
      ("uz-Arab-AF", true),
      ("en", false), ("ku", false), ("ar-Latn", false), ("de-DE-1996", false), ("az", false),
    ])
  func tags(_ tag: String, isRightToLeft: Bool) {
    #expect((WritingDirection(language: tag) == .rightToLeft) == isRightToLeft)
  }

  @Test("every page of a site in Arabic has the direction attribute, other sites have none") func pages() {
    let files = [
      "reports/a.md":
        "---\ntitle: الموانئ\n---\n\n| القضية | الشمال | الجنوب |\n|---|---|---|\n| الرسوم | نعم | لا |\n"
    ]
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://example.org/")
    settings.language = "ar"
    let arabic = WrittenSite(files, settings: settings)
    for path in arabic.pages {
      #expect(arabic.page(path).contains("<html lang=\"ar\" dir=\"rtl\">"), "\(path)")
    }
    let english = WrittenSite(files)
    for path in english.pages { #expect(english.page(path).contains("<html lang=\"en\">"), "\(path)") }
  }

  @Test("the style sheet uses start and end instead of left and right") func styleSheet() throws {
    let bytes = try #require(Theme.builtIn["assets/site.css"])
    let physical = try Regex(
      #"^\s*(?:(?:margin|padding|border)-(?:left|right)|left|right|float|clear|border-(?:top|bottom)-(?:left|right)-radius)\b[^:;{]*:[^;]*;|^\s*(?:margin|padding): *(\S+) +(\S+) +\S+ +(?!\2;)\S+;"#
    ).anchorsMatchLineEndings()
    let found = String(decoding: bytes, as: UTF8.self).matches(of: physical).map { String($0.0) }
    #expect(found.isEmpty, "write margin-inline-start and the like: \(found)")
  }
}
