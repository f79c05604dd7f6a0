# memoryview: slices share memory, casts, formats, shapes, release, and __buffer__ from Python.
data = bytearray(b'abcdefgh')
m = memoryview(data)
print(m[0], bytes(m[2:4]), m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.readonly, len(m), m.tolist()[:3], m.contiguous)
# expect: 97 b'cd' B 1 8 (8,) (1,) False 8 [97, 98, 99] True
m[0] = 65
m[1:3] = b'BC'
print(data, m[::2].tobytes(), m[::-1].tobytes(), m == b'ABCdefgh', memoryview(b'x').readonly, m.hex())
# expect: bytearray(b'ABCdefgh') b'ACeg' b'hgfedCBA' True True 4142436465666768
words = m.cast('H')
print(len(words), words.format, words[0], m.cast('B', shape=[2, 4]).tolist(), m.cast('b')[0])
# expect: 4 H 16961 [[65, 66, 67, 100], [101, 102, 103, 104]] 65
class Page:
    def __buffer__(self, flags):
        return memoryview(b'page')


print(bytes(Page()), memoryview(Page()).tolist())
# expect: b'page' [112, 97, 103, 101]
m2 = memoryview(data)
try:
    data.append(1)
except BufferError as e:
    print(e)
# expect: Existing exports of data: object cannot be re-sized
for text in ('m[0] == 65', 'm[100]', 'm["a"]', 'memoryview("a")', 'memoryview(b"a").__setitem__(0, 1)', 'm.cast("Q")[0] > 0', 'm.cast("x")', 'm.__setitem__(0, 256)', 'm.__setitem__(slice(0, 2), b"abc")'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: m[0] == 65 True
# expect: m[100] -> IndexError index out of bounds on dimension 1
# expect: m["a"] -> TypeError memoryview: invalid slice key
# expect: memoryview("a") -> TypeError memoryview: a bytes-like object is required, not 'str'
# expect: memoryview(b"a").__setitem__(0, 1) -> TypeError cannot modify read-only memory
# expect: m.cast("Q")[0] > 0 True
# expect: m.cast("x") -> ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: m.__setitem__(0, 256) -> ValueError memoryview: invalid value for format 'B'
# expect: m.__setitem__(slice(0, 2), b"abc") -> ValueError memoryview assignment: lvalue and rvalue have different structures
words.release()
m.release()
try:
    m[0]
except ValueError as e:
    print(e)
# expect: operation forbidden on released memoryview object
