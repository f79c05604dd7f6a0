"""Where did the money go? A CSV of shared expenses becomes a report and an HTML page, and says who owes whom.

    ./tuff examples/expenses.py [FILE.csv] [-o report.html]
"""
import argparse
import csv
import html
import textwrap
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

# to euro, of the day when the data was made
RATES = {'EUR': Fraction(1), 'CHF': Fraction('1.07'), 'USD': Fraction('0.92')}

PAGE = '''\
<!doctype html><meta charset="utf-8"><title>Expenses</title>
<style>body {{font: 16px sans-serif; max-width: 40em; margin: 2em auto}}
td {{padding: .2em 1em; text-align: right}} td:first-child {{text-align: left}}</style>
<h1>Expenses {first} to {last}</h1>
<table>{rows}</table>
<p><b>{verdict}</b></p>
'''


def read(path):
    with open(path, newline='', encoding='utf-8') as f:
        for row in csv.DictReader(f):
            row['euro'] = Fraction(row['amount']) * RATES[row['currency']]
            yield row


def settle(paid):
    """Each owes the same share: the fewest payments that even it out."""
    share = sum(paid.values()) / len(paid)
    balance = {who: amount - share for who, amount in paid.items()}
    while (creditor := max(balance, key=balance.get)) != (debtor := min(balance, key=balance.get)):
        due = min(balance[creditor], -balance[debtor])
        if due < Fraction(1, 200):
            return
        balance[creditor] -= due
        balance[debtor] += due
        yield f'{debtor} pays {creditor} {float(due):,.2f} €'


def main():
    parser = argparse.ArgumentParser(description='A report over shared expenses.')
    parser.add_argument('file', nargs='?', type=Path, default=Path(__file__).parent / 'data' / 'expenses.csv')
    parser.add_argument('-o', '--html', type=Path, help='write the report as a page')
    options = parser.parse_args()

    rows = sorted(read(options.file), key=lambda row: row['date'])
    table = defaultdict(lambda: defaultdict(Fraction))
    paid = defaultdict(Fraction)
    for row in rows:
        table[row['category']][row['date'][:7]] += row['euro']
        paid[row['who']] += row['euro']
    months = sorted({row['date'][:7] for row in rows})
    lines = [('', *months, 'sum')]
    for category, by_month in sorted(table.items(), key=lambda item: -sum(item[1].values())):
        amounts = [by_month[month] for month in months]
        lines.append((category, *(f'{float(a):,.2f}' for a in amounts), f'{float(sum(amounts)):,.2f}'))
    for line in lines:
        print(f'{line[0]:10}', *(f'{cell:>10}' for cell in line[1:]))
    verdict = '; '.join(settle(paid)) or 'all even'
    print()
    shares = ', '.join(f'{who} paid {float(amount):,.2f} €' for who, amount in sorted(paid.items()))
    first, last = rows[0]['date'], rows[-1]['date']
    print(textwrap.fill(f'{len(rows)} payments from {first} to {last}: {shares}. {verdict}.', 100))
    if options.html:
        cells = '\n'.join('<tr>' + ''.join(f'<td>{html.escape(cell)}</td>' for cell in line) + '</tr>' for line in lines)
        page = PAGE.format(first=first, last=last, rows=cells, verdict=html.escape(verdict))
        options.html.write_text(page, encoding='utf-8')
        print(f'wrote {options.html}')


if __name__ == '__main__':
    main()
