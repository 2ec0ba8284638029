import Content
import Diagnostics
import Foundation
import Text

/// A configuration of Open Election Compass, version 1: parties, and their answers to theses.
package struct ElectionCompass: Sendable {
  /// A text in several languages, by their codes; some files have one text for all.
  private struct Texts: Decodable {
    let all: [String: String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        all = ["": text]
      } else {
        all = try container.decode([String: String?].self).compactMapValues(\.self)
      }
    }

    /// The text in a language, else the first one that is not empty.
    subscript(language: String) -> String {
      let texts = [all[language] ?? ""] + all.sorted { $0.key < $1.key }.map(\.value)
      return texts.lazy.map { String($0.trimmingWhitespace) }.first { !$0.isEmpty } ?? ""
    }
  }

  private struct File: Decodable {
    struct Language: Decodable {
      let name: String?
      let code: String
    }

    struct Party: Decodable {
      let alias: String
      let name: Texts?
      let short: Texts?
    }

    struct Answer: Decodable {
      let position: String?
      let explanation: Texts?
    }

    struct Thesis: Decodable {
      let title: Texts?
      let statement: Texts?
      let positions: [String: Answer]?
    }

    let languages: [Language]?
    let title: Texts?
    let parties: [Party]
    let theses: [Thesis]
  }

  /// The title of the election; nil: none.
  package let title: String?
  /// The code of the language whose texts are read; empty: the file names none.
  package let language: String
  /// The codes of the other languages of the file.
  package let otherLanguages: [String]
  /// The answers as a sheet with a row for each, in the order of theses, then parties.
  package let sheet: [UInt8]
  /// The theses by title, for those that have both a title and a statement.
  let statements: [(title: String, statement: String)]
  /// The titles that several theses have, as topics of theirs, with the number of theses.
  let topics: [(title: String, count: Int)]

  /// nil: the bytes are not such a file.
  ///
  /// - Parameter preferred: the languages whose texts are wanted, the most wanted first.
  package init?(_ bytes: [UInt8], preferred: [String] = []) {
    guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), !file.theses.isEmpty else {
      return nil
    }
    let codes = file.languages?.map(\.code) ?? []
    let language = preferred.first(where: codes.contains) ?? codes.first ?? ""
    self.language = language
    otherLanguages = codes.filter { $0 != language }
    title = file.title.map { $0[language] }.flatMap { $0.isEmpty ? nil : $0 }
    var rows = CSV(isForSpreadsheets: false)
    var statements: [(String, String)] = []
    rows.append(["Issue", "Party", "Position", "Stance"])
    let theses = file.theses.map {
      (title: $0.title?[language] ?? "", statement: Self.plain($0.statement?[language] ?? ""))
    }
    let titles = Dictionary(grouping: theses.filter { !$0.statement.isEmpty }) { NameKey($0.title) }
    var topics: [(title: String, count: Int)] = []
    for (thesis, (title, statement)) in zip(file.theses, theses) {
      let count = statement.isEmpty || title.isEmpty ? 1 : titles[NameKey(title)]?.count ?? 1
      let name = count > 1 ? "" : title
      if count > 1, !topics.contains(where: { NameKey($0.title) == NameKey(title) }) {
        topics.append((title, count))
      }
      let issue = name.isEmpty ? statement : name
      if !name.isEmpty, !statement.isEmpty { statements.append((name, statement)) }
      for party in file.parties {
        guard let answer = thesis.positions?[party.alias] else { continue }
        let explanation = answer.explanation?[language] ?? ""
        let full = party.name?[language] ?? ""
        let short = party.short?[language] ?? ""
        rows.append(
          [
            issue, full.isEmpty ? short.isEmpty ? party.alias : short : full,
            explanation, Self.word(answer.position ?? "skip", isExplained: !explanation.isEmpty),
          ])
      }
    }
    self.statements = statements
    self.topics = topics
    sheet = rows.bytes
  }

  /// Answers by their words in sheets; an unknown one stays as it is, and is reported there.
  private static func word(_ answer: String, isExplained: Bool) -> String {
    switch answer {
    case "strongly-approve": "strongly agree"
    case "approve": "agree"
    case "neutral", "partly": "neutral"
    case "reject": "disagree"
    case "strongly-reject": "strongly disagree"
    case "skip": isExplained ? "" : "skip"
    default: answer
    }
  }

  /// A statement without the definitions of its terms, `[term]<definition>`.
  private static func plain(_ statement: String) -> String {
    statement.replacing(/\[([^\]]+)\]<[^>]*>/) { String($0.output.1) }
  }
}

extension ReportImporter {
  /// Imports the answers of parties to theses, from a configuration of Open Election Compass.
  package func report(fromCompass compass: ElectionCompass, source: String) -> ImportedReport {
    var options = options
    options.title = options.title ?? compass.title
    let sheet = ImportedSheet(
      name: nil, source: SourceText(path: source, bytes: compass.sheet), separator: ",")
    let report = ReportImporter(options: options).report(fromSheets: [sheet])
    return report.adding(compass)
  }
}

extension ImportedReport {
  /// The report with the statements that the answers are about, and with the decision about languages.
  fileprivate func adding(_ compass: ElectionCompass) -> ImportedReport {
    let (statements, others) = (compass.statements, compass.otherLanguages)
    var decisions = decisions.map { ImportDecision(line: nil, $0.message) }
    if !others.isEmpty {
      decisions.append(
        ImportDecision(
          line: nil,
          "the text in “\(compass.language)” is imported; the file also has \(others.joined(separator: ", "))"
        )
      )
    }
    for (title, count) in compass.topics {
      decisions.append(
        ImportDecision(
          line: nil,
          "“\(title)” is the title of \(count) theses, so their statements become the names of the issues"))
    }
    for (title, statement) in statements {
      decisions.append(
        ImportDecision(
          line: nil, "“\(title)”: stances answer “\(statement)”; write it as proposition: in issues/"))
    }
    let list = statements.map { title, statement in
      DraftBlock.paragraph(
        MarkdownEscape.lineStart(MarkdownEscape.inline(title)) + ": " + MarkdownEscape.inline(statement))
    }
    return ImportedReport(
      text: list.isEmpty ? text : text + "\n" + DraftWriter.text([.list(start: nil, list.map { [$0] })]),
      title: self.title, slug: slug,
      decisions: decisions, diagnostics: diagnostics, images: images, nextSteps: nextSteps)
  }
}
