import Graph
import Markdown

/// Embeds: `![[Issue#Party]]` shows the card of a position, `![[map.png]]` an image.
extension DocumentWriter {
  /// Writes a paragraph that is an embedded position and nothing else as a card; others are written as usual.
  func writeCard(_ renderer: inout HTMLRenderer, aloneIn paragraph: Int) -> HTMLRenderer.Answer {
    let embed = paragraph + 1
    guard !isElsewhere, Int(document.nodes[paragraph].end) == embed + 1,
      document.nodes[embed].kind == .wikilink, document.nodes[embed].flag,
      case .position(let id)? = target(of: embed)
    else { return .standard }
    writeLegend(CollectionOfOne(id), into: &renderer.output)
    CardWriter(page: page).embed(id, into: &renderer.output)
    return .done
  }

  /// Writes an embed within a line: an image, or the words of a position and whose they are.
  func writeEmbed(_ renderer: inout HTMLRenderer, _ index: Int) -> HTMLRenderer.Answer {
    let target = isElsewhere || isInsideLink ? nil : target(of: index)
    switch target {
    case .position(let id)?:
      CardWriter(page: page).inline(id, into: &renderer.output)
      return .done
    case .asset(let path, _)? where SitePath.isImage(path):
      writeEmbeddedImage(&renderer, index, .asset(path: path))
      return .done
    default:
      return writeWikilink(&renderer, index)
    }
  }

  private func writeEmbeddedImage(_ renderer: inout HTMLRenderer, _ index: Int, _ target: LinkTarget) {
    renderer.output.raw("<img src=\"")
    writeAddress(target, &renderer)
    renderer.output.raw("\" alt=\"")
    renderer.output.escaped(document.text[document.nodes[index].extra.range])
    renderer.output.raw("\" loading=\"lazy\">")
  }
}
