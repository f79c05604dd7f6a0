"""The kinds of modules that a loader tells apart."""
NONSTRICT_MODULE_KIND = 0
STRICT_MODULE_KIND = 1
STATIC_MODULE_KIND = 2
