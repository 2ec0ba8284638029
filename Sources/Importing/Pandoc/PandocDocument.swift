import Foundation

/// A document that pandoc wrote with `-t json` (pandoc-types 1.22 and 1.23).
struct PandocDocument: Decodable {
  let blocks: [PandocBlock]
  /// The `title` in the metadata; empty if there is none.
  let title: [PandocInline]
  /// The `date` in the metadata; empty if there is none.
  let date: [PandocInline]
  /// The subtitle and the authors in the metadata, which the document shows below its title.
  let heads: [[PandocInline]]

  private enum Key: String, CodingKey { case blocks, meta }
  private struct Meta: Decodable {
    let title: MetaValue?
    let date: MetaValue?
    let subtitle: MetaValue?
    let author: MetaValue?
  }
  private struct MetaValue: Decodable {
    /// A list has a value for each of its entries.
    let values: [[PandocInline]]
    var inlines: [PandocInline] { values.first ?? [] }

    init(from decoder: any Decoder) throws {
      let tagged = try Tagged(from: decoder)
      values =
        switch tagged.tag {
        case "MetaInlines": [try tagged.content([PandocInline].self)]
        case "MetaString": [[.text(try tagged.content(String.self))]]
        case "MetaBlocks":
          try tagged.content([PandocBlock].self).compactMap {
            if case .paragraph(let inlines) = $0 { inlines } else { nil }
          }
        case "MetaList": try tagged.content([MetaValue].self).flatMap(\.values)
        default: []
        }
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    blocks = try container.decode([PandocBlock].self, forKey: .blocks)
    let meta = try container.decodeIfPresent(Meta.self, forKey: .meta)
    title = meta?.title?.inlines ?? []
    date = meta?.date?.inlines ?? []
    heads = (meta?.subtitle?.values ?? []) + (meta?.author?.values ?? [])
  }
}

/// A value of one of several kinds, which pandoc writes as `{"t": …, "c": …}`.
struct Tagged {
  private enum Key: String, CodingKey {
    case tag = "t"
    case content = "c"
  }

  let tag: String
  private let container: KeyedDecodingContainer<Key>

  init(from decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: Key.self)
    tag = try container.decode(String.self, forKey: .tag)
  }

  func content<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try container.decode(type, forKey: .content)
  }

  /// The content as a list of values of different types.
  func list() throws -> any UnkeyedDecodingContainer {
    try container.nestedUnkeyedContainer(forKey: .content)
  }
}

/// Decodes a value of any type and discards it.
struct PandocSkipped: Decodable {
  init(from decoder: any Decoder) {}
}

extension UnkeyedDecodingContainer {
  mutating func skip(_ count: Int = 1) throws {
    for _ in 0..<count { _ = try decode(PandocSkipped.self) }
  }
}
