extension DiagnosticGroup {
  static let frontMatter = DiagnosticGroup(
    "Front matter and site.yml",
    [
      .invalidYAML, .foreignFrontMatter, .duplicateKey, .unknownKey, .foreignKeys, .wrongType,
      .invalidDate,
      .futureDate, .updatedBeforeDate,
      .invalidValue, .wordList, .incompleteCorrection, .incompleteProposition, .unknownDiagnostic,
    ])
}

extension DiagnosticID {
  package static let invalidYAML = DiagnosticID(
    "invalid-yaml", .error, "The YAML cannot be read.",
    cause: "Often, a value with a colon needs quotation marks, or a closing quotation mark is missing.",
    fix: "Put the value in quotation marks: `title: \"Talks: round two\"`.")

  package static let foreignFrontMatter = DiagnosticID(
    "foreign-front-matter", .error, "The front matter of a file is TOML or JSON.",
    cause:
      "The file begins with `+++` or `{`, as in Hugo. Standpoint reads YAML between lines of `---`, so a draft could be published with its front matter as text.",
    fix: "Run the command in the message; it translates the front matter and keeps the text.",
    see: "[Importing documents](importing.md)")

  package static let foreignKeys = DiagnosticID(
    "foreign-keys", .note, "The front matter has keys from other programs, which Standpoint ignores.",
    cause:
      "Jekyll, Hugo, Quartz, MkDocs and Obsidian have keys of their own, such as `layout`. They have no effect, except for `published: false`, `publish: false`, `private: true` and similar keys, which make the file a draft.",
    fix:
      "Use the Standpoint keys that the message names, let `standpoint import` translate them, or add `foreign-keys` to `quiet:`."
  )

  package static let duplicateKey = DiagnosticID(
    "duplicate-key", .error, "A key is set twice.",
    cause: "A key can have only one value.",
    fix: "Remove one of them.")

  package static let unknownKey = DiagnosticID(
    "unknown-key", .warning, "This kind of file has no such key.",
    cause: "The key is misspelt, or it belongs to another kind of file. It has no effect.",
    fix: "Correct or remove the key. If a known key has a similar name, the message suggests it.")

  package static let wrongType = DiagnosticID(
    "wrong-type", .error, "A value has the wrong type.",
    cause: "For example, the key needs a list but the value is text.",
    fix: "Write the kind of value that the message asks for.")

  package static let invalidDate = DiagnosticID(
    "invalid-date", .error, "A date cannot be read, or does not exist.",
    cause:
      "The date is in a different format, is not a real date (such as 30 February), or is before the year 1000.",
    fix: "Write a day, a month or a year: `2025-03-02`, `2025-03` or `2025`.")

  package static let futureDate = DiagnosticID(
    "future-date", .warning, "A date is in the future.",
    cause: "A position with this date is not shown as current before that day.",
    fix: "Correct the date. To build as if today were a different day, use `--now`.")

  package static let updatedBeforeDate = DiagnosticID(
    "updated-before-date", .warning, "`updated` is earlier than the date of the file.",
    cause:
      "One of the two dates is wrong. The date of a file comes from `date:` or from the start of its name.",
    fix: "Correct one of the dates, or remove `updated`.")

  package static let invalidValue = DiagnosticID(
    "invalid-value", .error, "A key does not accept this value.",
    cause:
      "The value is not one of the choices, or it names something that does not exist, such as a time zone.",
    fix: "Use a valid value; the message says which values are valid.")

  package static let wordList = DiagnosticID(
    "word-list", .warning,
    "A word list contains a word twice, or a word that is in another list with a different meaning.",
    cause:
      "Standpoint recognises tables by these words. A word in two lists, such as `axis-words` and `party-words`, or the same name for two stances, would force Standpoint to choose between them.",
    fix: "Keep the word in one list. Write several words as a list: `axis-words: {add: [Puzzle, Riddle]}`.",
    see: "[Words of tables](languages.md#words-of-tables)")

  package static let incompleteCorrection = DiagnosticID(
    "incomplete-correction", .error, "A correction has no date or no note.",
    cause: "Readers need to know when the report was corrected and what was wrong.",
    fix: "Give each entry of `corrections:` a `date` and a `note`.")

  package static let incompleteProposition = DiagnosticID(
    "incomplete-proposition", .error, "An earlier proposition has no date or no text.",
    cause: "The date decides which positions answered the earlier proposition, and pages show its text.",
    fix: "Give each entry of `proposition-history:` an `until` and a `text`.",
    see: "[When the question changes](history.md#when-the-question-changes)")

  package static let unknownDiagnostic = DiagnosticID(
    "unknown-diagnostic-id", .warning, "`quiet:` names a diagnostic that cannot be silenced.",
    cause: "No diagnostic has this identifier, or the diagnostic is an error.",
    fix: "Use the identifier of a warning or a note.")
}
