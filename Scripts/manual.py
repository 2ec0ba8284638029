"""Writes the manual page in mdoc(7) format from the tool's help.

    standpoint --experimental-dump-help | python3 Scripts/manual.py > standpoint.1
"""

import json
import re
import sys


def escaped(text):
    """Text escaped for roff: backslashes, hyphens, and characters that would start a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"(?m)^([.'])", r"\\&\1", text)


def words(text):
    """Text as an argument of an mdoc macro, without macro calls and special treatment of punctuation."""
    return '"' + "\\&" + escaped(text).replace('"', "\\(dq") + '"'


def lines_of(text):
    """Paragraphs of the tool's help; indented ones are examples and are kept unchanged."""
    for paragraph in re.split(r"\n\s*\n", text.strip("\n")):
        if not paragraph.startswith("  "):
            yield ".Pp"
        if paragraph.startswith("  "):
            yield ".Bd -literal -offset indent"
            yield from escaped(re.sub(r"(?m)^  ", "", paragraph)).split("\n")
            yield ".Ed"
        else:
            yield from sentences(paragraph)


def sentences(text):
    """Each sentence on its own line, so that roff sets the space between sentences."""
    return [escaped(line) for line in re.sub(r"(?<=[a-z)”\"][.?:!]) +(?=\S)", "\n", text).split("\n")]


def usable(command):
    return [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]


def value_of(argument):
    return argument.get("valueName") or "value"


def names_of(argument):
    """The option's names with dashes, short ones first."""
    names = [("-" if n["kind"].startswith("short") or n["kind"] == "longWithSingleDash" else "--") + n["name"]
             for n in argument.get("names", [])]
    return sorted(names, key=len)


def synopsis(path, command):
    yield ".Nm standpoint"
    if path:
        yield f".Cm {words(path)}"
    for argument in usable(command):
        optional = argument.get("isOptional", False)
        dots = " ..." if argument.get("isRepeating") else ""
        if argument["kind"] == "positional":
            yield (".Op " if optional else ".") + f"Ar {words(value_of(argument))}{dots}"
        elif names_of(argument)[-1] not in ("--help", "--version"):
            name = words(names_of(argument)[-1])
            value = f" Ar {words(value_of(argument))}" if argument["kind"] == "option" else ""
            yield f".Op Sy {name}{value}" if optional else f".Sy {name}{value}"


def entry(argument):
    if argument["kind"] == "positional":
        yield f".It Ar {words(value_of(argument))}"
    else:
        value = f" Ar {words(value_of(argument))}" if argument["kind"] == "option" else ""
        yield ".It " + " , ".join(f"Sy {words(name)}{value}" for name in names_of(argument))
    texts = [argument.get("abstract", ""), argument.get("discussion") or ""]
    yield from sentences("\n".join(t.strip("\n") for t in texts if t))
    if argument.get("defaultValue"):
        yield f"Default: {escaped(argument['defaultValue'])}."


def section(path, command):
    yield f".Ss {words('standpoint ' + path)}"
    yield from synopsis(path, command)
    yield ".Pp"
    yield from sentences(command.get("abstract", ""))
    if command.get("discussion"):
        yield from lines_of(command["discussion"])
    arguments = [a for a in usable(command) if names_of(a)[-1:] not in (["--help"], ["--version"])]
    if arguments:
        yield ".Bl -tag -width indent"
        for argument in arguments:
            yield from entry(argument)
        yield ".El"


def leaves(command, path=""):
    """The commands without subcommands, each with its full name."""
    for sub in command.get("subcommands", []):
        if sub.get("shouldDisplay", True) and sub["commandName"] != "help":
            name = (path + " " + sub["commandName"]).strip()
            if sub.get("subcommands"):
                yield from leaves(sub, name)
            else:
                yield name, sub


def page(tool):
    command = tool["command"]
    yield ".Dd $Mdocdate$"
    yield ".Dt STANDPOINT 1"
    yield ".Os"
    yield ".Sh NAME"
    yield ".Nm standpoint"
    yield f".Nd {escaped(command['abstract'].rstrip('.')[:1].lower() + command['abstract'].rstrip('.')[1:])}"
    yield ".Sh SYNOPSIS"
    yield ".Nm"
    yield ".Ar command"
    yield ".Op Ar options"
    yield ".Sh DESCRIPTION"
    yield from list(lines_of(command.get("discussion", "")))[1:]
    yield ".Sh COMMANDS"
    for path, sub in leaves(command):
        yield from section(path, sub)
    yield ".Sh EXIT STATUS"
    yield ".Bl -tag -width indent"
    for code, meaning in [("0", "success"), ("1", "the content has errors; nothing was written"),
                          ("2", "file system or system error"), ("64", "invalid usage")]:
        yield f".It {code}"
        yield meaning
    yield ".El"


def main():
    print("\n".join(line for line in page(json.load(sys.stdin)) if line))


if __name__ == "__main__":
    main()
