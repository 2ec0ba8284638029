import Content
import Diagnostics
import Editions
import Foundation
import Graph

@testable import Site

extension FuzzTarget {
  /// A whole site with one report of a stranger's: every file can be read, and no page has markup that only a trusted author may
  /// write.
  static let site = FuzzTarget("site") { bytes in
    let graph = GraphBuilder.build(
      [
        read("reports/a.md", .report, bytes).authored,
        read("issues/tolls.md", .issue, Array("---\ntitle: Tolls\n---\n![[a]]\n".utf8)).authored,
        read("parties/red.md", .party, Array("---\ntitle: Red\n---\nSee [[Tolls#Red]].\n".utf8)).authored,
      ], assets: [], settings: siteSettings, today: PartialDate(year: 2026, month: 1, day: 1)
    ).graph
    let plan = SitePlan(
      graph: graph, theme: theme, archive: EditionArchive([]),
      today: PartialDate(year: 2026, month: 1, day: 1))
    for page in plan.pages {
      if let fault = fault(of: page.path, plan.render(page).bytes) { return "\(page.path): \(fault)" }
    }
    return nil
  }

  private static func fault(of path: String, _ bytes: [UInt8]) -> String? {
    switch path.split(separator: ".").last {
    case "html", "xml", "svg":
      guard let text = String(validating: bytes, as: UTF8.self) else { return "invalid UTF-8" }
      return payloads.first { text.contains($0) }.map { "it contains “\($0)”" }
    case "json":
      let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return value == nil ? "invalid JSON" : nil
    case "md", "csv", "txt", "js", "css":
      return String(validating: bytes, as: UTF8.self) == nil ? "invalid UTF-8" : nil
    default: return nil
    }
  }

  /// What the fuzzer's list of words has; escaped, none of these stands in a page.
  private static let payloads = [
    "<svg onload", "<img src=x", "<script>", "<x onclick", "\" autofocus onfocus=a \"",
  ]

  private static let theme = Theme(language: "en")
  private static let siteSettings = {
    var settings = SiteSettings(switches: PageRegistry.switches)
    settings.baseURL = try? BaseURL("https://site.example/")
    settings.offersFrames = true
    settings.writesMarkdownCopies = true
    return settings
  }()
}
