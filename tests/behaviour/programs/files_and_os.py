# Files, text and binary streams, os, pathlib, tempfile, shutil, subprocess, environment.
import io, os, pathlib, shutil, subprocess, sys, tempfile
root = pathlib.Path(tempfile.mkdtemp())
p = root / 'a' / 'b.txt'
p.parent.mkdir()
p.write_text('line 1\nzwei é\r\n\n', encoding='utf-8', newline='')
print(p.read_bytes(), p.read_text('utf-8').splitlines(), p.name, p.stem, p.suffix, p.parent.name, p.exists(), p.is_file(), p.stat().st_size, [x.name for x in sorted(root.rglob('*'))], pathlib.PurePosixPath('/a/../b') / 'c', p.relative_to(root), p.with_suffix('.md').name)
# expect: b'line 1\nzwei \xc3\xa9\r\n\n' ['line 1', 'zwei é', ''] b.txt b .txt a True True 17 ['a', 'b.txt'] /a/../b/c a/b.txt b.md
with open(p, 'a+', encoding='utf-8') as f:
    f.write('more\n')
    f.seek(0)
    print(f.readline(), f.tell(), f.read(3), f.readlines(), f.mode, f.encoding, f.closed, f.newlines, f.seekable())
# expect: line 1
# expect:  7 zwe ['i é\n', '\n', 'more\n'] a+ utf-8 False
# expect:  True
print(f.closed, list(open(p, encoding='utf-8')), len(open(p, newline='', encoding='utf-8').read()))
# expect: True ['line 1\n', 'zwei é\n', '\n', 'more\n'] 21
with open(root / 'bin', 'wb') as f:
    print(f.write(b'0123456789'), f.tell())
# expect: 10 10
with open(root / 'bin', 'r+b') as f:
    f.seek(-3, 2)
    f.write(b'XY')
    f.seek(1)
    buf = bytearray(4)
    print(f.readinto(buf), buf, f.read(), f.peek(1) if hasattr(f, 'peek') else None, f.truncate(5), f.fileno() > 2)
# expect: 4 bytearray(b'1234') b'56XY9' b'' 5 True
s = io.StringIO('a\nb')
b = io.BytesIO(b'xyz')
print(s.readline(), s.read(), s.getvalue(), b.read(1), b.getvalue(), b.getbuffer().nbytes, io.TextIOWrapper(io.BytesIO(b'\xc3\xa9\n'), 'utf-8').read(), s.seek(0), list(s))
# expect: a
# expect:  b a
# expect: b b'x' b'xyz' 3 é
# expect:  0 ['a\n', 'b']
os.rename(p, root / 'c.txt')
shutil.copy(root / 'c.txt', root / 'd.txt')
os.makedirs(root / 'x/y')
os.environ['TUFF_T'] = 'v'
print(sorted(os.listdir(root)), os.path.join('a', 'b'), os.path.splitext('x.tar.gz'), os.path.basename('/a/b'), os.path.isdir(root), os.getcwd() == str(pathlib.Path.cwd()), os.environ.get('TUFF_T'), os.sep, os.path.normpath('a//b/../c'), os.path.commonpath(['/a/b', '/a/c']), sorted(e.name for e in os.scandir(root) if e.is_file()), [(os.path.basename(d), sorted(s), sorted(f)) for d, s, f in os.walk(root / 'x')])
# expect: ['a', 'bin', 'c.txt', 'd.txt', 'x'] a/b ('x.tar', '.gz') b True True v / a/c /a ['bin', 'c.txt', 'd.txt'] [('x', ['y'], []), ('y', [], [])]
r = subprocess.run(['sh', '-c', 'echo out; echo err >&2; exit 3'], capture_output=True, text=True)
print(r.returncode, r.stdout, r.stderr, subprocess.check_output(['cat'], input=b'fed'), subprocess.run([sys.executable, '-c', 'import sys; print(sys.argv[1:], sum(map(int, sys.stdin)))', 'a', 'b c'], input='1\n2\n', text=True, capture_output=True).stdout)
# expect: 3 out
# expect:  err
# expect:  b'fed' ['a', 'b c'] 3
# expect:
with tempfile.TemporaryDirectory() as t, tempfile.NamedTemporaryFile('w+') as n:
    n.write('x')
    n.flush()
    print(os.path.isdir(t), os.path.getsize(n.name))
# expect: True 1
fd = os.open(root / 'fd', os.O_CREAT | os.O_RDWR)
print(os.write(fd, b'hello'), os.lseek(fd, 0, 0), os.read(fd, 10), os.fstat(fd).st_size, os.close(fd), oct(os.stat(root / 'fd').st_mode & 0o777) is not None)
# expect: 5 0 b'hello' 5 None True
rd, wr = os.pipe()
os.write(wr, b'piped')
os.close(wr)
print(os.read(rd, 100), os.close(rd))
# expect: b'piped' None
for text in ('open(root / "nope")', 'open(root)', 'open(root / "bin", "q")', 'open(root / "bin", "rb").read().decode("ascii", 5)', 'open(root / "bin", "w").read()', 'os.listdir(root / "none")', 'os.mkdir(root / "x")', 'os.rmdir(root / "x")', 'open(root / "bin", "x")', 'subprocess.run(["no-such-program-x"])', 'subprocess.run(["false"], check=True)', 'io.StringIO(b"x")', 'io.BytesIO("x")', 'f.read()', 'os.remove(root / "zz")', 'open(root / "bin", encoding="nope")', 'open(5.5)', 'open(root / "bin", "rb", encoding="utf-8")', 'os.environ.__setitem__("a", 1)', 'os.close(9999)'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, str(e).replace(str(root), 'ROOT'))
# expect: open(root / "nope") -> FileNotFoundError [Errno 2] No such file or directory: 'ROOT/nope'
# expect: open(root) -> IsADirectoryError [Errno 21] Is a directory: 'ROOT'
# expect: open(root / "bin", "q") -> ValueError invalid mode: 'q'
# expect: open(root / "bin", "rb").read().decode("ascii", 5) -> TypeError decode() argument 'errors' must be str, not int
# expect: open(root / "bin", "w").read() -> UnsupportedOperation not readable
# expect: os.listdir(root / "none") -> FileNotFoundError [Errno 2] No such file or directory: 'ROOT/none'
# expect: os.mkdir(root / "x") -> FileExistsError [Errno 17] File exists: 'ROOT/x'
# expect: os.rmdir(root / "x") -> OSError [Errno 39] Directory not empty: 'ROOT/x'
# expect: open(root / "bin", "x") -> FileExistsError [Errno 17] File exists: 'ROOT/bin'
# expect: subprocess.run(["no-such-program-x"]) -> FileNotFoundError [Errno 2] No such file or directory: 'no-such-program-x'
# expect: subprocess.run(["false"], check=True) -> CalledProcessError Command '['false']' returned non-zero exit status 1.
# expect: io.StringIO(b"x") -> TypeError initial_value must be str or None, not bytes
# expect: io.BytesIO("x") -> TypeError a bytes-like object is required, not 'str'
# expect: f.read() -> ValueError read of closed file
# expect: os.remove(root / "zz") -> FileNotFoundError [Errno 2] No such file or directory: 'ROOT/zz'
# expect: open(root / "bin", encoding="nope") -> LookupError unknown encoding: nope
# expect: open(5.5) -> TypeError expected str, bytes or os.PathLike object, not float
# expect: open(root / "bin", "rb", encoding="utf-8") -> ValueError binary mode doesn't take an encoding argument
# expect: os.environ.__setitem__("a", 1) -> TypeError str expected, not int
# expect: os.close(9999) -> OSError [Errno 9] Bad file descriptor
shutil.rmtree(root)
print(root.exists())
# expect: False
