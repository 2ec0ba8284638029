/// An inline of a document, as far as a report can represent it.
indirect enum PandocInline: Decodable, Hashable {
  /// Plain text.
  case text(String)
  case space
  case lineBreak
  case emphasis([PandocInline])
  case strong([PandocInline])
  case strikeout([PandocInline])
  case superscript([PandocInline])
  case `subscript`([PandocInline])
  /// Text whose markup is dropped: underlined text, small capitals, spans, citations.
  case plain([PandocInline])
  case quoted(isDouble: Bool, [PandocInline])
  case code(String)
  case math(String)
  /// Raw HTML or TeX.
  case raw(String)
  /// A span with the attributes that matter for its look and for footnotes.
  case span(PandocAttributes, [PandocInline])
  /// `id`: the name by which other links refer to it; empty: none.
  case link([PandocInline], target: String, id: String)
  case image([PandocInline], target: String)
  case note([PandocBlock])

  init(from decoder: any Decoder) throws {
    let tagged = try Tagged(from: decoder)
    switch tagged.tag {
    case "Str": self = .text(try tagged.content(String.self))
    case "Space", "SoftBreak": self = .space
    case "LineBreak": self = .lineBreak
    case "Emph": self = .emphasis(try tagged.content([PandocInline].self))
    case "Strong": self = .strong(try tagged.content([PandocInline].self))
    case "Strikeout": self = .strikeout(try tagged.content([PandocInline].self))
    case "Superscript": self = .superscript(try tagged.content([PandocInline].self))
    case "Subscript": self = .subscript(try tagged.content([PandocInline].self))
    case "Underline", "SmallCaps": self = .plain(try tagged.content([PandocInline].self))
    case "Note": self = .note(try tagged.content([PandocBlock].self))
    default: self = try Self.compound(tagged)
    }
  }

  /// The kinds whose content is a list of several values.
  private static func compound(_ tagged: Tagged) throws -> PandocInline {
    var list = try tagged.list()
    switch tagged.tag {
    case "Quoted":
      let kind = try list.decode(PandocTag.self)
      return .quoted(isDouble: kind.tag == "DoubleQuote", try list.decode([PandocInline].self))
    case "Cite":
      try list.skip()
      return .plain(try list.decode([PandocInline].self))
    case "Span":
      let attributes = try list.decode(PandocAttributes.self)
      return .span(attributes, try list.decode([PandocInline].self))
    case "Code":
      try list.skip()
      return .code(try list.decode(String.self))
    case "Math":
      try list.skip()
      return .math(try list.decode(String.self))
    case "RawInline":
      try list.skip()
      return .raw(try list.decode(String.self))
    case "Link", "Image":
      let attributes = try list.decode(PandocAttributes.self)
      let inner = try list.decode([PandocInline].self)
      var target = try list.nestedUnkeyedContainer()
      let address = try target.decode(String.self)
      return tagged.tag == "Link"
        ? .link(inner, target: address, id: attributes.id) : .image(inner, target: address)
    default:
      throw PandocUnknown(tag: tagged.tag)
    }
  }
}

/// The attributes of an inline or a division.
struct PandocAttributes: Decodable, Hashable {
  /// Empty: none.
  let id: String
  let classes: [String]
  /// The value of `style`, as written; empty: none.
  let style: String

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    id = try list.decode(String.self)
    classes = try list.decode([String].self)
    style = try list.decode([[String]].self).first { $0.first == "style" }?.last ?? ""
  }
}

/// A value of which only the kind matters.
struct PandocTag: Decodable {
  let tag: String

  init(from decoder: any Decoder) throws { tag = try Tagged(from: decoder).tag }
}

/// An error: pandoc wrote an unknown kind of block or inline.
struct PandocUnknown: Error {
  let tag: String
}
