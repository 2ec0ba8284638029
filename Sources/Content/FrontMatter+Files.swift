extension FrontMatter {
  func issueFile(_ header: FileHeader) -> IssueFile {
    IssueFile(
      header: header, aliases: aliases, proposition: proposition, group: group, broader: broader,
      related: related,
      summary: summary, reviewAfter: reviewAfter)
  }

  func partyFile(_ header: FileHeader) -> PartyFile {
    PartyFile(
      header: header, aliases: aliases, kind: kind, short: short, actsFor: actsFor, memberOf: memberOf,
      from: from,
      to: to, summary: summary)
  }

  func pageFile(_ header: FileHeader) -> PageFile {
    PageFile(header: header, summary: summary, date: date, weight: weight, automaticLinks: automaticLinks)
  }
}
