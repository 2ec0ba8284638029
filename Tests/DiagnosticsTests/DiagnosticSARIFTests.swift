import Diagnostics
import Foundation
import Testing

/// Compares the log with the parts of the SARIF 2.1.0 schema that it uses.
@Suite struct DiagnosticSARIFTests {
  private static let files = ["a é.md": "one\ntwo “three”\n", "/whole/b.md": "x\n"]

  private func log(_ diagnostics: [Diagnostic], isStrict: Bool = false) throws -> [String: Any] {
    let list = DiagnosticPolicy(isStrict: isStrict).apply(to: diagnostics)
    let text = DiagnosticSARIF(version: "1.2.3") { Self.files[$0].map { Array($0.utf8) } }.text(list)
    #expect(text.hasSuffix("}\n"))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let some = [
    Diagnostic(
      .brokenLink, at: Place(path: "a é.md", range: 8..<19), "a \"quoted\" word",
      notes: [Note("here", at: Place(path: "/whole/b.md", range: 0..<1)), Note("without a place")],
      suggestion: Suggestion("did you mean “x”?", replacement: "x")),
    Diagnostic(.withoutBaseURL, at: nil, "no address"),
    Diagnostic(.raggedRow, at: Place(path: "gone.md"), "row"),
  ]

  @Test("has every property that the schema requires, with allowed types and values")
  func structure() throws {
    let log = try log(Self.some)
    #expect(log["version"] as? String == "2.1.0")
    #expect(
      Set(log.keys).isSubset(of: ["$schema", "version", "runs", "inlineExternalProperties", "properties"]))
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "standpoint" && driver["version"] as? String == "1.2.3")
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(runs[0]["columnKind"] as? String))
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ["broken-link", "ragged-row", "without-base-url"])
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = try #require((rule[key] as? [String: Any])?["text"] as? String)
        #expect(text.hasSuffix("."), "\(key)")
      }
    }
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.count == 3)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
      #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
      #expect((result["message"] as? [String: Any])?["text"] is String)
      for list in ["locations", "relatedLocations"] {
        for location in result[list] as? [[String: Any]] ?? [] { try check(location) }
      }
    }
  }

  private func check(_ location: [String: Any]) throws {
    #expect(Set(location.keys).isSubset(of: ["id", "physicalLocation", "message"]))
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    let address = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
    #expect(URL(string: address) != nil && address.allSatisfy { $0.isASCII && $0 != " " })
    guard let region = physical["region"] as? [String: Any] else { return }
    for key in ["startLine", "startColumn", "endLine", "endColumn"] {
      #expect(try #require(region[key] as? Int) >= 1, "\(key)")
    }
  }

  @Test("gives places: lines and columns in scalars, paths as URIs")
  func places() throws {
    let runs = try #require(try log(Self.some)["runs"] as? [[String: Any]])
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    let broken = try #require(results.first { $0["ruleId"] as? String == "broken-link" })
    #expect(
      (broken["message"] as? [String: Any])?["text"] as? String == "a \"quoted\" word; did you mean “x”?")
    let physical = (broken["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    #expect((physical?["artifactLocation"] as? [String: Any])?["uri"] as? String == "a%20%C3%A9.md")
    #expect(
      physical?["region"] as? [String: Int] == [
        "startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 12,
      ])
    let related = try #require(broken["relatedLocations"] as? [[String: Any]])
    #expect(related.count == 1)
    let other = (related[0]["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: Any]
    #expect(other?["uri"] as? String == "file:///whole/b.md")
    #expect(
      (results.first { $0["ruleId"] as? String == "without-base-url" }?["locations"] as? [Any])?.isEmpty
        == true)
  }

  @Test("gives the severity in this run, and an empty list if there is nothing to report")
  func severities() throws {
    let runs = try #require(try log(Self.some, isStrict: true)["runs"] as? [[String: Any]])
    let levels = (runs[0]["results"] as? [[String: Any]])?.compactMap { $0["level"] as? String }
    #expect(levels?.sorted() == ["error", "error", "note"])
    let empty = try #require(try log([])["runs"] as? [[String: Any]])
    #expect((empty[0]["results"] as? [Any])?.isEmpty == true)
  }

  @Test("GitHub annotations: nothing in a name or message can end a command or a property")
  func annotations() {
    let list = DiagnosticPolicy().apply(to: [
      Diagnostic(.brokenLink, at: Place(path: "a,b:c.md"), "50% of\nlines", suggestion: Suggestion("fix it"))
    ])
    let text = DiagnosticAnnotations { _ in nil }.text(list)
    #expect(text == "::error file=a%2Cb%3Ac.md,title=broken-link::50%25 of%0Alines%0Afix it\n")
  }
}
