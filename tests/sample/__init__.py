"""The sample planet: a small Moon of our own, its catalogue, labels, images and servers."""
