# Operations on builtin containers, without the interpreter.
def count(words):
    counts = {}
    for w in words:
        if w in counts:
            counts[w] += 1
        else:
            counts[w] = 1
    return counts


def reverse(items):
    out = []
    for i in range(len(items)):
        out.append(items[-1 - i])
    return out


for _ in range(9):
    count(['a', 'b', 'a'] * 30)
    reverse(list(range(50)))

# unit count
# loop has: DICT_CONTAINS 1, DICT_ITEM 1, LIST_NEXT 1
# loop lacks: STEP, CALL_*
# unit reverse
# has: LEN 1
# loop has: CHECK_LIST 1, GET_ITEM 1, LIST_APPEND 1
# loop lacks: STEP, CALL_*, LOAD_METHOD
