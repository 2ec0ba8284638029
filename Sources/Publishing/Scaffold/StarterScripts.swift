/// The scripts and workflows by which hosts build, review and publish a site.
enum StarterScripts {
  /// The name of the package with this program on PyPI.
  static let package = "standpoint-briefing"

  /// The version of Pagefind that `build.sh` installs.
  static let pagefind = "1.5.2"

  static let build = StarterFile(
    "build.sh",
    """
    #!/bin/sh
    # Builds the site into Public/, on this machine or on a host.
    #
    # If standpoint is not on the PATH, it is installed into .tool from PyPI; so is pagefind, which creates the search index,
    # unless site.yml has “search: off”.
    #
    #   STANDPOINT_PACKAGE   what pip installs as standpoint: a version, such as \(package)==\(ProgramVersion.current), or the URL of a wheel with
    #                        #sha256=… at its end, which pip verifies
    set -eu
    cd "$(dirname "$0")"

    PATH=$PWD/.tool/bin:$PATH
    if ! command -v standpoint >/dev/null 2>&1; then
      python3 -m venv .tool
      .tool/bin/pip install --quiet --disable-pip-version-check --only-binary :all: \\
        "${STANDPOINT_PACKAGE:-\(package)==\(ProgramVersion.current)}"
    fi
    if ! command -v pagefind >/dev/null 2>&1 && ! grep -qs '^search: *off' Content/site.yml; then
      [ -d .tool ] || python3 -m venv .tool
      if .tool/bin/pip install --quiet --disable-pip-version-check --only-binary :all: 'pagefind[extended]==\(pagefind)'; then
        ln -sf "$PWD"/.tool/lib/python*/site-packages/pagefind_bin_extended/pagefind_extended .tool/bin/pagefind
      else
        echo 'build.sh: cannot install pagefind, so the site has no search' >&2
      fi
    fi
    # Hosts fetch only the last commit, but reports without a date are dated by their first commit.
    if [ -n "${CI:-}" ] && [ "$(git rev-parse --is-shallow-repository 2>/dev/null)" = true ]; then
      git fetch --quiet --unshallow || echo "build.sh: cannot fetch the history" >&2
    fi
    # Cloudflare Pages builds every branch; all but PRODUCTION_BRANCH (main) are previews.
    if [ -n "${CF_PAGES_BRANCH:-}" ] && [ "$CF_PAGES_BRANCH" != "${PRODUCTION_BRANCH:-main}" ]; then
      set -- --preview "$CF_PAGES_BRANCH" --base-url "$CF_PAGES_URL" "$@"
    fi
    # Stops if an address that readers may have cited would lead to something else.
    if [ -n "${PUBLISHED_AT:-}" ]; then
      standpoint check --quiet --against "$PUBLISHED_AT" --keep-addresses
    fi
    exec standpoint build "$@"

    """, isExecutable: true)

  static let review = StarterFile(
    "review.sh",
    """
    #!/bin/sh
    # Reviews a proposed change: builds a preview into Public/, prints what is wrong, and writes to COMMENT what the change does
    # to positions, addresses and sources. COMMENT is empty if it changes none.
    #
    #   ./review.sh BASE NAME COMMENT
    #
    #   BASE         the revision that the change is compared with, such as origin/main
    #   NAME         the name of the preview, such as "PR 12"
    #   PREVIEW_AT   the address where the preview will be published, if any; links in COMMENT point there
    #   FORMAT       the format of diagnostics, such as github for annotations; text by default
    set -eu
    cd "$(dirname "$0")"
    base=${1:?the revision to compare with} name=${2:?the name of the preview} comment=${3:?the file for the comment}
    status=0

    set --
    [ -z "${PREVIEW_AT:-}" ] || set -- --base-url "$PREVIEW_AT"
    ./build.sh --preview "$name" --format "${FORMAT:-text}" "$@" || status=$?
    PATH=$PWD/.tool/bin:$PATH
    [ -z "${PREVIEW_AT:-}" ] || set -- "$@" --preview "$PREVIEW_AT"
    if ! standpoint diff "$base...HEAD" --format markdown --for comment "$@" >"$comment"; then
      status=1
      echo 'The content has errors, so positions were not compared. The log of this run lists the errors.' >"$comment"
    fi
    exit "$status"

    """, isExecutable: true)

  static let gitHubPublishing = StarterFile(
    ".github/workflows/publish.yml",
    """
    # Builds the site and publishes it on GitHub Pages: after every push to the main branch, and every day, because reports with
    # a future date appear, pages expire, and positions become due for review.
    name: Publish

    on:
      push:
        branches: [main, master]
      schedule:
        - cron: "17 4 * * *"
      workflow_dispatch:

    permissions:
      contents: read
      pages: write
      id-token: write

    # One run at a time; a run in progress is not cancelled.
    concurrency:
      group: pages
      cancel-in-progress: false

    jobs:
      publish:
        runs-on: ubuntu-latest
        environment:
          name: github-pages
          url: ${{ steps.deployment.outputs.page_url }}
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0 # the whole history: reports without a date are dated by their first commit
          - name: Programs for the map and the link preview images
            run: sudo apt-get update -q && sudo apt-get install -qy --no-install-recommends graphviz librsvg2-bin
          - id: pages
            uses: actions/configure-pages@v5
          - name: Build
            run: ./build.sh --base-url "$BASE_URL"
            env:
              BASE_URL: ${{ steps.pages.outputs.base_url }}
              PUBLISHED_AT: ${{ steps.pages.outputs.base_url }}
              STANDPOINT_PACKAGE: ${{ vars.STANDPOINT_PACKAGE }}
          - uses: actions/upload-pages-artifact@v3
            with:
              path: Public
          - id: deployment
            uses: actions/deploy-pages@v4

    """)

  static let gitHubReview = StarterFile(
    ".github/workflows/review.yml",
    """
    # Reviews pull requests: builds a preview, annotates problems, and posts one comment, updated by later runs,
    # that says how the change affects positions, addresses and sources.
    name: Review

    on: pull_request

    permissions:
      contents: read
      pull-requests: write

    concurrency:
      group: review-${{ github.event.pull_request.number }}
      cancel-in-progress: true

    jobs:
      review:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0 # the whole history: the change is compared with the commit that it branched off from
          - name: Review
            run: ./review.sh "origin/$BASE" "PR $NUMBER" comment.md
            env:
              BASE: ${{ github.base_ref }}
              NUMBER: ${{ github.event.pull_request.number }}
              FORMAT: github
              STANDPOINT_PACKAGE: ${{ vars.STANDPOINT_PACKAGE }}
          - id: preview
            if: always() && hashFiles('Public/index.html') != ''
            uses: actions/upload-artifact@v4
            with:
              name: preview
              path: Public
          # A pull request from a fork cannot write comments.
          - name: Comment
            if: always() && github.event.pull_request.head.repo.full_name == github.repository
            run: |
              mark='<!-- standpoint review -->'
              id=$(gh api --paginate "repos/$REPOSITORY/issues/$NUMBER/comments" \\
                --jq ".[] | select(.body | startswith(\\"$mark\\")) | .id" | head -n 1)
              if [ -s comment.md ]; then
                { echo "$mark"; cat comment.md; } >body.md
                [ -z "$PREVIEW" ] || printf '\\n[Preview of the site](%s)\\n' "$PREVIEW" >>body.md
                if [ -n "$id" ]; then
                  gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/$id" -F body=@body.md
                else
                  gh api --silent --method POST "repos/$REPOSITORY/issues/$NUMBER/comments" -F body=@body.md
                fi
              elif [ -n "$id" ]; then
                gh api --silent --method DELETE "repos/$REPOSITORY/issues/comments/$id"
              fi
            env:
              GH_TOKEN: ${{ github.token }}
              REPOSITORY: ${{ github.repository }}
              NUMBER: ${{ github.event.pull_request.number }}
              PREVIEW: ${{ steps.preview.outputs.artifact-url }}

    """)

  static let gitLab = StarterFile(
    ".gitlab-ci.yml",
    """
    # Publishes the site on GitLab Pages: after every push to the default branch, and whenever a pipeline schedule runs. Add a
    # daily schedule under Build, Pipeline schedules, because reports with a future date appear and pages expire.
    #
    # Reviews merge requests: builds a preview, and says in one note, which later runs update, what the change does to positions,
    # addresses and sources. To post notes, set the masked variable REVIEW_TOKEN to a project access token with the scope "api".
    image: python:3.12

    variables:
      GIT_DEPTH: 0 # the whole history: reports without a date are dated by their first commit

    pages:
      stage: deploy
      before_script: # programs for the map and the link preview images
        - apt-get update -q && apt-get install -qy --no-install-recommends graphviz librsvg2-bin
      script:
        - PUBLISHED_AT="$CI_PAGES_URL" ./build.sh --base-url "$CI_PAGES_URL" --output public
      artifacts:
        paths: [public]
      rules:
        - if: $CI_PIPELINE_SOURCE != "merge_request_event" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

    review:
      stage: test
      variables:
        PREVIEW_AT: https://$CI_PROJECT_ROOT_NAMESPACE.$CI_PAGES_DOMAIN/-/$CI_PROJECT_NAME/-/jobs/$CI_JOB_ID/artifacts/Public/
      script:
        - git fetch --quiet origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
        - status=0; ./review.sh FETCH_HEAD "MR $CI_MERGE_REQUEST_IID" comment.md || status=$?
        - ./comment.sh comment.md
        - exit $status
      artifacts:
        when: always
        paths: [Public]
        expose_as: Preview
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"

    """)

  static let gitLabComment = StarterFile(
    "comment.sh",
    """
    #!/bin/sh
    # Posts FILE as the review’s single note on this merge request, or updates it; an empty FILE removes it.
    #
    #   ./comment.sh FILE
    set -eu
    file=${1:?a file}
    if [ -z "${REVIEW_TOKEN:-}" ]; then
      echo 'comment.sh: REVIEW_TOKEN is not set, so the comment is only printed' >&2
      cat "$file"
      exit 0
    fi
    notes="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
    request() { curl --fail --silent --show-error --header "PRIVATE-TOKEN: $REVIEW_TOKEN" "$@"; }
    mark='<!-- standpoint review -->'
    id=$(request "$notes?per_page=100" | python3 -c '
    from json import load; from sys import argv, stdin
    print(next((note["id"] for note in load(stdin) if note["body"].startswith(argv[1])), ""))' "$mark")
    if [ -s "$file" ]; then
      { echo "$mark"; cat "$file"; } >body.md
      if [ -n "$id" ]; then
        request --request PUT --data-urlencode body@body.md "$notes/$id" >/dev/null
      else
        request --request POST --data-urlencode body@body.md "$notes" >/dev/null
      fi
    elif [ -n "$id" ]; then
      request --request DELETE "$notes/$id" >/dev/null
    fi

    """, isExecutable: true)
}
