"""The benchmark: the archive beside Hugo and plain MkDocs, on the same documents, in one run.

    .venv/bin/python tests/bench/run.py --help

`corpus` gives the documents, `legs` says what each tool is asked to do, `command` and `memory` measure it, `rounds`
interleaves the tools, `serve` times an edit, `targets` and `report` say how it went. Nothing of the archive is
imported: its commands are run as a user runs them. Seconds are wall clock; MB and GB are 10^6 and 10^9 bytes.
"""
