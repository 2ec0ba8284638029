import Foundation
import Testing

@testable import Site

/// Parses feeds and sitemap with Python's XML reader, and checks them against their specifications.
@Suite("Metadata in other readers") struct MetadataReaderTests {
  private static let feedRules = """
    import re, sys, xml.etree.ElementTree as tree
    atom = "{http://www.w3.org/2005/Atom}"
    feed = tree.parse(sys.argv[1]).getroot()
    assert feed.tag == atom + "feed"
    address = re.compile(r"^https://[!-~]+$")
    stamp = re.compile(r"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$")
    def one(parent, name):
        found = parent.findall(atom + name)
        assert len(found) == 1, (parent.tag, name, len(found))
        assert found[0].text and found[0].text.strip(), name
        return found[0].text
    def check(element, known):
        for name in ["id", "title", "updated"]: one(element, name)
        assert address.match(one(element, "id")) and stamp.match(one(element, "updated"))
        assert all(child.tag in [atom + name for name in known.split()] for child in element)
        links = [(link.get("rel"), link.get("type")) for link in element.findall(atom + "link")]
        assert len(links) == len(set(links)) and ("alternate", "text/html") in links
        assert all(address.match(link.get("href")) for link in element.findall(atom + "link"))
        for name in ["summary", "subtitle", "published"]: assert len(element.findall(atom + name)) <= 1
        for published in element.findall(atom + "published"): assert stamp.match(published.text)
        for author in element.findall(atom + "author"): one(author, "name")
        for category in element.findall(atom + "category"): assert category.get("term")
    check(feed, "title subtitle link id updated author entry")
    entries = feed.findall(atom + "entry")
    assert len(feed.findall(atom + "author")) == 1 and entries
    for entry in entries: check(entry, "title link id published updated author category summary content")
    for content in feed.iter(atom + "content"):
        assert content.get("type") == "html"
        tree.fromstring("<div>" + content.text + "</div>")
    ids = [one(entry, "id") for entry in entries]
    assert len(ids) == len(set(ids))
    times = [one(entry, "updated") for entry in entries]
    assert times == sorted(times, reverse=True) and one(feed, "updated") == times[0]
    assert sum(link.get("rel") == "self" for link in feed.findall(atom + "link")) == 1
    print(len(entries), one(entries[0], "title"))
    """

  private static let mapRules = """
    import re, sys, xml.etree.ElementTree as tree
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    urls = tree.parse(sys.argv[1]).getroot()
    assert urls.tag == space + "urlset" and len(urls) <= 50000
    places = []
    for url in urls:
        assert url.tag == space + "url"
        assert [child.tag for child in url] in ([space + "loc"], [space + "loc", space + "lastmod"])
        assert re.match(r"^https://[!-~]{1,2040}$", url[0].text)
        assert len(url) == 1 or re.match(r"^\\d{4}-\\d\\d-\\d\\d$", url[1].text)
        places.append(url[0].text)
    assert len(places) == len(set(places))
    print(len(places))
    """

  @Test(
    "feeds follow RFC 4287",
    arguments: ["feed.xml", "issues/tolls/feed.xml", "parties/red/feed.xml"])
  func feeds(path: String) throws {
    let site = MetadataTests.site(feeds: ["Tolls", "Red"])
    let answer = try Self.read(site.page(path), with: Self.feedRules)
    #expect(answer == "2 Tolls & \"<bridges>\"\n")
  }

  @Test("the sitemap follows the rules of sitemaps.org") func sitemap() throws {
    let site = MetadataTests.site()
    #expect(try Self.read(site.page("sitemap.xml"), with: Self.mapRules) == "\(site.pages.count - 1)\n")
  }

  /// The output of Python; its error if a rule is broken.
  private static func read(_ text: String, with program: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "metadata-\(UUID().uuidString).xml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, file.path]
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
