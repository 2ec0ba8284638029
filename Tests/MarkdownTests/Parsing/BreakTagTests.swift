import Markdown
import Testing

@Suite("A tag <br>") struct BreakTagTests {
  @Test(
    "divides words wherever text is shown without markup",
    arguments: [
      ("## Water<br>policy", NodeKind.heading), ("Water<BR/>policy", .paragraph),
      ("- Water<br />policy", .listItem), ("> Water <br>\npolicy", .blockQuote),
      ("Water\n: policy", .paragraph),
    ])
  func plainText(text: String, kind: NodeKind) {
    let document = parsed(text).document
    let index = document.nodes.firstIndex { $0.kind == kind }
    #expect(
      index.map { document.plainText(of: $0).replacing(":", with: "").split(separator: " ") } == [
        "Water", "policy",
      ])
  }

  @Test("stays a line break in HTML, and in the title of a callout") func html() {
    let profile = MarkdownProfile.site
    #expect(MarkdownTests.html("Water<br>policy", profile, trusted: false).contains("Water<br />policy"))
    let callout = parsed("> [!note] Two<br>lines\n> Body").document
    let title = callout.nodes.firstIndex { $0.kind == .calloutTitle }
    #expect(title.map { callout.plainText(of: $0) } == "Two lines")
  }

  @Test("in code is code") func code() {
    let document = parsed("`Water<br>policy`").document
    #expect(document.plainText(of: 1) == "Water<br>policy")
  }
}
