"""Parsing: a tokenizer, a precedence climbing parser and an evaluator for a small language with let, if and functions."""

SIZES = {'full': (800, -20328280), 'quick': (8, 399)}

PRECEDENCE = {'<': 1, '>': 1, '=': 1, '+': 2, '-': 2, '*': 3, '/': 3, '%': 3, '^': 4}


class Lexer:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.advance()

    def advance(self):
        text, i = self.text, self.at
        while i < len(text) and text[i].isspace():
            i += 1
        start = i
        if i == len(text):
            self.kind, self.value = 'end', ''
        elif text[i].isdigit():
            while i < len(text) and text[i].isdigit():
                i += 1
            self.kind, self.value = 'number', int(text[start:i])
        elif text[i].isalpha():
            while i < len(text) and text[i].isalnum():
                i += 1
            self.kind, self.value = 'name', text[start:i]
        else:
            i += 1
            self.kind, self.value = 'symbol', text[start:i]
        self.at = i

    def accept(self, value):
        if self.value == value and self.kind != 'end':
            self.advance()
            return True
        return False

    def expect(self, value):
        if not self.accept(value):
            raise SyntaxError(f'expected {value!r} at {self.at}, found {self.value!r}')


def parse(lexer, floor=0):
    left = primary(lexer)
    while lexer.kind == 'symbol' and PRECEDENCE.get(lexer.value, -1) > floor:
        operator = lexer.value
        lexer.advance()
        right = parse(lexer, PRECEDENCE[operator] - (operator == '^'))
        left = ('op', operator, left, right)
    return left


def primary(lexer):
    kind, value = lexer.kind, lexer.value
    lexer.advance()
    if kind == 'number':
        return ('number', value)
    if value == '(':
        inner = parse(lexer)
        lexer.expect(')')
        return inner
    if value == '-':
        return ('op', '-', ('number', 0), primary(lexer))
    if value == 'let':
        name = lexer.value
        lexer.advance()
        lexer.expect('=')
        bound = parse(lexer, 1)
        lexer.expect('in')
        return ('let', name, bound, parse(lexer))
    if value == 'if':
        test = parse(lexer)
        lexer.expect('then')
        yes = parse(lexer)
        lexer.expect('else')
        return ('if', test, yes, parse(lexer))
    if value == 'fn':
        name = lexer.value
        lexer.advance()
        lexer.expect('.')
        return ('fn', name, parse(lexer))
    if kind == 'name':
        if lexer.accept('('):
            argument = parse(lexer)
            lexer.expect(')')
            return ('call', value, argument)
        return ('name', value)
    raise SyntaxError(f'unexpected {value!r}')


def evaluate(node, env):
    match node:
        case ('number', value):
            return value
        case ('name', name):
            return env[name]
        case ('op', operator, left, right):
            a, b = evaluate(left, env), evaluate(right, env)
            match operator:
                case '+':
                    return a + b
                case '-':
                    return a - b
                case '*':
                    return a * b
                case '/':
                    return a // b if b else 0
                case '%':
                    return a % b if b else 0
                case '^':
                    return a ** min(b, 5)
                case '<':
                    return int(a < b)
                case '>':
                    return int(a > b)
                case '=':
                    return int(a == b)
        case ('let', name, bound, body):
            return evaluate(body, {**env, name: evaluate(bound, env)})
        case ('if', test, yes, no):
            return evaluate(yes if evaluate(test, env) else no, env)
        case ('fn', name, body):
            return lambda x: evaluate(body, {**env, name: x})
        case ('call', name, argument):
            return env[name](evaluate(argument, env))
    raise TypeError(node)


def run(n):
    total = 0
    for i in range(n):
        body = f'if x > {i % 10} then x * 2 ^ 2 + {i} else -(x - 3) % 7'
        text = f'let f = fn x. {body} in f({i % 20}) + f(3) * (1 + 2 * (3 - {i})) / 4'
        total += evaluate(parse(Lexer(text)), {})
        nested = '(' * 8 + str(i) + ' + 1) * 2 - 3)' * 4 + ')' * 4
        total += evaluate(parse(Lexer(nested)), {})
    return total
