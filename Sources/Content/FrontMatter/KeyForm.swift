import Diagnostics

/// The form of a key's value, for the reader and for the schemas for editors.
enum KeyForm: Sendable, Hashable {
  /// Text on one line.
  case text
  /// A list of texts; one text alone counts as a list of one.
  case texts
  /// `true` or `false`; also `yes`, `no`, `on` and `off`.
  case flag
  /// A whole number of the range.
  case number(ClosedRange<Int>)
  /// A day, a month or a year.
  case date
  /// A part of an address.
  case slug
  /// A number followed by days, weeks, months or years.
  case period
  /// An address with its scheme.
  case address
  /// An address with its scheme, or the path of a file of the site from its root.
  case place
  /// A list that replaces the built-in words, or `add:` with a list that is added to them.
  case words
  /// A list of `Label: /address/`, or one map of them; instead of an address, another such list, one level
  /// deep.
  case menu
  /// A list of `Label: address`, or one map of them.
  case links
  /// `#rgb` or `#rrggbb`.
  case colour
  /// One of the hues of the theme, or `#rgb` or `#rrggbb`.
  case partyColour
  /// Text over several lines, or a map with `html` and `policy`.
  case head
  /// A list of lists of two names.
  case pairs
  /// A list of maps with `date`, `note` and optionally `position`.
  case corrections
  /// A list of maps with `address`, `date` and `reason`.
  case withdrawals
  /// A list of texts, and of maps from an old address of a cell to its anchor.
  case redirects
  /// A list of maps with `until`, `text` and optionally `same-meaning`.
  case propositions
  /// A list of texts and of maps with `party`, `from` and `to`; one alone counts as a list of one.
  case memberships
  /// A list of identifiers of diagnostics that can be silenced.
  case diagnosticIDs
  /// A map of stances to their names.
  case stanceNames
  /// A map of these names to flags.
  case switches
  /// A map of names of limits to whole numbers.
  case limits
  /// One of these words.
  case choice([String])
  /// A list of some of these words; one alone counts as a list of one.
  case choices([String])
  /// Not specified.
  case any
}
