"""Writes the list of what the binary is made of (SBOM) as CycloneDX 1.6 JSON, with the library of the CycloneDX project.

    sbom.py VERSION > standpoint.cdx.json

The Swift packages come from Package.resolved, the C libraries from pkg-config, and the runtime from the toolchain.
"""

import json
import pathlib
import re
import subprocess
import sys

from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from packageurl import PackageURL

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    bom = Bom()
    own = Component(name="standpoint", version=sys.argv[1], type=ComponentType.APPLICATION, bom_ref="standpoint")
    bom.metadata.component = own
    parts = [*swift_packages(), *libraries(), *runtime()]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(own, parts)
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    errors = make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6).validate_str(text)
    if errors:
        sys.exit(f"sbom: the document is not valid: {errors}")
    print(text)


def swift_packages():
    for pin in json.loads((ROOT / "Package.resolved").read_text())["pins"]:
        host, owner, name = pin["location"].removeprefix("https://").removesuffix(".git").split("/")
        version = pin["state"].get("version") or pin["state"]["revision"]
        yield Component(
            name=name, version=version, type=ComponentType.LIBRARY, bom_ref=pin["identity"],
            purl=PackageURL("swift", f"{host}/{owner}", name, version),
            external_references=[ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(pin["location"]))])


def libraries():
    for name in ["libcmark", "sqlite3"]:
        version = subprocess.run(["pkg-config", "--modversion", name], check=True, capture_output=True, text=True)
        yield Component(name=name, version=version.stdout.strip(), type=ComponentType.LIBRARY, bom_ref=name)


def runtime():
    """What a binary takes from the toolchain when it is linked statically."""
    said = subprocess.run(["swift", "--version"], check=True, capture_output=True, text=True).stdout
    version = re.search(r"Swift version ([0-9.]+)", said)[1]
    for name in ["swift", "swift-corelibs-foundation", "swift-corelibs-libdispatch", "swift-foundation", "swift-foundation-icu"]:
        yield Component(
            name=name, version=version, type=ComponentType.LIBRARY, bom_ref=name,
            purl=PackageURL("github", "swiftlang", name, f"swift-{version}-RELEASE"))


if __name__ == "__main__":
    main()
