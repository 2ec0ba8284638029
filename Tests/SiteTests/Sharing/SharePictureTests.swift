import Content
import Foundation
import Graph
import Testing

@testable import Site

@Suite("Pictures of links")
struct SharePictureTests {
  private func site(
    _ files: [String: String], language: String = "en", isOn: Bool = true,
    base: String? = "https://site.example/"
  ) throws -> WrittenSite {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.title = "The <record>"
    settings.description = "Who stands where."
    settings.language = language
    settings.sharePictures = isOn
    settings.baseURL = try base.map { try BaseURL($0) }
    return WrittenSite(files, settings: settings, today: PartialDate(year: 2025, month: 6, day: 1))
  }

  private static let report = """
    ---
    title: March
    date: 2025-03-02
    ---

    | Aspect | North | South & Co | East |
    |---|---|---|---|
    | Dams | [+] Build | [--] Never | [+] Yes |
    | Ports | Unrated words | — | — |
    """
  private static let files = [
    "reports/march.md": report,
    "issues/dams.md": "---\ntitle: Dams\nproposition: Dams should be built.\n---\n",
  ]

  private func picture(_ path: String, of site: WrittenSite) throws -> SharePicture {
    try #require(site.plan.sharePictures.first { $0.path == path })
  }

  private func text(_ picture: SharePicture) -> String { String(decoding: picture.svg, as: UTF8.self) }

  /// The texts of a picture, in order.
  private func texts(_ picture: SharePicture) -> [String] {
    text(picture).matches(of: #/<text [^>]*>([^<]*)<\/text>/#).map {
      String($0.output.1).replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing(
        "&gt;", with: ">")
    }
  }

  @Test("there is one for each issue and party with a stance, and one for all other pages")
  func pictures() throws {
    let paths = try site(Self.files).plan.sharePictures.map(\.path)
    #expect(
      paths == [
        "assets/share/site.png", "assets/share/issues/dams.png", "assets/share/parties/east.png",
        "assets/share/parties/north.png", "assets/share/parties/south-co.png",
      ])
    #expect(try site(Self.files, isOn: false).plan.sharePictures.isEmpty)
    #expect(try site(Self.files, base: nil).plan.sharePictures.isEmpty)
  }

  @Test("a picture shows the parties under their stances, and its description says the same")
  func issue() throws {
    let picture = try picture("assets/share/issues/dams.png", of: site(Self.files))
    #expect(
      texts(picture) == [
        "The <record>", "Dams", "Dams should be built.", "Red line", "South & Co", "Opposes", "–", "Neutral",
        "–",
        "Supports", "East", "North", "Champions", "–",
      ])
    #expect(
      picture.description
        == "Dams. Dams should be built. Red line: South & Co. Supports: East, North. The <record>")
  }

  @Test("the picture of all other pages is text alone")
  func whole() throws {
    let picture = try picture("assets/share/site.png", of: site(Self.files))
    #expect(texts(picture) == ["The <record>", "Who stands where."])
    #expect(picture.description == "The <record>. Who stands where")
  }

  @Test("a picture is of the current stances that answer the present question")
  func current() throws {
    var files = Self.files
    files["reports/april.md"] =
      "---\ntitle: April\ndate: 2025-04-01\n---\n\n| Aspect | North | South & Co |\n|---|---|---|\n| Dams | [-] No more | — |\n"
    files["parties/east.md"] = "---\ntitle: East\nto: 2025-03-20\n---\n"
    let site = try site(files)
    let shown = texts(try picture("assets/share/issues/dams.png", of: site))
    #expect(shown.firstIndex(of: "North") == shown.firstIndex(of: "Opposes").map { $0 + 1 })
    #expect(!shown.contains("East"))
    #expect(!site.plan.sharePictures.contains { $0.path == "assets/share/parties/east.png" })
  }

  @Test("long names are shortened with an ellipsis, and names without room are counted")
  func many() throws {
    let names = (1...14).map { "A very long name of a party with the number \($0)" }
    let table =
      "| Aspect | \(names.joined(separator: " | ")) |\n|---|\(String(repeating: "---|", count: 14))\n"
      + "| Dams | \(names.map { _ in "[+] Build" }.joined(separator: " | ")) |\n"
    let site = try site(["reports/march.md": "---\ntitle: March\ndate: 2025-03-02\n---\n\n" + table])
    let picture = try picture("assets/share/issues/dams.png", of: site)
    let lines = texts(picture)
    let count = lines.count { $0.hasSuffix("…") }
    #expect((1...13).contains(count) && lines.contains("\(14 - count) more"), "\(lines)")
    #expect(picture.description.contains("\(14 - count) more"))
    let last = text(picture).matches(of: #/ y="(\d+)" font-size/#).compactMap { Int($0.output.1) }.max() ?? 0
    #expect(last <= 630 - 20, "nothing is below the picture")
  }

  @Test(
    "no text is too small to be read, and no picture refers to a file", arguments: ["en", "ar", "zh", "ru"])
  func legible(_ language: String) throws {
    let site = try site(Self.files, language: language)
    for picture in site.plan.sharePictures {
      let svg = text(picture)
      let sizes = svg.matches(of: #/font-size="(\d+)"/#).compactMap { Int($0.output.1) }
      #expect(!sizes.isEmpty && sizes.allSatisfy { $0 >= 24 })
      #expect(!svg.contains("href") && !svg.contains("url(") && !svg.contains("<image"))
      #expect(svg.contains("direction=\"rtl\"") == (language == "ar"))
    }
  }

  @Test("the fills of stances differ in lightness, and their words can be read on them")
  func colours() {
    func light(_ colour: String) -> Double {
      let short = colour.dropFirst()
      let digits = short.count == 3 ? short.map { "\($0)\($0)" }.joined() : String(short)
      let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
        let value = Double(Int(digits.dropFirst(place).prefix(2), radix: 16) ?? 0) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    func contrast(_ one: Double, _ other: Double) -> Double {
      (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }
    let fills = Stance.allCases.map { light(SharePicturePainter.colours($0).fill) }.sorted()
    for (one, other) in zip(fills, fills.dropFirst()) { #expect(contrast(one, other) >= 1.3, "\(fills)") }
    for stance in Stance.allCases {
      let colours = SharePicturePainter.colours(stance)
      #expect(contrast(light(colours.fill), light(colours.text)) >= 4.5, "\(stance)")
    }
  }

  @Test("pages name the picture that was drawn, with a description; without one they have none")
  func pages() throws {
    let site = try site(Self.files)
    func head(_ path: String, of plan: SitePlan) throws -> String {
      let page = try #require(plan.pages.first { $0.path == path })
      return String(decoding: plan.render(page).bytes, as: UTF8.self)
    }
    let without = try head("issues/dams/index.html", of: site.plan)
    #expect(!without.contains("og:image") && without.contains("og:title"))
    #expect(without.contains("<meta name=\"twitter:card\" content=\"summary\">"))
    let drawn = site.plan.showing(site.plan.sharePictures)
    let issue = try head("issues/dams/index.html", of: drawn)
    #expect(issue.contains("content=\"https://site.example/assets/share/issues/dams.png\""))
    #expect(issue.contains("<meta property=\"og:image:alt\" content=\"Dams. Dams should be built."))
    #expect(issue.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
    for path in ["index.html", "reports/march/index.html", "issues/ports/index.html"] {
      #expect(try head(path, of: drawn).contains("assets/share/site.png"), "\(path)")
    }
  }

  @Test("a picture of the site’s own theme comes before those that are drawn")
  func own() {
    let drawn = [SharePicture(path: "assets/share/site.png", svg: [], description: "All")]
    let kinds = SharePictures(own: ["assets/picture-issue.png"]).adding(drawn)
    #expect(kinds.picture(at: "issues/dams", of: .issue)?.path == "assets/picture-issue.png")
    #expect(kinds.picture(at: "", of: .site)?.path == "assets/share/site.png")
    let whole = SharePictures(own: ["assets/picture-site.png"]).adding(drawn)
    #expect(whole.picture(at: "reports/x", of: .report)?.path == "assets/picture-site.png")
    #expect(SharePictures().picture(at: "", of: .site) == nil)
  }
}
