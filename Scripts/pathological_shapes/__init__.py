"""The shapes of `make pathological`: inputs of any size that are hard on programs."""

from . import archives, documents, markdown, records, scale, texts


def all_shapes():
    shapes = (
        markdown.shapes() + texts.shapes() + archives.shapes() + records.shapes() + documents.shapes()
        + scale.shapes())
    names = [shape.name for shape in shapes]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"two shapes have one name: {twice}"
    return shapes
