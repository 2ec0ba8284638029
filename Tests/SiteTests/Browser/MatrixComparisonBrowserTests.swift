import Content
import Graph
import TestSupport
import Testing

@testable import Site

/// The matrix's script compares parties by the same rule as `Agreement`.
@Suite(
  "Comparing parties in the matrix", .serialized,
  .enabled(if: PythonEnvironment.hasBrowser, "they need Chromium and playwright"))
struct MatrixComparisonBrowserTests {
  private static let parties = ["Ash", "Birch", "Cedar", "Elm", "Fig"]

  /// Forty issues with every kind of cell, and a party that has ended; some pairs have concurrent positions in a second report of the same day.
  private static let site: WrittenSite = {
    var generator = SeededGenerator(seed: 11)
    let marks = ["[++] ", "[+] ", "[+] ", "[0] ", "[-] ", "[-] ", "[--] ", "[~] ", "", "none"]
    func table(_ isSparse: Bool) -> String {
      let head = "| Issue | \(parties.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: 6))\n"
      return head
        + (1...40).map { issue in
          let cells = parties.map { _ -> String in
            let mark = marks[Int.random(in: 0..<marks.count, using: &generator)]
            if mark == "none" || (isSparse && Int.random(in: 0..<5, using: &generator) > 0) { return "" }
            return mark + "Words \(Int.random(in: 0..<3, using: &generator))"
          }
          return "| Issue \(issue) | \(cells.joined(separator: " | ")) |\n"
        }.joined()
    }
    let front = "---\ndate: 2025-03-02\n---\n\n"
    return WrittenSite(
      [
        "reports/a.md": front + table(false), "reports/b.md": front + table(true),
        "parties/fig.md": "---\ntitle: Fig\nto: 2025-04\n---\n",
      ], today: PartialDate("2025-06-01"))
  }()

  /// A choice in the matrix: parties by index (none: all), and the outcome to show.
  private struct Choice {
    let parties: [Int]
    let outcome: String
    var against: Int?

    var address: String {
      var parts = parties.isEmpty ? [] : ["party=" + parties.map { slug($0) }.joined(separator: ",")]
      parts.append("compare=\(outcome)")
      if let against { parts.append("against=\(slug(against))") }
      return parts.joined(separator: "&")
    }

    private func slug(_ party: Int) -> String { MatrixComparisonBrowserTests.parties[party].lowercased() }
  }

  private static let choices: [Choice] =
    [[], [0, 1], [1, 4], [0, 1, 2], [1, 2, 3, 4]].flatMap { parties in
      ["agree", "differ", "against", "unclear"].map { Choice(parties: parties, outcome: $0) }
    }
    + [([0], 1), ([0, 1], 2), ([2, 3], 0), ([0, 1, 2], 3)].map {
      Choice(parties: $0.0, outcome: "against", against: $0.1)
    }

  /// The issues that the matrix has to show, and how many have each outcome, by the rule in Swift.
  private static func expected(_ choice: Choice) -> String {
    let graph = site.graph
    let chosen = choice.parties.isEmpty ? Array(parties.indices) : choice.parties
    let all = (chosen + [choice.against].compactMap { $0 }).sorted()
    let agreement = PartyAgreement(of: all.map { ID($0) }, in: graph)
    let rows = agreement.rows.map { row -> (row: PartyAgreement.Row, isAgainst: Bool) in
      guard let against = choice.against else { return (row, Agreement.oneAgainstOthers(row.sides) != nil) }
      let others = row.sides.indices.filter { all[$0] != against }.map { row.sides[$0] }
      return (row, Agreement.isAgainst(graph.side(of: ID(against), on: row.issue), others))
    }
    let shown = rows.filter {
      choice.outcome == "against" ? $0.isAgainst : $0.row.agreement.rawValue == choice.outcome
    }
    let counts =
      [Agreement.agree, .differ].map { outcome in rows.count { $0.row.agreement == outcome } }
      + [rows.count(where: \.isAgainst), rows.count { $0.row.agreement == .unclear }]
    let names = shown.map { graph.issues[$0.row.issue.index].name.replacing("Issue ", with: "") }
    return "\(names.joined(separator: " "))|\(counts.map(String.init).joined(separator: " "))"
  }

  @Test("shows the issues, and counts the outcomes, that the rule in Swift gives")
  func sameRule() async throws {
    let steps = """
      page = visit(browser.new_context(), "site", "matrix/", minutes=0)
      for address in sys.argv[2:]:
          page.evaluate("address => { location.hash = address }", address)
          rest(page, 30)
          rows = page.eval_on_selector_all(".matrix tbody th[scope=row]", "all => all.filter(one => one.checkVisibility()).map(one => one.textContent.replace('Issue ', ''))")
          counts = page.eval_on_selector_all(".outcomes b", "all => all.map(one => one.textContent)")
          kept = page.evaluate("document.querySelector('[name=compare]').value")
          print(" ".join(rows) + "|" + " ".join(counts) if "compare=" + kept in address else "the choice is lost: " + kept)
      print(errors)
      """
    let printed = try await BrowserProgram.run(steps, on: ["site": Self.site], Self.choices.map(\.address))
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(printed.count > Self.choices.count, "\(printed)")
    for (choice, line) in zip(Self.choices, printed) {
      #expect(line == Self.expected(choice), "\(choice.address)")
    }
    #expect(printed[Self.choices.count] == "[]")
    // The choices are worth comparing: each kind of outcome occurs.
    let isEmpty = Self.choices.map { Self.expected($0).hasPrefix("|") }
    #expect(isEmpty.count { !$0 } >= 12)
  }

  @Test("is in the address, is announced, and can be reset")
  func control() async throws {
    let printed = try await BrowserProgram.run(
      """
      page = visit(browser.new_context(), "site", "matrix/", minutes=0)
      whole = page.locator(".matrix tbody tr:visible").count()
      print("legend", page.locator(".filters fieldset legend").text_content())
      print("hidden", page.locator("[name=against]").is_visible(), page.locator(".outcomes").is_visible())
      page.locator(".picker summary").click()
      page.get_by_role("checkbox", name="Ash", exact=True).check()
      page.get_by_label("Outcome").select_option("against")
      page.get_by_label("Which one").select_option("birch")
      print("address", page.url.split("#")[1])
      print("fewer", 0 < page.locator(".matrix tbody tr:visible").count() < whole, page.locator("[role=status] .outcomes").is_visible())
      page.reload()
      print("kept", page.get_by_label("Which one").input_value())
      sizes = page.eval_on_selector_all(".filters select, .filters summary, .filters button", "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect()).every(one => one.width >= 24 && one.height >= 24)")
      print("targets", sizes)
      page.locator(".filters [type=reset]").click()
      rest(page, 60)
      print("reset", page.locator(".matrix tbody tr:visible").count() == whole, "#" in page.url, page.locator("[name=against]").is_visible())
      print(errors)
      """, on: ["site": Self.site])
    #expect(
      printed == [
        "legend Compare", "hidden False False", "address party=ash&compare=against&against=birch",
        "fewer True True",
        "kept birch", "targets True", "reset True False False", "[]",
      ])
  }
}
