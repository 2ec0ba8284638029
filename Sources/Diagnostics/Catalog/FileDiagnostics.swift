extension DiagnosticGroup {
  static let files = DiagnosticGroup(
    "Files",
    [
      .invalidUTF8, .fileTooLarge, .linkOutOfContent, .linkCycle, .invalidFileName, .specialFile, .emptySite,
    ])
}

extension DiagnosticID {
  package static let invalidUTF8 = DiagnosticID(
    "invalid-utf8", .warning, "A file contains bytes that are not valid UTF-8.",
    cause: "The file was saved in another encoding, such as Windows-1252. Invalid bytes are shown as `�`.",
    fix: "Save the file as UTF-8 in your editor.")

  package static let fileTooLarge = DiagnosticID(
    "file-too-large", .error, "A Markdown or YAML file is larger than 10 MB.",
    cause: "Files of this size usually contain embedded images or data.",
    fix: "Split the file, or move what it embeds into files of their own.")

  package static let linkOutOfContent = DiagnosticID(
    "link-out-of-content", .error, "A symbolic link leads out of the content folder.",
    cause: "Standpoint publishes only what is inside the content folder.",
    fix: "Replace the link with a copy of the file.")

  package static let linkCycle = DiagnosticID(
    "link-cycle", .warning, "A symbolic link leads to a folder that has already been read.",
    cause: "The link points to a folder above it, or to another part of the content. It is ignored.",
    fix: "Remove the link.")

  package static let invalidFileName = DiagnosticID(
    "invalid-file-name", .error, "A file name is not valid UTF-8.",
    cause: "Without a valid name, the file cannot have an address on the site.",
    fix: "Rename the file.")

  package static let specialFile = DiagnosticID(
    "special-file", .warning, "The content folder contains a pipe, socket or device.",
    cause: "Only regular files and folders are published; anything else is ignored.",
    fix: "Move it out of the content folder.")

  package static let emptySite = DiagnosticID(
    "empty-site", .warning, "There is nothing to build a site from.",
    cause: "The content folder contains no Markdown file.",
    fix: "Check that you started `standpoint` in the right folder, or write a first report in `reports/`.")
}
