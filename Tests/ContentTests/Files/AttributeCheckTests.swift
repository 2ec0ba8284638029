import Content
import Diagnostics
import Testing

@Suite("Attributes that are not where they are read") struct AttributeCheckTests {
  private static func table(_ cell: String, header: String = "North") -> String {
    "| Issue | \(header) | South |\n|--|--|--|\n| Tolls | \(cell) | x |\n\n[^1]: A source.\n"
  }

  @Test("are reported in a cell, with the way to correct it")
  func cell() {
    #expect(
      Reading(Self.table("Wants it {as-of=2024}[^1]")).printed == """
        Content/reports/a.md:3:20: warning: “{as-of=2024}” is shown as text, because it is not at the end of the cell, or not written as {key=value} [misplaced-attribute]
           3 | | Tolls | Wants it {as-of=2024}[^1] | x |
             |                    ^~~~~~~~~~~~
             = help: move it to the end of a position’s cell, after notes and full stops, with all attributes in one pair of braces

        """)
  }

  @Test(
    "are found wherever a cell, a heading, a caption or a text has them",
    arguments: [
      table("Wants it {evidence=vote}."), table("{as-of=2024} Wants it"),
      table("Wants it {as-of=2024} {evidence=vote}"),
      table("Wants it { as-of=2024 }"), table("Wants it {as-of: 2024}"),
      table("x", header: "North {as-of=2024}"),
      table("**Wants it {as-of=2024}**"), "## Tolls {#tolls} today\n",
      "## Tolls {#tolls}[^1]\n\n[^1]: A source.\n",
      table("x") + "\n: Tolls {#tbl-tolls .positions}.\n", "Wants it {as-of=2024}\n",
      "- Wants it {evidence=vote}\n",
      "<!-- standpoint: positions list -->\n- Tolls\n  - North: Wants it {as-of=2024}[^1]\n  - South: x\n\n[^1]: A source.\n",
    ])
  func places(text: String) {
    #expect(Reading(text).printed.contains("[misplaced-attribute]"), "\(text)")
  }

  @Test(
    "are not seen in attributes that are read, in code, after a backslash and in braces of ordinary text",
    arguments: [
      table("Wants it.[^1] {as-of=2024 evidence=vote}"), table("Wants it \\{as-of=2024} here"),
      table("Wants it `{as-of=2024}` here"), "## Tolls {#tolls}\n",
      table("x") + "\n: Tolls {#tbl-tolls .positions}\n",
      "{x} and {{as-of}} and \\frac{a=1}{b} and {#each a}\n", "{as-of} {evidence} {asof=1} {date=2024}\n",
      "```\n{as-of=2024}\n```\n", "<!-- {as-of=2024} -->\n", "An {as-of=2024\n", "## The set {a, b} = {b}\n",
      "<!-- standpoint: positions list -->\n- Tolls\n  - North: Wants it. {as-of=2024}\n  - South: x\n",
    ])
  func others(text: String) {
    #expect(!Reading(text).printed.contains("[misplaced-attribute]"), "\(text)")
  }
}
