import Testing

@testable import Markdown

@Suite("GitHub's extensions")
struct GitHubTests {
  @Test("every example of the extensions gives the expected HTML, apart from disallowed HTML")
  func examples() throws {
    guard let examples = try SpecificationExample.load("gfm-extensions.json") else {
      print("skipped: ../shared/spec/gfm-extensions.json is missing")
      return
    }
    #expect(examples.count == 24)
    for example in examples where !example.section.hasPrefix("Disallowed Raw HTML") {
      #expect(
        normalised(html(example.markdown)) == normalised(example.html),
        "example \(example.example), \(example.section)")
    }
  }

  /// The examples write the attributes of task boxes in an older order.
  private func normalised(_ html: String) -> String {
    html.replacing(
      "<input disabled=\"\" type=\"checkbox\">", with: "<input type=\"checkbox\" disabled=\"\" />"
    )
    .replacing(
      "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
      with: "<input type=\"checkbox\" checked=\"\" disabled=\"\" />")
  }
}
