"""Calls of functions of native libraries by their names and a signature of primitive types."""
from cinderx.static import invoke_native
