# Characters beyond the BMP, surrogates, escapes, normalisation of identifiers, encodings and error handlers.
import unicodedata
s = 'a😀b'
print(len(s), s[1], s[::-1], s.index('b'), [hex(ord(c)) for c in s], s.encode(), s.encode('utf-16-le'), ascii(s), repr(s), s.find('😀'), s > 'b')
# expect: 3 😀 b😀a 2 ['0x61', '0x1f600', '0x62'] b'a\xf0\x9f\x98\x80b' b'a\x00=\xd8\x00\xdeb\x00' 'a\U0001f600b' 'a😀b' 1 False
print('\x41\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}\101', '\\n', r'\n', 'tab\there', "it's", repr("it's"), repr('"'), repr('\'"'), repr('\x00\x7f\xad\u200b\ue000'))
# expect: Aé😀αA \n \n tab	here it's "it's" '"' '\'"' '\x00\x7f\xad\u200b\ue000'
lone = '\ud800x'
print(len(lone), repr(lone), lone.encode('utf-8', 'surrogatepass'), lone.encode('ascii', 'backslashreplace'), '\ud83d' + '\ude00' == '😀', len('\ud83d\ude00'))
# expect: 2 '\ud800x' b'\xed\xa0\x80x' b'\\ud800x' False 2
print('é'.encode('latin-1'), 'é'.encode('ascii', 'ignore'), 'é'.encode('ascii', 'replace'), 'é'.encode('ascii', 'xmlcharrefreplace'), 'é'.encode('ascii', 'namereplace'))
# expect: b'\xe9' b'' b'?' b'&#233;' b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
print(b'\xff\xfe'.decode('utf-8', 'replace'), b'a\xffb'.decode('ascii', 'surrogateescape').encode('ascii', 'surrogateescape'), b'\xe4'.decode('cp1252'), b'\xff\xfea\x00'.decode('utf-16'), 'x'.encode('utf-8-sig'))
# expect: �� b'a\xffb' ä a b'\xef\xbb\xbfx'
print(unicodedata.name('é'), unicodedata.normalize('NFD', 'é') == 'e\u0301', unicodedata.category('A'), unicodedata.lookup('SNOWMAN'), unicodedata.numeric('½'), unicodedata.east_asian_width('字'))
# expect: LATIN SMALL LETTER E WITH ACUTE True Lu ☃ 0.5 W
ﬁ = 'ligature'
print(fi, 'ﬁ' in globals(), 'fi' in globals())
# expect: ligature False True
for text in (r"'é'.encode('ascii')", r"b'\xff'.decode()", r"b'\xc3'.decode('utf-8')", r"'\ud800'.encode()", r"b'abc'.decode('utf-16')", r"'aé€'.encode('latin-1')", r"b'\x81'.decode('cp1252')"):
    try:
        print(eval(text))
    except UnicodeError as e:
        print(text, '->', type(e).__name__, e, e.start, e.end, e.reason)
# expect: 'é'.encode('ascii') -> UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128) 0 1 ordinal not in range(128)
# expect: b'\xff'.decode() -> UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte 0 1 invalid start byte
# expect: b'\xc3'.decode('utf-8') -> UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data 0 1 unexpected end of data
# expect: '\ud800'.encode() -> UnicodeEncodeError 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed 0 1 surrogates not allowed
# expect: b'abc'.decode('utf-16') -> UnicodeDecodeError 'utf-16-le' codec can't decode byte 0x63 in position 2: truncated data 2 3 truncated data
# expect: 'aé€'.encode('latin-1') -> UnicodeEncodeError 'latin-1' codec can't encode character '\u20ac' in position 2: ordinal not in range(256) 2 3 ordinal not in range(256)
# expect: b'\x81'.decode('cp1252') -> UnicodeDecodeError 'charmap' codec can't decode byte 0x81 in position 0: character maps to <undefined> 0 1 character maps to <undefined>
