import TestSupport
import Testing

@testable import Markdown

@Suite("Plain text in cells")
struct PlainTextTests {
  /// Mostly characters of plain text, and some that have a meaning in Markdown.
  private static let alphabet =
    Array("abcwW XYZ019.,;()'\"/-+?äé中“—\u{A0}") + Array("*_`[]<>&!\\~=@:#^{}|%\t\u{FEFF}")

  private static func line(of count: Int, _ random: inout SeededGenerator) -> String {
    let usual = Int.random(in: 0..<4, using: &random) > 0
    let letters = usual ? alphabet.prefix(30) : alphabet[...]
    let text = String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
    return String(decoding: Array(text.utf8)[...].trimmingSpace, as: UTF8.self)
  }

  @Test("libcmark reads plain text as one text with the same bytes", arguments: [1, 2, 3])
  func agreement(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var plain = 0
    for _ in 0..<1_000 {
      let text = Self.line(of: Int.random(in: 1..<20, using: &random), &random)
      guard PlainText.isPlain(Array(text.utf8)[...]) else { continue }
      plain += 1
      let document = parsed("# \(text) #").document
      #expect(
        document.nodes.map(\.kind) == (text.isEmpty ? [.document, .heading] : [.document, .heading, .text]))
      guard let node = document.nodes.last, !text.isEmpty else { continue }
      #expect(document.text[node.text.range].elementsEqual(text.utf8), "\(text)")
      #expect(node.source.text(of: "# \(text) #") == text)
    }
    #expect(plain > 300)
  }

  @Test("cells have the same nodes, whether libcmark reads them or not", arguments: [4, 5])
  func nodes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // In a quotation, libcmark reads all cells.
    for _ in 0..<200 {
      let columns = Int.random(in: 1...4, using: &random)
      let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<columns).map { _ in
          let text = Self.line(of: Int.random(in: 0..<12, using: &random), &random)
            .filter { !"|`\\<#".contains($0) }
          return Int.random(in: 0..<3, using: &random) == 0 ? "[+] \(text) {as-of=2024}" : text
        }
      }
      let lines = [rows[0], rows[0].map { _ in "---" }] + rows.dropFirst()
      let table = lines.map { "| \($0.joined(separator: " | ")) |" }
      let (outside, quoted) = (table.joined(separator: "\n"), table.map { "> " + $0 }.joined(separator: "\n"))
      #expect(Self.cells(of: outside) == Self.cells(of: quoted), "\n\(outside)")
    }
  }

  /// What the cells of a text contain: the kinds of their nodes, with their texts and what was written for each.
  private static func cells(of text: String) -> [String] {
    let document = parsed(text).document
    return document.nodes.indices.filter { document.nodes[$0].kind == .tableCell }.flatMap { cell in
      document.nodes[cell..<Int(document.nodes[cell].end)].map { node in
        let (shown, extra) = (document.string(node.text), document.string(node.extra))
        return
          "\(node.kind) \(node.flag) \(node.detail) “\(shown)” “\(extra)” “\(node.source.text(of: text))”"
      }
    }
  }
}
