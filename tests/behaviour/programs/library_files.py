# The library's folder is there to be listed and read, wherever its files really are; and cannot be written.
import json, os
folder = os.path.dirname(json.__file__)
print(os.path.isdir(folder), 'decoder.py' in os.listdir(folder), os.path.isfile(os.path.join(folder, 'decoder.py')))
# expect: True True True
with open(json.__file__) as f:
    text = f.read()
print('def dumps(' in text, len(text) == os.stat(json.__file__).st_size, os.path.exists(os.path.join(folder, 'nope.py')))
# expect: True True False
print(sorted(e.name for e in os.scandir(folder) if e.name.startswith('e')))
# expect: ['encoder.py']
try:
    open(os.path.join(folder, 'nope', 'x.py'))
except FileNotFoundError as e:
    print('not there')
# expect: not there
