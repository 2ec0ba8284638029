import Content
import Graph
import Markdown

/// Embeds: `![[Issue#Party]]` shows the card of a position, `![[map.png]]` an image, `![[Note]]` the text of a note.
extension DocumentWriter {
  /// Writes a paragraph that contains only embeds of positions and notes as cards and texts; others are written as usual.
  func writeEmbeds(_ renderer: inout HTMLRenderer, aloneIn paragraph: Int) -> HTMLRenderer.Answer {
    guard embeds != nil, quotedCell == nil else { return .standard }
    let found = document.embeds(aloneIn: paragraph).map { ($0, target(of: $0)) }
    let isShown = found.contains { node, target in
      target.map { $0.isNote || $0.positions != nil } ?? false || rememberedStanding(at: node) != nil
    }
    guard isShown else { return .standard }
    for (node, target) in found { write(node, target, &renderer) }
    return .done
  }

  /// Writes an embed as a block.
  private func write(_ node: Int, _ target: LinkTarget?, _ renderer: inout HTMLRenderer) {
    if let standing = rememberedStanding(at: node), let link = links.standing(at: node) {
      writeLegend(
        if: { standing.contains { page.site.record.stance(of: $0) != nil } }, into: &renderer.output)
      return CardWriter(page: page).embed(standing, of: link, into: &renderer.output)
    }
    if let positions = target?.positions {
      writeLegend(positions, into: &renderer.output)
      return CardWriter(page: page).embed(positions, into: &renderer.output)
    }
    if let target, target.isNote, embeds?.begin() == nil,
      let text = page.site.graph.embeddedText(target, in: own), text.hasText,
      embeds?.enter(node, of: document, toward: text) == nil
    {
      return write(text, at: node, &renderer)
    }
    renderer.output.raw("<p>")
    nextTarget = links.targets.firstIndex(atOrAfter: node)
    _ = writeEmbed(&renderer, node)
    renderer.output.raw("</p>\n")
  }

  /// The document as a text that embeds lead out of.
  private var own: EmbeddedText {
    let (address, prefix) =
      switch use {
      case .own(let prefix): (page.address, prefix)
      case .elsewhere(let address, let prefix): (address, prefix)
      }
    return EmbeddedText(
      document, links, titleNode: titleNode, address: address, prefix: prefix, report: report)
  }

  /// Writes the text of a note under a link to it. Search finds it only on its own page.
  private func write(_ text: EmbeddedText, at node: Int, _ renderer: inout HTMLRenderer) {
    let language = text.language ?? page.site.settings.language
    let direction = WritingDirection(language: language)
    renderer.output.raw("<div class=\"callout embed\" data-pagefind-ignore")
    if language != ownLanguage {
      renderer.output.raw(" lang=\"")
      renderer.output.escaped(language)
      renderer.output.raw("\" dir=\"")
      renderer.output.escaped(direction.attribute)
      renderer.output.raw("\"")
    }
    renderer.output.raw(">\n<p class=\"callout-title\">")
    nextTarget = links.targets.firstIndex(atOrAfter: node)
    _ = writeWikilink(&renderer, node)
    renderer.output.raw("</p>\n")
    let writer = DocumentWriter(
      text.document, links: text.links, on: page,
      use: .elsewhere(address: text.address, prefix: text.prefix), titleNode: text.titleNode,
      report: text.report)
    writer.embeds = embeds
    writer.ownLanguage = language
    writer.write(text, isRightToLeft: direction == .rightToLeft, into: &renderer.output)
    embeds = writer.embeds
    embeds?.leave()
    renderer.output.raw("</div>\n")
  }

  /// Writes an embed within a line: an image, or the text of a position and its party.
  func writeEmbed(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let target = isInsideLink ? nil : target(of: index)
    if embeds == nil { return writeWikilink(&renderer, index) }
    if !isInsideLink, let standing = rememberedStanding(at: index), let link = links.standing(at: index) {
      CardWriter(page: page).inline(standing, of: link, into: &renderer.output)
      return .done
    }
    switch target {
    case .position(let id)?:
      CardWriter(page: page).inline([id], into: &renderer.output)
      return .done
    case .positions(let ids)?:
      CardWriter(page: page).inline(ids, into: &renderer.output)
      return .done
    case .asset(let path, _)? where SitePath.isImage(path):
      writeEmbeddedImage(&renderer, index, .asset(path: path))
      return .done
    default:
      return writeWikilink(&renderer, index)
    }
  }

  private func writeEmbeddedImage(_ renderer: inout HTMLRenderer, _ index: Int, _ target: LinkTarget) {
    let (description, size) = ImageSize.split(document.text[document.nodes[index].extra.range])
    renderer.output.raw("<img src=\"")
    writeAddress(target, &renderer)
    renderer.output.raw("\" alt=\"")
    renderer.output.escaped(description)
    renderer.output.raw("\"")
    size?.write(into: &renderer.output)
    renderer.output.raw(" loading=\"lazy\">")
  }
}

extension LinkTarget {
  /// The positions that a link leads to; nil for other targets.
  fileprivate var positions: [ID<Position>]? {
    switch self {
    case .position(let id): [id]
    case .positions(let ids): ids
    default: nil
    }
  }
}
