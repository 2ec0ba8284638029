import Text

/// The HTML that shows a page of the site in a frame of another one: a frame, and a script that gives it the height of the
/// page in it.
struct FrameCode {
  static let fields: [TemplateField] = [
    .text(
      .frameCode,
      "The HTML that shows the page in a frame on another site; absent unless `embeds:` is on and there are positions."
    ),
    .text(
      .frameAddress, "The address of the page in the frame, as the HTML names it; absent without the HTML."),
  ]

  /// The page in the frame says `{standpoint: "height", height: …}`, in CSS pixels.
  private static let script = """
    <script>
    addEventListener("message", (event) => {
      if (event.data?.standpoint !== "height") return;
      for (const frame of document.querySelectorAll("iframe")) {
        if (frame.contentWindow === event.source) frame.style.height = event.data.height + "px";
      }
    });
    </script>
    """

  let address: String
  /// What screen readers call the frame.
  let title: String

  var html: String {
    let frame: HTML = """
      <iframe src="\(address)" title="\(title)" loading="lazy" style="width: 100%; height: 40rem; border: 0"></iframe>

      """
    return frame.text + Self.script
  }
}

extension PageDraft {
  /// Sets the HTML that shows the page in a frame of another site, if the site offers frames.
  mutating func frameCode(of shown: some FrameablePage, in site: PageRenderer) {
    guard site.settings.offersFrames, shown.isFrameable(in: site.layout) else { return }
    let address = FramedPage.address(of: shown, in: site.layout)
    let whole = site.settings.fullAddress(ofPage: address) ?? page.path(to: address)
    text(.frameAddress, whole)
    let title = site.words.text(.pageTitle, shown.title(site), site.settings.title)
    text(.frameCode, FrameCode(address: whole, title: title).html)
  }
}

extension TemplateName {
  static let frameAddress = TemplateName("frame-address")
  static let frameCode = TemplateName("frame-code")
}
