/// The description of one issue, in `issues/*.md`.
package struct IssueFile: AuthoredFile {
  package let header: FileHeader
}

/// The description of one party, in `parties/*.md`.
package struct PartyFile: AuthoredFile {
  package let header: FileHeader
}

/// A page that is neither report, issue nor party: `pages/*.md`, or the introduction on the home page.
package struct PageFile: AuthoredFile {
  package let header: FileHeader
}
