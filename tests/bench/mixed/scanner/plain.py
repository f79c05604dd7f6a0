"""A scanner of sums and products."""


def scan(text):
    tokens = []
    at = 0
    end = len(text)
    digits = ''
    while at < end:
        c = text[at]
        at += 1
        if c.isdigit():
            digits += c
            continue
        if digits:
            tokens.append(digits)
            digits = ''
        if c != ' ':
            tokens.append(c)
    if digits:
        tokens.append(digits)
    tokens.append('')
    return tokens
