/// A small site for tests of the language server: two reports, an issue, a party, a page and a source.
enum SampleBriefing {
  static let march = """
    ---
    title: The March plan
    date: 2025-03-02
    summary: What was proposed in March.
    core-issues: [Tolls]
    affects: [Red]
    tags: [roads]
    ---

    Red and Blue speak of Tolls. See [[Tolls#Blue]] and [the issue](../issues/tolls.md).[^note] It rests on [@talks, p. 4].

    <!-- standpoint: positions id=core -->
    | Aspect | Red | Blue |
    |---|---|---|
    | Tolls | [+] Yes, soon | [--] Never |
    | Ports | — | [-] No |

    ## Costs

    The costs are high.

    [^note]: A note about costs.

    """

  static let april = """
    ---
    title: The April reply
    date: 2025-04-05
    ---

    See [[The March plan#Costs]], [[The March plan]] and [about](../pages/about.md#method).

    | Aspect | Red | Blue |
    |---|---|---|
    | Tolls | [~] Perhaps | [--] Never ever |

    """

  static let tolls = """
    ---
    title: Tolls
    aliases: [Road charges]
    proposition: Drivers should pay for roads.
    ---

    What [[Red]] asks for.

    """

  static let files = [
    "Content/reports/march.md": march,
    "Content/reports/april.md": april,
    "Content/issues/tolls.md": tolls,
    "Content/parties/red.md": "---\ntitle: Red\n---\n\nSee [[Tolls#Red]].\n",
    "Content/pages/about.md": "---\ntitle: About\n---\n\n## Method\n\nHow we work on [[Tolls]].\n",
    "Content/sources/talks.md":
      "---\ntitle: Talks in February\nauthors: [A. Author]\ndate: 2025-02-03\nurl: https://example.org/talks\n---\n",
    "Content/site.yml": "title: Site\nbase-url: https://example.org/x/\nfeeds: [Tolls]\n",
  ]
}
