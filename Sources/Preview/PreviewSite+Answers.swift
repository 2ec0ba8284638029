import Publishing
import Site

extension PreviewSite {
  /// The answer to a GET request, without live reload.
  func answer(to target: RequestTarget) -> PreviewAnswer {
    guard target.path.utf8.starts(with: base.utf8) else {
      let isStart = target.path.isEmpty || target.path + "/" == base
      return isStart ? .redirect(to: RequestTarget.address(of: base)) : notFound
    }
    let path = String(Substring(target.path.utf8.dropFirst(base.utf8.count)))
    switch place(at: path) {
    case .page(let index): return page(index)
    case .asset(let index): return Self.asset(site.copies[index])
    case .folder: return .redirect(to: target.withSlash)
    case .moved(let address): return .redirect(to: RequestTarget.address(of: base + address) + target.query)
    case .nothing: return notFound
    }
  }

  private func page(_ index: Int, status: Int = 200) -> PreviewAnswer {
    let page = site.plan.pages[index]
    let type = MediaType.of(page.path)
    var answer = PreviewAnswer(status: status, type: type, body: site.plan.render(page).bytes)
    answer.isPage = type == MediaType.html && !page.isThemeFile
    answer.isDraft = site.plan.isDraft(page)
    return answer
  }

  private static func asset(_ asset: Asset) -> PreviewAnswer {
    guard let bytes = try? asset.read() else {
      return PreviewAnswer(status: 404, "This file no longer exists.")
    }
    return PreviewAnswer(type: MediaType.of(asset.path), body: bytes)
  }

  private var notFound: PreviewAnswer {
    guard case .page(let index) = place(at: "404.html") else {
      return PreviewAnswer(status: 404, "Page not found.")
    }
    return page(index, status: 404)
  }

  /// The paths, below the site's root, of theme files that differ from those in `old`.
  func changedThemeFiles(since old: PreviewSite) -> [String] {
    site.plan.pages.filter(\.isThemeFile).map(\.path).filter { path in
      guard case .page(let new) = place(at: path), case .page(let before) = old.place(at: path) else {
        return false
      }
      return page(new).body != old.page(before).body
    }
  }
}
