/// The description of one issue, in `issues/*.md`.
@dynamicMemberLookup
package struct IssueFile: Sendable {
  package let header: FileHeader
  package let matter: FrontMatter

  /// A value of the front matter, by the name of its property.
  package subscript<Value>(dynamicMember property: KeyPath<FrontMatter, Value>) -> Value {
    matter[keyPath: property]
  }
}

/// The description of one party, in `parties/*.md`.
@dynamicMemberLookup
package struct PartyFile: Sendable {
  package let header: FileHeader
  package let matter: FrontMatter

  /// A value of the front matter, by the name of its property.
  package subscript<Value>(dynamicMember property: KeyPath<FrontMatter, Value>) -> Value {
    matter[keyPath: property]
  }
}

/// A page that is neither report, issue nor party: `pages/*.md`, or the introduction on the home page.
@dynamicMemberLookup
package struct PageFile: Sendable {
  package let header: FileHeader
  package let matter: FrontMatter

  /// A value of the front matter, by the name of its property.
  package subscript<Value>(dynamicMember property: KeyPath<FrontMatter, Value>) -> Value {
    matter[keyPath: property]
  }
}
