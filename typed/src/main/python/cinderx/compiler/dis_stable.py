"""Listings of code without addresses, so that they can be compared."""
import dis
import re
import sys


class Disassembler:
    def dump_code(self, code, *, file=None):
        """Prints the code and what is nested in it."""
        text = dis.Bytecode(code).dis()
        print(re.sub(r' at 0x[0-9a-fA-F]+', '', text), file=file or sys.stdout)
        for constant in code.co_consts:
            if hasattr(constant, 'co_code'):
                print(file=file or sys.stdout)
                self.dump_code(constant, file=file)
