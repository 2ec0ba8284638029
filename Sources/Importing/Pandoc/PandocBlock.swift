/// A block of a document, as far as a report can represent it.
indirect enum PandocBlock: Decodable, Hashable {
  case paragraph([PandocInline])
  case lines([[PandocInline]])
  case heading(level: Int, [PandocInline])
  case bulletList([[PandocBlock]])
  case orderedList(start: Int, [[PandocBlock]])
  case definitions([PandocDefinition])
  case quote([PandocBlock])
  case code(String, language: String)
  case raw(String)
  case rule
  case table(PandocTable)
  /// A division, or a figure followed by its caption. `id`: its name; empty: none.
  case group([PandocBlock], id: String = "")

  init(from decoder: any Decoder) throws {
    let tagged = try Tagged(from: decoder)
    switch tagged.tag {
    case "Plain", "Para": self = .paragraph(try tagged.content([PandocInline].self))
    case "LineBlock": self = .lines(try tagged.content([[PandocInline]].self))
    case "BulletList": self = .bulletList(try tagged.content([[PandocBlock]].self))
    case "BlockQuote": self = .quote(try tagged.content([PandocBlock].self))
    case "DefinitionList": self = .definitions(try tagged.content([PandocDefinition].self))
    case "HorizontalRule": self = .rule
    case "Null": self = .group([])
    case "Table": self = .table(try tagged.content(PandocTable.self))
    default: self = try Self.compound(tagged)
    }
  }

  private static func compound(_ tagged: Tagged) throws -> PandocBlock {
    var list = try tagged.list()
    switch tagged.tag {
    case "Header":
      let level = try list.decode(Int.self)
      try list.skip()
      return .heading(level: level, try list.decode([PandocInline].self))
    case "OrderedList":
      var attributes = try list.nestedUnkeyedContainer()
      let start = try attributes.decode(Int.self)
      return .orderedList(start: start, try list.decode([[PandocBlock]].self))
    case "CodeBlock":
      var attributes = try list.nestedUnkeyedContainer()
      try attributes.skip()
      let language = try attributes.decode([String].self).first ?? ""
      return .code(try list.decode(String.self), language: language)
    case "RawBlock":
      try list.skip()
      return .raw(try list.decode(String.self))
    case "Div":
      let attributes = try list.decode(PandocAttributes.self)
      return .group(try list.decode([PandocBlock].self), id: attributes.id)
    case "Figure":
      try list.skip()
      let caption = try list.decode(PandocCaption.self)
      return .group(try list.decode([PandocBlock].self) + caption.blocks)
    default:
      throw PandocUnknown(tag: tagged.tag)
    }
  }
}

/// A term and its definitions.
struct PandocDefinition: Decodable, Hashable {
  let term: [PandocInline]
  let meanings: [[PandocBlock]]

  private init(term: [PandocInline], meanings: [[PandocBlock]]) {
    self.term = term
    self.meanings = meanings
  }

  func mapping(
    blocks: ([PandocBlock]) -> [PandocBlock], inlines: ([PandocInline]) -> [PandocInline]
  ) -> PandocDefinition {
    PandocDefinition(term: inlines(term), meanings: meanings.map(blocks))
  }

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    term = try list.decode([PandocInline].self)
    meanings = try list.decode([[PandocBlock]].self)
  }
}

/// The caption of a table or figure.
struct PandocCaption: Decodable, Hashable {
  let blocks: [PandocBlock]

  init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    try list.skip()
    blocks = try list.decode([PandocBlock].self)
  }
}
