#!/usr/bin/env python3
"""Measures the precision and recall of `standpoint suggest`.

Generates an archive, removes all files of issues and parties, and replaces a share of the names in its tables by known
variants: demonyms, formal names, abbreviations, seats of government, words in a different order, generic last words, plurals,
cut words, misspellings. `standpoint suggest --format json` then reads an archive in which issues and parties have several
names.

  precision  the share of suggestions whose two names belong together
  recall     the share of variants in the tables that a chain of correct suggestions connects with the original name

A name that only prose uses counts like a merge. Suggestions of the kind “related” are counted separately: they are correct
if the words of one issue contain those of the other. The same seed gives the same archive. Uses only the standard library.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

DEMONYMS = {
    "Russia": "Russian", "China": "Chinese", "India": "Indian", "Turkey": "Turkish", "Iran": "Iranian",
    "Japan": "Japanese", "Brazil": "Brazilian", "France": "French", "Germany": "German", "Ukraine": "Ukrainian",
    "Israel": "Israeli", "Egypt": "Egyptian", "Indonesia": "Indonesian", "Pakistan": "Pakistani", "Mexico": "Mexican",
    "Canada": "Canadian", "Australia": "Australian", "Poland": "Polish", "Norway": "Norwegian", "United States": "American",
    "United Kingdom": "British", "Nigeria": "Nigerian", "Kenya": "Kenyan", "Chile": "Chilean", "Qatar": "Qatari",
    "Armenia": "Armenian", "Georgia": "Georgian", "South Korea": "South Korean", "Saudi Arabia": "Saudi",
}
FORMAL = {
    "Russia": "Russian Federation", "China": "People’s Republic of China", "Iran": "Islamic Republic of Iran",
    "Germany": "Federal Republic of Germany", "France": "French Republic", "United States": "United States of America",
    "Israel": "State of Israel", "Poland": "Republic of Poland", "Egypt": "Arab Republic of Egypt",
    "South Korea": "Republic of Korea", "Indonesia": "Republic of Indonesia", "Brazil": "Federative Republic of Brazil",
    "India": "Republic of India", "Saudi Arabia": "Kingdom of Saudi Arabia", "Armenia": "Republic of Armenia",
}


class Failure(Exception):
    """The script cannot measure; the text tells the user why."""


@dataclass
class Named:
    """An issue or party of the archive: its original name, and its variants with the recipe of each."""

    name: str
    variants: dict = field(default_factory=dict)  # name -> recipe


# The recipe ----------------------------------------------------------------------------------------------------------


def misspelt(name, chance):
    """Drops, doubles or swaps one letter of a long word, but not the first letter."""
    words = name.split(" ")
    places = [i for i, word in enumerate(words) if len(word) >= 6 and word.isalpha()]
    if not places:
        return None
    place = chance.choice(places)
    word = words[place]
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(["drop", "double", "swap"])
    if kind == "drop":
        changed = word[:at] + word[at + 1:]
    elif kind == "double":
        changed = word[:at] + word[at] + word[at:]
    else:
        changed = word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if changed == word:
        return None
    words[place] = changed
    return " ".join(words)


def reordered(name, where):
    """“Arctic Fisheries Quotas” as “Fisheries Quotas in the Arctic”; None if there is no such form."""
    for setting, phrase in where:
        if name.startswith(setting + " "):
            return f"{name[len(setting) + 1:]} {phrase}"
    return None


def singular(name):
    words = name.split(" ")
    if words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")) and len(words[-1]) > 4:
        words[-1] = words[-1][:-3] + "y" if words[-1].endswith("ies") else words[-1][:-1]
    elif not words[-1].endswith("s"):
        words[-1] += "s"
    else:
        return None
    return " ".join(words)


def cut(name, chance):
    words = name.split(" ")
    places = [i for i, word in enumerate(words) if len(word) >= 8 and word.isalpha()]
    if not places:
        return None
    place = chance.choice(places)
    words[place] = words[place][:4] + "."
    return " ".join(words)


def issue_variant(name, recipe, chance, where):
    return {
        "order": lambda: reordered(name, where),
        "generic word": lambda: f"{name} {chance.choice(['Question', 'Issue', 'Problem', 'Dispute'])}",
        "misspelling": lambda: misspelt(name, chance),
        "plural": lambda: singular(name),
        "cut word": lambda: cut(name, chance),
        "genitive": lambda: f"The Question of {name}",
    }[recipe]()


ISSUE_RECIPES = ["order", "generic word", "misspelling", "plural", "cut word", "genitive"]
PARTY_RECIPES = ["demonym", "formal name", "government", "dotted", "misspelling", "alias"]


def party_variant(name, aliases, recipe, chance):
    if recipe == "demonym":
        return DEMONYMS.get(name) and f"{DEMONYMS[name]} Position"
    if recipe == "formal name":
        return FORMAL.get(name)
    if recipe == "government":
        return DEMONYMS.get(name) and f"{DEMONYMS[name]} {chance.choice(['Administration', 'Delegation', 'Authorities'])}"
    if recipe == "dotted":
        short = [alias for alias in aliases if re.fullmatch("[A-Z]{2,3}", alias)]
        return ".".join(short[0]) + "." if short else None
    if recipe == "misspelling":
        return misspelt(name, chance)
    return chance.choice(aliases) if aliases else None


# The archive ---------------------------------------------------------------------------------------------------------


def front_matter(path):
    text = path.read_text(encoding="utf-8")
    title = re.search(r'^title: "(.*)"$', text, re.M).group(1)
    return title, re.findall(r'^  - "(.*)"$', text, re.M)


def settings_of(kit):
    """The generator's pairs of “Arctic” and “in the Arctic”, read from its source without running it."""
    text = (kit / "make_corpus.py").read_text(encoding="utf-8")
    block = text[text.index("SETTINGS = ["):text.index("SUBJECTS = [")]
    pairs = re.findall(r'\("([^"]+)", "([^"]+)"\)', block)
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def cells(line):
    return re.split(r"(?<!\\)\|", line.strip().strip("|"))


def make_archive(kit, options, place):
    content = place / "Content"
    command = [sys.executable, kit / "make_corpus.py", "--reports", options.reports, "--out", content, "--seed", options.seed]
    for name in ("issues", "parties"):
        if getattr(options, name):
            command += [f"--{name}", getattr(options, name)]
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode:
        raise Failure(f"cannot generate the archive:\n{result.stdout}{result.stderr}")
    chance = random.Random(f"suggest-quality/{options.seed}")
    canon, parties = {}, {}
    for folder, is_party in (("parties", True), ("issues", False)):
        for path in sorted((content / folder).glob("*.md")):
            title, aliases = front_matter(path)
            for name in [title, *aliases]:
                canon[(is_party, name)] = title
            if is_party:
                parties[title] = aliases
            path.unlink()
    (content / "site.yml").write_text("ignore: [corpus.json]\n", encoding="utf-8")
    disturb(content, canon, parties, settings_of(kit), options.share, chance)
    return content


def disturb(content, canon, parties, where, share, chance):
    """Rewrites headings: first replaces every name by its original, then a share of them by variants."""
    plans = {}

    def renamed(text, is_party):
        bold = text.startswith("**")
        name = canon.get((is_party, text.strip("*")), text.strip("*"))
        if (is_party, name) not in plans:
            plans[(is_party, name)] = plan(name, is_party, parties, where, chance)
        variants = plans[(is_party, name)]
        if variants and chance.random() < share:
            name = chance.choice(variants)[0]
        return f"**{name}**" if bold else name

    for path in sorted(content.glob("reports/**/*.md")):
        lines = path.read_text(encoding="utf-8").split("\n")
        columns = None
        for index, line in enumerate(lines):
            if not line.startswith("|"):
                columns = None
                continue
            parts = [part.strip() for part in cells(line)]
            if columns is None:
                columns = parts
                if parts[0] != "Strategy":
                    parts[1:] = [renamed(part, True) for part in parts[1:]]
            elif columns[0] != "Strategy" and not set(parts[0]) <= set("-:"):
                parts[0] = renamed(parts[0], False)
            else:
                continue
            lines[index] = "| " + " | ".join(parts) + " |"
        path.write_text("\n".join(lines), encoding="utf-8")
    truth = [
        {"name": name, "party": is_party, "variants": dict(variants)} for (is_party, name), variants in sorted(plans.items())
    ]
    (content.parent / "truth.json").write_text(json.dumps(truth, indent=1), encoding="utf-8")


def plan(name, is_party, parties, where, chance):
    """One or two variants for two thirds of the names; the others have none and must not be merged."""
    if chance.random() > 0.66:
        return []
    recipes = chance.sample(PARTY_RECIPES if is_party else ISSUE_RECIPES, 2 if chance.random() < 0.3 else 1)
    variants = []
    for recipe in recipes:
        if is_party:
            variant = party_variant(name, parties.get(name, []), recipe, chance)
        else:
            variant = issue_variant(name, recipe, chance, where)
        if variant and variant != name:
            variants.append((variant, recipe))
    return variants


# Judging -------------------------------------------------------------------------------------------------------------


def key(name):
    """A name without differences that the tool ignores: case, full stops, generic last words."""
    return re.sub(r" (position|government)$", "", name.lower().replace(".", "").replace("’", "'"))


def headings(content):
    """Names of rows and columns, by whether they are parties."""
    found = {True: Counter(), False: Counter()}
    for path in content.glob("reports/**/*.md"):
        columns = None
        for line in path.read_text(encoding="utf-8").split("\n"):
            if not line.startswith("|"):
                columns = None
                continue
            parts = [part.strip().strip("*") for part in cells(line)]
            if columns is None:
                columns = parts
                if parts[0] != "Strategy":
                    found[True].update(map(key, parts[1:]))
            elif columns[0] != "Strategy" and not set(parts[0]) <= set("-:"):
                found[False][key(parts[0])] += 1
    return found


def judge(content, suggestions):
    truth = json.loads((content.parent / "truth.json").read_text(encoding="utf-8"))
    owner, recipe = {}, {}
    for entry in truth:
        for name, made_by in [(entry["name"], None), *entry["variants"].items()]:
            owner.setdefault((entry["party"], key(name)), set()).add(entry["name"])
            recipe[(entry["party"], key(name))] = made_by
    used = headings(content)
    wrong, right, related = [], 0, Counter()
    links = defaultdict(set)
    for suggestion in suggestions:
        is_party = suggestion["kind"] in ("merge-parties", "acts-for", "prose-name")
        pair = [(is_party, key(suggestion[side]["name"])) for side in ("from", "to")]
        owners = [owner.get(end, set()) for end in pair]
        if suggestion["kind"] == "related":
            words = [{word for name in found for word in name.split()} for found in owners]
            related["right" if words[0] & words[1] and (words[0] <= words[1] or words[1] <= words[0]) else "wrong"] += 1
        elif owners[0] & owners[1]:
            right += 1
            links[pair[0]].add(pair[1])
            links[pair[1]].add(pair[0])
        else:
            wrong.append(suggestion)
    missed, hits = Counter(), Counter()
    examples = defaultdict(list)
    for entry in truth:
        own = (entry["party"], key(entry["name"]))
        if not used[entry["party"]][own[1]]:
            continue
        reached, open_ends = {own}, [own]
        while open_ends:
            for end in links[open_ends.pop()]:
                if end not in reached:
                    reached.add(end)
                    open_ends.append(end)
        for name, made_by in entry["variants"].items():
            end = (entry["party"], key(name))
            if not used[entry["party"]][end[1]] or end == own:
                continue
            kind = ("party: " if entry["party"] else "issue: ") + made_by
            if end in reached:
                hits[kind] += 1
            else:
                missed[kind] += 1
                examples[kind].append(f"{name} = {entry['name']}")
    return right, wrong, related, hits, missed, examples


def report(options, outcome):
    right, wrong, related, hits, missed, examples = outcome
    total = right + len(wrong)
    precision = right / total if total else 1.0
    print(f"{options.reports} reports, seed {options.seed}, {options.share:.0%} of headings changed")
    print(f"precision {precision:.3f}  ({right} of {total} merges and “acts for”)")
    found, all_names = sum(hits.values()), sum(hits.values()) + sum(missed.values())
    print(f"recall    {found / max(1, all_names):.3f}  ({found} of {all_names} other names)")
    print(f"related   {related['right']} right, {related['wrong']} wrong")
    for kind in sorted(set(hits) | set(missed)):
        line = f"  {kind:22} {hits[kind]:4} of {hits[kind] + missed[kind]:4}"
        print(line + (f"   missed: {'; '.join(examples[kind][:2])}" if examples[kind] else ""))
    for suggestion in wrong[:options.show]:
        print(f"  wrong {suggestion['score']}: {suggestion['from']['name']} -> {suggestion['to']['name']}"
              f" ({'; '.join(evidence['text'] for evidence in suggestion['evidence'])})")
    return precision


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=1_000, metavar="N", help="default: 1000")
    parser.add_argument("--issues", type=int, metavar="I", help="default: a tenth of the reports")
    parser.add_argument("--parties", type=int, metavar="P", help="default: a fiftieth of the reports, 4 to 40")
    parser.add_argument("--seed", type=int, nargs="+", default=[1, 2, 3], metavar="S", help="one archive each (default: 1 2 3)")
    parser.add_argument("--share", type=float, default=0.2, metavar="P", help="share of headings that change (default: 0.2)")
    parser.add_argument("--minimum-score", type=float, metavar="S", help="default: the tool's default")
    parser.add_argument("--least-precision", type=float, default=0.95, metavar="P", help="exit with 1 below this (default: 0.95)")
    parser.add_argument("--show", type=int, default=10, metavar="N", help="number of wrong suggestions to show")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the archives to this folder and keep them")
    parser.add_argument("--tool", type=Path, default=ROOT / ".build/release/standpoint", help="the binary to measure")
    parser.add_argument(
        "--kit", type=Path, default=Path(os.environ.get("BENCH_KIT", ROOT.parent / "shared/bench")), metavar="FOLDER",
        help="contains make_corpus.py (default: $BENCH_KIT, or ../shared/bench)",
    )
    return parser.parse_args()


def measure(options, place):
    content = make_archive(options.kit, options, place)
    command = [options.tool, "suggest", place, "--format", "json", "--quiet"]
    if options.minimum_score is not None:
        command += ["--minimum-score", options.minimum_score]
    result = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if result.returncode:
        raise Failure(f"{options.tool} exited with {result.returncode}:\n{result.stderr[-3000:]}")
    return report(options, judge(content, json.loads(result.stdout)["suggestions"]))


def main():
    options = arguments()
    try:
        if not (options.kit / "make_corpus.py").is_file():
            raise Failure(f"{options.kit} does not contain make_corpus.py; set its folder with --kit FOLDER or BENCH_KIT")
        if not os.access(options.tool, os.X_OK):
            raise Failure(f"{options.tool} is missing; build it with “make tool”")
        worst = 1.0
        for seed in options.seed:
            options.seed = seed
            if options.keep:
                place = options.keep / f"seed-{seed}"
                place.mkdir(parents=True, exist_ok=True)
                worst = min(worst, measure(options, place))
            else:
                with tempfile.TemporaryDirectory(prefix="suggest-quality-") as folder:
                    worst = min(worst, measure(options, Path(folder)))
        return 0 if worst >= options.least_precision else 1
    except Failure as failure:
        print(f"suggest-quality: {failure}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
