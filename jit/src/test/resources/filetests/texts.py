# Text of several parts is made at once; what the program still needs of it is made itself.
def tagged(name, text):
    return '<' + name + '>' + text


def formatted(name, number):
    return 'name ' + name + f' has {number}'


def kept(name):
    start = '<' + name
    return start + '>' + start


for _ in range(9):
    tagged('b', 'text')
    formatted('b', 1)
    kept('b')

# unit tagged
# has: BUILD_STRING 1
# unit formatted
# has: BUILD_STRING 1
# unit kept
# has: BUILD_STRING 2
