"""The instructions' numbers and names: Tuff's own."""
from opcode import *
from cinderx.compiler.opcodes import STATIC_CONST_OPCODES, STATIC_OPNAMES
