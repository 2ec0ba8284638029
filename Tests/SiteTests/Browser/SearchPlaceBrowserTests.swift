import Foundation
import Testing

@testable import Site

/// How the search tells the places of a page with matches apart, in a real browser.
@Suite(
  "Places in search results",
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct SearchPlaceBrowserTests {
  @Test("text below a table or a list belongs to the section around it, and what is shown holds the match")
  func belowLists() async throws {
    let bytes = try #require(Theme().assets.first { $0.path == "assets/search.js" }?.bytes)
    let script = String(decoding: bytes, as: UTF8.self)
    let printed = try await BrowserProgram.run(
      """
      page = browser.new_context().new_page()
      page.on("pageerror", lambda error: errors.append(str(error)))
      page.goto("about:blank")
      script = sys.argv[2]
      part = script[script.index("const sections ="):script.index("// The names of issues and parties; undefined")]
      content = "Rep Tolls # | North. Wants it. South No. Earlier positions. Red opposed it in winter. Blue said no. Closing words about ferries here. Next # more"
      words = content.split(" ")
      anchors = [dict(element=element, id=id, text=text, location=words.index(first)) for element, id, text, first in [
          ("h2", "tolls", "Tolls #", "Tolls"), ("td", "north", "Wants it.", "Wants"), ("td", "south", "No.", "No."),
          ("li", "t--red--2", "Red opposed it in winter.", "Red"), ("li", "t--blue--2", "Blue said no.", "Blue"),
          ("h2", "next", "Next #", "Next")]]
      for word in ["ferries", "Earlier", "said", "Wants", "South", "more"]:
          found = page.evaluate("([part, page]) => new Function('before', 'around', part + '; return sections;')(5, 20)(page)",
              [part, dict(raw_content=content, locations=[words.index(word)], anchors=anchors)])
          print(word, found[0]["id"], " ".join("*" + one["word"] if one["isFound"] else one["word"] for one in found[0]["words"]))
      print(errors)
      """, on: [:], [script])
    #expect(
      printed.split(separator: "\n") == [
        "ferries tolls Closing words about *ferries here.", "Earlier tolls *Earlier positions.",
        "said t--blue--2 Blue *said no.", "Wants north *Wants it.", "South south *South No.",
        "more next *more", "[]",
      ])
  }
}
