import Content
import Markdown
import Testing

@Suite("Verbatim passages") struct VerbatimPassagesTests {
  @Test(
    "are quoted, and longer than a title or have a source",
    arguments: [
      ("en", "Says “we will never accept this” and leaves", ["we will never accept this"]),
      ("en", #"Says "we will never accept this" and leaves"#, ["we will never accept this"]),
      ("en", "Says ‘we will never accept this’ and leaves", ["we will never accept this"]),
      ("en", "Says 'we don't ever accept this' and leaves", ["we don't ever accept this"]),
      ("en", "Opposes any enlargement", []),
      ("en", "A “special operation” in “The March plan”", []),
      ("en", "Calls it “unfair”[^1] and “dead”.[^1] but “late”, [[x]]", ["unfair", "dead"]),
      (
        "en", "Calls it [“unfair”](https://example.org) and “odd” [link](https://example.org)",
        ["unfair", "odd"]
      ),
      ("en", "The allies' view isn't Kyiv's, and the members’ view isn’t either’s own at all", []),
      ("en", "In the '90s and ’00s it built many roads for the cities' own benefit", []),
      ("en", "'90 ferries are enough for us' it says", ["90 ferries are enough for us"]),
      ("en", #"A 5" pipe and a 6" pipe are both too narrow"#, []),
      ("en", "An “open passage of many words that nothing closes", []),
      ("en", "“one two three four” and “a ‘b’ c d e”", ["one two three four", "a ‘b’ c d e"]),
      ("en", "“*Never*  again, we say”", ["Never again, we say"]),
      ("de", "Sagt „das werden wir nie hinnehmen“ und geht", ["das werden wir nie hinnehmen"]),
      ("de-AT", "Sagt »das werden wir nie hinnehmen« und geht", ["das werden wir nie hinnehmen"]),
      ("de-CH", "Sagt «das werden wir nie hinnehmen» und geht", ["das werden wir nie hinnehmen"]),
      ("fr", "Dit « nous n’accepterons jamais cela » et part", ["nous n’accepterons jamais cela"]),
      ("uk", "Каже «ми ніколи цього не приймемо» і йде", ["ми ніколи цього не приймемо"]),
      ("sv", "Säger ”vi går aldrig med på” och går", ["vi går aldrig med på"]),
      ("ja", "「我々は決して受け入れない」と述べた", ["我々は決して受け入れない"]),
      ("ja", "「停戦」に賛成", []),
      ("en", "'Tis the season of the members' choice, and it fears 'em and the members' vote", []),
      ("en", "Calls it “unfair!” [^1] and “odd” (see [^1])", ["unfair!"]),
      ("fr", "Dit «\u{202F}nous « jamais » cela ici\u{202F}» et part", ["nous « jamais » cela ici"]),
      ("uk", "Каже «ми «ніколи» не приймемо ані дня» і йде", ["ми «ніколи» не приймемо ані дня"]),
      ("en", "Says “one “two three four five” and leaves", ["one “two three four five"]),
      ("de", "Sagt „das werden wir ‚nie‘ hinnehmen“ und", ["das werden wir ‚nie‘ hinnehmen"]),
      ("da", "Siger ”det vil vi aldrig acceptere” og går", ["det vil vi aldrig acceptere"]),
      ("ar", "قال ”لن نقبل هذا الأمر أبدا“ وغادر", ["لن نقبل هذا الأمر أبدا"]),
      ("ar", "وصفه بأنه «ظالم»،[^1] وغادر", ["ظالم"]),
      ("ar", "وقال بـ\"لن نقبل هذا الأمر أبدا\" وغادر", ["لن نقبل هذا الأمر أبدا"]),
      ("zh", "他说\"我们绝不会接受这个条件\"并离开", ["我们绝不会接受这个条件"]),
      ("zh", "他说‘我们绝不会接受这个条件’并离开", ["我们绝不会接受这个条件"]),
      ("zh", "他说＂我们绝不会接受这个条件＂并离开", ["我们绝不会接受这个条件"]),
      ("zh", "称之为“不公平”。[^1]然后“可笑”，[^1]以及“停战”", ["不公平", "可笑"]),
    ])
  func found(language: String, cell: String, expected: [String]) throws {
    let text = "| Issue | A | B |\n|---|---|---|\n| X | \(cell) | no |\n\n[^1]: Note.\n"
    let document = try #require(Reading(text).report).header.document
    let cells = document.nodes.indices.filter { document.nodes[$0].kind == .tableCell }
    #expect(VerbatimPassages(language: language).passages(of: cells[4], in: document) == expected)
  }
}
