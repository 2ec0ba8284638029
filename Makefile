# Standpoint: the commands of the project. `make` alone lists them.

TOOL := .build/release/standpoint
# How `make bench` runs, such as BENCH="--sizes 1000 --runs 3"; `make bench BENCH=--help` lists all.
BENCH ?=

.DEFAULT_GOAL := help
.PHONY: help site preview test lint bench screenshots tool

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 20

site: tool ## install what is missing, build the tool, and build Content/ into Public/
	@$(TOOL) build
	@printf '\nThe site is in %s/Public\nLook at it with: make preview\n' "$(CURDIR)"

preview: tool ## the same, and serve the site on this machine
	@$(TOOL) serve

test: ## install what is missing, and run every test
	@Scripts/setup test
	swift test --disable-xctest

lint: ## check the form of the Swift code and of the scripts
	@Scripts/setup lint
	swift format lint --strict -r Sources Tests Package.swift
	shellcheck Scripts/setup Scripts/screenshots .ci/run

bench: tool ## measure against Hugo (set it up on first use): time, processor time, memory
	@Scripts/setup bench
	@python3 Scripts/bench.py --tool $(TOOL) $(BENCH)

screenshots: tool ## take the pictures of the guide anew
	@Scripts/setup screenshots
	@Scripts/screenshots $(TOOL)

tool:
	@Scripts/setup site
	swift build -c release --product standpoint
