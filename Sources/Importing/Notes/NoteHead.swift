import Content
import Diagnostics
import TOMLKit

/// The head of a Markdown file from elsewhere: YAML between `---`, TOML between `+++`, or a JSON object.
struct NoteHead {
  /// In the order of the file; those of TOML by name.
  let entries: [YAMLEntry]
  /// The start of the Markdown after the head.
  let body: Int
  /// How the head is written, such as `TOML`; nil: the file has none.
  let form: String?

  /// Throws if the head cannot be read; then nothing of the file is imported, because a part of the head could be private.
  init(_ source: SourceText) throws(NoteProblem) {
    if let foreign = ForeignFrontMatter.find(in: source.bytes) {
      form = foreign.form.rawValue
      body = foreign.body
      entries =
        try foreign.form == .toml
        ? Self.toml(source, foreign.content) : Self.yaml(source, foreign.content, form: "JSON")
      return
    }
    let (block, problems) = FrontMatterBlock.find(in: source)
    if let problem = problems.first { throw NoteProblem(problem, form: "front matter") }
    body = block.body
    form = block.yaml == nil ? nil : "YAML"
    entries =
      try block.yaml.map { yaml throws(NoteProblem) in try Self.yaml(source, yaml, form: "YAML") } ?? []
  }

  private static func yaml(
    _ source: SourceText, _ range: Range<Int>, form: String
  ) throws(NoteProblem) -> [YAMLEntry] {
    let (entries, problems) = YAMLText.read(source, range)
    if let problem = problems.first { throw NoteProblem(problem, form: form) }
    return entries
  }

  /// TOML is rewritten as JSON, which is YAML.
  private static func toml(_ source: SourceText, _ range: Range<Int>) throws(NoteProblem) -> [YAMLEntry] {
    do {
      let table = try TOMLTable(string: String(decoding: source.bytes[range], as: UTF8.self))
      let json = SourceText(path: source.path, text: table.convert(to: .json))
      return try yaml(json, 0..<json.bytes.count, form: "TOML")
    } catch let error as TOMLParseError {
      let first = source.bytes[..<range.lowerBound].count { $0 == 10 }
      throw NoteProblem(
        message: "line \(first + error.source.begin.line): the TOML cannot be read: \(error.description)")
    } catch let problem as NoteProblem {
      throw problem
    } catch {
      throw NoteProblem(message: "the TOML cannot be read: \(error)")
    }
  }
}

/// Why a note cannot be imported.
package struct NoteProblem: Error, Sendable, Hashable {
  /// One clause, lower-case start, no full stop.
  package let message: String

  init(message: String) { self.message = message }

  init(_ diagnostic: Diagnostic, form: String) {
    message = "the \(form) cannot be read: \(diagnostic.message)"
  }
}
