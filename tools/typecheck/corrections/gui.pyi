# What the stubs of qgis.gui don't have, in the classes that it belongs to.
# Classes that the stubs don't have.
