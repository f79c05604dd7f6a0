# json, csv, textwrap, string, configparser, shlex, difflib: text in and out.
import configparser, csv, difflib, io, json, shlex, string, textwrap
data = {'s': 'é"\n\u2028😀\x01', 'n': [1, -2.5, 1e100, 10 ** 20, float('inf')], 'b': [True, False, None], 'd': {'1': {}, '2': []}, 't': (1, 2)}
print(json.dumps(data), json.dumps(data, ensure_ascii=False, separators=(',', ':')), json.dumps({'b': 1, 'a': [1, {'x': 2}]}, indent=2, sort_keys=True), json.dumps({1: 'a', True: 'b', None: 'c', 1.5: 'd'}))
# expect: {"s": "\u00e9\"\n\u2028\ud83d\ude00\u0001", "n": [1, -2.5, 1e+100, 100000000000000000000, Infinity], "b": [true, false, null], "d": {"1": {}, "2": []}, "t": [1, 2]} {"s":"é\"\n 😀\u0001","n":[1,-2.5,1e+100,100000000000000000000,Infinity],"b":[true,false,null],"d":{"1":{},"2":[]},"t":[1,2]} {
# expect:   "a": [
# expect:     1,
# expect:     {
# expect:       "x": 2
# expect:     }
# expect:   ],
# expect:   "b": 1
# expect: } {"1": "b", "null": "c", "1.5": "d"}
print(json.loads(' [1, 2.50, -0, 1E3, "\\u00e9\\ud83d\\ude00\\n", true, null, {"a": {"b": []}}, NaN, -Infinity] '), json.loads('{"a": 1, "a": 2}'), json.loads('[1.1]', parse_float=str), json.loads('{"x": 1}', object_hook=lambda d: list(d)), json.loads('{"x": 1}', object_pairs_hook=tuple), json.loads(b'"bytes"'))
# expect: [1, 2.5, 0, 1000.0, 'é😀\n', True, None, {'a': {'b': []}}, nan, -inf] {'a': 2} ['1.1'] ['x'] (('x', 1),) bytes
class Enc(json.JSONEncoder):
    def default(self, o): return f'<{type(o).__name__}>' if isinstance(o, set) else super().default(o)


print(json.dumps([{1}], cls=Enc), json.dumps('x', default=str), json.dumps([object], default=lambda o: 'obj'), list(json.JSONEncoder().iterencode([1, {'a': 2}])))
# expect: ["<set>"] "x" ["obj"] ['[1', ', ', '{', '"a"', ': ', '2', '}', ']']
for text in ('json.loads("")', 'json.loads("[1,]")', 'json.loads("{a: 1}")', 'json.loads("[1 2]")', 'json.loads("\\"abc")', 'json.loads("nul")', 'json.loads("[1] x")', 'json.dumps({1, 2})', 'json.dumps({(1,): 2})', 'json.dumps(float("nan"), allow_nan=False)', 'json.loads(5)', "json.loads('\"\\n\"')", "json.loads('\"\\\\x\"')"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: json.loads("") -> JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: json.loads("[1,]") -> JSONDecodeError Illegal trailing comma before end of array: line 1 column 3 (char 2)
# expect: json.loads("{a: 1}") -> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# expect: json.loads("[1 2]") -> JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3)
# expect: json.loads("\"abc") -> JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
# expect: json.loads("nul") -> JSONDecodeError Expecting value: line 1 column 1 (char 0)
# expect: json.loads("[1] x") -> JSONDecodeError Extra data: line 1 column 5 (char 4)
# expect: json.dumps({1, 2}) -> TypeError Object of type set is not JSON serializable
# expect: json.dumps({(1,): 2}) -> TypeError keys must be str, int, float, bool or None, not tuple
# expect: json.dumps(float("nan"), allow_nan=False) -> ValueError Out of range float values are not JSON compliant: nan
# expect: json.loads(5) -> TypeError the JSON object must be str, bytes or bytearray, not int
# expect: json.loads('"\n"') -> JSONDecodeError Invalid control character at: line 1 column 2 (char 1)
# expect: json.loads('"\\x"') -> JSONDecodeError Invalid \escape: line 1 column 2 (char 1)
rows = list(csv.reader(io.StringIO('a,"b ""q"", c",\r\n1,"two\nlines",3\r\n')))
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerows([['x', 1, 2.5, None], ['q"', 'a,b', '', 'é']])
print(rows, repr(out.getvalue()), list(csv.DictReader(['n;v', 'a;1'], delimiter=';')), csv.list_dialects()[:1])
# expect: [['a', 'b "q", c', ''], ['1', 'two\nlines', '3']] '"x",1,2.5,""\r\n"q""","a,b","","é"\r\n' [{'n': 'a', 'v': '1'}] ['excel']
print(textwrap.wrap('The quick brown fox jumps over the lazy dog', 16), textwrap.dedent('  a\n    b\n'), textwrap.shorten('hello wide world', 12), textwrap.indent('a\n\nb', '> '), textwrap.fill('aaa bbb', 5, initial_indent='* '))
# expect: ['The quick brown', 'fox jumps over', 'the lazy dog'] a
# expect:   b
# expect:  hello [...] > a
# expect:
# expect: > b * aaa
# expect: bbb
print(string.Template('$a ${b} $$').substitute(a=1, b=2), string.Template('$x').safe_substitute(), string.capwords('ab cD'), shlex.split('a "b c" d\\ e \'f\''), shlex.quote("it's"), shlex.join(['a b', 'c']))
# expect: 1 2 $ $x Ab Cd ['a', 'b c', 'd e', 'f'] 'it'"'"'s' 'a b' c
cfg = configparser.ConfigParser()
cfg.read_string('[DEFAULT]\nroot = /x\n[one]\npath = %(root)s/y\nflag = yes\nnum: 5\nlong = a\n  b\n')
print(cfg.sections(), cfg['one']['path'], cfg.getboolean('one', 'flag'), cfg['one'].getint('num'), cfg['one']['long'].split(), cfg.get('one', 'zz', fallback='fb'))
# expect: ['one'] /x/y True 5 ['a', 'b'] fb
print(list(difflib.unified_diff(['a', 'b'], ['a', 'x'], lineterm='')), difflib.get_close_matches('appel', ['ape', 'apple', 'peach']), round(difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio(), 2))
# expect: ['--- ', '+++ ', '@@ -1,2 +1,2 @@', ' a', '-b', '+x'] ['apple', 'ape'] 0.75
