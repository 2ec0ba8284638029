import Diagnostics
import Text

/// JSON Schemas (draft 7, which most editors support) for the YAML that authors write, generated from the
/// lists of keys.
package enum EditorSchema: String, Sendable, Hashable, CaseIterable {
  case site, report, issue, party, page, source

  /// The schema as text, with one key per line. A value that Standpoint accepts is valid, whatever YAML type
  /// an editor assigns to it.
  ///
  /// - Parameter switches: everything that `page-kinds` in site.yml can switch off.
  package func text(switches: [PageSwitch]) -> String {
    let properties = keys.map { key in
      "    \(JSONWriter.quoted(key.name)): "
        + "{\"description\": \(JSONWriter.quoted(Self.sentence(key.meaning)))\(Self.rules(key.form, switches))}"
    }
    return """
      {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": \(JSONWriter.quoted(title)),
        "type": ["object", "null"],
        "additionalProperties": false,
        "definitions": {
          "text": {"type": ["string", "number", "boolean", "null"]},
          "texts": {"anyOf": [{"$ref": "#/definitions/text"}, {"type": "array", "items": {"$ref": "#/definitions/text"}}]},
          "flag": {"enum": [true, false, null, "true", "false", "yes", "no", "on", "off", "Yes", "No", "On", "Off"]}
        },
        "properties": {
      \(properties.joined(separator: ",\n"))
        }
      }

      """
  }

  private var title: String {
    switch self {
    case .site: "Standpoint: site.yml"
    case .report: "Standpoint: front matter of a report"
    case .issue: "Standpoint: front matter of an issue’s file"
    case .party: "Standpoint: front matter of a party’s file"
    case .page: "Standpoint: front matter of a page"
    case .source: "Standpoint: front matter of a source’s file"
    }
  }

  /// The keys, in the order in which authors see them, each with its form and its meaning in Markdown.
  var keys: [(name: String, form: KeyForm, meaning: String)] {
    if self == .source { return SourceReader.keys }
    guard let kind else { return SettingsKey.all.map { ($0.name, $0.form, $0.meaning) } }
    return FrontMatterKey.of(kind).map { ($0.name, $0.form, $0.meaning) }
  }

  /// The kind of file whose front matter it describes; nil for `site.yml` and sources.
  private var kind: FrontMatterKey.Kind? { FrontMatterKey.Kind(rawValue: rawValue) }

  /// Converts a clause in Markdown to a sentence of plain text.
  static func sentence(_ markdown: String) -> String {
    let text = markdown.replacing("`", with: "").replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
    return text.capitalizingFirst + "."
  }

  /// The schema rules of a form, each preceded by a comma; empty: none.
  private static func rules(_ form: KeyForm, _ pageSwitches: [PageSwitch]) -> String {
    switch form {
    case .any: ""
    case .choice(let words):
      ", \"enum\": [" + words.map { "\"\($0)\"" }.joined(separator: ", ") + ", null]"
    case .choices(let words):
      anyOf([
        "{\"enum\": [" + words.map { "\"\($0)\"" }.joined(separator: ", ") + ", null]}",
        "{\"type\": \"array\", \"items\": {\"enum\": ["
          + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]}}",
      ])
    case .text: ", \"type\": [\"string\", \"number\", \"boolean\", \"null\"]"
    case .texts: anyOf([texts])
    case .flag: anyOf([flag])
    case .number(let range):
      ", \"type\": [\"integer\", \"null\"], \"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)"
    case .date: date
    case .slug: ", \"type\": [\"string\", \"number\", \"boolean\", \"null\"]" + pattern("^[^A-Z/?# ]*$")
    case .period:
      ", \"type\": [\"string\", \"integer\", \"null\"], \"minimum\": 1, \"maximum\": 9999"
        + pattern("^ *[0-9]{1,4}( +[A-Za-z]+)? *$")
    case .address: ", \"type\": [\"string\", \"null\"]" + pattern("^ *[Hh][Tt][Tt][Pp][Ss]?://")
    case .place: ", \"type\": [\"string\", \"null\"]" + pattern("^ *([Hh][Tt][Tt][Pp][Ss]?://|/[^/])")
    case .words:
      anyOf([
        texts, "{\"type\": \"object\", \"properties\": {\"add\": \(texts)}, \"additionalProperties\": false}",
      ])
    case .menu: anyOf(menu(of: "{\"anyOf\": [\(([text] + menu(of: text)).joined(separator: ", "))]}"))
    case .links: anyOf(menu(of: text))
    case .colour: ", \"type\": [\"string\", \"null\"]" + pattern(HexColour.pattern)
    case .partyColour:
      ", \"type\": [\"string\", \"null\"]"
        + pattern("^ *(" + PartyColour.hues.joined(separator: "|") + "|#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})) *$")
    case .head:
      anyOf([
        text,
        "{\"type\": \"object\", \"properties\": {\"html\": \(text), \"policy\": \(text)}, \"additionalProperties\": false}",
      ])
    case .pairs:
      ", \"type\": [\"array\", \"null\"], \"items\": "
        + "{\"type\": \"array\", \"items\": \(text), \"minItems\": 2, \"maxItems\": 2}"
    case .corrections:
      ", \"type\": [\"array\", \"null\"], \"items\": {\"type\": \"object\", \"properties\": {"
        + "\"date\": {\(date.dropFirst(2))}, \"note\": \(text), "
        + "\"position\": {\"anyOf\": [\(text), {\"type\": \"array\"}]}}, "
        + "\"required\": [\"date\", \"note\"], \"additionalProperties\": false}"
    case .withdrawals:
      ", \"type\": [\"array\", \"null\"], \"items\": {\"type\": \"object\", \"properties\": {"
        + "\"address\": \(text), \"date\": {\(date.dropFirst(2))}, \"reason\": \(text)}, "
        + "\"required\": [\"address\", \"date\", \"reason\"], \"additionalProperties\": false}"
    case .redirects:
      anyOf([
        text,
        "{\"type\": \"array\", \"items\": {\"anyOf\": [\(text), {\"type\": \"object\", \"additionalProperties\": \(text)}]}}",
      ])
    case .propositions:
      ", \"type\": [\"array\", \"null\"], \"items\": {\"type\": \"object\", \"properties\": {"
        + "\"until\": {\(date.dropFirst(2))}, \"text\": \(text), \"same-meaning\": \(flag)}, "
        + "\"required\": [\"until\", \"text\"], \"additionalProperties\": false}"
    case .memberships:
      anyOf([text, membership, "{\"type\": \"array\", \"items\": {\"anyOf\": [\(text), \(membership)]}}"])
    case .diagnosticIDs: anyOf([diagnosticID, "{\"type\": \"array\", \"items\": \(diagnosticID)}"])
    case .stanceNames: anyOf(["{\"type\": \"null\"}", stanceNames])
    case .switches: anyOf(["{\"type\": \"null\"}", switches(pageSwitches.map(\.key))])
    case .limits: anyOf(["{\"type\": \"null\"}", limits])
    }
  }

  private static let text = "{\"$ref\": \"#/definitions/text\"}"
  private static let texts = "{\"$ref\": \"#/definitions/texts\"}"
  private static let flag = "{\"$ref\": \"#/definitions/flag\"}"

  private static let date =
    ", \"type\": [\"string\", \"integer\", \"null\"], \"minimum\": 1000, \"maximum\": 9999"
    + pattern("^\\s*[0-9]{4}(-[0-9]{2}(-[0-9]{2}([Tt ].+)?)?)?\\s*$")

  /// A map with `party`, `from` and `to`.
  private static let membership =
    "{\"type\": \"object\", \"properties\": {\"party\": \(text), \"from\": {\(date.dropFirst(2))}, "
    + "\"to\": {\(date.dropFirst(2))}}, \"required\": [\"party\"], \"additionalProperties\": false}"

  private static func anyOf(_ choices: [String]) -> String {
    ", \"anyOf\": [\(choices.joined(separator: ", "))]"
  }

  private static func pattern(_ pattern: String) -> String { ", \"pattern\": \(JSONWriter.quoted(pattern))" }

  /// A list of maps, or one map, from labels to the values that an entry can have.
  private static func menu(of entry: String) -> [String] {
    ["{\"type\": \"null\"}", map(entry), "{\"type\": \"array\", \"items\": \(map(entry))}"]
  }

  private static func map(_ value: String) -> String {
    "{\"type\": \"object\", \"additionalProperties\": \(value)}"
  }

  private static var stanceNames: String {
    let properties = Stance.allCases.map { "\(JSONWriter.quoted($0.identifier)): \(text)" }
    return "{\"type\": \"object\", \"properties\": {\(properties.joined(separator: ", "))}, "
      + "\"additionalProperties\": false}"
  }

  private static func switches(_ names: [String]) -> String {
    let properties = names.map { "\(JSONWriter.quoted($0)): \(flag)" }
    return "{\"type\": \"object\", \"properties\": {\(properties.joined(separator: ", "))}, "
      + "\"additionalProperties\": false}"
  }

  private static var limits: String {
    let properties = Limits.settable.map { limit in
      let range = limit.range ?? 0...0
      return "\(JSONWriter.quoted(limit.name)): {\"type\": [\"integer\", \"null\"], "
        + "\"minimum\": \(range.lowerBound), \"maximum\": \(range.upperBound)}"
    }
    return "{\"type\": \"object\", \"properties\": {\(properties.joined(separator: ", "))}, "
      + "\"additionalProperties\": false}"
  }

  /// The identifiers of diagnostics that can be silenced.
  private static var diagnosticID: String {
    let ids = DiagnosticID.allCases.filter { $0.severity != .error }.map { JSONWriter.quoted($0.rawValue) }
    return "{\"enum\": [null, \(ids.joined(separator: ", "))]}"
  }
}
