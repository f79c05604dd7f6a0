# The module datetime: arithmetic and its rounding, zones and folds, text in both directions, pickling, subclasses.
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

print(timedelta(days=1.5, hours=-3), timedelta(microseconds=2.5), timedelta(microseconds=3.5), -timedelta(seconds=1))
# expect: 1 day, 9:00:00 0:00:00.000002 0:00:00.000004 -1 day, 23:59:59
print(timedelta(3) / 7, timedelta(1) // timedelta(hours=5), divmod(timedelta(1), timedelta(hours=7)), timedelta(1) * 0.1)
# expect: 10:17:08.571429 4 (3, datetime.timedelta(seconds=10800)) 2:24:00
for f in (lambda: timedelta(days=10**9), lambda: date(2023, 2, 29), lambda: datetime.max + timedelta.resolution, lambda: timedelta('1')):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
# expect: OverflowError days=1000000000; must have magnitude <= 999999999
# expect: ValueError day 29 must be in range 1..28 for month 2 in year 2023
# expect: OverflowError date value out of range
# expect: TypeError unsupported type for timedelta days component: str

d = datetime(2024, 2, 29, 13, 5, 9, 70)
print(d, d.date().isocalendar(), d + timedelta(365), d.replace(year=2028), d.timetuple().tm_yday)
# expect: 2024-02-29 13:05:09.000070 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 2025-02-28 13:05:09.000070 2028-02-29 13:05:09.000070 60
print(d.strftime('%a %d %b %Y %j %I%p .%f|%z|'), f'{d:%G-W%V-%u}', date(7, 1, 2).strftime('%Y %F'), d.isoformat(' ', 'minutes'))
# expect: Thu 29 Feb 2024 060 01PM .000070|| 2024-W09-4 0007 0007-01-02 2024-02-29 13:05
print(datetime.fromisoformat('20240229T130509,5+0130'), datetime.fromisoformat('2024-W09-4'), time.fromisoformat('T12:30Z'))
# expect: 2024-02-29 13:05:09.500000+01:30 2024-02-29 00:00:00 12:30:00+00:00
print(datetime.fromisoformat('2024-12-31T24:00'), datetime.strptime('5/3/2021 -0230', '%d/%m/%Y %z'), date.strptime('2021-60', '%Y-%j'))
# expect: 2025-01-01 00:00:00 2021-03-05 00:00:00-02:30 2021-03-01


class Zone(tzinfo):
    """An hour of summer time until 2 o'clock on 3 November, when clocks go back to 1."""

    def utcoffset(self, dt):
        return timedelta(hours=-5) + self.dst(dt)

    def dst(self, dt):
        summer = dt.replace(tzinfo=None, fold=0) < datetime(2024, 11, 3, 2 - dt.fold)
        return timedelta(hours=summer)

    def tzname(self, dt):
        return 'SUMMER' if self.dst(dt) else 'WINTER'


zone = Zone()
first, second = datetime(2024, 11, 3, 1, 30, tzinfo=zone), datetime(2024, 11, 3, 1, 30, tzinfo=zone, fold=1)
print(first.tzname(), second.tzname(), first == second, first.astimezone(UTC), second.astimezone(UTC), second.astimezone(UTC) == second)
# expect: SUMMER WINTER True 2024-11-03 05:30:00+00:00 2024-11-03 06:30:00+00:00 False
print(hash(first) == hash(second), second.timestamp() - first.timestamp(), datetime.fromtimestamp(1e9, timezone(timedelta(hours=2), 'X')))
# expect: True 3600.0 2001-09-09 03:46:40+02:00
try:
    first < datetime(2024, 1, 1)
except TypeError as e:
    print(e, first == datetime(2024, 1, 1))
# expect: can't compare offset-naive and offset-aware datetimes False


class Stamp(datetime):
    pass


s = Stamp(2020, 1, 2, 3, tzinfo=UTC, fold=1)
print(type(s + timedelta(1)), type(s.date()), type(s.astimezone(timezone.max)), repr(s))
# expect: <class '__main__.Stamp'> <class 'datetime.date'> <class '__main__.Stamp'> Stamp(2020, 1, 2, 3, 0, fold=1, tzinfo=datetime.timezone.utc)
print(*(pickle.loads(pickle.dumps(v)) == v for v in (s, d, d.date(), d.time(), timedelta(1, 2, 3), timezone.min, UTC)), pickle.loads(pickle.dumps(s)).fold)
# expect: True True True True True True True 1
print(s.__reduce_ex__(4)[1], time(1, 2, 3, 4, fold=1).__reduce_ex__(3)[1])
# expect: (b'\x07\xe4\x81\x02\x03\x00\x00\x00\x00\x00', datetime.timezone.utc) (b'\x01\x02\x03\x00\x00\x04',)
