# bytes and bytearray: literals, methods, mutation, conversions.
b = b'Hello\x00\xff'
print(b, len(b), b[0], b[-1:], list(b[:3]), b'a' + b'b', b'ab' * 2, b.hex(), b.hex('-', 2), bytes.fromhex('de ad BE'), bytes(3), bytes([1, 2]), bytes('é', 'utf-8'))
# expect: b'Hello\x00\xff' 7 72 b'\xff' [72, 101, 108] b'ab' b'abab' 48656c6c6f00ff 48-656c-6c6f-00ff b'\xde\xad\xbe' b'\x00\x00\x00' b'\x01\x02' b'\xc3\xa9'
print(b'a,b'.split(b','), b' x '.strip(), b'abc'.find(b'c'), b'abc'.find(99), b'abc'.replace(b'b', b'--'), b'Ab'.swapcase(), b'a-b'.partition(b'-'), b','.join([b'x', b'y']), b'abc'.startswith(b'ab'), b'\xe9'.isalpha(), b'ab'.center(5, b'*'))
# expect: [b'a', b'b'] b'x' 2 2 b'a--c' b'aB' (b'a', b'-', b'b') b'x,y' True False b'**ab*'
print(rb'\x', b"it's", repr(b'\'"'), b'\t\n\r\\', b'abc' < b'abd', b'a' == 'a', 97 in b'abc', hash(b'a') == hash(b'a'), b'abc'.translate(None, b'b'), b'abc'.translate(bytes.maketrans(b'a', b'z')))
# expect: b'\\x' b"it's" b'\'"' b'\t\n\r\\' True False True True b'ac' b'zbc'
a = bytearray(b'abc')
a.append(100)
a += b'ef'
a[0] = 65
a[1:3] = b'XYZ'
del a[-1]
a.insert(0, 33)
a.extend([48, 49])
print(a, a.pop(), a.pop(0), a.remove(65), a, a[::-1], a.copy() is a, bytearray(2), bytearray('é', 'latin-1'), a.count(b'X'), a.index(b'Z'))
# expect: bytearray(b'XYZde0') 49 33 None bytearray(b'XYZde0') bytearray(b'0edZYX') False bytearray(b'\x00\x00') bytearray(b'\xe9') 1 2
a.reverse()
a[::2] = b'....'[:len(a[::2])]
print(a, a.clear(), a, bytes(bytearray(b'x')), bytearray(b'a') == b'a', bytearray(b'%d') % 5)
# expect: bytearray(b'') None bytearray(b'') b'x' True bytearray(b'5')
for text in ('bytes([256])', 'bytes("a")', 'b"a" + "b"', 'bytes(-1)', 'bytearray(b"a")[5]', 'b"abc"[0:1] == 97', 'bytes.fromhex("1")', 'b"é"', 'bytes([1.5])', 'bytearray(b"x").pop(3)', 'b"a".index(b"z")', 'b"".join(["a"])', 'hash(bytearray())'):
    try:
        print(eval(text))
    except SyntaxError as e:
        print(text, '->', e.msg)
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: bytes([256]) -> ValueError bytes must be in range(0, 256)
# expect: bytes("a") -> TypeError string argument without an encoding
# expect: b"a" + "b" -> TypeError can't concat str to bytes
# expect: bytes(-1) -> ValueError negative count
# expect: bytearray(b"a")[5] -> IndexError bytearray index out of range
# expect: False
# expect: bytes.fromhex("1") -> ValueError fromhex() arg must contain an even number of hexadecimal digits
# expect: b"é" -> bytes can only contain ASCII literal characters
# expect: bytes([1.5]) -> TypeError 'float' object cannot be interpreted as an integer
# expect: bytearray(b"x").pop(3) -> IndexError pop index out of range
# expect: b"a".index(b"z") -> ValueError subsection not found
# expect: b"".join(["a"]) -> TypeError sequence item 0: expected a bytes-like object, str found
# expect: hash(bytearray()) -> TypeError unhashable type: 'bytearray'
