extension DiagnosticGroup {
  static let frontMatter = DiagnosticGroup(
    "Front matter and site.yml",
    [
      .invalidYAML, .duplicateKey, .unknownKey, .wrongType, .invalidDate, .futureDate, .updatedBeforeDate,
      .invalidValue, .incompleteCorrection, .unknownDiagnostic,
    ])
}

extension DiagnosticID {
  package static let invalidYAML = DiagnosticID(
    "invalid-yaml", .error, "The YAML cannot be read.",
    cause: "Often a value contains a colon, or a closing quotation mark is missing.",
    fix: "Put the value in quotation marks: `title: \"Talks: round two\"`.")

  package static let duplicateKey = DiagnosticID(
    "duplicate-key", .error, "A key is set twice.",
    cause: "Only one of the two values can apply.",
    fix: "Remove one of them.")

  package static let unknownKey = DiagnosticID(
    "unknown-key", .warning, "A key is not known in this kind of file.",
    cause: "The key is misspelt, or it belongs to another kind of file. It has no effect.",
    fix: "Correct or remove the key. The message suggests the nearest known key.")

  package static let wrongType = DiagnosticID(
    "wrong-type", .error, "A value has the wrong type.",
    cause: "The key takes a list and the value is text, or the other way round.",
    fix: "Write the value as the message says.")

  package static let invalidDate = DiagnosticID(
    "invalid-date", .error, "A date cannot be read, or does not exist.",
    cause:
      "The date is written in another form, or it is not in the calendar, such as 30 February, or it is before the year 1000.",
    fix: "Write a day, a month or a year: `2025-03-02`, `2025-03` or `2025`.")

  package static let futureDate = DiagnosticID(
    "future-date", .warning, "A date is after the day of the build.",
    cause: "A position with such a date is not current before that day.",
    fix: "Correct the date. `--now` sets the day of the build.")

  package static let updatedBeforeDate = DiagnosticID(
    "updated-before-date", .warning, "`updated` is before the date of the file.",
    cause: "One of the two dates is wrong. The date comes from `date:` or from the start of the file name.",
    fix: "Correct one of the dates, or remove `updated`.")

  package static let invalidValue = DiagnosticID(
    "invalid-value", .error, "A key does not accept this value.",
    cause: "The value does not exist, such as an unknown time zone, or it is not one of the choices.",
    fix: "Use a value that the message lists.")

  package static let incompleteCorrection = DiagnosticID(
    "incomplete-correction", .error, "A correction has no date or no note.",
    cause: "Readers are told when a report was corrected, and what was wrong.",
    fix: "Give each entry of `corrections:` a `date` and a `note`.")

  package static let unknownDiagnostic = DiagnosticID(
    "unknown-diagnostic-id", .warning, "`quiet:` names a diagnostic that cannot be silenced.",
    cause: "No diagnostic has this identifier, or the diagnostic is an error.",
    fix: "Use the identifier of a warning or note from this page.")
}
