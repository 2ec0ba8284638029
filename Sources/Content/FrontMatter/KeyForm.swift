import Diagnostics

/// The form of a key's value, as the checks read it and as schemas for editors tell it.
enum KeyForm: Sendable, Hashable {
  /// Text on one line.
  case text
  /// A list of texts; one text alone counts as a list of one.
  case texts
  /// `true` or `false`; `yes`, `no`, `on` and `off` too.
  case flag
  /// A whole number between the two.
  case number(Int, Int)
  /// A day, a month or a year.
  case date
  /// A part of an address.
  case slug
  /// A number and days, weeks, months or years.
  case period
  /// An address with its scheme.
  case address
  /// A list that takes the place of the built-in words, or `add:` and a list that joins them.
  case words
  /// A list of `Label: /address/`, or one map of them; in place of an address such a list again, one level deep.
  case menu
  /// A list of lists of two names.
  case pairs
  /// A list of identifiers of diagnostics that can be silenced.
  case diagnosticIDs
  /// A map of these names to flags.
  case switches
  /// One of these words.
  case choice([String])
  /// Not told.
  case any
}
