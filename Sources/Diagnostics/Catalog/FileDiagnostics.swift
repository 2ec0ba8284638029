extension DiagnosticGroup {
  static let files = DiagnosticGroup(
    "Files",
    [
      .invalidUTF8, .fileTooLarge, .linkOutOfContent, .linkCycle, .invalidFileName, .specialFile,
      .unpublished,
      .emptySite, .starterText,
    ])
}

extension DiagnosticID {
  package static let starterText = DiagnosticID(
    "starter-text", .warning, "The home page still has its placeholder text.",
    cause: "`standpoint init` wrote it as an example, but the site now has its own reports.",
    fix: "Write what the site is about in `Content/index.md`, or delete the sentence.")

  package static let invalidUTF8 = DiagnosticID(
    "invalid-utf8", .error, "A file is not UTF-8.",
    cause:
      "The file was saved in a different encoding, such as UTF-16 or Windows-1252, so some characters would be published as `�`.",
    fix:
      "Save the file as UTF-8 in your editor, or run the command in the message. `standpoint import` reads these encodings itself."
  )

  package static let fileTooLarge = DiagnosticID(
    "file-too-large", .error, "A Markdown or YAML file is larger than 10 MB.",
    cause: "Files of this size usually contain embedded images or data.",
    fix: "Split the file, or move the embedded images or data to separate files.")

  package static let linkOutOfContent = DiagnosticID(
    "link-out-of-content", .error, "A symbolic link points outside the content folder.",
    cause: "Standpoint publishes only what is inside the content folder.",
    fix: "Replace the link with a copy of the file.")

  package static let linkCycle = DiagnosticID(
    "link-cycle", .warning, "A symbolic link points to a folder that has already been read.",
    cause:
      "The link points to one of its parent folders, or to another folder in the content. Standpoint does not follow it.",
    fix: "Remove the link.")

  package static let invalidFileName = DiagnosticID(
    "invalid-file-name", .error, "A file name is not valid UTF-8.",
    cause: "Without a valid name, the file cannot have an address on the site.",
    fix: "Rename the file.")

  package static let specialFile = DiagnosticID(
    "special-file", .warning, "The content folder contains a pipe, socket or device.",
    cause: "Standpoint publishes only regular files and folders.",
    fix: "Remove it, or move it out of the content folder.")

  package static let unpublished = DiagnosticID(
    "unpublished", .note, "Files and comments that are not for readers were left out of the site.",
    cause:
      "A vault’s canvases, bases, settings and templates, editors’ backup copies, and comments between `%%` are never published.",
    fix:
      "You do not need to do anything. To publish such a file, rename it; to stop the note, add `unpublished` to `quiet:`."
  )

  package static let emptySite = DiagnosticID(
    "empty-site", .warning, "The content folder contains no pages.",
    cause: "The content folder contains no Markdown files, so nothing can be published.",
    fix: "Check that you ran `standpoint` in the right folder, or write a first report in `reports/`.")
}
