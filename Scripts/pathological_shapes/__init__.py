"""The shapes of `make pathological`: inputs of any size that are hard on programs."""

from . import archives, documents, markdown, texts


def all_shapes():
    shapes = markdown.shapes() + texts.shapes() + archives.shapes() + documents.shapes()
    names = [shape.name for shape in shapes]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"two shapes have one name: {twice}"
    return shapes
