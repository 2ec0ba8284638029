/// The description of one key of `site.yml`. The list of keys is in `SettingsReader.swift`.
package struct SettingsKey: Sendable {
  package let name: String
  let form: KeyForm
  /// What its values name, so that editors complete them; nil: nothing on the site.
  let naming: NamedValues?
  /// The meaning of the key, as a clause in Markdown.
  let meaning: String
  /// The behaviour if the key is left out, in Markdown.
  let fallback: String
  /// Reads the key's value into the settings.
  let read: @Sendable (YAMLEntry, inout SettingsReader) -> Void

  init(
    _ name: String, _ form: KeyForm, naming: NamedValues? = nil, _ meaning: String, without fallback: String,
    read: @escaping @Sendable (YAMLEntry, inout SettingsReader) -> Void
  ) {
    self.name = name
    self.form = form
    self.naming = naming
    self.meaning = meaning
    self.fallback = fallback
    self.read = read
  }

  /// The key with that name; nil if there is none.
  static func named(_ name: String) -> SettingsKey? { all.first { $0.name == name } }

  /// The table of all keys in the guide's chapter on settings.
  static var guideTable: String {
    let rows = all.map { "| `\($0.name)` | \($0.meaning) | \($0.fallback) |\n" }
    return "| Key | Meaning | If you leave it out |\n|---|---|---|\n" + rows.joined()
  }
}
