# A program that ends with an uncaught exception: output so far stays, the last line of standard error names it.
class Problem(Exception):
    pass


def fail(n):
    if n == 0:
        raise Problem('it went wrong', 5)
    fail(n - 1)


print('before')
# expect: before
fail(3)
# raises: Problem: ('it went wrong', 5)
print('never')
