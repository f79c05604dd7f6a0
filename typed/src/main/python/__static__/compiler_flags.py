"""Flags that a static module imports at its head: see the static compiler."""
checked_dicts = True
checked_lists = True
noframe = True
shadow_frame = True
