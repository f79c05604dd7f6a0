# Comparisons are done by the branches that want them.
def classify(a, b):
    if a < b and b < 100:
        return 1
    return 2 if a == b else 3


for i in range(200):
    classify(i, i + 1), classify(i, i), classify(i + 1, i)

# unit classify
# has: COMPARE_LONG 3, BRANCH 3
# lacks: BOX_BOOL, IS_TRUE, TO_BOOL, STEP
