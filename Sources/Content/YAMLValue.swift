/// A value of a YAML document, as far down as front matter and site.yml go, with its place.
struct YAMLValue: Sendable, Hashable {
  indirect enum Content: Sendable, Hashable {
    /// Nothing: `key:`, `~` or `null`.
    case empty
    /// A scalar as text, quotes and escapes resolved; numbers and dates are text too.
    case text(String)
    case list([YAMLValue])
    /// In order of appearance, every key once.
    case map([YAMLEntry])
    /// A list or map below the depth that any key has a use for.
    case tooDeep
  }

  let content: Content
  /// UTF-8 byte offsets in the file: exact for plain and quoted scalars, else the rest of the first line.
  let range: Range<Int>
}

/// One `key: value` of a YAML map.
struct YAMLEntry: Sendable, Hashable {
  let key: String
  let keyRange: Range<Int>
  let value: YAMLValue
}
