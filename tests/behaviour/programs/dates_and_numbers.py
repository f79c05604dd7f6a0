# datetime, decimal-free money with fractions, random with a seed, statistics, struct, hashlib, base64, zlib, time formats.
import base64, binascii, datetime as dt, fractions, hashlib, hmac, random, statistics, struct, time, zlib
d = dt.datetime(2026, 2, 28, 23, 59, 58, 123456, tzinfo=dt.timezone(dt.timedelta(hours=1, minutes=30)))
print(d, repr(d), d.isoformat(), d + dt.timedelta(seconds=2), d.astimezone(dt.timezone.utc), d.strftime('%Y-%j %a %b %d %H:%M:%S.%f %z %p %U %%'), d.date(), d.weekday(), d.isocalendar(), d.timestamp(), d.replace(year=2024, day=29) - d)
# expect: 2026-02-28 23:59:58.123456+01:30 datetime.datetime(2026, 2, 28, 23, 59, 58, 123456, tzinfo=datetime.timezone(datetime.timedelta(seconds=5400))) 2026-02-28T23:59:58.123456+01:30 2026-03-01 00:00:00.123456+01:30 2026-02-28 22:29:58.123456+00:00 2026-059 Sat Feb 28 23:59:58.123456 +0130 PM 08 % 2026-02-28 5 datetime.IsoCalendarDate(year=2026, week=9, weekday=6) 1772317798.123456 -730 days, 0:00:00
print(dt.date.fromisoformat('2026-03-01') - dt.date(2026, 1, 1), dt.timedelta(days=-1, hours=5), repr(dt.timedelta(1.5)), dt.timedelta(hours=25) // dt.timedelta(minutes=7), dt.datetime.strptime('12/Mar/2026:10:11:12 +0100', '%d/%b/%Y:%H:%M:%S %z'), dt.datetime.fromisoformat('2026-01-02T03:04:05.6+02:00'), dt.date(2026, 1, 1) < dt.date(2026, 1, 2), dt.time(1, 2).isoformat(), dt.date.max, dt.datetime.fromtimestamp(0, dt.timezone.utc), f'{dt.date(2026, 5, 4):%d.%m.%y}')
# expect: 59 days, 0:00:00 -1 day, 5:00:00 datetime.timedelta(days=1, seconds=43200) 214 2026-03-12 10:11:12+01:00 2026-01-02 03:04:05.600000+02:00 True 01:02:00 9999-12-31 1970-01-01 00:00:00+00:00 04.05.26
F = fractions.Fraction
print(F(1, 3) + F('0.25'), F(0.5), F(7, 3) // 1, float(F(1, 3)), F('3/6'), F(22, 7).limit_denominator(5), F(5, 2) ** 2, F(1, 3) == 1 / 3, hash(F(2)) == hash(2), round(F(7, 2)))
# expect: 7/12 1/2 2 0.3333333333333333 1/2 16/5 25/4 False True 4
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.choice('abc'), r.sample(range(100), 3), r.uniform(1, 2), r.gauss(0, 1), r.getrandbits(70), r.choices('ab', [1, 3], k=5), r.randbytes(3))
# expect: 0.6394267984578837 4 c [35, 31, 28] 1.139537928525144 1.3138731944620898 684133269052610913332 ['b', 'a', 'a', 'b', 'a'] b'\x06\xe72'
l = list(range(8))
r.shuffle(l)
print(l, random.Random('text').random(), random.Random(1.5).random(), random.Random(b'x').randrange(10 ** 30), r.expovariate(1), r.triangular(), r.betavariate(1, 2))
# expect: [7, 5, 0, 2, 4, 3, 1, 6] 0.8711565613554825 0.551763726942059 760346261782946900680770276819 1.1977899409734851 0.412462432542645 0.23968573609053745
print(statistics.mean([1, 2, 4]), statistics.median([3, 1, 2, 10]), statistics.stdev([1, 2, 3, 4]), statistics.mode('aab'), statistics.quantiles([1, 2, 3, 4, 5]), statistics.fmean([1, 2]), statistics.pvariance([1, 2, 3]))
# expect: 2.3333333333333335 2.5 1.2909944487358056 a [1.5, 3.0, 4.5] 1.5 0.6666666666666666
print(struct.pack('<ibH?d', -2, -1, 65535, True, 1.5), struct.unpack('>hQ', struct.pack('>hQ', -3, 2 ** 63)), struct.calcsize('@iqb'), struct.pack('4s3xb', b'ab', 7), struct.unpack_from('<I', b'\0\0\1\0\0\0', 2), list(struct.iter_unpack('B', b'\1\2')), struct.pack('e', 0.1))
# expect: b'\xfe\xff\xff\xff\xff\xff\xff\x01\x00\x00\x00\x00\x00\x00\xf8?' (-3, 9223372036854775808) 17 b'ab\x00\x00\x00\x00\x00\x07' (1,) [(1,), (2,)] b'f.'
print(hashlib.sha256(b'abc').hexdigest()[:16], hashlib.md5(b'').hexdigest(), hashlib.sha3_256(b'x').hexdigest()[:8], hashlib.blake2b(b'x', digest_size=8).hexdigest(), hmac.new(b'k', b'm', 'sha1').hexdigest()[:12], zlib.crc32(b'hello'), zlib.decompress(zlib.compress(b'a' * 100)) == b'a' * 100, base64.b64encode(b'\xff\xfe'), base64.b64decode('aGk='), base64.urlsafe_b64encode(b'??>'), binascii.hexlify(b'\x01\xff'), base64.b32encode(b'a'), base64.b85encode(b'test'))
# expect: ba7816bf8f01cfea d41d8cd98f00b204e9800998ecf8427e 741efa31 4adf4367f96e584f 772b71c8a299 907060870 True b'//4=' b'hi' b'Pz8-' b'01ff' b'ME======' b'bY*jN'
print(time.strftime('%Y-%m-%d', time.gmtime(86400 * 365)), time.gmtime(0)[:6], isinstance(time.time(), float), time.monotonic() <= time.monotonic())
# expect: 1971-01-01 (1970, 1, 1, 0, 0, 0) True True
for text in ('dt.date(2026, 2, 30)', 'dt.datetime.strptime("x", "%Y")', 'd < dt.datetime(2026, 1, 1)', 'dt.date.fromisoformat("bad")', 'dt.timedelta(10 ** 10)', 'struct.pack("b", 200)', 'struct.unpack("i", b"a")', 'base64.b64decode("abc")', 'F(1, 0)', 'F("x")', 'r.choice([])', 'statistics.mean([])', 'struct.pack("z")', 'hashlib.new("nope")', 'zlib.decompress(b"x")', 'dt.date(1, 1, 1) - dt.timedelta(1)'):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, '->', type(e).__name__, e)
# expect: dt.date(2026, 2, 30) -> ValueError day 30 must be in range 1..28 for month 2 in year 2026
# expect: dt.datetime.strptime("x", "%Y") -> ValueError time data 'x' does not match format '%Y'
# expect: d < dt.datetime(2026, 1, 1) -> TypeError can't compare offset-naive and offset-aware datetimes
# expect: dt.date.fromisoformat("bad") -> ValueError Invalid isoformat string: 'bad'
# expect: dt.timedelta(10 ** 10) -> OverflowError Python int too large to convert to C int
# expect: struct.pack("b", 200) -> error 'b' format requires -128 <= number <= 127
# expect: struct.unpack("i", b"a") -> error unpack requires a buffer of 4 bytes
# expect: base64.b64decode("abc") -> Error Incorrect padding
# expect: F(1, 0) -> ZeroDivisionError Fraction(1, 0)
# expect: F("x") -> ValueError Invalid literal for Fraction: 'x'
# expect: r.choice([]) -> IndexError Cannot choose from an empty sequence
# expect: statistics.mean([]) -> StatisticsError mean requires at least one data point
# expect: struct.pack("z") -> error bad char in struct format
# expect: hashlib.new("nope") -> ValueError unsupported hash type nope
# expect: zlib.decompress(b"x") -> error Error -5 while decompressing data: incomplete or truncated stream
# expect: dt.date(1, 1, 1) - dt.timedelta(1) -> OverflowError date value out of range
