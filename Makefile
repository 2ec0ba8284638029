# Standpoint: the commands of the project. `make` on its own lists them.

TOOL := .build/release/standpoint
# Options of `make bench`, such as BENCH="--sizes 1000 --runs 3"; `make bench BENCH=--help` lists all.
BENCH ?=
# Options of its second part, which measures the preview, such as BENCH_LIVE="--reports 1000".
BENCH_LIVE ?=

# Options of `make fuzz`; `make fuzz FUZZ=--help` lists all.
FUZZ ?= $(if $(SECONDS),--seconds $(SECONDS))
# Options of `make kill-test`, such as KILL=--short or KILL='--only rename --keep'.
KILL ?=
# Options of `make attack-test`, such as ATTACK=--short or ATTACK='--only saves'.
ATTACK ?=
# Options of `make hardship-test`, such as HARDSHIP=--short.
HARDSHIP ?=
# Rounds of `make hostile`; with as many rounds as there are payloads, each field gets each payload.
ROUNDS ?= 24

# Which tests `make test` runs: those of one folder of Sources, such as ROOM=Graph, or those whose names contain some words.
ROOM ?=
ONLY ?=
# What `make test` checks meanwhile: SANITIZE=address for the use of memory, SANITIZE=thread for data races.
SANITIZE ?=

# The site that `make screenshots` shows, such as SITE=../my-briefings; Content/ of this folder by default.
SITE ?=

# Where `make install` puts the tool, its manual page and completions. Packagers set DESTDIR, which goes before it.
PREFIX ?= /usr/local
DESTDIR ?=
DIST := .build-dist/standpoint

.DEFAULT_GOAL := help
.PHONY: help site preview guide test record lint bench bench-record bench-live fuzz pathological kill-test attack-test hardship-test hostile suggest-quality screenshots guide-pictures dist wheel test-wheel install uninstall tool

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 24

site: tool ## install what is missing, build the tool, and build Content/ into Public/
	@PATH="$(CURDIR)/.build-tools/bin:$$PATH" $(TOOL) build
	@printf '\nThe site is in %s/Public\nTo look at it, run: make preview\n' "$(CURDIR)"

preview: tool ## the same, and serve the site on this machine
	@$(TOOL) serve

guide: tool ## build the user guide from Guide/ into .guide/
	@$(TOOL) build Guide --output .guide
	@printf '\nThe guide is in %s/.guide\nTo read it, run: $(TOOL) serve Guide --open\n' "$(CURDIR)"

test: ## install what is missing, and run every test, or those of ROOM=Graph or ONLY='words of a test'
	@Scripts/test $(if $(ROOM),--room '$(ROOM)') $(if $(ONLY),--only '$(ONLY)') $(if $(SANITIZE),--sanitize $(SANITIZE))

record: ## record the golden files of the tests again (and fail, so that the changes are reviewed)
	@Scripts/test --record

lint: ## check the formatting of the Swift code and the scripts
	@Scripts/setup lint
	swift format lint --strict -r Sources Tests Package.swift
	shellcheck Scripts/setup Scripts/guide-pictures Scripts/dist Scripts/dist-figures Scripts/pack Scripts/release Scripts/test-wheel Scripts/install Scripts/release-flags .ci/run

bench: tool ## compare with Hugo (installed on first use): time, CPU time, memory; then measure the preview
	@Scripts/setup bench
	@python3 Scripts/bench.py --tool $(TOOL) $(BENCH)
	@python3 Scripts/bench_live.py --tool $(TOOL) $(BENCH_LIVE)

bench-record: tool ## the same without the preview, and write the figures into Guide/scaling.md
	@Scripts/setup bench
	@python3 Scripts/bench.py --tool $(TOOL) --record Guide/scaling.md $(BENCH)

bench-live: tool ## measure the preview: from saving a file to the page that shows it
	@python3 Scripts/bench_live.py --tool $(TOOL) $(BENCH_LIVE)

bench-lsp: tool ## measure the language server on the 10,000 reports of the benchmark, or on SITE=FOLDER
	@python3 Scripts/bench_lsp.py $(TOOL) $(SITE)

fuzz: ## run the fuzzer on everything that reads untrusted text (FUZZ="--only sheets --seconds 60")
	@Scripts/fuzz $(FUZZ)

pathological: tool ## check that no difficult input costs far more than its size suggests (slow; ONLY='a shape')
	@Scripts/setup pathological
	@python3 Scripts/pathological.py --tool $(TOOL) --only '$(ONLY)'

kill-test: tool ## kill each command that writes at many moments, and check what is left (KILL=--short: fewer)
	@python3 Scripts/kill_test.py --tool $(TOOL) $(KILL)

attack-test: tool ## attack a running preview: slow clients, 1,000 connections, foreign pages, 2,000 saves (ATTACK=--short: fewer)
	@python3 Scripts/attack_test.py --tool $(TOOL) $(ATTACK)

hardship-test: tool ## run the tool with a full disk, clocks that go backwards, files that change under it (HARDSHIP=--short: fewer)
	@python3 Scripts/hardship_test.py --tool $(TOOL) $(HARDSHIP)

hostile: tool ## put hostile text into every field, and judge all outputs with independent parsers (ROUNDS=201: all)
	@Scripts/setup test
	@.build/browser/bin/python3 Tests/CommandLineTests/Browser/hostile.py $(TOOL) $(ROUNDS)

suggest-quality: tool ## measure the precision and recall of suggestions, on generated archives
	@python3 Scripts/suggest_quality.py --tool $(TOOL) $(BENCH)

screenshots: tool ## take screenshots of each page kind, light, dark, at three widths and printed, in .screenshots/
	@Scripts/setup screenshots
	@python3 Scripts/screenshots.py $(TOOL) $(SITE)

guide-pictures: tool ## take the screenshots of the guide again
	@Scripts/setup screenshots
	@Scripts/guide-pictures $(TOOL)

dist: ## build one binary that runs without Swift and libcmark, in .build-dist/standpoint
	@Scripts/setup dist
	@Scripts/dist $(DIST)
	@Scripts/dist-figures $(DIST)/bin/standpoint

wheel: dist ## the same, and pack it in .release/ as a wheel for PyPI and a tarball, with checksums and a list of parts
	@Scripts/setup release
	@Scripts/release $(DIST) .release

test-wheel: wheel ## the same, install the wheel into a new environment, and build the sample with it
	@Scripts/test-wheel .release

install: $(TOOL) ## install what make site has built, with manual page and completions, into PREFIX (/usr/local)
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	  Scripts/pack $(TOOL) "$$folder" && Scripts/install "$$folder" "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what make install has installed
	@Scripts/install --remove "$(DESTDIR)$(PREFIX)"

# Built if it is missing; make site also builds it again after a change.
$(TOOL):
	@$(MAKE) --no-print-directory tool

tool:
	@Scripts/setup site
	swift build -c release --product standpoint $$(Scripts/release-flags)
