"""Drives the language server with pytest-lsp, over the list of its features.

Run by pytest with STANDPOINT (the tool) and SITE (a folder with the sample site) in the environment.
"""
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

SITE = pathlib.Path(os.environ["SITE"])
MARCH = SITE / "Content/reports/march.md"
TEXT = MARCH.read_text()
TABLE = """\
| Aspect | Red | Blue |
|---|---|---|
| Tolls | [+] Yes, soon | [--] Never |
| Ports | — | [-] No |
"""
ALIGNED = """\
| Aspect | Red           | Blue       |
|--------|---------------|------------|
| Tolls  | [+] Yes, soon | [--] Never |
| Ports  | —             | [-] No     |
"""


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[os.environ["STANDPOINT"], "lsp"]))
async def client(lsp_client: LanguageClient):
    @lsp_client.feature("client/registerCapability")
    def register(params):
        watched = params.registrations[0].register_options
        assert params.registrations[0].method == "workspace/didChangeWatchedFiles" and watched

    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"), root_uri=SITE.as_uri(),
            workspace_folders=[types.WorkspaceFolder(uri=SITE.as_uri(), name="site")]))
    yield
    await lsp_client.shutdown_session()


def document(path=MARCH):
    return types.TextDocumentIdentifier(uri=path.as_uri())


def place(mark, text=TEXT):
    """The place after the first occurrence of a mark."""
    before = text[:text.index(mark) + len(mark)]
    return types.Position(line=before.count("\n"), character=len(before.split("\n")[-1]))


async def opened(client, text=TEXT, path=MARCH, version=1):
    client.text_document_did_open(types.DidOpenTextDocumentParams(
        text_document=types.TextDocumentItem(
            uri=path.as_uri(), language_id="markdown", version=version, text=text)))


def changed(client, text, version, path=MARCH):
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        text_document=types.VersionedTextDocumentIdentifier(uri=path.as_uri(), version=version),
        content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)]))


async def problems(client, fits, path=MARCH):
    """Waits until the problems of a file are as wanted."""
    while not fits(client.diagnostics.get(path.as_uri(), [])):
        await client.wait_for_notification("textDocument/publishDiagnostics")
    return client.diagnostics.get(path.as_uri(), [])


@pytest.mark.asyncio
async def test_diagnostics(client: LanguageClient):
    await opened(client)
    changed(client, TEXT.replace("[[Tolls#Blue]]", "[[Tols]]"), 2)
    found = await problems(client, lambda all: len(all) == 1)
    assert found[0].code == "unknown-name" and found[0].source == "standpoint"
    assert found[0].range.start == place("See ")
    changed(client, TEXT, 3)
    await problems(client, lambda all: not all)


@pytest.mark.asyncio
async def test_completion(client: LanguageClient):
    text = TEXT + "\nSee [["
    await opened(client, text)
    result = await client.text_document_completion_async(types.CompletionParams(
        text_document=document(), position=place("\nSee [[", text)))
    labels = [item.label for item in result.items]
    assert {"Tolls", "Road charges", "Red", "Blue", "The March plan", "About"} <= set(labels)
    assert all(item.text_edit.new_text.endswith("]]") for item in result.items)


@pytest.mark.asyncio
async def test_hover(client: LanguageClient):
    result = await client.text_document_hover_async(types.HoverParams(
        text_document=document(), position=place("| Tol")))
    assert "Drivers should pay for roads." in result.contents.value
    assert "**Red** (Mixed, 2025-04-05)" in result.contents.value


@pytest.mark.asyncio
async def test_definition_and_references(client: LanguageClient):
    result = await client.text_document_definition_async(types.DefinitionParams(
        text_document=document(), position=place("| Tol")))
    assert [one.uri for one in result] == [(SITE / "Content/issues/tolls.md").as_uri()]
    result = await client.text_document_references_async(types.ReferenceParams(
        text_document=document(), position=place("| Tol"),
        context=types.ReferenceContext(include_declaration=True)))
    assert {pathlib.PurePath(one.uri).name for one in result} == {
        "tolls.md", "march.md", "april.md", "red.md", "about.md", "site.yml"}


@pytest.mark.asyncio
async def test_symbols(client: LanguageClient):
    result = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=document()))
    assert [one.name for one in result] == ["Table 1", "Costs"]
    result = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="road"))
    assert [one.name for one in result] == ["Tolls"]


@pytest.mark.asyncio
async def test_document_links(client: LanguageClient):
    result = await client.text_document_document_link_async(
        types.DocumentLinkParams(text_document=document()))
    assert any(one.target.endswith("issues/tolls.md#L2") for one in result)


@pytest.mark.asyncio
async def test_rename(client: LanguageClient):
    prepared = await client.text_document_prepare_rename_async(types.PrepareRenameParams(
        text_document=document(), position=place("| Tol")))
    assert prepared.placeholder == "Tolls"
    result = await client.text_document_rename_async(types.RenameParams(
        text_document=document(), position=place("| Tol"), new_name="Fees"))
    edited = {pathlib.PurePath(one.text_document.uri).name
              for one in result.document_changes if isinstance(one, types.TextDocumentEdit)}
    assert edited == {"tolls.md", "march.md", "april.md", "red.md", "about.md", "site.yml"}
    moved = [one for one in result.document_changes if isinstance(one, types.RenameFile)]
    assert [pathlib.PurePath(one.new_uri).name for one in moved] == ["fees.md"]
    with pytest.raises(Exception, match="already a name"):
        await client.text_document_rename_async(types.RenameParams(
            text_document=document(), position=place("| Tol"), new_name="Ports"))


@pytest.mark.asyncio
async def test_rename_of_other_things(client: LanguageClient):
    text = TEXT + "\nMore in [[About]], [[About#Method]], [[The April reply]] and [@talks].[^a]\n\n[^a]: A note.\n"
    await opened(client, text)

    async def changed(mark, name):
        result = await client.text_document_rename_async(types.RenameParams(
            text_document=document(), position=place(mark, text), new_name=name))
        return {
            pathlib.PurePath(one.text_document.uri).name: [edit.new_text for edit in one.edits]
            for one in result.document_changes if isinstance(one, types.TextDocumentEdit)}

    page = await changed("More in [[Ab", "The project")
    assert set(page) == {"march.md", "about.md"} and page["march.md"] == ["The project"] * 2
    assert await changed("[[About#Me", "Steps") == {"march.md": ["Steps"], "about.md": ["Steps"]}
    report = await changed("[[The Ap", "The reply")
    assert set(report) == {"march.md", "april.md"} and report["march.md"] == ["The reply"]
    assert await changed(".[^", "note") == {"march.md": ["note"] * 2}
    assert await changed("[@tal", "talks-2025") == {
        "march.md": ["talks-2025"],
        "talks.md": ['redirects:\n  - "/sources/talks/"\n'],
    }
    with pytest.raises(Exception, match="already the title"):
        await changed("More in [[Ab", "The April reply")


@pytest.mark.asyncio
async def test_formatting(client: LanguageClient):
    result = await client.text_document_formatting_async(types.DocumentFormattingParams(
        text_document=document(), options=types.FormattingOptions(tab_size=2, insert_spaces=True)))
    lines = TEXT.split("\n")
    for edit in sorted(result, key=lambda one: one.range.start.line, reverse=True):
        first, last = edit.range.start, edit.range.end
        lines[first.line:last.line + 1] = [
            lines[first.line][:first.character] + edit.new_text + lines[last.line][last.character:]]
    assert TABLE in TEXT and "\n".join(lines) == TEXT.replace(TABLE, ALIGNED)


@pytest.mark.asyncio
async def test_code_actions(client: LanguageClient):
    text = TEXT.replace("[[Tolls#Blue]]", "[[Tols]]")
    await opened(client, text)
    await problems(client, lambda all: len(all) == 1)
    at = place("See [[T", text)
    result = await client.text_document_code_action_async(types.CodeActionParams(
        text_document=document(), range=types.Range(start=at, end=at),
        context=types.CodeActionContext(diagnostics=[])))
    titles = [one.title for one in result]
    assert "Replace with “Tolls”" in titles and "Create the issue “Tols”" in titles


@pytest.mark.asyncio
async def test_requests_that_make_no_sense_give_errors(client: LanguageClient):
    with pytest.raises(Exception, match="unknown method"):
        await client.protocol.send_request_async("textDocument/nothing", {})
    nowhere = types.Position(line=100000, character=7)
    assert await client.text_document_hover_async(types.HoverParams(
        text_document=document(), position=nowhere)) is None
    assert await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="Ports"))
